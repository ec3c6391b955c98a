### The first answer. Short, calm, the answer first. No scaring, no blame.

headline-scam = 🚨 This is a scam (almost certain) ― { $what }
headline-suspicious = ⚠️ Suspicious ― possibly { $what }
headline-unclear = ❓ We cannot tell yet
headline-no_sign = 🔎 Nothing suspicious found
    .brand = 🔎 Nothing suspicious found ― it looks like { $brand }

## What kind of scam (second half of the headline)

what-brand_phishing = a fake official { $carrier }
    .brand = a fake { $carrier } pretending to be { $brand }
what-delivery = a fake delivery { $carrier }
    .brand = a fake delivery { $carrier } pretending to be { $brand }
what-tax = a fake { $carrier } about tax or public offices
    .brand = a fake { $carrier } pretending to be { $brand }
what-billing = a made-up bill you need not pay
    .brand = a made-up bill in the name of { $brand }
what-support = a fake virus warning (support scam)
    .brand = a fake warning in the name of { $brand } (support scam)
what-police = a fake police scam
    .brand = a fake police scam in the name of { $brand }
what-extortion = a threat to make you pay
what-investment = an investment scam
    .brand = an investment scam in the name of { $brand }
what-romance = a romance scam
what-job = a job scam
    .brand = a job scam in the name of { $brand }
what-yamibaito = a job that makes you help criminals (yami-baito)
what-prize = a fake prize
    .brand = a fake prize in the name of { $brand }
what-refund = a fake refund
    .brand = a fake refund in the name of { $brand }
what-takeover = an account takeover
    .brand = a takeover of your { $brand } account
what-marketplace = a buying or selling scam
    .brand = a fake { $carrier } pretending to be { $brand }
what-crypto = a crypto scam
    .brand = a crypto scam in the name of { $brand }
what-gaming = a scam after game accounts or items
    .brand = a scam after your account, in the name of { $brand }
what-bec = someone pretending to be your boss or a client
what-mailbox = a fake { $carrier } after your mail password
    .brand = a fake { $carrier } after your password, in the name of { $brand }
what-donation = a donation scam
    .brand = a donation scam in the name of { $brand }
what-other = a { $carrier } made to deceive
    .brand = a fake { $carrier } pretending to be { $brand }

carrier-email = email
carrier-sms = text message
carrier-popup = pop-up
carrier-web = website
carrier-call_script = call
carrier-message = message

## Below the headline

heading-reasons = Why
heading-worries = What looks odd
heading-checked = What we checked
heading-now = What to do now
heading-sure = To be sure
heading-question = Please tell us
ask-done = Have you done anything yet?
ask-done-group = If you have already done something, do not write it here: message this bot directly, one to one. It will guide you.
reason-none = The message as a whole has the shape of a common scam.

## What to do now

do-no-click = Do not open the link. Do not reply.
do-no-attachment = Do not open the attached file. Do not open links either.
do-no-reply = Do not reply or engage.
do-no-call = Do not call the number in it. Do not open links.
do-no-pay = Do not pay. Do not reply.
do-no-code = Never tell anyone a code or password.
do-no-card = Do not enter a card number or password.
do-no-install = Do not install the app. Do not open links.
do-no-giftcard = Do not buy gift cards or send their codes.
do-no-crypto = Do not send money or crypto.
do-no-identity = Do not send ID or personal details.
do-no-move = Do not move to LINE or another app with them.
do-close-screen = Close the screen. Do not call the number on it.
do-hang-up = Hang up. Give them no money and no details.
do-no-apply = Do not apply. Do not send ID.
do-no-money = Send no money. If you have sent some, send no more.
do-no-threat = Do not pay. Do not answer the threat.
do-ask-friend = Check with the person another way, such as by phone.
do-ask-company = Before paying, call a number you already knew and check.
do-ask-police = To check, call a police station you looked up yourself, or { $number }.
do-ask-consumer = If unsure, ask the consumer hotline { $number }.
do-yamibaito-protect = If you have applied, the police protect you: { $number }.
do-check-app = To check, open the { $brand } app yourself and look in “{ $place }”.
do-check-brand = To check, open the official { $brand } app or site yourself.
do-check-office = To check, open the official site of { $brand } yourself, or call a number you looked up.
do-support-close = If it will not close, hold the Esc key or switch the power off.
do-support-refuse = Install nothing. Give no remote control. Pay nothing.
do-hang-up-family = Hang up for now. Hand over and transfer nothing.
do-call-family = Call the person, or family, on the number you have always had.
do-check-official = To check, open the official app or site yourself.
do-report-brand = Report it to { $brand }, then delete it.
do-report-delete = Report it, then delete it.
do-block-delete = Report and block, then delete it.
do-keep-report = Keep screenshots, then report it.

