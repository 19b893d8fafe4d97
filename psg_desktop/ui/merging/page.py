"""The page of a merge: find the other record, compare, choose, see what moves, merge."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import merging
from psg_desktop.casework.parties.local_wards import local_wards
from psg_desktop.casework.parties.merging import MergePreview, Merging
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place
from psg_desktop.domain.refusals import FieldProblem, Problem, Refused
from psg_desktop.ui.merging.comparison import Comparison
from psg_desktop.ui.merging.facts import facts_of
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts import parties
from psg_desktop.ui.parts.sheets import by_field
from psg_desktop.ui.widgets.buttons import primary
from psg_desktop.ui.widgets.choices import SearchChoice, Ticks
from psg_desktop.ui.widgets.controls import LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import Card, ReadingColumn
from psg_desktop.words.counted import counted

_KINDS = {PartyKind.PERSON: CaseKind.PERSON, PartyKind.PLACE: CaseKind.PLACE}
_JOINED = (
    "Lists and remarks of both are kept, without repeats. The name that gives way becomes “also "
    "known as”. The whole record that goes is kept with the merge, which can be taken back."
)


class MergePage(Page):
    """Merges another record into one; `merged` follows, `gone` if one is there no longer."""

    merged = Signal()
    gone = Signal()

    def __init__(
        self, office: Office, kind: PartyKind, kept: UUID, other: UUID | None = None
    ) -> None:
        super().__init__(f"Merge with another {kind.value}")
        self._office, self._kind, self._kept = office, kind, kept
        self.form = Form()
        self.other = self.form.add(
            "other",
            "Record that is the same",
            SearchChoice(self._offered),
            hint="It goes, and everything that names it names the one that stays.",
        )
        self.comparison, self._moves = Comparison(), label(wrap=True)
        self._joined = label(_JOINED, "hint", wrap=True)
        for part in (self.comparison, self._joined, self._moves):
            self.form.add_widget(part)
        self.form.add("merge_reason", "How it is known that they are the same", LongText(lines=3))
        self.form.add(
            "link_cases", "Open cases of both", Ticks((Option("link", "Link the cases"),))
        )
        self.merge = primary("Merge the records")
        self.merge.clicked.connect(self._merge)
        self._lay_out()
        self.other.edited.connect(self._show_preview)
        if other is not None:
            name = parties.name_of(office, _KINDS[kind], other)
            self.other.set_value(Option(other, name))
        self._show_preview()

    @override
    def refresh(self) -> None:
        try:
            name = parties.name_of(self._office, _KINDS[self._kind], self._kept)
        except Refused:
            self.gone.emit()
            return
        self.retitle(summary=f"{name} stays")
        self._show_preview()

    @override
    def focus_start(self) -> None:
        self.form.focus_first()

    def _lay_out(self) -> None:
        card = Card("Both records")
        card.add(self.form)
        card.body.addWidget(self.merge, alignment=Qt.AlignmentFlag.AlignLeft)
        column = ReadingColumn(self.heading)
        column.add("form", card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)

    def _offered(self, typed: str) -> Sequence[Option]:
        found = parties.offered(self._office, _KINDS[self._kind], typed)
        return [one for one in found if one.key != self._kept]

    def _show_preview(self) -> None:
        seen = self._preview()
        for part in (self.comparison, self._joined, self._moves, self.merge):
            part.setVisible(seen is not None)
        self.form.show_only("merge_reason", shown=seen is not None)
        self.form.show_only("link_cases", shown=bool(seen and seen.open_cases))
        if seen is None:
            return
        self.comparison.show_records(self._facts(seen.kept), self._facts(seen.other))
        moved = ", ".join(counted(kind, count) for kind, count in seen.moves)
        said = f"Moves: {moved}." if moved else "Nothing else names the record that goes."
        if seen.open_cases:
            both = ", ".join(seen.open_cases)
            said += f" Both are the subject of open cases ({both}), which stay separate cases."
        self._moves.setText(said)

    def _preview(self) -> MergePreview | None:
        other = self.other.value()
        if not isinstance(other, UUID):
            return None
        try:
            return merging.preview(self._office, self._kind, self._kept, other)
        except Refused as refused:
            self.form.show_problems(by_field(refused.problems))
            return None

    def _facts(self, record: Person | Place) -> dict[str, tuple[str, str]]:
        within = ""
        if isinstance(record, Place) and record.part_of is not None:
            within = parties.name_of(self._office, CaseKind.PLACE, record.part_of)
        return facts_of(record, local_wards(self._office), within)

    def _merge(self) -> None:
        given: dict[str, Any] = self.form.values()
        unreadable = self.form.unreadable()
        if unreadable or given["other"] is None:
            missing = (FieldProblem(field="other", problem=Problem.NOTHING_CHOSEN),)
            self.form.show_problems(unreadable or by_field(missing))
            return
        asked = Merging(
            kind=self._kind,
            kept=self._kept,
            other=given["other"],
            reason=given["merge_reason"],
            theirs=self.comparison.theirs(),
            link_cases=bool(given.get("link_cases")),
        )
        try:
            merging.merge(self._office, asked)
        except Refused as refused:
            self.form.show_problems(by_field(refused.problems))
            return
        self.form.show_problems({})
        self.form.mark_saved()
        self.merged.emit()
