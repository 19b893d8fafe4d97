"""A drawing of the report as a figure of a tagged PDF."""

from typing import Any, Final

from reportlab.lib.colors import HexColor

from psg_desktop.papers.board_report.sketches import Anchor, Area, Line, Sketch, Words
from psg_desktop.papers.board_report.typeface import BOLD, REGULAR
from psg_desktop.tagging.flowables import Figure

_EVEN_ODD: Final = 0  # ReportLab's number for the rule


class Drawn(Figure):
    """A sketch, made smaller where it is larger than the room there is."""

    def __init__(self, sketch: Sketch, room: tuple[float, float]) -> None:
        super().__init__(sketch.alt)
        self._sketch = sketch
        self._scale = min(1.0, room[0] / sketch.width, room[1] / sketch.height)
        self.width = sketch.width * self._scale
        self.height = sketch.height * self._scale
        self.spaceAfter = 4

    def draw(self) -> None:
        """Draw on the canvas, from the lower left corner."""
        canvas = self.canv
        canvas.saveState()
        canvas.scale(self._scale, self._scale)
        for mark in self._sketch.marks:
            if isinstance(mark, Words):
                _write(canvas, mark)
            elif isinstance(mark, Line):
                _stroke(canvas, mark)
            else:
                _fill(canvas, mark)
        canvas.restoreState()


def _write(canvas: Any, mark: Words) -> None:
    canvas.setFillColor(HexColor(mark.colour))
    canvas.setFont(BOLD if mark.bold else REGULAR, mark.size)
    put = {
        Anchor.START: canvas.drawString,
        Anchor.MIDDLE: canvas.drawCentredString,
        Anchor.END: canvas.drawRightString,
    }[mark.anchor]
    put(*mark.at, f"{mark.words} ")


def _stroke(canvas: Any, mark: Line) -> None:
    canvas.setStrokeColor(HexColor(mark.colour))
    canvas.setLineWidth(mark.width)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    path.moveTo(*mark.points[0])
    for point in mark.points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)


def _fill(canvas: Any, mark: Area) -> None:
    canvas.setFillColor(HexColor(mark.colour))
    path = canvas.beginPath()
    for ring in mark.rings:
        path.moveTo(*ring[0])
        for point in ring[1:]:
            path.lineTo(*point)
        path.close()
    canvas.drawPath(path, stroke=0, fill=1, fillMode=_EVEN_ODD)
