### リンク・アドレス・番号・名前だけが送られたとき。分かることと分からないことを言い、決め手になる1つをたずねる。

scrap-headline-number = ❓ この番号だけでは、まだ判断できません
    .suspicious = ⚠️ 用心したほうがよい番号です
scrap-headline-link = ❓ このリンクだけでは、まだ判断できません
scrap-headline-mail = ❓ このアドレスだけでは、まだ判断できません
scrap-headline-name = ❓ 名前だけでは、まだ判断できません
scrap-known = 分かること

## 電話番号

scrap-line-toll_free = { $number } は、かけた人の電話代が無料になる番号です。
scrap-line-navi = { $number } は、ナビダイヤルです。かけた人に電話代がかかり、かけ放題でも有料です。
scrap-line-premium = { $number } は、かけると情報料も取られる番号です。
scrap-line-voip = { $number } は、インターネットを使う電話の番号（050）です。場所は分かりません。
scrap-line-mobile = { $number } は、携帯電話の番号です。会社の窓口では、ふつう使いません。
scrap-line-landline = { $number } は、固定電話の番号です。
    .place = { $number } は、固定電話の番号（{ $place }）です。
scrap-line-international = { $number } は、海外の番号の形ですが、その国番号は見当たりません。
    .place = { $number } は、海外の番号（{ $place }）です。
scrap-line-short = { $number } は、公の窓口などに使われる短い番号です。
scrap-line-other = { $number } という番号です。
scrap-line-none = 電話番号としては見分けられませんでした。認証コードや暗証番号なら、だれにも教えないでください。
scrap-published-desk = { $whose }の番号として公表されています（{ $year }年{ $month }月{ $day }日に確認）。
scrap-published-sms = { $whose }がSMSを送る番号として公表されています（{ $year }年{ $month }月{ $day }日に確認）。
scrap-whose = 「{ $name }」
    .several = 「{ $name }」など
scrap-forged = ただし、番号の表示はまねできます。かけてきた相手が本物とは限りません。
scrap-not-published = 手もとの一覧では、どこの窓口の番号か分かりませんでした。
scrap-pattern-police_ending = 終わりの「0110」は警察署に多い番号です。この表示をまねた詐欺の電話があると、警察庁が注意しています。
scrap-pattern-countries = この国番号からの詐欺の電話が多いと、警察が注意を呼びかけています。
scrap-pattern-plus = 詐欺の電話の約7割は、「+」で始まる海外の番号です（茨城県の注意）。

## リンクとアドレス

scrap-link-owner = { $host } は、{ $brand }のサイトのアドレスです。
    .caution = 届いた文では、見える文字と本当の行き先が違うことがあります。
scrap-link-shortener = { $host } は短縮リンクです。本当の行き先は、開くまで見えません。
scrap-link-anyone = { $host } は、だれでもページを作れる場所です。
scrap-link-unknown = { $host } がだれのサイトか、手もとの一覧では分かりませんでした。
scrap-link-unopened = リンク先は開かずに、アドレスだけを見ました。
scrap-mail-owner = { $host } は、{ $brand }が使うアドレスの終わりです。
    .caution = ただし、差出人はまねできます。これだけで本物とは言えません。
scrap-mail-anyone = { $host } のアドレスは、だれでも作れます。会社の連絡には、ふつう使いません。
scrap-mail-unknown = { $host } がだれのものか、手もとの一覧では分かりませんでした。

## 名前

scrap-name-brand = { $brand }は実際にあります。でも、名前は詐欺にも使われます。
    .site = 本物のサイトは { $host } などです。
scrap-name-unknown = 「{ $name }」は、手もとの一覧にありません。それだけでは、よいとも悪いとも言えません。

## たずねること

scrap-ask-number = この番号から何と言われましたか？ 届いた文か、話の内容をここに送ってください。
scrap-ask-link = このリンクが書いてあった文を、差出人もふくめて全部ここに貼ってください。
scrap-ask-mail = このアドレスから届いた文を、全部ここに貼ってください。
scrap-ask-name = その名前で届いた文か、言われたことを、ここに送ってください。
scrap-still = 文がなければ、使わずに済ませるのがいちばんです。
scrap-until-number = 分かるまでは、かけない・かけ直さない・払わない。
scrap-until-desk = かかってきた電話はいったん切る。自分からこの番号にかければ、その窓口につながります。
scrap-seen = 同じものが { $reports }件 届いています（最初は{ $month }月{ $day }日）。
