"""Draws the pictures of this folder from truth.jsonl with a headless Chromium. Needs Noto CJK and IPA fonts.

    python tests/intake/screens/render.py [ID…]

Every line of truth.jsonl says what a screen shows (text, sender, subject, links, the reporter's own words) and how it
is drawn (app, width, pixels per dot, font, compression, shrinking). All texts are our own.
"""

from __future__ import annotations

import html
import io
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

FOLDER = Path(__file__).parent
PICTURES = FOLDER / "pictures"
LONGEST = 60_000  # bytes of one picture

LIGHT = {"page": "#fff", "text": "#1c1c1e", "bubble": "#e9e9eb", "grey": "#8a8a8e", "bar": "#f7f7f7", "link": "#0b57d0"}
DARK = {"page": "#000", "text": "#f2f2f2", "bubble": "#26262a", "grey": "#98989f", "bar": "#161618", "link": "#8ab4f8"}


def rows(text: str, link: str) -> str:
    """The text as HTML, its links coloured."""
    parts = re.split(r"(https?://[!-~]+)", text)
    shown = [
        f'<span style="color:{link};text-decoration:underline">{html.escape(part)}</span>'
        if part.startswith("http")
        else html.escape(part)
        for part in parts
    ]
    return "".join(shown).replace("\n", "<br>")


def status(look: dict[str, str]) -> str:
    return (
        f'<div style="display:flex;justify-content:space-between;padding:8px 22px 4px;font-size:13px;'
        f'font-weight:bold;color:{look["text"]}"><span>10:24</span><span>5G 78%</span></div>'
    )


def ios_sms(case: dict, look: dict[str, str]) -> str:
    who = html.escape(case["sender"] or case["sender_name"])
    return f"""{status(look)}
<div style="background:{look["bar"]};text-align:center;padding:6px 0 10px;font-size:12px;position:relative">
<span style="position:absolute;left:14px;top:14px;font-size:20px;color:#0a84ff">&lt;</span>
<div style="width:46px;height:46px;border-radius:23px;background:#9a9aa8;margin:auto"></div>{who}</div>
<div style="text-align:center;color:{look["grey"]};font-size:11px;margin:12px">SMS/MMS<br>今日 10:23</div>
<div style="background:{look["bubble"]};border-radius:18px;padding:9px 13px;margin:4px 60px 4px 12px;width:fit-content;
overflow-wrap:anywhere">{rows(case["body"], look["text"])}</div>
<div style="text-align:center;color:{look["grey"]};font-size:12px;margin:26px">{case.get("notice", "")}</div>
<div style="position:absolute;bottom:24px;left:50px;right:14px;border:1px solid {look["grey"]};border-radius:18px;
padding:5px 14px;color:{look["grey"]};font-size:15px">テキストメッセージ・SMS</div>"""


def android_sms(case: dict, look: dict[str, str]) -> str:
    who = html.escape(case["sender"] or case["sender_name"])
    return f"""{status(look)}
<div style="padding:12px 16px;font-size:19px">← &nbsp; {who}</div>
<div style="text-align:center;color:{look["grey"]};font-size:12px;margin:14px">11月24日(火) • 10:23</div>
<div style="display:flex"><div style="width:32px;height:32px;min-width:32px;border-radius:16px;background:#b06ad8;
margin:6px 8px 0 10px"></div><div><div style="background:{look["bubble"]};border-radius:20px;padding:10px 14px;
margin-right:48px;overflow-wrap:anywhere">{rows(case["body"], look["link"])}</div>
<div style="color:{look["grey"]};font-size:11px;margin:4px 12px">10:23</div></div></div>
<div style="position:absolute;bottom:20px;left:16px;right:60px;background:{look["bubble"]};border-radius:22px;
padding:10px 18px;color:{look["grey"]};font-size:15px">SMS メッセージ</div>"""


