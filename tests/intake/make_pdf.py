"""The smallest PDFs that say what a test needs."""

import zlib


def pdf(*objects: bytes, catalog: bytes = b"", trailer: bytes = b"") -> bytes:
    """A PDF of the objects, numbered from 3 on; object 3 is the first page."""
    numbered = (
        b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        *objects,
    )
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(numbered, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Root 1 0 R/Size %d%s>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, trailer, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, table) + end


def page(more: bytes = b"") -> bytes:
    """A page whose content is object 4."""
    font = b"<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    return (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font" + font + b">>" + more + b">>"
    )


def stream(content: bytes, *, layers: int = 0) -> bytes:
    """A stream, packed `layers` times."""
    for _ in range(layers):
        content = zlib.compress(content, 1)
    filters = b"/Filter[" + b"/FlateDecode" * layers + b"]"
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), filters, content)


def words(text: bytes) -> bytes:
    return b"BT /F 12 Tf 20 100 Td (" + text + b") Tj ET"


def annotation(action: bytes) -> bytes:
    """A place to click on, over the words."""
    return b"/Annots[<</Type/Annot/Subtype/Link/Rect[10 90 290 120]/A<<" + action + b">>>>]"
