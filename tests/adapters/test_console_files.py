"""Files dropped on a terminal."""

from bot.adapters.console_files import dropped


def test_a_path_as_a_terminal_types_it_is_the_file(tmp_path):
    shot = tmp_path / "画面 1.png"
    shot.write_bytes(b"picture")
    for typed in (f"'{shot}'", str(shot).replace(" ", "\\ ") + " ", f'"{shot}"'):
        (found,) = dropped(typed)
        assert (found.name, found.data) == ("画面 1.png", b"picture")


def test_several_files_come_together(tmp_path):
    (tmp_path / "a.png").write_bytes(b"a")
    (tmp_path / "b.eml").write_bytes(b"b")
    assert [one.name for one in dropped(f"{tmp_path}/a.png {tmp_path}/b.eml")] == ["a.png", "b.eml"]


def test_words_are_no_files(tmp_path):
    (tmp_path / "a.png").write_bytes(b"a")
    for words in (
        "これ本物？",
        "it's a \"scam",
        f"{tmp_path}/a.png これ本物？",
        f"{tmp_path}/none.png",
        str(tmp_path),
        "",
    ):
        assert dropped(words) == ()