def line(case: dict, look: dict[str, str]) -> str:
    dark = look is DARK
    page, bubble, own = ("#111", "#2c2c2e", "#4cc764") if dark else ("#8cabd9", "#fff", "#8de055")
    who = html.escape(case["sender_name"])
    parts = case["body"].split("\n\n")
    shown = ""
    for number, part in enumerate(parts):
        shown += f"""<div style="display:flex;margin:8px 0"><div style="width:34px;height:34px;min-width:34px;
border-radius:17px;background:#d9b48f;margin:0 8px 0 10px"></div><div><div style="font-size:11px;
color:{"#aaa" if dark else "#3c4a66"}">{who}</div><div style="display:flex;align-items:end">
<div style="background:{bubble};color:{"#f2f2f2" if dark else "#111"};border-radius:16px;padding:8px 12px;
max-width:235px;overflow-wrap:anywhere">{rows(part, "#5b8def")}</div>
<span style="font-size:10px;color:{"#999" if dark else "#44536e"};margin:0 5px">20:1{number}</span></div></div></div>"""
    if case["own"]:
        shown += f"""<div style="display:flex;justify-content:end;align-items:end;margin:10px">
<span style="font-size:10px;color:{"#999" if dark else "#44536e"};margin:0 5px;text-align:right">既読<br>20:18</span>
<div style="background:{own};color:#111;border-radius:16px;padding:8px 12px;max-width:230px">
{html.escape(case["own"])}</div></div>"""
    return f"""<div style="position:absolute;inset:0;background:{page}">{status(look)}
<div style="padding:8px 14px;font-size:17px;font-weight:bold;color:{look["text"]}">&lt; &nbsp;{who}</div>
<div style="background:{look["bar"]};color:{look["grey"]};font-size:12px;text-align:center">
{case.get("notice", "")}</div>
<div style="text-align:center;margin:6px"><span style="background:#0003;border-radius:10px;padding:2px 10px;
font-size:11px;color:#fff">今日</span></div>{shown}
<div style="position:absolute;bottom:0;left:0;right:0;background:{look["bar"]};padding:10px 16px 24px;
color:{look["grey"]}">＋ &nbsp; メッセージを入力</div></div>"""


def gmail(case: dict, look: dict[str, str]) -> str:
    who = html.escape(case["sender_name"])
    address = f'<div style="color:{look["grey"]};font-size:12px">{html.escape(case["sender"] or "")}</div>'
    return f"""{status(look)}<div style="padding:12px 18px;font-size:20px">←</div>
<div style="padding:4px 18px 12px;font-size:21px;line-height:1.35">{html.escape(case["subject"])}
<span style="font-size:11px;background:{look["bubble"]};border-radius:4px;padding:1px 5px">受信トレイ</span></div>
<div style="display:flex;padding:0 16px;align-items:center"><div style="width:40px;height:40px;min-width:40px;
border-radius:20px;background:#5c6bc0;color:#fff;text-align:center;line-height:40px">{who[:1]}</div>
<div style="margin-left:12px;line-height:1.4"><span style="font-weight:bold;font-size:15px">{who}</span>
<span style="color:{look["grey"]};font-size:12px;margin-left:8px">10:23</span>{address if case["sender"] else ""}
<div style="color:{look["grey"]};font-size:12px">To 自分 ∨</div></div></div>
<div style="padding:16px 18px;overflow-wrap:anywhere">{rows(case["body"], look["link"])}</div>
<div style="position:absolute;bottom:18px;left:0;right:0;text-align:center;color:{look["grey"]}">
返信 &nbsp;&nbsp;&nbsp;&nbsp; 全員に返信 &nbsp;&nbsp;&nbsp;&nbsp; 転送</div>"""


def ios_mail(case: dict, look: dict[str, str]) -> str:
    address = f" &lt;{html.escape(case['sender'])}&gt;" if case["sender"] else ""
    return f"""{status(look)}<div style="padding:8px 14px;color:#0a84ff">&lt; 受信</div>
<div style="padding:6px 16px;border-bottom:1px solid {look["grey"]}"><div style="display:flex;
justify-content:space-between"><b style="overflow-wrap:anywhere">{html.escape(case["sender_name"])}{address}</b>
<span style="color:{look["grey"]};font-size:13px;white-space:nowrap;margin-left:12px">10:23</span></div>
<div style="color:{look["grey"]};font-size:13px;padding:3px 0 6px">宛先： 自分 &gt;</div></div>
<div style="padding:12px 16px 4px;font-weight:bold;font-size:19px">{html.escape(case["subject"])}</div>
<div style="padding:8px 16px;overflow-wrap:anywhere">{rows(case["body"], look["link"])}</div>"""


def keyed_mail(case: dict, look: dict[str, str]) -> str:
    address = f" &lt;{html.escape(case['sender'])}&gt;" if case["sender"] else ""
    return f"""{status(look)}<div style="padding:10px 16px;font-size:13px;line-height:1.7;background:{look["bar"]};
overflow-wrap:anywhere">差出人: {html.escape(case["sender_name"])}{address}<br>件名: {html.escape(case["subject"])}
<br>日時: 2026/11/24 10:23<br>宛先: 自分</div>
<div style="padding:14px 16px;overflow-wrap:anywhere">{rows(case["body"], look["link"])}</div>"""


def sms_list(case: dict, look: dict[str, str]) -> str:
    shown = ""
    for number, part in enumerate(case["body"].split("\n\n")):
        name, preview = part.split("\n")
        shown += f"""<div style="display:flex;padding:9px 14px;border-bottom:1px solid #8883"><div style="width:44px;
height:44px;min-width:44px;border-radius:22px;background:#9a9aa8;margin-right:12px"></div><div style="flex:1">
<div style="display:flex;justify-content:space-between"><b>{name}</b><span style="color:{look["grey"]};
font-size:13px">{("10:23", "昨日", "11/21", "11/20")[number]}</span></div>
<div style="color:{look["grey"]};font-size:14px">{html.escape(preview)}</div></div></div>"""
    return f"""{status(look)}<div style="padding:8px 16px 0;font-size:16px;color:#0a84ff">編集</div>
<div style="padding:4px 16px 8px;font-size:30px;font-weight:bold">メッセージ</div>{shown}"""


