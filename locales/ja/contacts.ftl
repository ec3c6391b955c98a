# 窓口：名前、.when 何のときに、.hours 時間、.note ひとこと。番号とページは bot/knowledge/contacts.yaml だけにある。

## Your own company: the safe way to reach it

contact-issuer_own = カード会社（カードの裏の番号か公式アプリ）
    .when = カード番号を入れた・覚えのない請求
contact-bank_own = あなたの銀行（公式アプリ・通帳・カードの裏の番号）
    .when = ネット銀行の情報を入れた・振り込んだ
contact-bank_receiving = 振込先の銀行（銀行の公式サイトの番号）
    .when = 振り込んだ口座を止めてもらう
contact-securities_own = あなたの証券会社（公式アプリか取引報告書の番号）
    .when = 証券口座の情報を入れた・覚えのない売買
contact-carrier_own = 契約している携帯会社（公式アプリかお店）
    .when = 圏外・キャリア決済・悪いアプリ
contact-service_own = そのサービスの公式サポート（アプリの中か公式サイト）
    .when = 乗っ取り・不正な利用
contact-giftcard_issuer = ギフトカードの発行会社（カードに書いてある番号）
    .when = 番号を伝えてしまった
contact-work_it = 会社や学校のIT担当
    .when = 仕事や学校の機器・アカウント
contact-trusted_adult = 家族・先生など、信じられる人
    .when = 1人で抱えないために

## Police

contact-police_110 = 警察（緊急）
    .when = おどされている・危ない・今まさに被害中
    .hours = 24時間
contact-police_9110 = 警察相談専用電話
    .when = 詐欺・おどし・闇バイトの相談
    .hours = 都道府県ごとに違う
    .note = つながらない電話もあります。そのときは近くの警察署へ。
contact-police_station = 近くの警察署（行く前に電話）
    .when = 被害届・相談
contact-npa_online = 警察のサイバー事案オンライン受付窓口
    .when = 急がない通報・相談（被害届の代わりにはならない）
    .hours = 土日祝は見てもらえず、返事に数日
contact-police_fake_check = 名乗られた警察署（自分で調べた番号）
    .when = 本物の警察かどうか確かめる
contact-kanagawa_cyber = 神奈川県警 サイバーセキュリティホットライン
    .when = 神奈川県の人のネットの相談
contact-young_tel = 警視庁 ヤング・テレホン・コーナー（ほかの県にも同じような窓口があります）
    .when = 18歳未満の人の相談
    .hours = 平日8:30〜17:15、夜と休日は当直の警察官
contact-mpd_general = 警視庁 総合相談センター
    .when = 東京の人の相談
contact-sex_8103 = 性犯罪被害相談電話
    .when = 性的な画像・性被害
    .hours = 都道府県ごとに違う
contact-police_niigata_phishing = 新潟県警 フィッシング110番
    .when = 新潟県の人のフィッシング報告
    .hours = 平日8:30〜17:15
contact-police_chiba_phishing = 千葉県警 フィッシング110番
    .when = 千葉県の人のフィッシング報告

## Consumer advice and law

contact-shohisha_188 = 消費者ホットライン
    .when = 契約・請求・払うかどうか
    .hours = 窓口ごとに違う。土日祝は10〜16時、年末年始は休み
    .note = 郵便番号を入れると近くの窓口につながります。
contact-kokusen_tel = 国民生活センター（188につながらないとき）
    .when = 消費者の相談
    .hours = 平日10〜12時・13〜16時
contact-kokusen_lunch = 国民生活センター お昼の消費生活相談
    .when = お昼の消費者相談
    .hours = 平日11〜13時
contact-kokusen_tourist = 訪日観光客消費者ホットライン
    .when = 日本を旅行中のトラブル（詐欺は警察へ）
    .hours = 平日10〜16時
contact-houterasu = 法テラス・サポートダイヤル
    .when = 法律の制度や相談先の案内
    .hours = 平日9〜21時・土曜9〜17時
    .note = IP電話からは2つ目の番号へ。
contact-houterasu_victim = 法テラス 犯罪被害者支援ダイヤル
    .when = 犯罪の被害にあった人の支援
contact-houterasu_ml = 法テラス 多言語情報サービス
    .when = 外国語での法律の案内
    .hours = 平日9〜17時
