"""The page of one agency: whom to reach, what it leads, what it owes, history."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import actions
from psg_desktop.casework.meeting import action_sheets
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.domain.action_sheets import ActionSheet
from psg_desktop.domain.actions import OPEN_STATES
from psg_desktop.domain.agencies import Agency, Contact
from psg_desktop.domain.ids import AgencyId
from psg_desktop.domain.lists import ActionFilter, ActionRow, CaseFilter, PartyCase
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.ui.agencies.sheet import AgencySheet
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.action_rows import row_status
from psg_desktop.ui.parts.entry_lines import Entry
from psg_desktop.ui.parts.passages import breakable
from psg_desktop.ui.parts.record_cards import CasesCard, EntryCard, HistoryCard, LiveCard
from psg_desktop.ui.parts.record_page import RecordPage
from psg_desktop.ui.parts.sheet_making import make_sheets
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import dates, names

_MOST = 30
_RETIRE = "Take out of use"
_ACTIVATE = "Take into use again"


class AgencyPage(RecordPage):
    """Shows one agency; what it leads and owes opens the case. `said(sentence)` goes up."""

    said = Signal(str)

    def __init__(self, office: Office, notifier: Notifier, agency: AgencyId) -> None:
        super().__init__(notifier, "Agency")
        self._office, self._id = office, agency
        self.retire = button(_RETIRE)
        self.retire.clicked.connect(self._turn)
        self.sheet = button("Action sheet", "export")
        self.sheet.clicked.connect(self._make_sheet)
        self.facts = LiveCard("Agency")
        self.contacts = EntryCard("Contacts")
        self.led = CasesCard("It leads no open case.", "Cases it leads", without_role="")
        self.led.case_chosen.connect(self.case_chosen)
        self.owed = EntryCard("Open actions")
        self.sent = EntryCard("Action sheets made")
        self.history = HistoryCard(office, dict)
        self._seen: Agency | None = None
        self.add_cards(
            main=(self.facts, self.led, self.owed), side=(self.contacts, self.sent, self.history)
        )

    @override
    def more_tools(self) -> tuple[QPushButton, ...]:
        return (self.retire, self.sheet)

    @override
    def read(self) -> None:
        agency = agencies.get(self._office, self._id)
        self.retitle(heading=agency.name, summary="" if agency.active else "no longer in use")
        if agency != self._seen:
            self._seen = agency
            self._show_facts(agency)
        self._show_led()
        self._show_owed()
        self._show_sent()
        self.history.show_record(self._id)

    @override
    def ask_change(self) -> None:
        self.sheet_asked.emit(AgencySheet(self._office, agencies.get(self._office, self._id)))

    def _turn(self) -> None:
        agency = agencies.get(self._office, self._id)
        agencies.save(self._office, replace(agency, active=not agency.active))

    def _show_facts(self, agency: Agency) -> None:
        self.retire.setText(_RETIRE if agency.active else _ACTIVATE)
        self.retire.setAccessibleName(self.retire.text())
        self.facts.clear()
        use = "Yes" if agency.active else "No: it is not offered for new actions and cases."
        known = (
            ("Short name", agency.short_name),
            ("Kind", names.name(agency.kind)),
            ("Standing", names.name(agency.standing)),
            ("In use", use),
        )
        self.facts.add(Facts([(term, breakable(words)) for term, words in known]))
        entries = [_contact(place, one) for place, one in enumerate(agency.contacts)]
        self.contacts.show_entries(agency.contacts, entries, "Nobody is named here yet.")

    def _show_led(self) -> None:
        asked = CaseFilter(lead_agencies=frozenset({self._id}))
        found = lists.cases(self._office, asked, CaseOrder(), slice(0, _MOST))
        self.led.show_cases(
            [PartyCase(case=row, roles=()) for row in found.rows], found.total - len(found.rows)
        )

    def _show_owed(self) -> None:
        asked = ActionFilter(owners=frozenset({self._id}))
        found = actions.listed(self._office, asked, slice(0, _MOST))
        entries = [self._action(row) for row in found.rows]
        more = found.total - len(found.rows)
        self.owed.show_entries(found.rows, entries, "It owes no action.", more)
        self.sheet.setEnabled(any(row.state in OPEN_STATES for row in found.rows))

    def _show_sent(self) -> None:
        sheets = action_sheets.sent(self._office, self._id)
        entries = [_sheet(one) for one in sheets[:_MOST]]
        more = len(sheets) - len(entries)
        self.sent.show_entries(sheets, entries, "No action sheet was made yet.", more)

    def _make_sheet(self) -> None:
        sentence = make_sheets(self, self._office, (self._id,))
        if sentence:
            self.said.emit(sentence)

    def _action(self, row: ActionRow) -> Entry:
        due = f"due {dates.grid(row.due)}" if row.due else "no due date"
        return Entry(
            key=row.id,
            title=f"{row.reference}  {row.what}",
            marks=(row_status(row, self._office.today()),),
            facts="  ·  ".join(part for part in (row.officer, due, row.case_title) if part),
            opens=partial(self.case_chosen.emit, row.case),
        )


def _contact(place: int, contact: Contact) -> Entry:
    parts = (contact.post, contact.email, contact.phone)
    return Entry(key=place, title=contact.name, facts="  ·  ".join(one for one in parts if one))


def _sheet(sheet: ActionSheet) -> Entry:
    count = len(sheet.actions)
    references = ", ".join(dict.fromkeys(one.reference for one in sheet.actions))
    return Entry(
        key=sheet.id,
        title=dates.moment_words(sheet.made_at),
        facts=f"{count} action{'' if count == 1 else 's'}: {references}",
    )
