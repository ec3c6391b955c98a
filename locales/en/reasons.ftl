### Reasons for a judgement, one sentence for each sign. $quote are words of the message, shortened and defanged.

## Links
reason-link-not_official = The link leads to { $domain }, which does not belong to { $brand } (theirs is { $official }).
reason-link-other_brand = It speaks for { $brand }, but the link leads to a page of { $owner }.
reason-link-lookalike = The link leads to { $domain }, an address made to look like { $brand }.
reason-link-brand_in_subdomain = The link names { $brand }, but it really belongs to { $domain }.
reason-link-brand_in_path = The name { $brand } stands only at the end of the link, to make it look real.
reason-link-userinfo = The link looks like { $shown } but leads to what follows the "@": { $domain }.
reason-link-visible_mismatch = You see { $shown }, but the link leads to { $domain }.
reason-link-ip = The link leads to a number ({ $domain }) instead of a name. Companies do not do that.
reason-link-borrowed_suffix = The link has "{ $suffix }" in the middle, but it really belongs to { $domain }.
reason-link-odd_port = The link carries an unusual number (:{ $port }).
reason-link-shortener = It is a shortened link ({ $service }), so nobody can see where it leads.
reason-link-redirector = The link goes through { $service } and ends at { $domain }.
reason-link-dynamic_dns = The link uses a free address that anyone can make in a minute ({ $service }).
reason-link-shared_hosting = The link leads to a place where anyone can put a page ({ $service }).
reason-link-risky_suffix = The link ends in ".{ $suffix }", which fake sites often use.
reason-link-very_like_phishing = { $trait ->
    [ending] The kind of place { $domain } stands at
    [subdomain] The first part of the address at { $domain }
    [path] The last part of the address at { $domain }
   *[name] The name { $domain }
 } is made just like those of reported fake sites.
reason-link-like_phishing = { $trait ->
    [ending] The kind of place { $domain } stands at
    [subdomain] The first part of the address at { $domain }
    [path] The last part of the address at { $domain }
   *[name] The name { $domain }
 } is made much like those of reported fake sites.
reason-link-somewhat_like_phishing = The address at { $domain } is made a little like those of fake sites.
reason-link-random_host = The name in the link ({ $part }) is a random string of letters.

## Sender
reason-sender-not_official = The sender's { $domain } is not an address of { $brand } (theirs is { $official }).
reason-sender-free_mail = It speaks for { $brand } but comes from a free mail account ({ $service }).
reason-sender-rented_server = The sender { $address } does not belong to { $brand }. It is an address of { $service }, which anyone can rent (the real one is { $official }).
reason-sender-lookalike = The sender's { $domain } is made to look like { $brand }.
reason-sender-risky_suffix = The sender's address ends in ".{ $suffix }", which companies in Japan hardly use.
reason-sender-random_host = The sender's address ({ $domain }) is a random string of letters.
reason-sender-reply_to = Your answer would go to a different address, { $address }.
reason-sender-foreign_number = The number it came from is a foreign one.
reason-sender-mobile_number = It speaks for a company but comes from an ordinary mobile number.
reason-sender-withheld = The caller hides the number or calls from abroad.

## Disguised writing
reason-writing-other_script = The "{ $letter }" in "{ $quote }" is not an ordinary letter but a { $script ->
    [greek] Greek
    [cyrillic] Cyrillic
   *[other] foreign
} one. It is there to fool you.
reason-writing-digit_for_letter = "{ $quote }" has "{ $letter }" in place of "{ $imitates }".
reason-writing-kanji_for_kana = The "{ $letter }" in "{ $quote }" is a kanji that only looks like katakana.
reason-writing-odd_hyphen = The long-vowel mark in "{ $quote }" is the wrong sign.
reason-writing-foreign_dot = The dot in "{ $quote }" is the one of Chinese keyboards, not the Japanese one.
reason-writing-foreign_kanji = "{ $quote }" has characters that Japanese does not use.
reason-writing-styled_letters = "{ $quote }" is in decorative letters that slip past filters.
reason-writing-pulled_apart = The name is pulled apart ("{ $quote }") to slip past filters.

## Language
reason-language-broken_japanese = The Japanese is odd, for example "{ $quote }".
reason-language-broken_english = "{ $quote }" is a stock phrase of scam mail.
reason-language-address_as_name = It addresses you by your mail address, not by your name.
reason-language-template_marks = Marks of a mass mailing were left in it ("{ $quote }").
reason-language-markdown_left = Marks like "{ $quote }" were left in it, as in text made by a machine.

## Pressure
reason-pressure-arrest = It frightens you with arrest or a case ("{ $quote }"). The real police do not speak like this by phone or message.
reason-pressure-secrecy = It wants you to tell nobody ("{ $quote }").
reason-pressure-legal = It threatens with the law ("{ $quote }").
reason-pressure-suspension = It says you will lose access ("{ $quote }").
reason-pressure-unauthorised_use = It makes you worry ("{ $quote }").
reason-pressure-deadline = It hurries you ("{ $quote }").
reason-pressure-urgent = It hurries you ("{ $quote }").