contact-yorisoi = よりそいホットライン
    .when = 気持ちがつらい・どこに話せばいいかわからない（外国語も）
    .hours = 24時間。外国語は言葉ごとに曜日と時間がちがう
    .note = 岩手・宮城・福島からは2つ目の番号へ。

## Reports

contact-antiphishing = フィッシング対策協議会
    .when = 偽メール・偽SMS・偽サイトの報告
contact-ipa_anshin = IPA 情報セキュリティ安心相談窓口（公式ページから）
    .when = ウイルス・遠隔操作の技術の相談
contact-dekyo = 迷惑メール相談センター（公式ページから）
    .when = 迷惑メール・迷惑SMSの情報提供
contact-amazon_report = Amazonの報告窓口
    .when = Amazonをかたる連絡
contact-amazon_cs = Amazonカスタマーサービス（自分で開いたアプリかサイトから）
    .when = Amazonのアカウント・ギフト券
contact-apple_report = Appleの報告窓口
    .when = Appleをかたる連絡
contact-apple_support = Appleサポート
    .when = Apple Account・ギフトカード
contact-line_report = LINEの問題報告フォーム（アプリのヘルプから）
    .when = LINEの乗っ取り
contact-google_account = Googleアカウントの復元・保護
    .when = Googleの乗っ取り
contact-docomo_sms = ドコモの迷惑SMS報告
    .when = ドコモの人の迷惑SMS
contact-softbank_spam = ソフトバンクの迷惑メール申告
    .when = ソフトバンクの人の迷惑SMS
contact-au_sms = auの迷惑SMSブロック
    .when = auの人の迷惑SMS
contact-rakuten_mobile_sms = 楽天モバイルの迷惑SMS設定
    .when = 楽天モバイルの人の迷惑SMS
contact-nta_local = 近くの税務署（自分で調べた番号）
    .when = 国税庁をかたる連絡を確かめる
contact-yamato_official = ヤマト運輸の公式アプリか公式サイト
    .when = 荷物が本当か確かめる
contact-safeline = セーフライン
    .when = 性的な画像の削除を頼む

## Money, credit and identity

contact-fsa = 金融庁 金融サービス利用者相談室
    .when = 銀行・証券・暗号資産の相談
    .note = IP電話からは2つ目の番号へ。
contact-fsa_fraud_invest = 金融庁 詐欺的な投資に関する相談ダイヤル
    .when = 投資や暗号資産の詐欺
    .hours = 平日10〜17時
    .note = IP電話からは2つ目の番号へ。
contact-jsda = 日本証券業協会（公式ページから）
    .when = 株や社債をかたる詐欺
contact-jba = 全国銀行協会相談室（公式ページから）
    .when = 銀行の対応や補償の苦情
contact-jicc = JICC（信用情報の会社、公式ページから）
    .when = 名前を悪用されるのが心配
contact-ksc = 全国銀行個人信用情報センター（郵送など。公式ページで確認）
    .when = 身分証の紛失・盗難・悪用の心配
contact-cic = CIC（信用情報の会社、公式サイトで確認）
    .when = クレジットの信用情報
contact-dic = 預金保険機構（振り込め詐欺救済法の公告のページ）
    .when = 止められた口座と、お金を分ける手続き
contact-mynumber = マイナンバー総合フリーダイヤル
    .when = マイナンバーカードの一時停止（音声案内の2番）
    .hours = 紛失・盗難の停止は24時間
contact-city_hall = 市区町村の窓口
    .when = マイナンバーの変更・カードの再交付

## Phone companies

contact-softbank_lost = ソフトバンク（My SoftBankか公式ページから）
    .when = 回線を止める
    .hours = 紛失の受付は24時間
contact-au_lost = au
    .when = 回線を止める
    .hours = 9〜20時
contact-au_lost_english = au（英語）
    .when = 回線を止める
contact-docomo_lost = ドコモ（My docomoか公式サイトで確認）
    .when = 回線を止める
contact-rakuten_mobile = 楽天モバイル（my 楽天モバイルのアプリから）
    .when = 回線を止める

## Card companies

contact-card_jcb = JCB（カードの裏の番号か公式ページから）
    .when = JCB発行のカード
contact-card_smbc = 三井住友カード（Vpassアプリの利用制限か、カードの裏の番号）
    .when = アプリですぐ止められる
contact-card_nicos = 三菱UFJニコス（カードの裏の番号か公式ページから）
    .when = カードを止める
    .hours = 24時間
