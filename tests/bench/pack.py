"""A pack of 200 cases against ReportLab drawing the same flowables bare: goal at most 1.5 times.

Bare means ReportLab's own template and canvas: no header, footer, page numbers, bookmarks, links
or tags. It is given the flowables ready made, so our share includes the making of them.
"""

from contextlib import AbstractContextManager, nullcontext
from functools import partial
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas  # noqa: TID251 what our own is measured against
from reportlab.platypus import SimpleDocTemplate

from psg_desktop.documents.pdf import style
from psg_desktop.documents.pdf.pack import render_pack, story
from tests.bench.measuring import Figure, best_in_turn, peak_mb
from tests.documents.sample_packs import pack

CASES = 200
GOAL = 1.5


def figures() -> list[Figure]:
    """Draw the pack as the program does, and its flowables with nothing around them."""
    approved = pack(CASES)
    render_pack(pack(2))
    made = [story(approved) for _ in range(3)]
    ours, bare = best_in_turn(
        partial(render_pack, approved),
        lambda: _bare().build(made.pop(), canvasmaker=_Untagged),
        rounds=3,
    )
    return [
        Figure(
            name=f"pack of {CASES} cases",
            ours=ours,
            yardstick="ReportLab, same flowables",
            bare=bare,
            goal=GOAL,
            peak_mb=peak_mb(),
        )
    ]


class _Untagged(Canvas):
    owner = None

    def enter(self, owner: object) -> None:
        pass

    def leave(self) -> None:
        pass

    def tagged(self, *_element: object) -> AbstractContextManager[None]:
        return nullcontext()

    artefact = tagged


def _bare() -> SimpleDocTemplate:
    return SimpleDocTemplate(
        BytesIO(),
        pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT),
        leftMargin=style.LEFT - 6,
        rightMargin=style.RIGHT - 6,
        topMargin=style.TOP - 6,
        bottomMargin=style.BOTTOM - 6,
        invariant=1,
        pageCompression=1,
    )
