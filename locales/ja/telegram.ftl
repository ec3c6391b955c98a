# The command menu of Telegram. At most 256 characters each.

telegram-command-check = あやしいメッセージを調べる（返信でも使えます）
telegram-command-tasukete = 押した・入力した・払った…どうすればいい？
telegram-command-tsuzuki = 途中の手順の続きを見る
telegram-command-help = 使い方
telegram-command-privacy = 何を記録するか
telegram-command-forget = わたしの記録をすべて消す
