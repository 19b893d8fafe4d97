"""The history of changes: every entry of the trail about a case, a page at a time."""

from uuid import UUID

from PySide6.QtCore import Signal
from typing_extensions import override

from psg_desktop.casework import code_names, lists
from psg_desktop.casework.assessing import register
from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import AuditEntry
from psg_desktop.domain.lists import CasePage
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.parts.entry_lines import Entry
from psg_desktop.ui.widgets.buttons import button, link
from psg_desktop.words import dates, fields, trail

_PART = 20


class TrailCard(CaseCard):
    """Who changed what from what to what, and when; read only when it is asked for.

    Emits `as_at_asked` when somebody wants to see the case as it stood on a past day.
    """

    as_at_asked = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__(office, "History of changes")
        self._most = 0

    def unfold(self) -> None:
        """Show the newest entries, as when the section is gone to."""
        if not self._most:
            self._most = _PART
            self.redraw()

    @override
    def concern(self, page: CasePage) -> object:
        return lists.history_of_case(self.office, page.case.id, slice(0, 1)).rows

    @override
    def draw(self, page: CasePage) -> None:
        if not self._most:
            total = lists.history_of_case(self.office, page.case.id, slice(0, 0)).total
            several = "s" if total > 1 else ""
            show = button(f"Show {total:,} change{several}", "history")
            show.clicked.connect(self.unfold)
            self.add_left(show)
            self._offer_the_past()
            return
        found = lists.history_of_case(self.office, page.case.id, slice(0, self._most))
        known = self._known(page)
        self.add_entries([_entry(one, known) for one in found.rows])
        self._offer_the_past()
        rest = found.total - len(found.rows)
        if rest > 0:
            older = link(f"Show {min(rest, _PART)} earlier changes of {rest:,}")
            older.clicked.connect(self._show_older)
            self.add_left(older)

    def _offer_the_past(self) -> None:
        past = link("See the case as it stood on a past day")
        past.clicked.connect(self.as_at_asked)
        self.add_left(past)

    def _show_older(self) -> None:
        self._most += _PART
        self.redraw()

    def _known(self, page: CasePage) -> dict[str, str]:
        named: dict[UUID, str] = {**lists.agency_names(self.office), **page.agencies}
        named |= {row.involvement.party: row.label for row in page.involvements}
        named |= {one.case: f"{one.reference} {one.title}" for one in page.links}
        named |= {page.case.subject: page.subject_label, page.case.id: page.case.reference}
        named |= {action.id: action.what for action in page.actions}
        held = register.of_case(self.office, page.case.id)
        named |= {
            one.intervention.id: f"{one.intervention.facts.short_name}, {one.target}"
            for one in held
        }
        return code_names.every(self.office) | fields.by_text(named)


def _entry(entry: AuditEntry, known: dict[str, str]) -> Entry:
    return Entry(
        key=entry.sequence,
        title=trail.history_line(entry, known),
        facts=f"{dates.moment_words(entry.at)}  ·  {entry.who}",
        text="\n".join(trail.changed_fields(entry, known)),
        about=f"Change {entry.sequence}",
    )
