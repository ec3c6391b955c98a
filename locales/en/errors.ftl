# What is said when something goes wrong on our side, and what an operator has to mend.

error-internal = Sorry, something went wrong on our side and I cannot answer just now. Please wait a little and send it again. If it is urgent, call your local police station or consumer centre.
error-telegram-token = Telegram refused TELEGRAM_TOKEN. Look up the right token with /mybots at BotFather and correct it in .env.
error-discord-token = Discord refused DISCORD_TOKEN. Make a new token on the Bot page of the Discord Developer Portal and correct it in .env.
error-discord-intents = Discord does not allow this bot's intents. Check the Privileged Gateway Intents on the Bot page of the Discord Developer Portal.
