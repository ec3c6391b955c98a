# Discord だけで使う言葉。名前（-で始まる説明のないもの）は Discord の決まりで 32 文字まで、説明は 100 文字まで。

# メッセージを長押し（右クリック）→「アプリ」で出るメニュー。
discord-menu-check = これ、詐欺？

discord-check = 確認
    .description = あやしい文章や画像が詐欺かどうか、調べます
discord-check-text = 文章
    .description = あやしい文章（ここに貼りつけてください）
discord-check-file = ファイル
    .description = スクリーンショットやメールのファイル
discord-tasukete = たすけて
    .description = 押した、入力した、払った…。いますることを順番に案内します
discord-tsuzuki = 続き
    .description = 前に案内した手順を、もう一度出します
discord-privacy = プライバシー
    .description = 何を記録して、何を記録しないか
discord-forget = 記録を消す
    .description = あなたについての記録を消します
discord-help = 使い方
    .description = このボットの使い方

# 使い方がうまく伝わらなかったときの返事。
discord-check-empty = 調べたい文章か画像を、いっしょに送ってください。長い文章は、このボットへのダイレクトメッセージに貼りつけるのが簡単です。
discord-own-message = これは、わたしの返事です。あやしいメッセージのほうで、同じメニューを選んでください。
discord-nothing-to-read = このメッセージには、わたしが読めるものがありません。見えている文章を、ダイレクトメッセージに書き写すか、スクリーンショットで送ってください。
discord-hidden-message = 返信先のメッセージは、Discordのしくみで、わたしからは見えません。そのメッセージを長押し（パソコンでは右クリック）して、「アプリ」→「これ、詐欺？」を選んでください。答えは、あなただけに見えます。

# 動かす人に見せる言葉。
error-discord-shards = 参加しているサーバーが多くなり、Discordが1つの接続では受けつけなくなりました。ボットを分けて動かす必要があります。
