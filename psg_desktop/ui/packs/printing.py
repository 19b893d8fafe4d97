"""Pages of a PDF as pictures for the window, and put on paper; nothing touches the disk."""

from PySide6.QtCore import QBuffer, QByteArray, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from psg_desktop.documents.pdf.preview import PageImage, page_count, page_image
from psg_desktop.faults import Unwritable

_SHARPEST = 300  # dots an inch; sharper pictures of a page only take longer
_WIDTH_MM = 210


def picture(pdf: bytes, page: int, width: int) -> bytes:
    """Draw one page, counted from 0, so wide in pixels, as the bytes of a BMP picture.

    BMP, because packing a picture that is shown once takes longer than drawing it.
    """
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"bmp")).write(_image(page_image(pdf, page + 1, width)))
    return bytes(buffer.data().data())


def put_on_paper(pdf: bytes, printer: QPrinter) -> int:
    """Print the pages the printer was set to, whole pages on A4; say how many.

    Raises:
        Unwritable: The printer did not take them.
    """
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    width = round(_WIDTH_MM / 25.4 * min(printer.resolution(), _SHARPEST))
    wanted = _wanted(printer, page_count(pdf))
    painter = QPainter()
    if not painter.begin(printer):
        raise Unwritable("The printer did not take the pack. Check that it is on, and try again.")
    try:
        for place, number in enumerate(wanted):
            if place:
                printer.newPage()
            image = _image(page_image(pdf, number, width))
            painter.drawImage(QRectF(painter.viewport()), image)
    finally:
        painter.end()
    return len(wanted)


def _wanted(printer: QPrinter, count: int) -> range:
    if printer.printRange() is not QPrinter.PrintRange.PageRange or not printer.fromPage():
        return range(1, count + 1)
    return range(printer.fromPage(), min(printer.toPage(), count) + 1)


def _image(page: PageImage) -> QImage:
    """Take the pixels over; they are copied, as Qt does not keep the bytes alive."""
    drawn = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    return drawn.copy()
