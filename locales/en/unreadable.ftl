# What was sent and cannot be read: what it is, and what to send instead. The how-texts say nothing twice and blame nobody.

unreadable-gone = This file did not reach us.
unreadable-animation = We cannot watch moving pictures.
unreadable-location = A place alone tells us nothing.
unreadable-story = We cannot watch stories.
unreadable-embedded = We cannot see the picture in this message.
unreadable-message_link = We cannot see the message behind this link.

unreadable-how-voice = Please write down what was said, as far as you remember it. If you know the caller's phone number, send that too.
unreadable-how-video = Please send a screenshot of the scene that worries you, or type the words you see in it.
unreadable-how-animation = Please send a screenshot of the part that worries you, or type the words you see in it.
unreadable-how-story = Please send a screenshot of the part that worries you, or type the words you see in it.
unreadable-how-sticker = If a text came with it, please send that text.
unreadable-how-location = If a text came with it, please send that text.
unreadable-how-file = Please do not open the file. Tell us who it came from and send the text that came with it.
unreadable-how-too_large = Please send a screenshot of just the part that worries you, or copy its text. If there is a lot, send a little at a time.
unreadable-how-gone = Please try to send it once more. If that does not work, send a screenshot or the copied text.
unreadable-how-embedded = Please send a screenshot of it, or type the words you see in it.
unreadable-how-message_link = Please press and hold that message (right-click on a computer), choose “Forward” and send it to me. If it cannot be forwarded, copy its text and paste it here.
