# The command menu of Telegram. At most 256 characters each.

telegram-command-check = Check a suspicious message (also as a reply to it)
telegram-command-tasukete = I clicked, typed or paid: what now?
telegram-command-tsuzuki = Go on with my steps
telegram-command-help = How to use this bot
telegram-command-privacy = What is recorded
telegram-command-forget = Erase everything recorded about me
