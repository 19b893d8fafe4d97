"""Opening finished PDF bytes with PDFium, one reader at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any, Final

import pypdfium2

from psg_desktop.faults import Unreadable

# PDFium keeps state of its own and is not safe in two threads: a preview and the reading of
# finished bytes must take turns.
_TURN: Final = RLock()


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """Open a PDF from memory as a PDFium document and close it afterwards.

    Raises:
        Unreadable: The bytes are not a PDF that can be opened.
    """
    with _TURN:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as cause:
            raise Unreadable("This cannot be opened as a PDF. Make the document again.") from cause
        try:
            yield document
        finally:
            document.close()
