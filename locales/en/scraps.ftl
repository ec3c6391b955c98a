### Only a link, an address, a number or a name was sent. Says what is known and what is not, and asks for what decides.

scrap-headline-number = ❓ The number alone does not tell
    .suspicious = ⚠️ Be careful with this number
scrap-headline-link = ❓ The link alone does not tell
scrap-headline-mail = ❓ The address alone does not tell
scrap-headline-name = ❓ A name alone does not tell
scrap-known = What is known

## Phone numbers

scrap-line-toll_free = { $number } is a number that is free for the caller.
scrap-line-navi = { $number } is a “Navi Dial” number: the caller pays, even with unlimited calls.
scrap-line-premium = { $number } charges an extra fee to whoever calls it.
scrap-line-voip = { $number } is an internet phone number (050). It does not tell where the caller is.
scrap-line-mobile = { $number } is a mobile number. Companies rarely use one for their desks.
scrap-line-landline = { $number } is a landline number.
    .place = { $number } is a landline number ({ $place }).
scrap-line-international = { $number } looks like a foreign number, but we know no such country code.
    .place = { $number } is a number from abroad ({ $place }).
scrap-line-short = { $number } is a short number, as public desks have.
scrap-line-other = The number is { $number }.
scrap-line-none = We cannot tell a phone number from this. If it is a code or a PIN, tell it to no one.
scrap-published-desk = It is published as the number of { $whose } (checked { $year }-{ $month }-{ $day }).
scrap-published-sms = It is published as a number that { $whose } sends text messages from (checked { $year }-{ $month }-{ $day }).
scrap-whose = “{ $name }”
    .several = “{ $name }” and others
scrap-forged = But the number on the screen can be faked. The caller may be someone else.
scrap-not-published = In our list we did not find whose number it is.
scrap-pattern-police_ending = Many police stations have numbers that end in 0110. The police warn that scam calls fake this on the screen.
scrap-pattern-countries = The police warn of many scam calls with this country code.
scrap-pattern-plus = About 70% of scam calls come from numbers that begin with “+” (a warning by Ibaraki Prefecture).

## Links and addresses

scrap-link-owner = { $host } is a site of { $brand }.
    .caution = In a message, the words you see and the place a link leads to can differ.
scrap-link-shortener = { $host } makes short links. Where they lead cannot be seen without opening them.
scrap-link-anyone = Anyone can make pages on { $host }.
scrap-link-unknown = In our list we did not find whose site { $host } is.
scrap-link-unopened = We only looked at the address and did not open it.
scrap-mail-owner = { $brand } uses addresses that end in { $host }.
    .caution = But senders can be faked. This alone does not prove it is real.
scrap-mail-anyone = Anyone can get an address at { $host }. Companies rarely write from one.
scrap-mail-unknown = In our list we did not find whose { $host } is.

## Names

scrap-name-brand = { $brand } really exists. But scammers use the name too.
    .site = The real site is { $host }, among others.
scrap-name-unknown = “{ $name }” is not in our list. That alone means nothing good or bad.

## What we ask

scrap-ask-number = What were you told from this number? Send the message, or what was said, here.
scrap-ask-link = Paste the whole message that had this link here, with its sender.
scrap-ask-mail = Paste the whole message that came from this address here.
scrap-ask-name = Send the message that came in this name, or what you were told, here.
scrap-still = If there is no message, it is best to leave it alone.
scrap-until-number = Until it is clear, do not call, call back or pay.
scrap-until-desk = If they called you, hang up. If you dial this number yourself, you reach that desk.
scrap-seen = { $reports } reports of the same (first on { $month }/{ $day }).
