### 判断の理由。1つの手がかりに1文。$quote はメッセージの中のことば（短くして、押せない形にしたもの）。

## リンク
reason-link-not_official = リンク先 { $domain } は、{ $brand }のものではありません（本物は { $official } など）。
reason-link-other_brand = { $brand }の名前なのに、リンク先は{ $owner }のページです。
reason-link-lookalike = リンク先 { $domain } は、{ $brand }に似せた別のアドレスです。
reason-link-brand_in_subdomain = リンクの中に{ $brand }の名前がありますが、本当の持ち主は { $domain } です。
reason-link-brand_in_path = リンクのうしろの方に{ $brand }の名前を入れて、本物らしく見せています。
reason-link-userinfo = リンクは { $shown } に見えますが、「@」のうしろの { $domain } につながります。
reason-link-visible_mismatch = 見えている文字は { $shown } なのに、押すと { $domain } につながります。
reason-link-ip = リンク先が名前でなく数字（{ $domain }）です。ふつうの会社は使いません。
reason-link-borrowed_suffix = リンクの途中に「{ $suffix }」がありますが、本当の持ち主は { $domain } です。
reason-link-odd_port = リンク先に、ふつうは使わない番号（:{ $port }）がついています。
reason-link-shortener = 短縮リンク（{ $service }）なので、どこにつながるか見えません。
reason-link-redirector = リンクは { $service } を通って、{ $domain } に飛ばされます。
reason-link-dynamic_dns = リンク先は、だれでもすぐ作れる無料のアドレス（{ $service }）です。
reason-link-shared_hosting = リンク先は、だれでもページを置ける場所（{ $service }）です。
reason-link-risky_suffix = リンク先の終わりが「.{ $suffix }」です。偽サイトによく使われます。
reason-link-very_like_phishing = リンク先 { $domain } は、{ $trait ->
    [ending] 使っている場所（アドレスの終わり）
    [subdomain] 前半のつくり
    [path] うしろのつくり
   *[name] 名前のつくり
 }が、通報された偽サイトのアドレスとそっくりです。
reason-link-like_phishing = リンク先 { $domain } は、{ $trait ->
    [ending] 使っている場所（アドレスの終わり）
    [subdomain] 前半のつくり
    [path] うしろのつくり
   *[name] 名前のつくり
 }が、通報された偽サイトのアドレスとよく似ています。
reason-link-somewhat_like_phishing = リンク先 { $domain } のアドレスのつくりが、偽サイトに少し似ています。
reason-link-random_host = リンク先の名前（{ $part }）が、でたらめな文字のならびです。

## 差出人
reason-sender-not_official = 差出人の { $domain } は、{ $brand }のアドレスではありません（本物は { $official } など）。
reason-sender-free_mail = { $brand }の名前なのに、だれでも作れる無料メール（{ $service }）から届いています。
reason-sender-rented_server = 差出人 { $address } は、だれでも借りられるアドレスで、{ $brand }のものではありません（本物は { $official } など）。
reason-sender-lookalike = 差出人の { $domain } は、{ $brand }に似せた別のアドレスです。
reason-sender-risky_suffix = 差出人のアドレスの終わりが「.{ $suffix }」です。日本の会社はまず使いません。
reason-sender-random_host = 差出人のアドレス（{ $domain }）が、でたらめな文字のならびです。
reason-sender-reply_to = 返事の送り先が、差出人とちがう { $address } になっています。
reason-sender-foreign_number = 送ってきた番号は、海外の番号です。
reason-sender-mobile_number = 会社の連絡なのに、ふつうの携帯番号から送られています。
reason-sender-withheld = 番号をかくして（または国際電話で）連絡してきています。

## 書き方のごまかし
reason-writing-other_script = 「{ $quote }」の「{ $letter }」は、ふつうの文字でなく{ $script ->
    [greek] ギリシャ文字
    [cyrillic] ロシア文字
   *[other] よその国の文字
}です。見分けにくくする手口です。
reason-writing-digit_for_letter = 「{ $quote }」は、「{ $imitates }」を「{ $letter }」に置きかえています。
reason-writing-kanji_for_kana = 「{ $quote }」の「{ $letter }」は、カタカナに見せかけた漢字です。
reason-writing-odd_hyphen = 「{ $quote }」の「ー」が、ちがう記号になっています。
reason-writing-foreign_dot = 「{ $quote }」の点は、日本語の「・」ではなく、中国語のキーボードの点です。
reason-writing-foreign_kanji = 「{ $quote }」に、日本語では使わない漢字がまざっています。
reason-writing-styled_letters = 「{ $quote }」は、特別な飾り文字です。検査をすりぬけるために使われます。
reason-writing-pulled_apart = 「{ $quote }」のように、名前の間にすき間を入れて、検査をすりぬけようとしています。

