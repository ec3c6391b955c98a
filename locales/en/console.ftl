### The chat in a terminal, and what is said at the start.

console-hint = (Paste a message and press Enter, or drop a picture or file here. Choose by number. Ctrl-D to leave.)
console-prompt = >
console-bye = Take care.
console-stopped = Stopped.

run-no-token-discord = For Discord: make a bot at https://discord.com/developers/applications and write its token into .env as DISCORD_TOKEN (docs/discord.md)
run-no-token-telegram = For Telegram: send /newbot to @BotFather in Telegram and write its token into .env as TELEGRAM_TOKEN (docs/telegram.md)
run-started = Running: { $names } (Ctrl-C stops)

jsonl-not-json = This line is not a JSON object.
jsonl-wrong-field = This line has a field of the wrong type.
jsonl-no-file = The file cannot be opened.

check-no-file = { $name } cannot be opened: check its place and name.
check-empty = There are no readable words in { $name }.
check-too_large = { $name } is too large.
check-image = { $name } is a picture. Words in pictures cannot be read here: give the text instead.
check-no_text = No words can be made out in { $name }.
check-locked = { $name } is locked with a password and cannot be read.
check-broken = { $name } is damaged and cannot be read.
check-too_heavy = { $name } is too large or too tangled to read.
check-unknown_kind = { $name } is of a kind that cannot be read. .txt .eml .msg .html .pdf and pictures can.
