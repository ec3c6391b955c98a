# Helplines and desks: name, `.when` what for, `.hours`, `.note`. Numbers and pages stand in bot/knowledge/contacts.yaml alone.

## Your own company: the safe way to reach it

contact-issuer_own = Your card company (number on the card's back, or its official app)
    .when = Card number entered, unknown charges
contact-bank_own = Your bank (official app, passbook or the card's back)
    .when = Online banking details entered, money sent
contact-bank_receiving = The bank you sent to (number on its official site)
    .when = Have the account you sent to frozen
contact-securities_own = Your securities company (official app, or the number on its statements)
    .when = Details entered, trades you did not make
contact-carrier_own = Your phone company (official app or a shop)
    .when = No service, carrier billing, bad apps
contact-service_own = The service's official support (in its app or on its site)
    .when = Taken-over accounts, misuse
contact-giftcard_issuer = The gift card's issuer (number on the card)
    .when = Card numbers you gave away
contact-work_it = Your work's or school's IT staff
    .when = Work or school devices and accounts
contact-trusted_adult = Someone you trust: family, a teacher
    .when = So that you are not alone

## Police

contact-police_110 = Police (emergency)
    .when = Threats, danger, happening now
    .hours = 24 hours
contact-police_9110 = Police consultation line
    .when = Scams, threats, criminal "jobs"
    .hours = differs by prefecture
    .note = Some phones cannot reach it. Then call a nearby police station.
contact-police_station = A police station near you (call before you go)
    .when = Reports and advice
contact-npa_online = The police's online desk for cyber cases
    .when = Reports that are not urgent (does not replace a report at a station)
    .hours = not read on weekends and holidays; answers take days
contact-police_fake_check = The police station they named (on a number you look up yourself)
    .when = Checking whether it is really the police
contact-kanagawa_cyber = Kanagawa Police cyber security hotline
    .when = Online trouble, for Kanagawa
contact-young_tel = Metropolitan Police youth line, "Young Telephone Corner" (other prefectures have theirs)
    .when = For people under 18
    .hours = weekdays 8:30–17:15; officers on duty at other times
contact-mpd_general = Metropolitan Police general advice centre
    .when = Advice, for Tokyo
contact-sex_8103 = Police line for victims of sexual crimes
    .when = Intimate images, sexual crimes
    .hours = differs by prefecture
contact-police_niigata_phishing = Niigata Police phishing desk
    .when = Phishing reports, for Niigata
    .hours = weekdays 8:30–17:15
contact-police_chiba_phishing = Chiba Police phishing desk
    .when = Phishing reports, for Chiba

## Consumer advice and law

contact-shohisha_188 = Consumer hotline
    .when = Contracts, bills, whether to pay
    .hours = differs by centre; weekends and holidays 10–16, closed at New Year
    .note = Enter your postal code to reach the nearest centre.
contact-kokusen_tel = National Consumer Affairs Center (if 188 does not connect)
    .when = Consumer advice
    .hours = weekdays 10–12, 13–16
contact-kokusen_lunch = National Consumer Affairs Center, midday line
    .when = Consumer advice at midday
    .hours = weekdays 11–13
contact-kokusen_tourist = Consumer hotline for tourists
    .when = Trouble while visiting Japan (for scams: the police)
    .hours = weekdays 10–16
contact-houterasu = Houterasu legal support line
    .when = Legal systems and where to ask
    .hours = weekdays 9–21, Saturdays 9–17
    .note = From IP phones use the second number.
contact-houterasu_victim = Houterasu line for victims of crime
    .when = Support for victims of crime
contact-houterasu_ml = Houterasu multilingual information
    .when = Legal information in other languages
    .hours = weekdays 9–17
contact-yorisoi = Yorisoi Hotline
    .when = You feel low or do not know whom to talk to (other languages too)
    .hours = 24 hours; other languages on certain days and hours
    .note = From Iwate, Miyagi and Fukushima use the second number.

## Reports

contact-antiphishing = Council of Anti-Phishing Japan
    .when = Reports of fake mail, SMS and sites
contact-ipa_anshin = IPA security advice desk (see its official page)
    .when = Technical advice on viruses and remote control
contact-dekyo = Anti-spam consultation centre (see its official page)
    .when = Reports of spam mail and SMS
contact-amazon_report = Amazon's report desk
    .when = Messages in Amazon's name
contact-amazon_cs = Amazon Customer Service (from the app or site you open yourself)
    .when = Amazon accounts and gift cards
contact-apple_report = Apple's report desk
    .when = Messages in Apple's name
contact-apple_support = Apple Support
    .when = Apple Account, gift cards
contact-line_report = LINE's problem report form (from the app's help)
    .when = Taken-over LINE accounts
contact-google_account = Google account recovery
    .when = Taken-over Google accounts
contact-docomo_sms = docomo's SMS spam report
    .when = SMS spam, for docomo
contact-softbank_spam = SoftBank's spam report
    .when = SMS spam, for SoftBank
contact-au_sms = au's SMS filter
    .when = SMS spam, for au
contact-rakuten_mobile_sms = Rakuten Mobile's SMS filter
    .when = SMS spam, for Rakuten Mobile
contact-nta_local = Your tax office (on a number you look up yourself)
    .when = Checking messages in the tax agency's name
contact-yamato_official = Yamato's official app or site
    .when = Checking a parcel
contact-safeline = Safe-line
    .when = Having intimate images taken down

## Money, credit and identity

contact-fsa = Financial Services Agency advice desk
    .when = Banks, securities, crypto
    .note = From IP phones use the second number.
contact-fsa_fraud_invest = Financial Services Agency line on fraudulent investments
    .when = Investment and crypto scams
    .hours = weekdays 10–17
    .note = From IP phones use the second number.
contact-jsda = Japan Securities Dealers Association (see its official page)
    .when = Scams with shares or bonds
contact-jba = Japanese Bankers Association's desk (see its official page)
    .when = Complaints about a bank or compensation
contact-jicc = JICC credit bureau (see its official page)
    .when = Fear of misuse of your name
contact-ksc = The banks' credit bureau KSC (by post or other ways; see its official page)
    .when = Lost, stolen or misused ID
contact-cic = CIC credit bureau (see its official site)
    .when = Credit records
contact-dic = Deposit Insurance Corporation (its relief law notices)
    .when = Frozen accounts and how money is shared out
contact-mynumber = My Number toll-free line
    .when = Suspending a My Number card (press 2)
    .hours = suspension 24 hours
contact-city_hall = Your city or town office
    .when = Changing My Number, new cards

## Phone companies

contact-softbank_lost = SoftBank (My SoftBank or its official page)
    .when = Stopping the line
    .hours = lost phones 24 hours
contact-au_lost = au
    .when = Stopping the line
    .hours = 9–20
contact-au_lost_english = au (English)
    .when = Stopping the line
contact-docomo_lost = docomo (My docomo or its official site)
    .when = Stopping the line
contact-rakuten_mobile = Rakuten Mobile (in the "my Rakuten Mobile" app)
    .when = Stopping the line

## Card companies

contact-card_jcb = JCB (the card's back, or its official page)
    .when = Cards issued by JCB
contact-card_smbc = SMBC Card (Vpass app, or the card's back)
    .when = Can be stopped in the app at once
contact-card_nicos = Mitsubishi UFJ NICOS (the card's back, or its official page)
    .when = Stopping the card
    .hours = 24 hours
contact-card_rakuten = Rakuten Card (the card's back, or its app)
    .when = Stopping the card
contact-card_aeon = AEON Card (AEON Wallet app, or the card's back)
    .when = Can be stopped and reissued in the app
contact-card_saison = Saison Card (the card's back, or its official app)
    .when = Stopping the card
contact-card_epos = Epos Card lost card centre
    .when = Stopping the card
    .hours = 24 hours
contact-card_paypay = PayPay Card (lost card menu in the member's area)
    .when = Stopping the card
contact-paypay_account = PayPay (from the app's help)
    .when = Misuse of PayPay
contact-card_amex = American Express (number on the card's back)
    .when = Stopping the card
contact-card_orico = Orico lost card line
    .when = Stopping the card
    .hours = 24 hours
    .note = From mobile phones use the second number.
contact-card_view = View Card (number on the card's back)
    .when = Stopping the card
contact-card_micard = MI Card (to stop a card: the number on its back)
    .when = Questions on mails in MI Card's name
    .hours = 10–18
contact-card_diners = Diners Club (number on the card's back)
    .when = Stopping the card
contact-card_jaccs = JACCS (number on the card's back)
    .when = Stopping the card
contact-card_pocket = Pocket Card (number on the card's back)
    .when = Stopping the card
contact-card_uc = UC Card (number on the card's back)
    .when = Stopping the card
contact-card_aupay = au PAY Card (number on the card's back)
    .when = Stopping the card

## Banks

contact-bank_mufg = MUFG Bank (official app or the card's back)
    .when = Stopping online banking
contact-bank_smbc = SMBC (official app, official page or the card's back)
    .when = Stopping online banking
contact-bank_mizuho = Mizuho Bank's line for this
    .when = Link opened, details entered
    .hours = daily 9–17 (not 1 and 2 January)
contact-bank_yucho = Japan Post Bank (official app, passbook or card)
    .when = Stopping the account
contact-bank_rakuten = Rakuten Bank (official app or page)
    .when = Stopping the account
contact-bank_sbinet = SBI Sumishin Net Bank (official app or page)
    .when = Stopping the account
contact-bank_paypay = PayPay Bank emergency line
    .when = Details entered, unknown withdrawals
    .hours = 24 hours, every day
contact-bank_mufgtrust = Mitsubishi UFJ Trust internet banking desk
    .when = Details entered
    .hours = weekdays 9–21, weekends 9–17; otherwise the second number
contact-bank_resona = Resona Bank (official app or the card's back)
    .when = Stopping online banking
contact-bank_jibun = au Jibun Bank (official app)
    .when = Stopping online banking
contact-bank_sony = Sony Bank (official app or the card's back)
    .when = Stopping online banking
contact-bank_seven = Seven Bank (official app or the card's back)
    .when = Stopping online banking
contact-bank_aeon = AEON Bank (official app or the card's back)
    .when = Stopping online banking

## Securities companies

contact-sec_nikko = SMBC Nikko line for misuse
    .when = Logins or trades you did not make
    .hours = weekdays 8–18, Saturdays 9–17
contact-sec_monex = Monex (its temporary stop, or the official app)
    .when = You can stop trading yourself
contact-sec_matsui = Matsui (official app, or the number on its statements)
    .when = Trades you did not make
contact-sec_rakuten = Rakuten Securities (official app or page)
    .when = Stopping trades
contact-sec_nomura = Nomura (official app, or the number on its statements)
    .when = Stopping trades
contact-sec_mizuho = Mizuho Securities (official app, or the number on its statements)
    .when = Stopping trades
contact-sec_daiwa = Daiwa (official app, or the number on its statements)
    .when = Stopping trades
contact-sec_esmart = Mitsubishi UFJ eSmart (official app, or the number on its statements)
    .when = Stopping trades