def browser(case: dict, look: dict[str, str]) -> str:
    button = f"""<div style="background:#0066c0;color:#fff;border-radius:8px;text-align:center;padding:12px;
margin-top:18px">{html.escape(case["buttons"][0])}</div>"""
    return f"""{status(look)}
<div style="background:{look["bubble"]};border-radius:20px;margin:6px 44px;padding:8px 16px;
text-align:center;font-size:15px">{html.escape(case["address"])}</div>
<div style="padding:26px 24px;overflow-wrap:anywhere">{rows(case["body"], look["link"])}{button}</div>"""


def popup(case: dict, look: dict[str, str]) -> str:
    return f"""{status(look)}
<div style="background:{look["bubble"]};border-radius:20px;margin:6px 44px;padding:8px 16px;
text-align:center;font-size:15px">{html.escape(case["address"])}</div>
<div style="position:absolute;top:80px;bottom:0;left:0;right:0;background:#666">
<div style="background:{look["page"]};border-radius:14px;margin:120px 30px;padding:18px;overflow-wrap:anywhere">
{rows(case["body"], look["link"])}<div style="display:flex;justify-content:space-around;margin-top:18px;
color:#0a84ff"><span>キャンセル</span><span>OK</span></div></div></div>"""


def push(case: dict, look: dict[str, str]) -> str:
    return f"""<div style="position:absolute;inset:0;background:linear-gradient(#27416b,#7a4b74);color:#fff">
<div style="text-align:center;font-size:17px;padding-top:64px">11月24日 火曜日</div>
<div style="text-align:center;font-size:78px;font-weight:bold;line-height:1.1">10:24</div>
<div style="background:#f1f1f4e8;color:#111;border-radius:20px;margin:70px 10px;padding:12px 16px;font-size:15px">
<div style="display:flex;justify-content:space-between;color:#555;font-size:12px"><span>{case["notifier"]}</span>
<span>今</span></div><b>{html.escape(case["sender_name"])}</b><br>
<span style="overflow-wrap:anywhere">{rows(case["body"], "#111")}</span></div></div>"""


APPS = {
    "ios_sms": ios_sms,
    "android_sms": android_sms,
    "sms_list": sms_list,
    "line": line,
    "gmail": gmail,
    "ios_mail": ios_mail,
    "keyed_mail": keyed_mail,
    "browser": browser,
    "popup": popup,
    "push": push,
}


def page(case: dict) -> str:
    """The whole HTML of one screen."""
    look = DARK if case["app"].endswith("_dark") else LIGHT
    content = APPS[case["app"].removesuffix("_dark")](case, look)
    return f"""<!doctype html><html lang="ja"><meta charset="utf-8"><body style="margin:0;background:{look["page"]};
color:{look["text"]};font:{case["size"]}px/1.45 '{case["font"]}',sans-serif;height:100vh;position:relative;
overflow:hidden">{content}</body></html>"""


def draw(case: dict, folder: Path) -> bytes:
    """One picture, compressed as its line says."""
    source, shot = folder / "page.html", folder / "shot.png"
    source.write_text(page(case), encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=ja"]
    command += [f"--window-size={case['width']},{case.get('height', 844)}", f"--screenshot={shot}"]
    command += [f"--force-device-scale-factor={case['scale']}", source.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    picture = Image.open(shot).convert("RGB")
    if case["shrink"] != 1:
        picture = picture.resize((round(picture.width * case["shrink"]), round(picture.height * case["shrink"])))
    data = encoded(picture, case)
    while len(data) > LONGEST:
        picture = picture.resize((round(picture.width * 0.85), round(picture.height * 0.85)))
        data = encoded(picture, case)
    return data


def encoded(picture: Image.Image, case: dict) -> bytes:
    output = io.BytesIO()
    picture.save(output, "WEBP" if case["ending"] == "webp" else "JPEG", quality=case["quality"])
    return output.getvalue()


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for text in (FOLDER / "truth.jsonl").read_text(encoding="utf-8").splitlines():
            case = json.loads(text)
            if len(sys.argv) == 1 or case["id"] in sys.argv[1:]:
                data = draw(case, Path(folder))
                (PICTURES / f"{case['id']}.{case['ending']}").write_bytes(data)
                sys.stdout.write(f"{case['id']} {len(data)}\n")


if __name__ == "__main__":
    main()
