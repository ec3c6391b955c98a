### 端末での会話と、起動のときの案内。

console-hint = （メールやSMSを貼り付けて Enter。画像やファイルは、ここに引っぱってきて Enter。番号で選べます。終わるときは Ctrl-D）
console-prompt = >
console-bye = お気をつけて。
console-stopped = 止めました。

run-no-token-discord = Discord で使う: https://discord.com/developers/applications でボットを作り、トークンを .env の DISCORD_TOKEN に書く（docs/discord.md）
run-no-token-telegram = Telegram で使う: Telegram の @BotFather に /newbot と送り、トークンを .env の TELEGRAM_TOKEN に書く（docs/telegram.md）
run-started = 動いています: { $names }（止めるときは Ctrl-C）

jsonl-not-json = この行は JSON のオブジェクトではありません。
jsonl-wrong-field = この行には、型の違う項目があります。
jsonl-no-file = ファイルが開けません。

check-no-file = { $name } が開けません。場所と名前を確かめてください。
check-empty = { $name } に読める文がありません。
check-too_large = { $name } が大きすぎます。
check-image = { $name } は画像です。この環境では画像の中の文字を読めません。文をテキストにして渡してください。
check-no_text = { $name } の中の文字を読み取れません。
check-locked = { $name } はパスワードがかかっていて読めません。
check-broken = { $name } はこわれていて読めません。
check-too_heavy = { $name } は大きすぎるか入り組んでいて、読みきれません。
check-unknown_kind = { $name } は読めない種類のファイルです。.txt .eml .msg .html .pdf と画像が読めます。