## Nothing found, or cannot tell

sure-same = Without using its link, open the official app or site yourself and see if it says the same.
sure-app = Without using its link, see if the { $brand } app shows it too, in “{ $place }”.
sure-brand = Without using its link, open the official { $brand } app or site yourself.
sure-later = If it later turns to money, codes or moving to another app, send it here again.
sure-limits = Senders can be forged, so we cannot call it safe.
until-known = Until we know: do not open, reply or pay.
unclear-still = From this we cannot say whether it is genuine or fake.
unclear-safe-way = Leaving it unused is the safest.
unclear-consult = To ask a person, call the consumer hotline { $number }.

question-full_text = Please paste the whole message here.
    .how = Press and hold the text, choose Copy, then press and hold here and Paste. Forwarding works too.
question-sender = What is the sender's mail address or phone number?
    .how = In mail, tap the sender's name to see the address. In text messages it is at the top of the screen.
question-link = Where does its link lead?
    .how = Press and hold the link (right-click on a computer), choose Copy link, and paste it here. No need to open it.
question-context = Who is it from, and how did it begin?
    .how = For example: “a stranger, out of the blue”, “a buyer on a flea market app”, “in my boss's name”

## Details

details-headline = Details
details-score = Chance of a scam: about { $percent } % (worked out from the message)
heading-against = Signs of a scam
heading-for = Signs that it is genuine
heading-links = Links in it (changed so that they cannot be opened)
link-line = { $target }
link-domain = really leads to { $domain }
link-owner = an official { $brand } site
link-stranger = not a { $brand } site
link-unknown = owner unknown
link-visible = shown as “{ $visible }”
link-none = we cannot read where it leads
links-more = and { $count } more links
heading-unseen = What we have not seen
unseen-page = We did not open the link's page (opening it would tell the sender).
unseen-sender = The sender's address or number was not given.
unseen-link = Where the links lead was not given.
unseen-attachment = We did not look inside pictures or attachments.
unseen-header = We did not see how it was sent (its headers).
heading-asks = What this { $carrier } wants from you

demand-credentials = your ID and password
demand-card = your card number
demand-otp = a code sent to you
demand-personal_info = personal details
demand-payment = a payment
demand-call = a phone call
demand-install = to install something
demand-reply = a reply
demand-crypto = crypto
demand-click = to open a link
demand-giftcard = gift card codes
demand-move_channel = to move to LINE or another app

## Others who received it

campaign-seen = { $reports } reports of much the same text (first on { $month }/{ $day }).

## Reporting

report-headline = How to report it
report-lead = Before you delete the { $carrier }, one of these is enough. Reporting is optional (it does not stop a card or a payment).
report-brand-page = Official report page of { $brand }
report-brand-mail = Forward the { $carrier } as it is to { $address } ({ $brand }).
report-council = Forward the { $carrier } as it is to { $name } ({ $address }).
report-council-page = Report page of { $name }
report-desk = { $name }{ $number }
report-desk-page = Page of { $name }
report-draft-heading = Text to send (copy it)
report-draft-subject = Subject: Report of { $what }
report-draft-body = I received this { $carrier } and report it.
report-draft-sender = Sender: { $sender }
report-draft-title = Title: { $subject }
report-draft-link = Link: { $link }
report-nothing = We found nothing in this message to report. If you are worried, ask its official desk.

## Buttons

button-report = Report it
button-more = Details
button-other = More…
