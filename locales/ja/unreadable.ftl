# What was sent and cannot be read: what it is, and what to send instead. The how-texts say nothing twice and blame nobody.

unreadable-gone = このファイルは、うまく受け取れませんでした。
unreadable-animation = 動く画像は見られません。
unreadable-location = 場所の情報だけでは分かりません。
unreadable-story = ストーリーは見られません。
unreadable-embedded = このメッセージの画像は、こちらからは見えません。
unreadable-message_link = このリンクの先のメッセージは、こちらからは見えません。

unreadable-how-voice = 言われたことを、おぼえている分だけ文字にして送ってください。相手の電話番号が分かれば、それも送ってください。
unreadable-how-video = 気になる場面をスクリーンショットに撮って送るか、映っている文字を打って送ってください。
unreadable-how-animation = 気になる場面をスクリーンショットに撮って送るか、書いてある文字を打って送ってください。
unreadable-how-story = 気になる場面をスクリーンショットに撮って送るか、書いてある文字を打って送ってください。
unreadable-how-sticker = いっしょに届いた文章があれば、その文章を送ってください。
unreadable-how-location = いっしょに届いた文章があれば、その文章を送ってください。
unreadable-how-file = ファイルは開かないでください。だれから、どんな文章といっしょに届いたかを送ってください。
unreadable-how-too_large = 気になるところだけをスクリーンショットに撮るか、文章をコピーして送ってください。たくさんあるときは、少しずつ送ってください。
unreadable-how-gone = もう一度送ってみてください。だめなときは、スクリーンショットか、コピーした文章を送ってください。
unreadable-how-embedded = その画面をスクリーンショットに撮って送るか、書いてある文字を打って送ってください。
unreadable-how-message_link = そのメッセージを長押し（パソコンでは右クリック）して「転送」を選び、わたしに送ってください。転送できないときは、文章をコピーして貼り付けてください。
