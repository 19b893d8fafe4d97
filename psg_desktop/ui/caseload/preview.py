"""The case that is chosen in a list, in short: who, what is due, what happened last."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import meeting_days
from psg_desktop.domain.actions import Action
from psg_desktop.domain.cases import Case
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.lists import CasePage
from psg_desktop.domain.notes import Note
from psg_desktop.ui.parts.statuses import action_status, dated, risk_status
from psg_desktop.ui.widgets.buttons import primary
from psg_desktop.ui.widgets.chips import StatusChip
from psg_desktop.ui.widgets.labels import label, rule
from psg_desktop.words import dates, names

_MOST = 4
_SHORT = 160


class CasePreview(QWidget):
    """Shows one case; `opened(id)` from its button."""

    opened = Signal(object)

    def __init__(self, office: Office, id_: CaseId) -> None:
        super().__init__()
        self._office = office
        page = lists.case_page(office, id_)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 14, 16, 16)
        self._layout.setSpacing(6)
        self._head(page)
        self._actions(page)
        self._since(page)
        self._involved(page)
        self._layout.addStretch()
        self.go = primary("Open case")
        self.go.setToolTip("Enter")
        self.go.clicked.connect(lambda: self.opened.emit(id_))
        self._layout.addWidget(self.go)

    def _head(self, page: CasePage) -> None:
        case, today = page.case, self._office.today()
        self._say(f"{case.reference}  ·  {names.name(case.kind)}", "overline")
        self._say(case.title, "section")
        self._say(page.subject_label, "strong")
        self._say(names.name(case.state))
        self._add(StatusChip(risk_status(case.risk, " risk")))
        if not case.closed:
            self._say(f"Review: {dated(case.review_due, today)}", "secondary")
        lead = page.agencies.get(case.lead_agency, "") if case.lead_agency else ""
        self._say(f"Lead: {_lead(case, lead)}", "secondary")

    def _actions(self, page: CasePage) -> None:
        today = self._office.today()
        live = [one for one in page.actions if one.open]
        overdue = sum(one.overdue_on(today) for one in live)
        late = f", {overdue} overdue" if overdue else ""
        self._part(f"Open actions: {len(live)}{late}")
        if not live:
            self._say("None.", "secondary")
        for action in live[:_MOST]:
            self._action(action, page)
        self._more(len(live))

    def _action(self, action: Action, page: CasePage) -> None:
        self._say(_cut(action.what))
        owner = page.agencies.get(action.owner, "") if action.owner else ""
        due = dates.short(action.due) if action.due else "no date"
        self._say(f"{owner}, due {due}", "secondary")
        status = action_status(action, self._office.today())
        if status.state == "red":
            self._add(StatusChip(status))

    def _since(self, page: CasePage) -> None:
        since = self._last_meeting()
        fresh = [note for note in page.notes if since is None or note.happened_on >= since]
        heading = f"Since the meeting on {dates.short(since)}" if since else "Latest notes"
        notes: tuple[Note, ...] = tuple(fresh)
        if since and not fresh:
            heading, notes = "Latest notes", page.notes
        self._part(heading)
        if not notes:
            self._say("Nothing written yet.", "secondary")
        for note in notes[:_MOST]:
            self._say(f"{dates.short(note.happened_on)}: {_cut(note.text)}")
        self._more(len(notes))

    def _involved(self, page: CasePage) -> None:
        self._part("People and places")
        live = [row for row in page.involvements if row.involvement.until is None]
        if not live:
            self._say("Nobody else yet.", "secondary")
        for row in live[:_MOST]:
            self._say(f"{row.label}, {names.name(row.involvement.role).lower()}")
        self._more(len(live))

    def _last_meeting(self) -> date | None:
        today = self._office.today()
        past = [day for day in meeting_days.days(self._office) if day <= today]
        return max(past, default=None)

    def _part(self, words: str) -> None:
        self._layout.addSpacing(4)
        self._add(rule())
        self._say(words, "label")

    def _more(self, count: int) -> None:
        if count > _MOST:
            self._say(f"and {count - _MOST} more", "secondary")

    def _say(self, words: str, role: str = "") -> None:
        if words:
            self._add(label(words, role, wrap=True))

    def _add(self, widget: QWidget) -> None:
        self._layout.addWidget(widget)


def _lead(case: Case, agency: str) -> str:
    if case.external_lead is not None:
        return f"{case.external_lead.group}, the PSG supports"
    return ", ".join(part for part in (agency, case.lead_practitioner) if part) or "nobody yet"


def _cut(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHORT else f"{flat[: _SHORT - 1].rstrip()}…"
