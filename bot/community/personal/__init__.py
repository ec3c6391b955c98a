"""Where personal data stands in a text. One kind of data a file; `bot.community.masking` puts them in order."""
