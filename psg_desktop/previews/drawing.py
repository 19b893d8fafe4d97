"""Draws one page of a file from outside as plain pixels; runs only in the confined process."""

import codecs
import io
from typing import Final

import pypdfium2
from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageOps,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
)

from psg_desktop.previews import limits
from psg_desktop.previews.protocol import Drawn, Form, Verdict

# Named so that no other reader of Pillow is ever tried, and so that the built program has these.
_READERS: Final = (
    PngImagePlugin.PngImageFile.format,
    JpegImagePlugin.JpegImageFile.format,
    GifImagePlugin.GifImageFile.format,
    BmpImagePlugin.BmpImageFile.format,
)
# What the reader of JPEG needs for the turn of a photograph and for the several pictures of some
# telephones; it would load them at the first such file, when no file can be opened any more.
_ALSO: Final = (MpoImagePlugin, TiffImagePlugin)
_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD, fpdfview.h
_WHITE: Final = "white"


def warm_up() -> None:
    """Have the readers load what they load at their first picture and page."""
    for reader in filter(None, _READERS):
        tried = io.BytesIO()
        Image.new("P", (2, 2)).convert("RGB").save(tried, reader)
        draw(Form.PICTURE, tried.getvalue(), 0, 1)
    codecs.lookup("utf-16-le")  # what PDFium spells text in
    document = pypdfium2.PdfDocument.new()
    document.new_page(10, 10)
    tried = io.BytesIO()
    document.save(tried)
    draw(Form.PDF, tried.getvalue(), 0, 1)


def draw(form: Form, content: bytes, page: int, width: int) -> tuple[Verdict, Drawn | None]:
    """Draw a page, counted from 0, about so many pixels wide."""
    wanted = max(1, min(width, limits.DRAWN_WIDTH))
    try:
        if form is Form.PDF:
            return _page(content, page, wanted)
        return _picture(content, wanted)
    except Image.DecompressionBombError:
        return Verdict.TOO_LARGE, None
    except MemoryError:
        return Verdict.TOO_LARGE, None
    except Exception:  # noqa: BLE001 - whatever a reader stumbles over, the file is at fault
        return Verdict.DAMAGED, None


def _picture(content: bytes, width: int) -> tuple[Verdict, Drawn | None]:
    # An odd megapixel more or less is nobody's bomb; our own limit below is the one that counts.
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(io.BytesIO(content), formats=[one for one in _READERS if one]) as image:
        if image.width * image.height > limits.PICTURE_PIXELS:
            return Verdict.TOO_LARGE, None
        size = fitted(image.width, image.height, width)
        image.draft("RGB", size)  # a JPEG is read at a fraction of its size from the start
        image.load()
        turned = ImageOps.exif_transpose(image)
        size = fitted(turned.width, turned.height, width)
        small = turned.convert("RGBA") if turned.mode in {"P", "LA", "PA"} else turned
        if size != small.size:
            small = small.resize(size, Image.Resampling.BOX, reducing_gap=2.0)
    return Verdict.DRAWN, _drawn(small, 1, "")


def _page(content: bytes, page: int, width: int) -> tuple[Verdict, Drawn | None]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as problem:
        locked = getattr(problem, "err_code", None) == _PASSWORD
        return (Verdict.LOCKED if locked else Verdict.DAMAGED), None
    pages = min(len(document), limits.PAGES)
    if not 0 <= page < pages:
        return Verdict.DAMAGED, None
    shown = document[page]
    across, down = max(shown.get_width(), 1.0), max(shown.get_height(), 1.0)
    size = fitted(round(across), round(down), width, grow=True)
    bitmap = shown.render(scale=size[0] / across, may_draw_forms=False)
    text = shown.get_textpage()
    held = min(text.count_chars(), limits.PAGE_TEXT)
    words = text.get_text_range(0, held) if held > 0 else ""
    image = bitmap.to_pil().convert("RGB")
    return Verdict.DRAWN, _drawn(image.resize(size) if image.size != size else image, pages, words)


def fitted(across: int, down: int, width: int, *, grow: bool = False) -> tuple[int, int]:
    """Give the size to draw at: no wider than asked for, and no more pixels than are ever drawn."""
    scale = width / across if grow else min(1.0, width / across)
    scale = min(scale, (limits.DRAWN_PIXELS / (across * down)) ** 0.5)
    wide = max(1, int(across * scale))
    return wide, max(1, min(int(down * scale), limits.DRAWN_PIXELS // wide))


def _drawn(image: Image.Image, pages: int, words: str) -> Drawn:
    if image.mode == "RGBA":
        ground = Image.new("RGB", image.size, _WHITE)
        ground.paste(image, mask=image.getchannel("A"))
        image = ground
    plain = image.convert("RGB")
    return Drawn(
        pages=pages, width=plain.width, height=plain.height, words=words, pixels=plain.tobytes()
    )
