"""Cards on the page of one record: its cases, and the history of its changes."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.changes import AuditEntry
from psg_desktop.domain.lists import CaseRow, PartyCase
from psg_desktop.ui.parts.entry_lines import Entry, EntryLine
from psg_desktop.ui.parts.statuses import risk_status, span
from psg_desktop.ui.widgets.buttons import button, link
from psg_desktop.ui.widgets.labels import label, rule
from psg_desktop.ui.widgets.sections import Card
from psg_desktop.words import dates, names, trail

_PART = 20


class LiveCard(Card):
    """A card drawn again while it is shown: what is added can be seen and focused at once."""

    @override
    def add(self, widget: QWidget) -> None:
        super().add(widget)
        widget.show()  # Qt would show it a moment later


class EntryCard(LiveCard):
    """A card of entries, drawn again only when they say something else."""

    def __init__(self, title: str, *tools: QWidget) -> None:
        super().__init__(title, *tools)
        self._named = title
        self._seen: object = None

    def show_entries(
        self, seen: object, entries: Sequence[Entry], none: str, more: int = 0
    ) -> None:
        """Show entries, or *none* where there are none, and that there are *more*.

        *seen* tells whether anything changed since the last time.
        """
        if (seen, more) == self._seen:
            return
        self._seen = (seen, more)
        self.clear()
        self.retitle(f"{self._named} ({len(entries) + more:,})" if entries else self._named)
        if not entries:
            self.add(label(none, "secondary", wrap=True))
        for place, entry in enumerate(entries):
            if place:
                self.add(rule())
            self.add(EntryLine(entry))
        if more:
            self.add(label(f"and {more:,} more", "secondary"))


class CasesCard(EntryCard):
    """Cases with the roles held in them; each opens with `case_chosen(CaseId)`."""

    case_chosen = Signal(object)

    def __init__(self, none: str, title: str = "Cases", without_role: str = "Subject") -> None:
        super().__init__(title)
        self._none, self._without_role = none, without_role

    def show_cases(self, found: Sequence[PartyCase], more: int = 0) -> None:
        """Show cases, open ones first, and how many *more* there are."""
        ordered = sorted(found, key=lambda one: one.case.state is CaseState.CLOSED)
        entries = [self._entry(one) for one in ordered]
        self.show_entries(tuple(ordered), entries, self._none, more)

    def _entry(self, found: PartyCase) -> Entry:
        row = found.case
        roles = _roles(found) or self._without_role
        return Entry(
            key=row.id,
            title=f"{row.reference}  {row.title}",
            marks=(risk_status(row.risk, " risk"), names.name(row.state)),
            facts="  ·  ".join(part for part in (roles, _standing(row)) if part),
            opens=partial(self.case_chosen.emit, row.id),
        )


class HistoryCard(LiveCard):
    """Who changed what from what to what, and when; read only when it is asked for."""

    def __init__(self, office: Office, known: Callable[[], Mapping[str, str]]) -> None:
        super().__init__("History of changes")
        self._office, self._known = office, known
        self._record: UUID | None = None
        self._beside: tuple[UUID, ...] = ()
        self._most = 0
        self._seen: object = None

    def show_record(self, record: UUID, beside: Sequence[UUID] = ()) -> None:
        """Show what happened to a record, and to those that belong to it."""
        newest = lists.history_of_record(self._office, record, slice(0, 1), beside)
        if (record, newest) != self._seen:
            self._seen = (record, newest)
            self._record, self._beside = record, tuple(beside)
            self._draw(record, newest.total)

    def unfold(self) -> None:
        """Show some more of the newest entries."""
        self._most += _PART
        if self._record is not None:
            none = slice(0, 0)
            total = lists.history_of_record(self._office, self._record, none, self._beside).total
            self._draw(self._record, total)

    def _add_left(self, step: QPushButton) -> None:
        self.add(step)
        self.body.setAlignment(step, Qt.AlignmentFlag.AlignLeft)

    def _draw(self, record: UUID, total: int) -> None:
        self.clear()
        if not self._most:
            show = button(f"Show {total:,} change{'s' if total > 1 else ''}", "history")
            show.clicked.connect(self.unfold)
            self._add_left(show)
            return
        shown = slice(0, self._most)
        found = lists.history_of_record(self._office, record, shown, self._beside).rows
        known = self._known()
        for place, one in enumerate(found):
            if place:
                self.add(rule())
            self.add(EntryLine(_change(one, known)))
        if total > len(found):
            older = link(f"Show earlier changes of {total:,}")
            older.clicked.connect(self.unfold)
            self._add_left(older)


def _roles(found: PartyCase) -> str:
    said = (
        " ".join(part for part in (names.name(one.role), span(one.since, one.until)) if part)
        for one in found.roles
    )
    return ", ".join(said)


def _standing(row: CaseRow) -> str:
    if row.state is CaseState.CLOSED:
        return f"closed {dates.grid(row.closed_on)}" if row.closed_on else "closed"
    review = f"review {dates.grid(row.review_due)}" if row.review_due else "no review date"
    return f"{row.lead_agency} leads, {review}" if row.lead_agency else review


def _change(entry: AuditEntry, known: Mapping[str, str]) -> Entry:
    return Entry(
        key=entry.sequence,
        title=trail.history_line(entry, known),
        facts=f"{dates.moment_words(entry.at)}  ·  {entry.who}",
        text="\n".join(trail.changed_fields(entry, known)),
        about=f"Change {entry.sequence}",
    )
