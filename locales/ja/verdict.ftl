### 最初の返事。短く、落ち着いて、まず答え。こわがらせない、責めない。

headline-scam = 🚨 詐欺です（ほぼ確実） ― { $what }
headline-suspicious = ⚠️ 疑わしいです ― { $what }かもしれません
headline-unclear = ❓ まだ判断できません
headline-no_sign = 🔎 不審な点は見つかりません
    .brand = 🔎 不審な点は見つかりません ― { $brand }からの連絡のようです

## 何の詐欺か（見出しの後半に入る名詞）

what-brand_phishing = 公式をよそおう偽{ $carrier }
    .brand = { $brand }をかたる偽{ $carrier }
what-delivery = 配達をよそおう偽{ $carrier }
    .brand = { $brand }をかたる偽{ $carrier }（配達の通知）
what-tax = 税金や役所をよそおう偽{ $carrier }
    .brand = { $brand }をかたる偽{ $carrier }
what-billing = 払わなくてよい、うその請求
    .brand = { $brand }をかたる、うその請求
what-support = 偽のウイルス警告（サポート詐欺）
    .brand = { $brand }をかたる偽の警告（サポート詐欺）
what-police = ニセ警察の詐欺
    .brand = { $brand }をかたるニセ警察の詐欺
what-extortion = おどして払わせる詐欺
what-investment = 投資の詐欺
    .brand = { $brand }をかたる投資の詐欺
what-romance = 恋愛をよそおう詐欺
what-job = 仕事・副業の詐欺
    .brand = { $brand }をかたる仕事・副業の詐欺
what-yamibaito = 犯罪の手伝いをさせる「闇バイト」
what-prize = 当選・プレゼントの詐欺
    .brand = { $brand }をかたる当選の詐欺
what-refund = 返金をえさにした詐欺
    .brand = { $brand }をかたる返金の詐欺
what-takeover = アカウントの乗っ取り
    .brand = { $brand }アカウントの乗っ取り
what-marketplace = 売り買いの詐欺
    .brand = { $brand }をかたる偽{ $carrier }
what-crypto = 暗号資産（仮想通貨）の詐欺
    .brand = { $brand }をかたる暗号資産の詐欺
what-gaming = ゲームのアカウントやアイテムを狙う詐欺
    .brand = { $brand }をかたる、アカウント狙いの詐欺
what-bec = 上司や取引先のなりすまし
what-mailbox = メールのパスワードを盗む偽{ $carrier }
    .brand = { $brand }をかたる、パスワード狙いの偽{ $carrier }
what-donation = 寄付の詐欺
    .brand = { $brand }をかたる寄付の詐欺
what-other = 人をだますための{ $carrier }
    .brand = { $brand }をかたる偽{ $carrier }

carrier-email = メール
carrier-sms = SMS
carrier-popup = 画面
carrier-web = サイト
carrier-call_script = 電話
carrier-message = メッセージ

## 見出しの下

heading-reasons = 理由
heading-worries = 気になる点
heading-checked = 確かめたこと
heading-now = いますること
heading-sure = 念のため
heading-question = 教えてください
ask-done = もう何かしましたか？
ask-done-group = もう何かしてしまった人は、ここに書かず、このボットに直接（1対1で）送ってください。手順を案内します。
reason-none = 文全体が、よくある詐欺の形に似ています。

## いますること

do-no-click = リンクは押さない。返信もしない。
do-no-attachment = 添付ファイルは開かない。リンクも押さない。
do-no-reply = 返信しない。相手にしない。
do-no-call = 書いてある番号に電話しない。リンクも押さない。
do-no-pay = 払わない。返信もしない。
do-no-code = 認証コードやパスワードは、だれにも教えない。
do-no-card = カード番号やパスワードを入れない。
do-no-install = アプリを入れない。リンクも押さない。
do-no-giftcard = ギフト券を買わない。番号を送らない。
do-no-crypto = お金も暗号資産も送らない。
do-no-identity = 身分証や個人情報を送らない。
do-no-move = LINEなど、別の連絡先に移らない。
do-close-screen = 画面を閉じる。書いてある番号に電話しない。
do-hang-up = 電話やビデオ通話は切る。お金も情報も渡さない。
do-no-apply = 応募しない。身分証を送らない。
do-no-money = お金を送らない。もう送っていても、追加しない。
do-no-threat = 払わない。返事もしない。おどしに答えない。
do-ask-friend = 本人に、電話など別の方法で確かめる。
do-ask-company = 払う前に、前から知っている番号に電話して確かめる。
do-ask-police = 本当か知りたいときは、自分で調べた警察署か { $number } に電話する。
do-ask-consumer = 迷ったら、消費者ホットライン { $number } に相談する。
do-yamibaito-protect = もう応募した人も、{ $number }（警察の相談）で守ってもらえます。
do-check-app = 気になるときは、自分で開いた{ $brand }アプリの「{ $place }」で確かめる。
do-check-brand = 気になるときは、{ $brand }の公式アプリか公式サイトを自分で開いて確かめる。
do-check-office = 本当か知りたいときは、{ $brand }の公式サイトを自分で開くか、自分で調べた番号に電話する。
do-support-close = 閉じられないときは、Escキーを長押しするか、電源を切る。
do-support-refuse = ソフトを入れない。遠隔操作をさせない。払わない。
do-hang-up-family = いったん切る。お金は渡さない・振り込まない。
do-call-family = 前から知っている番号で、本人か家族に電話して確かめる。
do-check-official = 気になるときは、公式アプリか公式サイトを自分で開いて確かめる。
do-report-brand = { $brand }に通報してから消す。
do-report-delete = 通報してから消す。
do-block-delete = 通報・ブロックしてから消す。
do-keep-report = 画面を残して、通報する。