contact-card_rakuten = 楽天カード（カードの裏の番号か、楽天e-NAVI・アプリ）
    .when = カードを止める
contact-card_aeon = イオンカード（イオンウォレットのアプリか、カードの裏の番号）
    .when = アプリで止めて再発行できる
contact-card_saison = セゾンカード（カードの裏の番号か公式アプリ）
    .when = カードを止める
contact-card_epos = エポスカード 紛失受付センター
    .when = カードを止める
    .hours = 24時間
contact-card_paypay = PayPayカード（会員メニューの「紛失・盗難時の手続き」）
    .when = カードを止める
contact-paypay_account = PayPay（アプリのヘルプから）
    .when = PayPayの不正利用
contact-card_amex = アメリカン・エキスプレス（カードの裏の番号）
    .when = カードを止める
contact-card_orico = オリコ 紛失・盗難受付ダイヤル
    .when = カードを止める
    .hours = 24時間
    .note = 携帯からは2つ目の番号へ。
contact-card_view = ビューカード（カードの裏の番号）
    .when = カードを止める
contact-card_micard = エムアイカード（止めるときはカードの裏の番号）
    .when = エムアイカードをかたるメールの問い合わせ
    .hours = 10〜18時
contact-card_diners = ダイナースクラブ（カードの裏の番号）
    .when = カードを止める
contact-card_jaccs = ジャックス（カードの裏の番号）
    .when = カードを止める
contact-card_pocket = ポケットカード（カードの裏の番号）
    .when = カードを止める
contact-card_uc = UCカード（カードの裏の番号）
    .when = カードを止める
contact-card_aupay = au PAY カード（カードの裏の番号）
    .when = カードを止める

## Banks

contact-bank_mufg = 三菱UFJ銀行（公式アプリかカードの裏の番号）
    .when = ネット銀行を止める
contact-bank_smbc = 三井住友銀行（公式アプリ・公式ページ・カードの裏の番号）
    .when = ネット銀行を止める
contact-bank_mizuho = みずほ銀行 お問い合わせ専用ダイヤル
    .when = リンクを押した・情報を入れた
    .hours = 毎日9〜17時（1月1・2日は休み）
contact-bank_yucho = ゆうちょ銀行（公式アプリか通帳・カードの番号）
    .when = 取引を止める
contact-bank_rakuten = 楽天銀行（公式アプリか公式ページから）
    .when = 取引を止める
contact-bank_sbinet = 住信SBIネット銀行（公式アプリか公式ページから）
    .when = 取引を止める
contact-bank_paypay = PayPay銀行 緊急窓口
    .when = 偽サイトに入れた・覚えのない出金
    .hours = 24時間365日
contact-bank_mufgtrust = 三菱UFJ信託銀行 インターネットバンキング専用デスク
    .when = 偽サイトに入れた
    .hours = 平日9〜21時・土日9〜17時、ほかの時間は2つ目の番号
contact-bank_resona = りそな銀行（公式アプリかカードの裏の番号）
    .when = ネット銀行を止める
contact-bank_jibun = auじぶん銀行（公式アプリから）
    .when = ネット銀行を止める
contact-bank_sony = ソニー銀行（公式アプリかカードの裏の番号）
    .when = ネット銀行を止める
contact-bank_seven = セブン銀行（公式アプリかカードの裏の番号）
    .when = ネット銀行を止める
contact-bank_aeon = イオン銀行（公式アプリかカードの裏の番号）
    .when = ネット銀行を止める

## Securities companies

contact-sec_nikko = SMBC日興証券 不正利用専用ダイヤル
    .when = 覚えのないログイン・取引
    .hours = 平日8〜18時・土曜9〜17時
contact-sec_monex = マネックス証券（一時利用停止の機能か公式アプリ）
    .when = 自分で取引を止められる
contact-sec_matsui = 松井証券（公式アプリか取引報告書の番号）
    .when = 覚えのない取引
contact-sec_rakuten = 楽天証券（公式アプリか公式ページから）
    .when = 取引を止める
contact-sec_nomura = 野村證券（公式アプリか取引報告書の番号）
    .when = 取引を止める
contact-sec_mizuho = みずほ証券（公式アプリか取引報告書の番号）
    .when = 取引を止める
contact-sec_daiwa = 大和証券（公式アプリか取引報告書の番号）
    .when = 取引を止める
contact-sec_esmart = 三菱UFJ eスマート証券（公式アプリか取引報告書の番号）
    .when = 取引を止める
