"""Files by the harm they can do, told by name and bytes."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.intake.enclosures import ENTRIES, FILES, enclosures


def one(name: str, data: bytes = b"", words: str = "") -> tuple[str, str | None]:
    found = enclosures([(name, data)], words)[0]
    return found.kind, found.disguised


def zipped(names: list[str], comment: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
        archive.comment = comment
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("program", "a.exe a.SCR a.msi a.apk a.com a.dll a.dmg a.pkg a.deb a.jar"),
        ("script", "a.js a.jse a.vbs a.vbe a.wsf a.hta a.ps1 a.bat a.cmd a.sh a.py"),
        ("page", "a.html a.htm a.shtml a.svg a.mht"),
        ("macros", "a.docm a.xlsm a.pptm a.xlam"),
        ("shortcut", "a.lnk a.url a.scf a.library-ms"),
        ("disk_image", "a.iso a.img a.vhd a.vhdx"),
        ("archive", "a.zip a.rar a.7z a.tar.gz a.cab a.lzh"),
        ("document", "a.pdf a.docx a.xls a.pptx a.txt a.csv"),
        ("picture", "a.jpg a.PNG a.heic"),
        ("calendar", "a.ics"),
        ("contact", "a.vcf"),
        ("other", "a a.mp3 a.unknown a.p7s"),
    ],
)
def test_a_name_says_what_opens_the_file(kind, names):
    assert {one(name)[0] for name in names.split()} == {kind}


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("請求書.pdf", b"MZ\x90\0\x03", "program"),
        ("noname", b"\x7fELF", "program"),
        ("noname", b"L\0\0\0\x01\x14\x02\0\0", "shortcut"),
        ("noname", b"%PDF-1.7", "document"),
        ("noname", b"7z\xbc\xaf\x27\x1c", "archive"),
        ("noname", b"<!DOCTYPE html><p>", "page"),
        ("data.bin", bytes(0x8001) + b"CD001", "disk_image"),
        ("noname", b"\xff\xd8\xff\xe0", "picture"),
        ("読んで.txt", b"<html>", "document"),  # shown as text, whatever it holds
    ],
)
def test_bytes_tell_where_the_name_does_not(name, data, kind):
    assert one(name, data)[0] == kind


@pytest.mark.parametrize(
    ("name", "disguise"),
    [
        ("請求書.pdf.exe", "double_ending"),
        ("IMG_1.jpg.lnk", "double_ending"),
        ("明細.xlsx.html", "double_ending"),
        ("請求書.pdf .exe", "double_ending"),
        ("請求書.pdf              .exe", "spaces"),
        ("請求書.pdf\u3000\u3000\u3000\u3000.js", "spaces"),
        ("請求書\u202efdp.exe", "reversed"),
        ("\u2067a\u2069.vbs", "reversed"),
        ("setup.exe", None),
        ("setup.1.2.exe", None),
        ("jquery.min.js", None),
        ("資料.pdf.zip", None),
        ("見積 2026.pdf", None),
        ("見積   第2版.pdf", None),
        ("\u202b\u0645\u0644\u0641\u202c.pdf", None),  # honest writing from right to left
    ],
)
def test_a_name_that_hides_a_dangerous_kind(name, disguise):
    assert one(name)[1] == disguise


def test_a_shown_name_turns_no_letters_around_and_stays_short():
    found = enclosures([("a\u202efdp.exe", b""), ("x" * 5000 + ".exe", b""), ("a\nb\x00.exe", b"")])
    assert [one.name for one in found][::2] == ["afdp.exe", "a b.exe"]
    assert len(found[1].name) < 250
    assert found[1].name.endswith(".exe")


def test_what_is_dangerous_in_a_zip_is_told_without_unpacking():
    data = zipped(["資料/案内.txt", "資料/請求書.pdf.exe", "開く.lnk"], b"a comment at its end")
    assert [(one.name, one.kind, one.disguised) for one in enclosures([("資料.zip", data)])] == [
        ("資料.zip", "archive", None),
        ("資料.zip/資料/請求書.pdf.exe", "program", "double_ending"),
        ("資料.zip/開く.lnk", "shortcut", None),
    ]


def test_names_in_a_zip_are_read_as_windows_in_japan_writes_them():
    data = zipped(["AAAAAA.exe"]).replace(b"AAAAAA", "請求書".encode("cp932"))
    assert enclosures([("a.zip", data)])[1].name == "a.zip/請求書.exe"


def test_a_cut_zip_still_tells_its_first_name():
    assert enclosures([("a.zip", zipped(["a.exe", "b.txt"])[:40])])[1].name == "a.zip/a.exe"


@pytest.mark.parametrize(
    "data",
    [
        b"7z\xbc\xaf\x27\x1c\0\4"
        + bytes(4)
        + struct.pack("<QQ", 3, 12)
        + bytes(4)
        + b"abc"
        + b"\1\2\x06\xf1\x07\x01"
        + bytes(6),
        b"Rar!\x1a\x07\x00" + struct.pack("<HBHH", 0, 0x73, 0x80, 13) + bytes(6),
        b"Rar!\x1a\x07\x00"
        + struct.pack("<HBHH", 0, 0x73, 0, 13)
        + bytes(6)
        + struct.pack("<HBHHI", 0, 0x74, 0x8004, 32, 9),
        b"Rar!\x1a\x07\x01\x00" + bytes(4) + b"\x21\x04\x00",
        b"Rar!\x1a\x07\x01\x00"
        + bytes(4)
        + b"\x03\x01\x00\x00"
        + bytes(4)
        + b"\x08\x02\x01\x03"
        + b"\0\0"
        + b"\x02\x01\0",
    ],
    ids=["7z", "rar4-names", "rar4-file", "rar5-names", "rar5-file"],
)
def test_locked_archives_are_known_by_their_own_headers(data):
    assert one("a.7z", data)[0] == "locked_archive"


@pytest.mark.parametrize(
    ("words", "locked"),
    [
        ("解凍パスワード：8821", True),
        ("パスワードは a1b2c3 です", True),
        ("Password: invoice2026", True),
        ("【PW】 0000aa", True),
        ("パスワードは別メールでお送りします", False),
        ("パスワードの再設定はこちら https://example.com/", False),
        ("パスワード: https://example.com/reset", False),
        ("資料をお送りします", False),
    ],
)
def test_an_archive_whose_password_is_told_counts_as_locked(words, locked):
    assert (one("a.zip", zipped(["a.txt"]), words)[0] == "locked_archive") is locked
    assert one("a.pdf", b"%PDF", words)[0] == "document"


def test_huge_directories_and_many_files_are_cut_off():
    assert len(enclosures([("a.zip", zipped([f"{n}.exe" for n in range(2 * ENTRIES)]))])) < ENTRIES
    assert len(enclosures([("a.txt", b"")] * 1000)) == FILES


STARTS = [
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"Rar!\x1a\x07\x00",
    b"Rar!\x1a\x07\x01\x00",
    b"7z\xbc\xaf\x27\x1c",
    b"\xd0\xcf\x11\xe0",
]


@given(st.text(max_size=30), st.sampled_from([*STARTS, b""]), st.binary(max_size=120), st.text(max_size=30))
def test_no_name_and_no_bytes_make_it_raise(name, start, data, words):
    for found in enclosures([(name, start + data), (name, zipped(["a"])[:-7] + data)], words):
        assert "\n" not in found.name
