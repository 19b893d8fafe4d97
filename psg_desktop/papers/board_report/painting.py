"""A drawing as a picture of dots, for files that hold no drawings of their own."""

from functools import cache
from io import BytesIO
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFont

from psg_desktop.papers.board_report import typeface
from psg_desktop.papers.board_report.sketches import Anchor, Area, Line, Point, Sketch, Words
from psg_desktop.paths import resource

_DOTS: Final = 3  # for each point: 216 to the inch
_FINER: Final = 2  # edges are drawn so much finer, then smoothed
_SCALE: Final = _DOTS * _FINER
_EDGE: Final = 2.0  # points around the drawing, so that no line is cut
_PLACES: Final = {Anchor.START: "ls", Anchor.MIDDLE: "ms", Anchor.END: "rs"}


def painted(sketch: Sketch) -> bytes:
    """Paint a drawing as PNG on white."""
    size = tuple(round((one + 2 * _EDGE) * _SCALE) for one in (sketch.width, sketch.height))
    picture = Image.new("RGB", (size[0], size[1]), "white")
    for mark in sketch.marks:
        if isinstance(mark, Area):
            _fill(picture, mark, sketch.height)
        elif isinstance(mark, Line):
            points = [_at(one, sketch.height) for one in mark.points]
            wide = max(1, round(mark.width * _SCALE))
            ImageDraw.Draw(picture).line(points, fill=mark.colour, width=wide, joint="curve")
        else:
            _write(picture, mark, sketch.height)
    small = picture.resize((size[0] // _FINER, size[1] // _FINER), Image.Resampling.LANCZOS)
    held = BytesIO()
    small.save(held, "PNG", optimize=True, dpi=(72 * _DOTS, 72 * _DOTS))
    return held.getvalue()


def _at(point: Point, height: float) -> Point:
    return ((point[0] + _EDGE) * _SCALE, (height - point[1] + _EDGE) * _SCALE)


def _fill(picture: Image.Image, mark: Area, height: float) -> None:
    if len(mark.rings) == 1:
        points = [_at(point, height) for point in mark.rings[0]]
        ImageDraw.Draw(picture).polygon(points, fill=mark.colour)
        return
    mask = Image.new("1", picture.size)
    for ring in mark.rings:
        one = Image.new("1", picture.size)
        ImageDraw.Draw(one).polygon([_at(point, height) for point in ring], fill=1)
        mask = ImageChops.logical_xor(mask, one)
    picture.paste(mark.colour, mask=mask)


def _write(picture: Image.Image, mark: Words, height: float) -> None:
    ImageDraw.Draw(picture).text(
        _at(mark.at, height),
        mark.words,
        fill=mark.colour,
        font=_face(mark.size, bold=mark.bold),
        anchor=_PLACES[mark.anchor],
    )


@cache
def _face(size: float, *, bold: bool) -> ImageFont.FreeTypeFont:
    file = typeface.FILES[typeface.BOLD if bold else typeface.REGULAR]
    return ImageFont.truetype(str(resource(file)), size * _SCALE)