## 不審な点がないとき・判断できないとき

sure-same = リンクを使わず、公式アプリか公式サイトを自分で開いても同じ内容が出るか見る。
sure-app = リンクを使わず、{ $brand }アプリの「{ $place }」にも同じ連絡があるか見る。
sure-brand = リンクを使わず、{ $brand }の公式アプリか公式サイトを自分で開いて見る。
sure-later = あとからお金やコード、別の連絡先の話が出たら、もう一度ここに送ってください。
sure-limits = 差出人はまねできるので、「安全」とまでは言えません。
until-known = 分かるまでは、押さない・返さない・払わない。
unclear-still = ここまでの内容では、本物とも偽物とも言いきれません。
unclear-safe-way = 使わずに済ませるのがいちばん安全です。
unclear-consult = 人に聞きたいときは、消費者ホットライン { $number } へ。

question-full_text = 届いた文を、全部ここに貼ってください。
    .how = 文を長押し →「コピー」→ ここに長押しで「貼り付け」。転送でもかまいません。
question-sender = 差出人のメールアドレスか電話番号を教えてください。
    .how = メールなら差出人の名前を押すと、アドレスが出ます。SMSは画面の一番上に出ています。
question-link = リンク先のアドレスを教えてください。
    .how = リンクを長押し（パソコンは右クリック）→「リンクをコピー」→ ここに貼り付け。開かなくて大丈夫です。
question-context = 相手はだれで、どんなきっかけで届きましたか？
    .how = 例：「知らない人から急に」「フリマの購入者から」「会社の上司の名前で」

## くわしく

details-headline = くわしい説明
details-score = 詐欺の可能性：およそ { $percent }％（文の特徴からの計算です）
heading-against = 詐欺らしい点
heading-for = 本物らしい点
heading-links = 書かれていたリンク（押せないように直してあります）
link-line = { $target }
link-domain = 本当の行き先は { $domain }
link-owner = { $brand }の正規のサイトです
link-stranger = { $brand }のサイトではありません
link-unknown = 持ち主は分かりません
link-visible = 見た目の文字は「{ $visible }」
link-none = 行き先を読み取れません
links-more = ほかに { $count } 件のリンク
heading-unseen = 見ていないもの
unseen-page = リンクの先のページは開いていません（開くと相手に知られるため）。
unseen-sender = 差出人のアドレスや番号は分かりませんでした。
unseen-link = リンクの行き先は分かりませんでした。
unseen-attachment = 画像や添付ファイルの中身は見ていません。
unseen-header = 送信の記録（ヘッダー）は見ていません。
heading-asks = この{ $carrier }がさせたいこと

demand-credentials = IDとパスワードを入れさせる
demand-card = カード番号を入れさせる
demand-otp = 認証コードを聞き出す
demand-personal_info = 個人情報を聞き出す
demand-payment = お金を払わせる
demand-call = 電話をかけさせる
demand-install = アプリやソフトを入れさせる
demand-reply = 返事をさせる
demand-crypto = 暗号資産を送らせる
demand-click = リンクを押させる
demand-giftcard = ギフト券の番号を送らせる
demand-move_channel = LINEなど別の連絡先に移らせる

## 同じものが届いた人

campaign-seen = 同じような文が { $reports }件 届いています（最初は{ $month }月{ $day }日）。

## 通報

report-headline = 通報のしかた
report-lead = { $carrier }を消す前に、次のどれか1つで十分です。通報は任意です（お金やカードは、通報では止まりません）。
report-brand-page = { $brand }の公式の報告ページ
report-brand-mail = { $brand }の報告用アドレス { $address } に、届いた{ $carrier }をそのまま転送する。
report-council = { $name }（{ $address }）に、届いた{ $carrier }をそのまま転送する。
report-council-page = { $name }の報告ページ
report-desk = { $name }{ $number }
report-desk-page = { $name }のページ
report-draft-heading = 送る文（コピーして使えます）
report-draft-subject = 件名：{ $what }の報告
report-draft-body = このような{ $carrier }が届いたので報告します。
report-draft-sender = 差出人：{ $sender }
report-draft-title = 題名：{ $subject }
report-draft-link = リンク先：{ $link }
report-nothing = このメッセージは、通報するほどの点が見つかっていません。気になるときは公式の窓口に聞いてください。

## ボタン

button-report = 通報する
button-more = くわしく
button-other = ほか…
