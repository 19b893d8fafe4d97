"""The head of a case page: what it is, where it stands, and the moves that are possible."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from psg_desktop.casework.caseload import cases, closing
from psg_desktop.casework.office import Office
from psg_desktop.casework.referring import referral_lists
from psg_desktop.domain.cases import Case, CaseMove, CaseState
from psg_desktop.domain.closing import ClosureProposal
from psg_desktop.domain.ids import ReferralId
from psg_desktop.domain.lists import CasePage
from psg_desktop.domain.referral_lists import ReferralRow
from psg_desktop.ui.cases.amend_sheets import review_date_sheet, risk_sheet
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.cases.closing_sheets import close_sheet, reopen_sheet
from psg_desktop.ui.cases.lead_sheets import hand_over_sheet
from psg_desktop.ui.cases.move_sheets import (
    escalate_sheet,
    hold_sheet,
    resume_sheet,
)
from psg_desktop.ui.parts.closure_sheets import objection_sheet, propose_sheet, said_of
from psg_desktop.ui.parts.passages import Passage, breakable, shortened
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.parts.statuses import dated, risk_status
from psg_desktop.ui.widgets.buttons import button, link, menu_button, primary
from psg_desktop.ui.widgets.chips import Status, StatusChip
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label, readable
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import dates, names

_SHEETS: dict[CaseMove, Callable[[Office, Case], RecordSheet]] = {
    CaseMove.HOLD: hold_sheet,
    CaseMove.HAND_OVER: hand_over_sheet,
    CaseMove.ESCALATE: escalate_sheet,
    CaseMove.RESUME: resume_sheet,
    CaseMove.CLOSE: close_sheet,
    CaseMove.REOPEN: reopen_sheet,
}
_ONWARD = (
    CaseMove.START_PLAN,
    CaseMove.STEP_DOWN,
    CaseMove.STEP_UP,
    CaseMove.RESUME,
    CaseMove.REOPEN,
)
_ASIDE = (CaseMove.HOLD, CaseMove.HAND_OVER, CaseMove.ESCALATE)


class HeadCard(CaseCard):
    """Title, subject, state, risk with its reason, lead, next review, and the moves."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, "Case")
        self._referrals: tuple[ReferralRow, ...] = ()
        self._proposal: ClosureProposal | None = None
        self._title.hide()  # a title may be long, so it stands in the body, where it wraps

    @override
    def concern(self, page: CasePage) -> object:
        self._referrals = referral_lists.of_case(self.office, page.case.id)
        self._proposal = closing.waiting(self.office, page.case.id)
        return (page.case, page.subject_label, page.agencies, self._referrals, self._proposal)

    @override
    def draw(self, page: CasePage) -> None:
        case = page.case
        self.add(readable(breakable(case.title), "section"))
        self.add(self._about(page))
        if self._referrals:
            self.add(self._came_from())
        self.add(self._marks(case))
        if case.risk_reason:
            self.add(Passage(case.risk_reason, "Reason for the risk level", "secondary"))
        self.add(Facts(self._facts(page)))
        self.add(self._moves(case))

    def _about(self, page: CasePage) -> QWidget:
        case = page.case
        words = page.subject_label or "Not named"
        opened = link(shortened(words).replace("&", "&&"))
        opened.setAccessibleName(f"{shortened(words)}, the {names.name(case.kind).casefold()}")
        opened.setToolTip(words)
        opened.clicked.connect(lambda: self.party_chosen.emit(case.kind, case.subject))
        return _level(label(f"{names.name(case.kind)} case about", "secondary"), opened)

    def _came_from(self) -> QWidget:
        links = []
        for row in self._referrals:
            source = f" from {row.referred_by}" if row.referred_by else ""
            made = link(f"{row.reference}{source}, {dates.prose(row.received_on)}")
            made.setAccessibleName(f"{made.text()}, a referral")
            made.clicked.connect(partial(self._open_referral, row.id))
            links.append(made)
        # One may have started the case and another joined it later, so the line only says which.
        noun = "Referral" if len(links) == 1 else "Referrals"
        return _level(label(noun, "secondary"), *links)

    def _open_referral(self, id_: ReferralId, _checked: object = None) -> None:
        self.referral_chosen.emit(id_)

    def _marks(self, case: Case) -> QWidget:
        marks: list[QWidget] = [
            label(names.name(case.state), "chip"),
            StatusChip(risk_status(case.risk, " risk")),
        ]
        if self._proposal is not None:
            objected = bool(self._proposal.objections)
            word = "Closure objected to" if objected else "Closure proposed"
            marks.append(StatusChip(Status("red" if objected else "amber", word)))
        if not case.closed:
            change = link("Change the risk level")
            change.clicked.connect(lambda: self.ask(risk_sheet(self.office, case)))
            marks.append(change)
        return _level(*marks)

    def _facts(self, page: CasePage) -> list[tuple[str, str | Status]]:
        case, today = page.case, self.office.today()
        agency = page.agencies.get(case.lead_agency, "") if case.lead_agency else ""
        lead = ", ".join(part for part in (agency, case.lead_practitioner) if part)
        sender = page.agencies.get(case.referred_by, "") if case.referred_by else ""
        facts: list[tuple[str, str | Status]] = [("Lead", breakable(lead) or "No lead agency yet")]
        if not case.closed:
            facts.append(("Next review", _review(case, self.office)))
        if self._proposal is not None:
            said = said_of(self._proposal, page.agencies)
            facts.append(("Closure", breakable(said)))
        facts += [
            ("Where it stands", breakable(where_it_stands(page))),
            ("Opened", dated(case.opened, today)),
            ("Referred by", sender),
        ]
        return facts

    def _moves(self, case: Case) -> QWidget:
        possible = case.moves()
        onward = (move for move in possible if move in _ONWARD)
        shown: list[QWidget] = [self._move_button(case, move, primary) for move in onward]
        if CaseMove.BACK_TO_ASSESSMENT in possible:
            shown.append(self._move_button(case, CaseMove.BACK_TO_ASSESSMENT, button))
        aside = [move for move in _ASIDE if move in possible]
        if aside:
            shown.append(menu_button("Set aside", [self._move_action(case, one) for one in aside]))
        if not case.closed:
            review = button("Set the next review")
            review.clicked.connect(lambda: self.ask(review_date_sheet(self.office, case)))
            shown.append(review)
        if CaseMove.CLOSE in possible:
            shown.append(self._proposing(case))
            shown.append(self._move_button(case, CaseMove.CLOSE, button))
        return FlowRow(*shown)

    def _proposing(self, case: Case) -> QPushButton:
        proposal = self._proposal
        if proposal is None:
            made = button("Propose closure")
            made.clicked.connect(lambda: self.ask(propose_sheet(self.office, case.id)))
            return made
        object_to = QAction("Keep an objection", self)
        object_to.triggered.connect(lambda *_: self.ask(objection_sheet(self.office, proposal.id)))
        withdraw = QAction("Withdraw the proposal", self)
        withdraw.triggered.connect(lambda *_: closing.withdraw(self.office, proposal.id))
        return menu_button("Proposed closure", [object_to, withdraw])

    def _move_button(
        self, case: Case, move: CaseMove, kind: Callable[[str], QPushButton]
    ) -> QPushButton:
        made = kind(names.name(move))
        made.clicked.connect(lambda *_: self._start(case, move))
        return made

    def _move_action(self, case: Case, move: CaseMove) -> QAction:
        made = QAction(names.name(move), self)
        made.triggered.connect(partial(self._start_action, case, move))
        return made

    def _start_action(self, case: Case, move: CaseMove, _checked: object = None) -> None:
        self._start(case, move)

    def _start(self, case: Case, move: CaseMove) -> None:
        sheet = _SHEETS.get(move)
        if sheet is None:
            cases.move(self.office, case.id, move)
        else:
            self.ask(sheet(self.office, case))


