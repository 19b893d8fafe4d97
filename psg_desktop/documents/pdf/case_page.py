"""One case: what it is, how it stands, what was done, what is open, and room for the decision."""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable
from typing_extensions import override

from psg_desktop.documents.pdf import fonts
from psg_desktop.documents.pdf.flow import new_page, rule, titled, words
from psg_desktop.documents.pdf.grid import Cell, Column, cell, ruled
from psg_desktop.documents.pdf.headings import heading
from psg_desktop.documents.pdf.marks import NO_DATE, OVERDUE, marked, risk_mark
from psg_desktop.documents.pdf.places import case_key, case_line
from psg_desktop.documents.pdf.printable import one_line
from psg_desktop.documents.pdf.style import (
    HAIR,
    INK,
    RULE,
    TEXT_WIDTH,
    THIN,
)
from psg_desktop.domain.packs import PackAction, PackContents, PackEntry
from psg_desktop.tagging.flowables import Drawing, Prose
from psg_desktop.tagging.structure import Element, Role

OpenActions = dict[str, list[tuple[str, PackAction]]]

_FACTS: Final = (
    Column("", 25 * mm, heads=True),
    Column("", 60 * mm),
    Column("", 25 * mm, heads=True),
    Column("", 57 * mm),
)
_AGENCIES: Final = (Column("", 25 * mm, heads=True), Column("", TEXT_WIDTH - 25 * mm))
_DONE: Final = (
    Column("When", 31 * mm),
    Column("Agency", 44 * mm),
    Column("What was done", TEXT_WIDTH - 75 * mm),
)
_OPEN: Final = (
    Column("Action", TEXT_WIDTH - 105 * mm),
    Column("Agency", 44 * mm),
    Column("Due", 30 * mm),
    Column("Status", 31 * mm),
)


def open_actions(contents: PackContents) -> OpenActions:
    """Gather (agency, action) by case reference, overdue first."""
    gathered: OpenActions = {}
    for agency in contents.actions:
        for action in agency.actions:
            gathered.setdefault(action.entry, []).append((agency.agency, action))
    for actions in gathered.values():
        actions.sort(key=lambda it: not it[1].overdue)
    return gathered


def case_page(position: int, entry: PackEntry, actions: OpenActions) -> list[Flowable]:
    """Lay out the case at this position of the pack, counted from 0."""
    its_actions = actions.get(entry.reference, [])
    return [
        new_page(),
        heading(entry.reference, 1, key=case_key(position), depth=1),
        *words(case_line(entry), "lead"),
        rule(),
        *ruled(_FACTS, _facts(entry, its_actions)),
        *ruled(_AGENCIES, [(cell("Agencies", "label"), _listed(entry.agencies))]),
        *titled("Summary", words(entry.text) or words("No summary was approved for this pack.")),
        *titled("What was done", _done(entry)),
        *titled("Open actions", _open(its_actions)),
        *(titled("What is blocked", blocked) if (blocked := words(entry.blocked)) else []),
        DecisionStrip(entry.reference),
    ]


def status(action: PackAction) -> Prose:
    """Give the status of an action with its mark; the word alone says the same."""
    state = action.state or "Not stated"
    if action.overdue:
        late = "overdue" in state.casefold()
        return marked(state if late else f"Overdue ({state})", OVERDUE)
    return marked(state, NO_DATE) if not action.due else cell(state, "marked cell")


def due(action: PackAction) -> str:
    """Give the month an action is due in words."""
    return action.due or "No date set"


def _facts(entry: PackEntry, actions: Sequence[tuple[str, PackAction]]) -> list[Sequence[Cell]]:
    pairs: list[tuple[str, Cell]] = [
        ("Risk", marked(entry.risk or "Not stated", risk_mark(entry.risk))),
        ("State", entry.state or "Not stated"),
        ("Opened", entry.opened or "Not stated"),
        ("Next review", entry.next_review or "Not set"),
        ("Area", entry.area or "Not stated"),
        ("Age band", entry.age_band or _no_age(entry.kind)),
        ("Open actions", _counted(actions)),
        ("Blocked", "Yes, see below" if entry.blocked.strip() else "Nothing reported"),
    ]
    halves = zip(pairs[::2], pairs[1::2], strict=True)
    return [
        (cell(left[0], "label"), left[1], cell(right[0], "label"), right[1])
        for left, right in halves
    ]


