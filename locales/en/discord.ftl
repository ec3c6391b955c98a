# Words used on Discord only. Discord allows 32 characters for a name and 100 for a description.

# The menu under "Apps" after a long press (right click) on a message.
discord-menu-check = Is this a scam?

discord-check = check
    .description = Find out whether a suspicious text or picture is a scam
discord-check-text = text
    .description = The suspicious text (paste it here)
discord-check-file = file
    .description = A screenshot or a saved mail
discord-tasukete = tasukete
    .description = Clicked, typed something in, paid? What to do now, step by step
discord-tsuzuki = tsuzuki
    .description = Show the steps from before again
discord-privacy = privacy
    .description = What is recorded and what is not
discord-forget = forget
    .description = Erase the records about you
discord-help = help
    .description = How to use this bot

# Answers when something was missing.
discord-check-empty = Please send the text or picture to check along with it. A long text is easiest to paste into a direct message to this bot.
discord-own-message = This is one of my own answers. Please choose the same menu on the suspicious message.
discord-nothing-to-read = There is nothing in this message that I can read. Please copy the words you see into a direct message to me, or send a screenshot.
discord-hidden-message = Discord does not let me see the message you replied to. Press and hold it (or right-click it), then choose “Apps” → “Is this a scam?”. Only you will see the answer.

# For the person who runs the bot.
error-discord-shards = The bot is in so many servers that Discord no longer accepts a single connection. It has to be run in several parts.