## ことばづかい
reason-language-broken_japanese = 「{ $quote }」など、日本語がふしぜんです。
reason-language-broken_english = 「{ $quote }」は、詐欺メールの決まり文句です。
reason-language-address_as_name = 名前でなく、メールアドレスで呼びかけています。
reason-language-template_marks = 「{ $quote }」のように、大量に送るための印が残っています。
reason-language-markdown_left = 「{ $quote }」のような記号が残っています。機械で作った文をそのまま送ったようです。

## おどし・せかし
reason-pressure-arrest = 「{ $quote }」と、逮捕や事件でこわがらせています。本物の警察は、電話やメッセージでこう言いません。
reason-pressure-secrecy = 「{ $quote }」と、人に相談させないようにしています。
reason-pressure-legal = 「{ $quote }」と、法律の話でおどしています。
reason-pressure-suspension = 「{ $quote }」と、使えなくなると思わせています。
reason-pressure-unauthorised_use = 「{ $quote }」と、不安にさせています。
reason-pressure-deadline = 「{ $quote }」と、急がせています。
reason-pressure-urgent = 「{ $quote }」と、急がせています。

## 求めてくること
reason-demand-code = 認証コードを教えるように言っています。コードは、だれにも教えないものです。
reason-demand-giftcard = ギフトカードやコンビニの電子マネーで払わせようとしています。本物の会社や役所はしません。
reason-demand-credentials = 「{ $quote }」と、IDやパスワードを入れさせようとしています。
reason-demand-card = 「{ $quote }」と、カードの情報を入れさせようとしています。
reason-demand-crypto = 仮想通貨（暗号資産）を送らせたり、ウォレットをつながせたりしようとしています。
reason-demand-transfer = 「{ $quote }」と、お金を払わせようとしています。
reason-demand-unpaid = 「{ $quote }」と、未払いがあるように言っています。
reason-demand-id_photo = 免許証などの写真を送らせようとしています。
reason-demand-personal_info = 名前・住所・口座などを聞き出そうとしています。
reason-demand-verify = 「{ $quote }」と、情報を入れさせようとしています。
reason-demand-install = 「{ $quote }」と、アプリやソフトを入れさせようとしています。
reason-demand-move_to_messenger = LINEなど、別の連絡先へ移らせようとしています。
reason-demand-call = 「{ $quote }」と、電話をかけさせようとしています。
reason-demand-reply = 「{ $quote }」と、返事をさせようとしています。
reason-demand-click = 「{ $quote }」と、リンクを押させようとしています。

## さそい
reason-lure-parcel_problem = 「{ $quote }」は、荷物の連絡に見せかけるときの決まり文句です。
reason-lure-refund = 「{ $quote }」と、お金がもどるように言っています。
reason-lure-prize = 「{ $quote }」と、得をするように言っています。
reason-lure-easy_money = 「{ $quote }」と、かんたんに稼げるように言っています。
reason-lure-dark_job = 「{ $quote }」は、犯罪に使われる仕事（闇バイト）の募集に多いことばです。
reason-lure-investment = 「{ $quote }」と、もうかる投資のようにさそっています。
reason-lure-celebrity = 有名人の名前を使って、信用させようとしています。
reason-lure-romance = 「{ $quote }」と、知らない人が親しげに近づいてきています。
reason-lure-shop_bait = 「{ $quote }」と、大きな値引きでさそっています。
reason-lure-donation = 「{ $quote }」と、寄付をつのっています。相手が本物か、別の方法で確かめるまで送らないでください。
reason-lure-compensation = 「{ $quote }」と、損を取りもどせるように言っています。
reason-lure-public_office = 「{ $quote }」と、役所の手続きのように言っています。

