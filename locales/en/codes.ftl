### QR codes in pictures: what happens when they are scanned.

heading-codes = QR code in the picture
codes-more = There are { $count } more.

code-link = This QR code opens { $target }.
code-link-login = This QR code logs someone in to { $service }. If you scan it and allow it, they get into your account.
    .advice = Do not scan it unless you put it on your own computer's screen yourself.
code-link-friend = This QR code adds somebody as your contact on { $service }.
    .advice = Then they can write to you directly. Do not add a person you do not know.
code-link-group = This QR code makes you join a group on { $service }.
    .advice = Do not join investment or money-making groups that a stranger invites you to.
code-link-pay = This QR code makes a payment with { $service }.
    .advice = Do not scan it unless you know who is paid, how much and what for.
code-pay-emv = This QR code makes a payment with a payment app.
    .advice = Do not scan it unless you know who is paid, how much and what for.
code-wallet = This QR code connects your crypto wallet to their website.
    .advice = If you connect and approve, they may be able to take what is in it.
code-esim = This QR code puts a new phone line (eSIM) on your phone.
    .advice = Do not scan it unless you ordered one yourself.
code-place = This QR code opens a place on a map.
code-text = This QR code holds this text: “{ $text }”

code-paypay-person = This QR code sends money to somebody with PayPay.
    .advice = If you were promised a refund or a prize: scanning it makes you pay, not receive.
code-paypay-link = This QR code is a PayPay link for sending or receiving money.
    .advice = If the screen says send or pay, it is you who pays. Do not go on unless you expected it.
code-paypay = This QR code makes a payment with PayPay.
    .advice = If you were promised a refund or a prize: scanning it makes you pay, not receive.
code-linepay = This QR code makes a payment with LINE Pay.
    .advice = Do not scan it unless you know who is paid, how much and what for.

code-crypto = This QR code is an address to send cryptocurrency ({ $coin }) to. Money sent there can hardly ever be got back.
    .advice = The address is { $address }.
code-otp = This QR code is what the login codes (the 6 digits) for { $issuer } are made from.
    .advice = Anyone you show it to can make the same codes.
code-otp-unknown = This QR code is what login codes (the 6 digits) are made from.
    .advice = Anyone you show it to can make the same codes.
code-otp-export = This QR code moves all your login codes (the 6 digits) to another device.
    .advice = Anyone you show it to can make all of your codes.

code-wifi = This QR code connects to the Wi-Fi “{ $network }”.
    .advice = Do not enter passwords or card numbers while on a Wi-Fi you do not know.
code-wifi-open = This QR code connects to the Wi-Fi “{ $network }”, which has no password.
    .advice = Anyone can be on this Wi-Fi. Do not enter passwords or card numbers while connected.
code-tel = This QR code calls { $number }.
    .advice = Do not call unless you know who it is.
code-tel-forward = This QR code dials a number that changes your phone's settings ({ $number }).
    .advice = Calls to you may then go to somebody else. Do not dial it.
code-sms = This QR code sends a text message to { $number }.
    .advice = Sending it tells them your phone number.
code-sms-text = This QR code sends a text message saying “{ $text }” to { $number }.
    .advice = Sending it tells them your phone number.
code-mail = This QR code writes a mail to { $address }.
    .advice = Sending it tells them your mail address.
code-contact = This QR code saves the contact “{ $name }”.
    .advice = Once saved, their calls and mails show under that name, which they chose freely.

picture-address = We read the link in the picture as { $host }. If a single letter differs, please send it as text.
link-approximate = This address was read from a picture, so a letter may be wrong. Send the link as text too, and we can make sure.
