"""Pages as pictures, from memory, for the preview in the window and for printing."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from psg_desktop.documents.pdf.pdfium import opened


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """One page as pixels.

    Attributes:
        width: In pixels.
        height: In pixels.
        stride: Bytes from one row of pixels to the next.
        pixels: Blue, green, red and an unused byte for each pixel, rows from the top: what Qt
            calls `Format_RGB32` on the machines this program runs on.
    """

    width: int
    height: int
    stride: int
    pixels: bytes = field(repr=False)


def page_count(pdf: bytes) -> int:
    """Count the pages of a PDF.

    Raises:
        Unreadable: The bytes are not a PDF.
    """
    with opened(pdf) as document:
        return len(document)


def page_image(pdf: bytes, number: int, width_px: int) -> PageImage:
    """Draw one page, counted from 1, so wide in pixels.

    Raises:
        Unreadable: The bytes are not a PDF.
        IndexError: There is no page of this number.
    """
    with opened(pdf) as document:
        if not 1 <= number <= len(document):
            raise IndexError(number)
        page = document[number - 1]
        bitmap = page.render(
            scale=width_px / page.get_width(), prefer_bgrx=True, rev_byteorder=False
        )
        return PageImage(
            width=bitmap.width,
            height=bitmap.height,
            stride=bitmap.stride,
            pixels=bytes(bitmap.buffer),
        )


def page_images(pdf: bytes, width_px: int) -> Iterator[PageImage]:
    """Draw the pages one after the other; each is drawn only when it is asked for.

    Raises:
        Unreadable: The bytes are not a PDF.
    """
    for number in range(1, page_count(pdf) + 1):
        yield page_image(pdf, number, width_px)
