"""Reading a finished PDF back, as anybody who holds it could, before it is let out.

PDFium did not draw the file, so what it finds is really in it.
"""

import re
import unicodedata
from collections.abc import Iterator
from ctypes import POINTER, c_int, c_ushort, cast, create_string_buffer
from dataclasses import dataclass, field
from typing import Any, Final

from pypdfium2 import raw

from psg_desktop.documents.pdf.described import descriptions
from psg_desktop.documents.pdf.pdfium import opened

# PDFium itself joins a word divided at a line's end and leaves U+FFFE (older ones U+0002) in it.
_DIVISION: Final = re.compile(
    r"[\ufffe\x02]\s*"
    r"|(?<=\w)[-\u00ad\u2010\u2011]\s*[\r\n]+\s*(?=\w)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link: where it stands and where it leads, pages counted from 1."""

    page: int
    to_page: int | None
    address: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """One entry of the outline; `level` counts from 0 and `page` from 1."""

    level: int
    title: str = field(repr=False)
    page: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file inside the PDF."""

    name: str = field(repr=False)
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBack:
    """Everything a reader can get out of a PDF without special tools.

    Attributes:
        pages: The text of each page as it was found, line ends included.
        metadata: Title, Author, Producer and so on; those that are not set are left out.
        annotations: Words held by annotations of any page.
        descriptions: What the structure says of figures and other elements, and the metadata.
    """

    pages: tuple[str, ...] = field(repr=False)
    metadata: dict[str, str] = field(repr=False)
    bookmarks: tuple[Bookmark, ...]
    links: tuple[Link, ...]
    attachments: tuple[Attachment, ...]
    annotations: tuple[str, ...] = field(repr=False)
    descriptions: tuple[str, ...] = field(repr=False)

    def flowing(self) -> tuple[str, ...]:
        """Give each page on one line, a hyphen at a line's end kept, the words joined."""
        return tuple(_flowing(page, "-") for page in self.pages)

    def dehyphenated(self) -> tuple[str, ...]:
        """Give each page on one line with words that were divided at a line end made whole."""
        return tuple(_flowing(page, "") for page in self.pages)

    def dense(self) -> tuple[str, ...]:
        """Give each page without any white space, for words broken in the middle by the layout."""
        return tuple("".join(page.split()) for page in self.flowing())

    def everything(self) -> Iterator[str]:
        """Give every word of the file, beside the text of the pages: where names could hide."""
        yield from self.metadata.values()
        yield from (it.title for it in self.bookmarks)
        yield from (it.address for it in self.links if it.address)
        yield from self.annotations
        yield from self.descriptions
        for attachment in self.attachments:
            yield attachment.name
            yield attachment.data.decode("utf-8", errors="replace")


def _flowing(page: str, hyphen: str) -> str:
    joined = _DIVISION.sub(hyphen, page)
    return " ".join(unicodedata.normalize("NFC", joined).split())


def read_back(pdf: bytes) -> ReadBack:
    """Read a finished PDF.

    Raises:
        Unreadable: The bytes are not a PDF that can be opened.
    """
    with opened(pdf) as document:
        pages: list[str] = []
        links: list[Link] = []
        notes: list[str] = []
        for number, page in enumerate(document, start=1):
            pages.append(_text(page))
            links.extend(_links(document, page, number))
            notes.extend(_notes(page))
            page.close()
        return ReadBack(
            pages=tuple(pages),
            metadata=document.get_metadata_dict(skip_empty=True),
            bookmarks=tuple(_bookmarks(document)),
            links=tuple(links),
            attachments=tuple(_attachments(document)),
            annotations=tuple(notes),
            descriptions=tuple(descriptions(pdf)),
        )


def _text(page: Any) -> str:
    text = page.get_textpage()
    try:
        return (
            str(text.get_text_bounded()) if not text.count_chars() else str(text.get_text_range())
        )
    finally:
        text.close()


def _bookmarks(document: Any) -> Iterator[Bookmark]:
    for item in document.get_toc(max_depth=50):
        target = item.get_dest()
        index = target.get_index() if target else None
        page = None if index is None else index + 1
        yield Bookmark(level=item.level, title=item.get_title(), page=page)


def _attachments(document: Any) -> Iterator[Attachment]:
    for index in range(document.count_attachments()):
        held = document.get_attachment(index)
        yield Attachment(name=held.get_name(), data=bytes(held.get_data()))


def _links(document: Any, page: Any, number: int) -> Iterator[Link]:
    position, found = c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, position, found):
        yield Link(
            page=number,
            to_page=_target(document, found),
            address=_address(document, found),
        )


def _target(document: Any, link: Any) -> int | None:
    destination = raw.FPDFLink_GetDest(document, link)
    if not destination:
        return None
    index = int(raw.FPDFDest_GetDestPageIndex(document, destination))
    return index + 1 if index >= 0 else None


def _address(document: Any, link: Any) -> str:
    action = raw.FPDFLink_GetAction(link)
    if not action:
        return ""
    for read in (raw.FPDFAction_GetURIPath, raw.FPDFAction_GetFilePath):
        arguments = (document, action) if read is raw.FPDFAction_GetURIPath else (action,)
        size = int(read(*arguments, None, 0))
        if size > 1:
            buffer = create_string_buffer(size)
            read(*arguments, buffer, size)
            return buffer.raw[: size - 1].decode("utf-8", errors="replace")
    return ""


def _notes(page: Any) -> Iterator[str]:
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        try:
            for key in (b"Contents", b"T", b"NM", b"TU"):
                words = _note_words(note, key)
                if words:
                    yield words
        finally:
            raw.FPDFPage_CloseAnnot(note)


def _note_words(note: Any, key: bytes) -> str:
    size = int(raw.FPDFAnnot_GetStringValue(note, key, None, 0))
    if size <= 2:  # noqa: PLR2004 only the closing nought, two bytes of UTF-16
        return ""
    buffer = create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(note, key, _wide(buffer), size)
    return buffer.raw[: size - 2].decode("utf-16-le", errors="replace")


def _wide(buffer: Any) -> Any:
    return cast(buffer, POINTER(c_ushort))
