"""Showing a document inside the window: its pages as pixels, its text as plain text."""

from collections.abc import Callable

from psg_desktop.domain.attachments import FileSort
from psg_desktop.previews import asking, texts
from psg_desktop.previews.protocol import Drawn, Form
from psg_desktop.previews.texts import ShownText

__all__ = ["Drawn", "ShownText", "page", "text"]

_FORMS = {FileSort.PDF: Form.PDF, FileSort.PICTURE: Form.PICTURE}


def page(
    sort: FileSort, content: bytes, number: int, width: int, watch: Callable[[], None]
) -> Drawn:
    """Draw one page of a PDF, or a picture, in a confined process; `watch` may end it.

    Raises:
        Unreadable: It cannot be shown; with the reason and what to do.
    """
    return asking.page(_FORMS[sort], content, number, width, watch)


def text(content: bytes) -> ShownText:
    """Give the text of a document recognised as text."""
    return texts.shown(content)
