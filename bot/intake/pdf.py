"""A PDF as a message: its words, where its links lead, and what else is in it. Its scripts are never run.

Runs in a worker: the library is written in C++, and a hostile file may end the process that reads it.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from functools import partial

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from bot.analysis.message import Enclosure, Link, Message
from bot.intake import limits
from bot.intake.enclosures import enclosures
from bot.intake.unreadable import Reason, Unreadable

_STREAM = re.compile(rb"stream\r?\n")
_SCRIPT = re.compile(rb"/(?:JavaScript|JS)\b")
_FED = 64_000  # bytes given to the unpacker at a time
_CHUNK = 1_000_000  # bytes unpacked at a time
_LAYERS = 3  # a stream packed in itself
_URI_BYTES = 4_000


def read_pdf(data: bytes) -> Message:
    """The words (NFKC, pages up to `PDF_PAGES`), links and enclosures of a PDF.

    `body` is empty where the pages are only pictures (see `first_page`). Links carry the words they lie on. Raises
    Unreadable: LOCKED behind a password, TOO_HEAVY for one that unpacks to too much, BROKEN for a damaged one.
    """
    document = _open(data)
    try:
        texts: list[str] = []
        links: dict[Link, None] = {}
        inside = dict.fromkeys(_embedded(document))
        if _SCRIPT.search(data) or pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0:
            inside[Enclosure("JavaScript", "script")] = None
        left = limits.TEXT_CHARACTERS
        for number in range(min(len(document), limits.PDF_PAGES)):
            try:
                page = document[number]
                words = page.get_textpage()
            except pypdfium2.PdfiumError:
                continue  # one damaged page
            if left > 0:
                texts.append(_tidy(words.get_text_range(count=min(words.count_chars(), left))))
                left -= len(texts[-1])
            for found in _actions(document, page, words):
                if isinstance(found, Enclosure):
                    inside[found] = None
                elif len(links) < limits.PDF_LINKS:
                    links[found] = None
        body = "\n\n".join(text for text in texts if text)[: limits.TEXT_CHARACTERS]
        return Message(body=body, links=tuple(links), enclosures=tuple(inside)[: limits.PDF_ENCLOSURES])
    finally:
        document.close()


def first_page(data: bytes) -> Image.Image:
    """The first page as a picture (RGB, longer side at most `PDF_PICTURE_SIDE` pixels). Raises as `read_pdf` does."""
    document = _open(data)
    try:
        page = document[0]
        longer = max(page.get_size())
        picture: Image.Image = page.render(scale=min(3.0, limits.PDF_PICTURE_SIDE / max(longer, 1.0))).to_pil()
        return picture.convert("RGB")
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise Unreadable(Reason.BROKEN, "pdf") from error
    finally:
        document.close()


def _open(data: bytes) -> pypdfium2.PdfDocument:
    if _unpacks_to_too_much(data):
        raise Unreadable(Reason.TOO_HEAVY, "pdf")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        raise Unreadable(Reason.LOCKED if locked else Reason.BROKEN, "pdf") from error
    if len(document) == 0:
        document.close()
        raise Unreadable(Reason.BROKEN, "pdf")
    return document


def _unpacks_to_too_much(data: bytes) -> bool:
    """Whether a packed stream, or all together, exceed their limits. The library would unpack up to 1 GB of each."""
    whole = memoryview(data)
    total = 0
    for number, start in enumerate(_STREAM.finditer(data)):
        size = _unpacked(whole[start.end() :], _LAYERS)
        total += size
        if number >= limits.PDF_STREAMS or size > limits.PDF_STREAM_BYTES or total > limits.PDF_UNPACKED_BYTES:
            return True
    return False


def _unpacked(packed: memoryview, layers: int) -> int:
    """The bytes that a stream unpacks to (0 if it is none), counted to just above the limit and not kept."""
    if not _is_zlib(packed):
        return 0
    size = 0
    inner = bytearray()
    unpacker = zlib.decompressobj()
    try:
        for start in range(0, len(packed), _FED):
            fed: bytes | memoryview = packed[start : start + _FED]
            while fed and size <= limits.PDF_STREAM_BYTES:
                piece = unpacker.decompress(fed, _CHUNK)
                size += len(piece)
                if layers > 1 and len(inner) < limits.FILE_BYTES and (inner or _is_zlib(memoryview(piece))):
                    inner += piece
                fed = unpacker.unconsumed_tail
            if unpacker.eof or size > limits.PDF_STREAM_BYTES:
                break
    except zlib.error:
        pass  # damage: what came before it counts
    return max(size, _unpacked(memoryview(inner), layers - 1)) if inner else size


def _is_zlib(data: memoryview) -> bool:
    return len(data) > 2 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0


def _embedded(document: pypdfium2.PdfDocument) -> tuple[Enclosure, ...]:
    """Files inside the file, judged by their names: they stay packed."""
    names: list[str] = []
    for number in range(min(document.count_attachments(), limits.PDF_ENCLOSURES)):
        try:
            names.append(document.get_attachment(number).get_name())
        except (pypdfium2.PdfiumError, UnicodeError):
            continue
    return enclosures([(name, b"") for name in names])


def _actions(
    document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage
) -> Iterator[Link | Enclosure]:
    """What happens where a reader clicks: a link is followed, a program started."""
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    for _ in range(limits.PDF_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, position, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        kind = pdfium.FPDFAction_GetType(action) if action else 0
        if kind == pdfium.PDFACTION_URI:
            target = _text(partial(pdfium.FPDFAction_GetURIPath, document, action))
            if target:
                visible = _under(link, words)
                yield Link(target, visible if visible and visible != target else None)
        elif kind == pdfium.PDFACTION_LAUNCH:
            name = _text(partial(pdfium.FPDFAction_GetFilePath, action))
            yield Enclosure(name[:120] or "?", "program")


def _text(get: Callable[[ctypes.Array[ctypes.c_char], int], int]) -> str:
    buffer = ctypes.create_string_buffer(_URI_BYTES)
    size = get(buffer, _URI_BYTES)
    return buffer.raw[: max(min(size, _URI_BYTES) - 1, 0)].decode("utf-8", "replace").strip("\0 \r\n\t")


def _under(link: pdfium.FPDF_LINK, words: pypdfium2.PdfTextPage) -> str:
    """The words that a link lies on."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFLink_GetAnnotRect(link, box):
        return ""
    text: str = words.get_text_bounded(box.left, box.bottom, box.right, box.top)
    return " ".join(_tidy(text).split())[:200]


def _tidy(text: str) -> str:
    """NFKC, since fonts often give 金 as the radical ⾦."""
    text = unicodedata.normalize("NFKC", text).replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[\0\ufffe\uffff]", "", text)).strip()