## 作り話の型
reason-script-police = 「{ $quote }」は、警察や役所をかたる電話で使われる話し方です。
reason-script-family_emergency = 「{ $quote }」は、家族になりすます手口の話です。
reason-script-borrow = 「{ $quote }」は、乗っ取った友だちのアカウントから来る話に多いことばです。
reason-script-vote = 「{ $quote }」は、アカウントを乗っ取る投票さそいに多いことばです。
reason-script-report_accident = 「{ $quote }」は、ゲームやDiscordのアカウントをうばう手口の話です。
reason-script-business = 「{ $quote }」は、社長や取引先になりすます手口の話です。
reason-script-marketplace = 「{ $quote }」は、フリマの取引に見せかける手口の話です。
reason-script-mailbox_full = 「{ $quote }」は、メールのパスワードをうばう手口の話です。
reason-extortion-hacked_device = 「{ $quote }」は、おどして払わせるメールの決まり文句です。ほとんどは作り話です。
reason-extortion-wallet = 仮想通貨の送り先（{ $quote }）が書かれています。
reason-support-alarm = 「{ $quote }」は、偽の警告画面の決まり文句です。

## みんなの報告
reason-community-reported = 同じ文面が、ほかの{ $count }人からも報告されています。
reason-community-confirmed = 同じ文面が、確認ずみの詐欺として記録されています。
reason-community-cleared = 同じ文面が、本物の連絡として確認されています。

## 合わせ技
reason-pattern-threat_and_link = 「{ $quote }」とこわがらせて、リンクや入力へ進ませようとしています。
reason-pattern-deadline_and_link = 「{ $quote }」と急がせて、リンクや入力へ進ませようとしています。
reason-pattern-parcel_without_sender = どの会社の、どの荷物か、書いてありません。
reason-pattern-easy_money_contact = うまい仕事の話で、直接の連絡へさそっています。
reason-pattern-investment_contact = もうけ話で、直接の連絡やグループへさそっています。
reason-pattern-stranger_to_messenger = 知らない人が近づいて、すぐ別の連絡先へさそっています。
reason-pattern-alarm_and_call = 偽の警告でおどろかせて、電話をかけさせる作りです。
reason-pattern-police_and_money = 警察や役所を名のり、お金や情報を求めています。本物はこうしません。
reason-pattern-blackmail = 秘密をばらすとおどして、お金を払わせる作りです。
reason-pattern-friend_and_money = 知り合いのふりをして、お金やコードを求めています。
reason-pattern-unpaid_and_call = 未払いがあると言って、すぐ払わせる作りです。
reason-pattern-prize_and_claim = 得な話で、リンクや入力へさそう作りです。
reason-exit-warning = 詐欺への注意を呼びかける文のようです。
reason-exit-code = 認証コードを知らせるだけの文のようです。

## 本物らしいところ
reason-genuine-official_links = リンク先はどれも{ $brand }の本物のアドレス（{ $domain }）です。
reason-genuine-known_links = リンク先は{ $owner }の本物のアドレス（{ $domain }）です。
reason-genuine-likely_links = リンク先は{ $brand }のアドレスのようです（確認できた資料はありません）。
reason-genuine-registered_domain = アドレスの { $domain } は、日本で登録した組織だけが持てる種類のものです。
reason-genuine-registered_sender = 差出人の { $domain } は、日本で登録した組織だけが持てる種類のアドレスです。ただし差出人は偽れます。
reason-genuine-official_sender = 差出人は{ $brand }のアドレスです（差出人は、まねされることもあります）。
reason-genuine-official_number = 送ってきた番号は、{ $brand }が公開している番号です（番号は、まねされることもあります）。
reason-genuine-nothing_asked = リンクも、お金や情報を求めることばもありません。
reason-genuine-warns_of_scam = 詐欺に注意するよう呼びかけています。
reason-genuine-never_asks = 番号やコードを「教えないで」と書いています。
reason-genuine-one_time_code = コードを知らせるだけで、教えるようには言っていません。
reason-genuine-no_action_needed = 何もしなくてよいと書いています。
reason-genuine-own_way = 公式アプリなど、自分で開いて確かめるように書いています。

## 文全体
reason-wording-very_like_scams = 文の書き方が、これまでの詐欺の文面とそっくりです。
reason-wording-like_scams = 文の書き方が、これまでの詐欺の文面によく似ています。
reason-wording-somewhat_like_scams = 文の書き方が、詐欺の文面に少し似ています。
reason-wording-slightly_like_scams = 文の書き方は、どちらかといえば詐欺の文面に近いものです。
reason-wording-slightly_like_genuine = 文の書き方は、どちらかといえば本物の連絡に近いものです。
reason-wording-somewhat_like_genuine = 文の書き方は、本物の連絡に少し似ています。
reason-wording-like_genuine = 文の書き方は、本物の連絡に似ています。
reason-wording-very_like_genuine = 文の書き方は、本物の連絡によく似ています。
