### The conversation. Speaks to someone who is frightened: no blame, no hurry, no jargon.

## First words, how to use

welcome-headline = This is “Is this a scam?”. It's all right, we will look at it together.
welcome-how = Forward or paste the suspicious message here. You will hear whether it is a scam, why, and what to do now.
welcome-victim = If you have already done something, just say so. For example: “I opened the link”
help-headline = How to use
help-check = Forward or paste a message. → We say whether it is a scam.
help-recover = Say what happened, such as “I entered my password”. → We guide you step by step.
help-resume = Send “continue”. → Back to your steps.
help-commands = /tasukete help without a message · /privacy what is kept · /forget erase it
button-tasukete = I already did something

## What is kept

privacy-headline = What we keep
privacy-masked = Names, phone numbers, addresses, card numbers and the like are taken out of a message before it is kept.
privacy-what = We keep that text, its sender and links, the verdict, what happened, the time and which app you used.
privacy-who = We do not keep your name or id: only a code that cannot be turned back groups what is yours.
privacy-where = Nothing goes to other companies or outside AI. We do not open links.
privacy-forget = /forget erases everything of yours at once. Old records go by themselves.
button-forget = Erase my data
logged-note = We keep a copy without personal data (/privacy explains, /forget erases).

forget-headline = Erased.
forget-what = { $cases } cases and { $samples } stored messages are gone for good.
forget-nothing = There was nothing of yours.

## Short answers

thanks = You are welcome. Send anything suspicious, any time.
greeting = Hello. If you have a suspicious message, forward or paste it here.
offtopic = Sorry, we cannot help with that. This bot looks at suspicious messages and guides you if you may have been tricked.
offtopic-how = Paste the message, or say what happened, such as “I opened the link”.
during-plan = Send “continue” to go back to the steps, and “done” for what you have finished.
during-people = To talk to a person, call the consumer hotline { $consumer } or the police consultation line { $police }.
during-message = If it is about the message before, say what you did, such as “I opened the link”. If you have done nothing, you are fine as you are.
send-message = Forward or paste the message here. We will look at it at once.
send-message-how = Press and hold the text, choose Copy, then press and hold here and Paste.
empty = Nothing arrived. Please paste the message and send it again.
no-text = We could not read any words. Please copy the message and paste it here.
no-plan = There are no steps to go on with. Just tell us what happened.
no-case = This button is old or someone else's. Please send the message again.
nothing-happened = All right. If you remember anything else, tell us any time.
too-long-note = It is very long, so we looked at the first part only.

## What we cannot read

unreadable-image = We cannot read words in pictures here.
unreadable-no_text = We could not make out the words in the picture.
unreadable-locked = It is locked with a password, so we cannot read it. Do not send us the password.
unreadable-too_heavy = It is too large or too tangled for us to read.
unreadable-too_large = The file is too large to read (10 MB at most).
unreadable-file = We cannot read this file.
unreadable-voice = We cannot listen to voice messages.
unreadable-video = We cannot watch videos.
unreadable-sticker = A sticker alone tells us nothing.
unreadable-contact = A contact alone tells us nothing.
unreadable-other = We cannot read this kind of thing.
unreadable-broken = This file is damaged and cannot be read.
unreadable-how = Press and hold the text, copy it and paste it here. Mails can be forwarded or sent as an .eml file.
unreadable-how-image = Copy the words from the screen and paste them, or type the sender and the text. Do not open its links.
unreadable-how-no_text = Take the screenshot again with larger words, or type the sender and the text. Do not open its links.

## Secrets the person typed

secret-card = ⚠️ There is a card number in it. Please delete that message. You need not write it here.
secret-password = ⚠️ There is a password in it. Please delete that message. You need not write it here.
secret-code = ⚠️ There seems to be a code in it. Please delete that message, and tell the code to no one.
secret-number = ⚠️ There is an important number in it. Please delete that message. You need not write it here.

## What happened

recover-headline = It's all right, let us look at it together.
recover-ask = What did you do? Press what is closest, or just tell us.
offer-headline = It's all right. Tell us a little more.
offer-ask = Which is closest?
other-headline = What happened?
other-ask = Press what is closest, or write it in your own words.
did-received_only = Nothing yet
did-clicked_link = Only opened it
heard-denied = So this did not happen: “{ $what }”. Good.
heard-denied-all = So you did nothing else. Good.
heard-received = Paste the message here and we will look at it.
heard-nearly = You stopped in time. That was a very good decision.
supposed-headline = If you have done nothing yet, you are fine as you are.
supposed-clicked_link = The link may lead to a fake page, so please do not open it. If you do open it but enter nothing, usually little harm comes of it.
supposed-text = Please do not do that. If it has happened, tell us at once and we will guide you.
supposed-safe = To check, do not use the message's links or numbers: open the official app or site yourself.
private-only = Others can read along here. Please message this bot directly, one to one. It will guide you.
brand-unknown = the service
button-none = Nothing else

## Steps

plan-headline = It's all right, you can act now.
plan-headline-other = It's all right, you can act now (for: { $whose }).
plan-going = { $done } of { $all } done.
plan-finished = ✅ All done. Well done.
plan-first = First, this one thing
plan-then = Then
plan-contact = ☎ { $contact }
plan-deadline = ⏰ { $deadline }
plan-caution = ⚠️ { $caution }
plan-more = { $count } more. Press “done” to see the next.
plan-avoid = Do not
plan-keep = Keep
plan-tomorrow = Check tomorrow
plan-next-month = Check next month
plan-ask = Have you done anything else?
plan-resume = Send “continue” to come back here any time.
plan-later-headline = What to watch
contact-with-hours = { $contact } ({ $hours })
button-tick = Step { $number } done
button-later = What to watch
button-other-happened = I did more
retold-note = This is judged from what you told. If you have the text itself, paste it here.
