"""What hangs on a message is masked like its words."""

from bot.analysis.message import Code, Enclosure, Link, Message
from bot.community.masking import mask
from bot.store.codec import decode_message, encode_message

MESSAGE = Message(
    body="山田花子様 添付をご確認ください",
    links=(Link("https://evil.example.top/?mail=hanako@example.ne.jp", approximate=True),),
    hidden="山田花子様の口座番号 1234567",
    enclosures=(Enclosure("山田花子様_請求書.pdf.exe", "program", "double_ending"),),
    codes=(
        Code("wifi", "WIFI:S:yamada;P:himitsu-no-kagi;;", {"network": "yamada"}),
        Code("otp", "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP"),
        Code("crypto", "bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT", {"coin": "Bitcoin"}),
        Code("link", "https://evil.example.top/?mail=hanako@example.ne.jp"),
    ),
    failed=("dmarc",),
    from_picture=True,
)


def test_nothing_of_the_reporter_is_left_in_files_and_codes():
    stored = encode_message(mask(MESSAGE, names=("山田花子",)))
    for secret in ("花子", "1234567", "hanako@example.ne.jp", "himitsu", "JBSWY3DPEHPK3PXP"):
        assert secret not in stored


def test_what_the_scammer_sent_comes_back_from_the_store():
    kept = decode_message(encode_message(mask(MESSAGE, names=("山田花子",))))
    assert kept.enclosures[0].kind == "program"
    assert kept.enclosures[0].disguised == "double_ending"
    assert kept.codes[2].value == "bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT"
    assert kept.codes[3].value.startswith("https://evil.example.top/")
    assert (kept.failed, kept.from_picture, kept.links[0].approximate) == (("dmarc",), True, True)