def where_it_stands(page: CasePage) -> str:
    """Say why a case rests, who leads it, what was asked, or why it was closed."""
    case = page.case
    if case.hold is not None:
        until = f" until {dates.prose(case.hold.restart_on)}" if case.hold.restart_on else ""
        return f"On hold since {dates.prose(case.hold.since)}{until}: {case.hold.reason}"
    if case.state is CaseState.EXTERNAL_LEAD and case.external_lead is not None:
        lead = case.external_lead
        return f"{lead.group} leads since {dates.prose(lead.since)}. {lead.psg_role}".strip()
    if case.state is CaseState.ESCALATED:
        last = case.escalations[-1]
        return f"{last.to} was asked on {dates.prose(last.on)}. Its answer is awaited."
    if case.closure is not None:
        return f"Closed on {dates.prose(case.closure.on)}. It can be read, and reopened."
    if case.closures and case.closures[-1].reopened_on is not None:
        last_closing = case.closures[-1]
        day = dates.prose(case.closures[-1].reopened_on)
        return f"Reopened on {day}: {last_closing.reopened_because}"
    return ""


def _review(case: Case, office: Office) -> str | Status:
    today = office.today()
    words = dated(case.review_due, today)
    if case.review_due is None:
        return Status("none", "No date set")
    if case.review_due < today:
        return Status("red", f"Overdue: {words}")
    return Status("amber", words) if case.review_due == today else words


def _level(*widgets: QWidget) -> FlowRow:
    """Put widgets in a line, all as high as the highest, so that their words stand level."""
    highest = max(widget.sizeHint().height() for widget in widgets)
    for widget in widgets:
        widget.setMinimumHeight(highest)
    return FlowRow(*widgets)
