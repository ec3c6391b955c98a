### 会話。こわがっている人に話す。責めない、急がせない、専門の言葉を使わない。

## はじめて・使い方

welcome-headline = 「これ、詐欺？」です。だいじょうぶ、一緒に見ます。
welcome-how = あやしいメールやSMSを、ここに転送するか貼り付けてください。詐欺かどうか、理由、いますることを答えます。
welcome-victim = もう何かしてしまったら、そのまま話してください。例：「リンクを押しちゃった」
help-headline = 使い方
help-check = 届いた文を、転送するか貼り付ける。→ 詐欺かどうかを答えます。
help-recover = 「パスワードを入れちゃった」のように話す。→ いますることを順に案内します。
help-resume = 「続き」と送る。→ 手順に戻ります。
help-commands = /tasukete 文がなくても相談　/privacy 記録について　/forget 記録を消す
button-tasukete = もう何かしてしまった

## 記録について

privacy-headline = 記録について
privacy-masked = 送られた文は、名前・電話・住所・カード番号などを消してから記録します。
privacy-what = 残すのは、その文、差出人とリンク先、判定、あったこと、日時、使ったアプリの種類です。
privacy-who = あなたの名前やIDは残しません。元に戻せない符号だけで、同じ人の分をまとめます。
privacy-where = ほかの会社や外部のAIには送りません。リンク先も開きません。
privacy-forget = /forget で、あなたの分をすぐに全部消します。古い記録は、自動で消えます。
button-forget = 私の記録を消す
logged-note = 個人情報を消して記録します（説明は /privacy、消すのは /forget）。

forget-headline = 消しました。
forget-what = 相談 { $cases }件、記録した文 { $samples }件を消しました。元には戻せません。
forget-nothing = あなたの記録は、もともとありませんでした。

## 短い返事

thanks = どういたしまして。また気になるものが届いたら、いつでも送ってください。
greeting = こんにちは。あやしいメールやSMSがあれば、ここに転送するか貼り付けてください。
offtopic = ごめんなさい、それは分かりません。あやしい文を見たり、だまされたかもしれないときの手順を案内したりするボットです。
offtopic-how = 届いた文を貼り付けるか、「リンクを押しちゃった」のように話してください。
during-plan = 手順に戻るときは「続き」、終わったものは「できた」と送ってください。
during-people = 人に話したいときは、消費者ホットライン { $consumer } か、警察の相談 { $police } に電話できます。
during-message = さっきのメッセージのことなら、したことを「リンクを押した」のように話してください。まだ何もしていなければ、そのままで大丈夫です。
send-message = そのメールやSMSの文を、ここに転送するか貼り付けてください。すぐに見ます。
send-message-how = 文を長押し →「コピー」→ ここに長押しで「貼り付け」。
empty = 何も届きませんでした。文を貼り付けて、もう一度送ってください。
no-text = 文字が読み取れませんでした。届いた文をコピーして、ここに貼り付けてください。
no-plan = いまは続きの手順がありません。何があったか、そのまま話してください。
no-case = このボタンは古いか、ほかの人のものです。文をもう一度送ってください。
nothing-happened = 分かりました。ほかに思い出したら、いつでも言ってください。
too-long-note = とても長いので、はじめの部分だけを見ました。

## 読めないもの

unreadable-image = ここでは、画像の中の文字を読めません。
unreadable-no_text = 画像の中の文字を、読み取れませんでした。
unreadable-locked = パスワードがかかっていて、中が読めません。パスワードは教えなくて大丈夫です。
unreadable-too_heavy = 大きすぎるか入り組んでいて、読みきれませんでした。
unreadable-too_large = ファイルが大きすぎて読めません（10MBまで）。
unreadable-file = このファイルは読めません。
unreadable-voice = 音声は聞けません。
unreadable-video = 動画は見られません。
unreadable-sticker = スタンプだけでは分かりません。
unreadable-contact = 連絡先だけでは分かりません。
unreadable-other = この種類のものは読めません。
unreadable-broken = このファイルは、こわれていて読めません。
unreadable-how = 文字を長押ししてコピーし、ここに貼り付けてください。メールは転送するか、.eml ファイルでも送れます。
unreadable-how-image = 画面の文字を長押しでコピーして貼り付けるか、差出人と文を打って送ってください。リンクは開かないでください。
unreadable-how-no_text = 文字が大きく写るように、もう一度画面を撮って送るか、差出人と文を打って送ってください。リンクは開かないでください。

## 打ってしまった大事な番号

secret-card = ⚠️ カード番号が書かれています。いまのメッセージを消してください。ここには書かなくて大丈夫です。
secret-password = ⚠️ パスワードが書かれています。いまのメッセージを消してください。ここには書かなくて大丈夫です。
secret-code = ⚠️ 認証コードのような番号が書かれています。いまのメッセージを消して、だれにも教えないでください。
secret-number = ⚠️ 大事な番号が書かれています。いまのメッセージを消してください。ここには書かなくて大丈夫です。

## 何があったか

recover-headline = だいじょうぶ、一緒に確かめます。
recover-ask = 何をしましたか？ 近いものを押すか、そのまま話してください。
offer-headline = だいじょうぶ。もう少しだけ教えてください。
offer-ask = どれに近いですか？
other-headline = 何がありましたか？
other-ask = 近いものを押すか、自分の言葉で書いてください。
did-received_only = 何もしていない
did-clicked_link = 開いただけ
heard-denied = 「{ $what }」は、ないのですね。良かったです。
heard-denied-all = ほかには何もしていないのですね。良かったです。
heard-received = 文をここに貼り付けてもらえれば、詐欺かどうか見ます。
heard-nearly = 途中でやめたのですね。とても良い判断です。
supposed-headline = まだ何もしていないなら、そのままで大丈夫です。
supposed-clicked_link = リンクを押すと、偽のページに進むことがあります。押さないでください。もし開いても、何も入れなければ、多くは大きな被害になりません。
supposed-text = それはしないでください。もししてしまったら、すぐここに書いてください。手順を案内します。
supposed-safe = 確かめたいときは、メッセージのリンクや番号を使わず、公式アプリか公式サイトを自分で開いてください。
private-only = ここはほかの人にも見えます。このボットに直接（1対1で）送ってください。手順を案内します。
brand-unknown = そのサービス
button-none = ほかはない

## 手順

plan-headline = だいじょうぶ、いまからできます。
plan-headline-other = だいじょうぶ、いまからできます（{ $whose }のこと）。
plan-going = { $all }個のうち{ $done }個、できました。
plan-finished = ✅ 全部できました。おつかれさまでした。
plan-first = まず、これを1つ
plan-then = そのあと
plan-contact = ☎ { $contact }
plan-deadline = ⏰ { $deadline }
plan-caution = ⚠️ { $caution }
plan-more = ほかに { $count }個あります。「できた」を押すと次が出ます。
plan-avoid = しないこと
plan-keep = 残しておくもの
plan-tomorrow = あした見るところ
plan-next-month = 来月見るところ
plan-ask = ほかにも、したことはありますか？
plan-resume = 「続き」と送ると、いつでもここに戻れます。
plan-later-headline = 気をつけること
contact-with-hours = { $contact }（{ $hours }）
button-tick = { $number }番できた
button-later = 注意と確認
button-other-happened = ほかにもした
retold-note = お話の内容から考えました。届いた文があれば、ここに貼り付けてください。
