"""Words of a PDF that are on no page: what its structure and its metadata say."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from pikepdf import Dictionary, Object, Pdf, PdfError, Stream

from psg_desktop.faults import Unreadable

_SAYING: Final = ("/Alt", "/ActualText", "/E", "/T")


def descriptions(pdf: bytes) -> Iterator[str]:
    """Give each alternative and replacement text, title of an element, and word of metadata.

    Every object of the file is looked at, whether or not anything leads to it.

    Raises:
        Unreadable: The bytes are not a PDF that can be opened.
    """
    try:
        with Pdf.open(BytesIO(pdf)) as document:
            for held in document.objects:
                yield from _said(held)
    except PdfError as cause:
        raise Unreadable("This cannot be opened as a PDF. Make the document again.") from cause


def _said(held: Object) -> Iterator[str]:
    if isinstance(held, Stream):
        if held.get("/Type") == "/Metadata":
            yield held.read_bytes().decode("utf-8", errors="replace")
    elif isinstance(held, Dictionary):
        yield from (str(held[key]) for key in _SAYING if key in held)
