### 起動のときの設定のまちがい。運用する人が読む。

setting-file = 設定ファイル { $file } が読めません。UTF-8 のテキストで保存しなおしてください。
setting-database = DATABASE_URL の書き方が違います。sqlite+aiosqlite:///data/koresagi.db か postgresql+asyncpg://ユーザー:パスワード@ホスト/名前 と書いてください。
setting-database-open = DATABASE_URL のデータベースが開けません。場所と権限を確かめてください。
setting-database-newer = データベースがこの版より新しいものです。koresagi を新しい版にしてください。
setting-key-missing = SECRET_KEY がありません。データベースサーバーを使うときは、16文字以上のでたらめな文字列を SECRET_KEY に書いてください。
setting-key-short = SECRET_KEY が短すぎます。{ $length }文字以上にするか、空にしてください。
setting-key-file = 鍵ファイル { $file } を読み書きできません。フォルダーの権限を確かめてください。
setting-key-damaged = 鍵ファイル { $file } がこわれています。元に戻すか、データベースと一緒に消してください。
setting-choice = { $name } の値が違います。次のどれかにしてください: { $choices }
setting-address = { $name } がアドレスになっていません。{ $scheme }:// で始めるか、空にしてください。
setting-telegram-token = TELEGRAM_TOKEN がトークンの形ではありません。@BotFather の返事から全部写してください（12345:AbCd… の形です）。
setting-discord-token = DISCORD_TOKEN がトークンの形ではありません。Discord Developer Portal の「Bot」のページから全部写してください。
setting-days = { $name } は、1から { $most } までの日数（数字）にしてください。