def _no_age(kind: str) -> str:
    return "Not stated" if kind.casefold() == "person" else "Does not apply"


def _listed(agencies: Sequence[str]) -> str:
    return ", ".join(filter(None, agencies)) or "Not stated"


def _counted(actions: Sequence[tuple[str, PackAction]]) -> str:
    late = sum(action.overdue for _, action in actions)
    return f"{len(actions)}, of which {late} overdue" if late else str(len(actions))


def _done(entry: PackEntry) -> Sequence[Flowable]:
    if not entry.done:
        return words("Nothing is recorded as done yet.")
    return ruled(
        _DONE,
        [(it.month or "Not stated", it.agency or "Not stated", it.what) for it in entry.done],
    )


def _open(actions: Sequence[tuple[str, PackAction]]) -> Sequence[Flowable]:
    if not actions:
        return words("None.")
    return ruled(_OPEN, [(it.what, agency, due(it), status(it)) for agency, it in actions])


class DecisionStrip(Drawing):
    """Boxes to tick and lines to write on; it grows and shrinks with the room the page has left.

    It never starts a page of its own: where not even the boxes fit, the decision sheet at the end
    of the pack serves.
    """

    _full: Final[float] = 20 * mm
    _boxes_only: Final[float] = 11 * mm
    _line: Final[float] = 9 * mm
    _most: Final = 9
    _choices: Final = ("Continue", "Step down", "Escalate", "Close")

    def __init__(self, case: str) -> None:
        super().__init__()
        self._case = one_line(case)
        self._lines = 0

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        room = availHeight - self._full - 1
        self._lines = min(int(max(room, 0) // self._line), self._most)
        self.width, self.height = availWidth, self._full + self._lines * self._line
        if room < 0:
            self.height = self._boxes_only if availHeight > self._boxes_only + 1 else 0.0
        return self.width, self.height

    def draw(self) -> None:
        """Draw on the canvas, from the lower left corner."""
        if not self.height:
            return
        canvas, top = self.canv, self.height - 4 * mm
        if self.height < self._full:
            self._boxes(5)
            return
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(RULE)
        canvas.line(0, top, self.width, top)
        canvas.setFillColor(INK)
        canvas.setFont(fonts.SEMIBOLD, 12)
        title = f"{fonts.fitted(self._case, fonts.SEMIBOLD, 12, 200)}: what the group decides"
        with canvas.tagged(Element(role=Role.HEADING, level=3)):
            canvas.drawString(0, top - 16, title)
        self._boxes(top - 34)
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(2 * THIN)
        for line in range(self._lines):
            canvas.line(0, line * self._line + 1, self.width, line * self._line + 1)

    def _boxes(self, y: float) -> None:
        canvas, x = self.canv, 0.0
        canvas.setFillColor(INK)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(RULE)
        canvas.setFont(fonts.REGULAR, 11)
        choices = Element(role=Role.LIST)
        for choice in self._choices:
            canvas.rect(x, y - 1.5, 10, 10, stroke=1, fill=0)
            item = Element(role=Role.ITEM, parent=choices)
            with canvas.tagged(Element(role=Role.BODY, parent=item)):
                canvas.drawString(x + 15, y, choice)
            x += 15 + fonts.width(choice, fonts.REGULAR, 11) + 18
        with canvas.tagged(Element(role=Role.PARAGRAPH)):
            canvas.drawString(x, y, "Reason")
        start = x + fonts.width("Reason", fonts.REGULAR, 11) + 6
        canvas.setLineWidth(2 * THIN)
        canvas.line(start, y - 2, self.width, y - 2)
