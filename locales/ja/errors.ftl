# What is said when something goes wrong on our side, and what an operator has to mend.

error-internal = ごめんなさい。こちらの不具合で、いまは答えられません。少し待って、もう一度送ってください。急ぐときは、近くの警察署か消費生活センターに電話してください。
error-telegram-token = TELEGRAM_TOKEN が Telegram に拒否されました。BotFather の /mybots で正しいトークンを確かめ、.env に書き直してください。
error-discord-token = DISCORD_TOKEN が Discord に拒否されました。Discord Developer Portal の Bot の画面でトークンを作り直し、.env に書き直してください。
error-discord-intents = Discord がこのボットの Intents を許可していません。Discord Developer Portal の Bot の画面で Privileged Gateway Intents を確かめてください。
