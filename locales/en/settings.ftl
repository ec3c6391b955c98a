### Mistakes in the settings, found at the start. Read by whoever runs the bot.

setting-file = The settings file { $file } cannot be read: save it as text in UTF-8.
setting-database = DATABASE_URL is wrong: write sqlite+aiosqlite:///data/koresagi.db or postgresql+asyncpg://user:password@host/name.
setting-database-open = The database of DATABASE_URL cannot be opened: check its place and permissions.
setting-database-newer = The database is newer than this version: update koresagi.
setting-key-missing = SECRET_KEY is missing: with a database server, set SECRET_KEY to 16 or more random characters.
setting-key-short = SECRET_KEY is too short: use at least { $length } characters, or leave it empty.
setting-key-file = The key file { $file } cannot be read or written: check the folder's permissions.
setting-key-damaged = The key file { $file } is damaged: restore it, or delete it together with the database.
setting-choice = { $name } has an unknown value: use one of { $choices }
setting-address = { $name } is not an address: begin it with { $scheme }:// or leave it empty.
setting-telegram-token = TELEGRAM_TOKEN does not look like a token: copy all of it from @BotFather's answer (it looks like 12345:AbCd…).
setting-discord-token = DISCORD_TOKEN does not look like a token: copy all of it from the page "Bot" of the Discord Developer Portal.
setting-days = { $name } must be a number of days from 1 to { $most }.