## Demands
reason-demand-code = It wants you to tell a code. Codes are for nobody but you.
reason-demand-giftcard = It wants payment by gift card or convenience-store money. Real companies and offices never do.
reason-demand-credentials = It wants your ID or password ("{ $quote }").
reason-demand-card = It wants your card details ("{ $quote }").
reason-demand-crypto = It wants cryptocurrency, or your wallet connected.
reason-demand-transfer = It wants money from you ("{ $quote }").
reason-demand-unpaid = It says that you owe money ("{ $quote }").
reason-demand-id_photo = It wants a photo of your ID.
reason-demand-personal_info = It wants your name, address or account.
reason-demand-verify = It wants you to enter details ("{ $quote }").
reason-demand-install = It wants you to install something ("{ $quote }").
reason-demand-move_to_messenger = It wants to move you to LINE or another messenger.
reason-demand-call = It wants you to call ("{ $quote }").
reason-demand-reply = It wants you to answer ("{ $quote }").
reason-demand-click = It wants you to press a link ("{ $quote }").

## Lures
reason-lure-parcel_problem = "{ $quote }" is what fake parcel notices say.
reason-lure-refund = It promises money back ("{ $quote }").
reason-lure-prize = It promises a gain ("{ $quote }").
reason-lure-easy_money = It promises easy money ("{ $quote }").
reason-lure-dark_job = "{ $quote }" is typical of offers for criminal jobs (yami-baito).
reason-lure-investment = It tempts with a profitable investment ("{ $quote }").
reason-lure-celebrity = It uses a famous name to win your trust.
reason-lure-romance = A stranger comes close quickly ("{ $quote }").
reason-lure-shop_bait = It tempts with a huge discount ("{ $quote }").
reason-lure-donation = It asks for a donation ("{ $quote }"). Do not send anything before you have checked who it is in another way.
reason-lure-compensation = It says you can get losses back ("{ $quote }").
reason-lure-public_office = It speaks like a public office ("{ $quote }").

## Stories
reason-script-police = "{ $quote }" is how callers speak who pretend to be the police or an office.
reason-script-family_emergency = "{ $quote }" is a story told by people who pretend to be family.
reason-script-borrow = "{ $quote }" is typical of messages from a hijacked friend's account.
reason-script-vote = "{ $quote }" is typical of the vote trick that steals accounts.
reason-script-report_accident = "{ $quote }" is a story used to steal game and Discord accounts.
reason-script-business = "{ $quote }" is a story told by people who pretend to be your boss or supplier.
reason-script-marketplace = "{ $quote }" is a story used in fake marketplace deals.
reason-script-mailbox_full = "{ $quote }" is a story used to steal mail passwords.
reason-extortion-hacked_device = "{ $quote }" is a stock phrase of blackmail mail. Nearly always it is made up.
reason-extortion-wallet = It names a cryptocurrency address ({ $quote }).
reason-support-alarm = "{ $quote }" is a stock phrase of fake warning screens.

## Community
reason-community-reported = { $count } other people reported the same text.
reason-community-confirmed = The same text is on record as a confirmed scam.
reason-community-cleared = The same text was confirmed as genuine.

## Together
reason-pattern-threat_and_link = It frightens you ("{ $quote }") and then leads you to a link or form.
reason-pattern-deadline_and_link = It hurries you ("{ $quote }") to a link or form before you can check.
reason-pattern-parcel_without_sender = It does not say which company or which parcel.
reason-pattern-easy_money_contact = It offers a job too good to be true and wants direct contact.
reason-pattern-investment_contact = It promises profit and wants direct contact or a group.
reason-pattern-stranger_to_messenger = A stranger wants to move to another messenger at once.
reason-pattern-alarm_and_call = A false alarm that wants you to call.
reason-pattern-police_and_money = It claims to be the police or an office and wants money or details. The real ones do not.
reason-pattern-blackmail = It threatens to reveal secrets unless you pay.
reason-pattern-friend_and_money = It pretends to be somebody you know and wants money or a code.
reason-pattern-unpaid_and_call = It says you owe money and must settle it at once.
reason-pattern-prize_and_claim = It promises something and leads you to a link or form.
reason-exit-warning = It seems to be a warning about scams.
reason-exit-code = It seems only to deliver a code.

## Signs of a genuine message
reason-genuine-official_links = All links lead to the real address of { $brand } ({ $domain }).
reason-genuine-known_links = The links lead to the real address of { $owner } ({ $domain }).
reason-genuine-likely_links = The links seem to lead to an address of { $brand } (no page confirms it).
reason-genuine-registered_domain = The address { $domain } is of a sort that only organisations registered in Japan can have.
reason-genuine-registered_sender = The sender { $domain } is of a sort that only organisations registered in Japan can have, but a sender can be forged.
reason-genuine-official_sender = The sender's address belongs to { $brand } (though senders can be forged).
reason-genuine-official_number = The number is one that { $brand } has published (though numbers can be forged).
reason-genuine-nothing_asked = There is no link and nothing that asks for money or details.
reason-genuine-warns_of_scam = It warns about scams.
reason-genuine-never_asks = It says not to tell anybody the number or code.
reason-genuine-one_time_code = It only delivers a code and does not ask for it.
reason-genuine-no_action_needed = It says that you need not do anything.
reason-genuine-own_way = It tells you to check by opening the official app yourself.

## The wording as a whole
reason-wording-very_like_scams = It is worded just like known scams.
reason-wording-like_scams = It is worded much like known scams.
reason-wording-somewhat_like_scams = It is worded a little like scams.
reason-wording-slightly_like_scams = Its wording is rather nearer to scams than to genuine messages.
reason-wording-slightly_like_genuine = Its wording is rather nearer to genuine messages than to scams.
reason-wording-somewhat_like_genuine = It is worded a little like genuine messages.
reason-wording-like_genuine = It is worded like genuine messages.
reason-wording-very_like_genuine = It is worded much like genuine messages.
