"""A new case with its subject, review date and first action, from the keyboard in one go."""

from typing import Any

from PySide6.QtCore import Signal

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.casework.office import Office
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.ids import ActionId, CaseId
from psg_desktop.domain.refusals import FieldProblem, Problem
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.cases.amend_sheets import TITLE_HINT, focus_ticks
from psg_desktop.ui.parts.action_sheets import DUE_HINT, state_of
from psg_desktop.ui.parts.choosing import AgencyChoice, choice_of, risk_choice
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.parties import Picked
from psg_desktop.ui.parts.party_picker import PartyPicker
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Form

_ACTION = ("what", "owner", "officer", "due")
_RENAMED = {
    "full_name": "subject",
    "name": "subject",
    "born": "subject",
    "postcode": "subject",
    "address": "subject",
}


class NewCaseForm(Form):
    """Asks in the order of the telephone call; what can be proposed stands there already."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._kind = self.add("kind", "Kind of case", choice_of(CaseKind))
        self._subject = self.add(
            "subject",
            "About",
            PartyPicker(office),
            hint="Type a name. Records on file appear; a new name makes a new record.",
        )
        self.add("title", "Working title", Line(longest=LINE_LIMIT), hint=TITLE_HINT)
        self.add("lead_agency", "Lead agency", AgencyChoice(office), optional=True)
        self.add("lead_practitioner", "Lead practitioner", Line(longest=LINE_LIMIT), optional=True)
        self._risk = self.add("risk", "Risk level", risk_choice())
        self._review = self.add(
            "review_due", "Next review", date_ahead(office), hint="Such as 3 dec, +2w or psg."
        )
        self._ask_first_action()
        self._ask_the_rest()
        self._propose()
        self._kind.edited.connect(self._follow_kind)
        self._risk.edited.connect(self._follow_risk)

    def _ask_first_action(self) -> None:
        self.add_heading("First action")
        self.add("what", "What is to be done", Line(longest=LINE_LIMIT), optional=True)
        self.add("owner", "Owner agency", AgencyChoice(self._office), optional=True)
        self.add("officer", "Named officer", Line(longest=LINE_LIMIT), optional=True)
        self.add("due", "Due date", date_ahead(self._office), hint=DUE_HINT, optional=True)

    def _ask_the_rest(self) -> None:
        self.add_heading("More about the case")
        self.add("problem", "The problem", LongText(lines=4), optional=True)
        self.add("focus_areas", "Focus areas", focus_ticks(self._office), optional=True)
        self.add("referred_by", "Referred by", AgencyChoice(self._office), optional=True)
        self.add("opened", "Opened on", date_back(self._office))
        self.add("reference", "Reference", Line(width=24, longest=LINE_LIMIT))

    def _propose(self) -> None:
        self.show_values(
            {
                "kind": CaseKind.PERSON,
                "review_due": cases.proposed_review(self._office, None),
                "opened": self._office.today(),
                "reference": cases.next_reference(self._office),
            }
        )
        self._proposed = self._review.typed()

    def _follow_kind(self) -> None:
        self._subject.show_kind(self._kind.value() or CaseKind.PERSON)

    def _follow_risk(self) -> None:
        if self._review.typed() == self._proposed:
            self._review.set_value(cases.proposed_review(self._office, self._risk.value()))
            self._proposed = self._review.typed()


class NewCaseSheet(RecordSheet):
    """The form for a new case; `case_opened(CaseId)` follows a save."""

    case_opened = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__(
            "New case", NewCaseForm(office), self._open, save="Open the case", renamed=_RENAMED
        )
        self._office = office
        self._made: CaseId | None = None
        self.saved.connect(lambda: self.case_opened.emit(self._made))

    def _open(self, given: dict[str, Any]) -> None:
        gathered = Gathering()
        first = {name: given.pop(name) for name in _ACTION}
        picked: Picked | None = given.pop("subject")
        if picked is None:
            gathered.note(FieldProblem(field="subject", problem=Problem.SUBJECT_MISSING))
        case = self._case(gathered, given, picked)
        actions = self._actions(gathered, case, first)
        gathered.settle()
        if case is not None and picked is not None:
            opening = Opening(case=case, new_subject=picked.new, actions=actions)
            self._made = cases.open_case(self._office, opening)

    def _case(
        self, gathered: Gathering, given: dict[str, Any], picked: Picked | None
    ) -> Case | None:
        if given["opened"] is None:
            gathered.note(FieldProblem(field="opened", problem=Problem.DATE_MISSING))
        if given["kind"] is None:
            gathered.note(FieldProblem(field="kind", problem=Problem.NOTHING_CHOSEN))
        office = self._office
        return gathered.make(
            lambda: Case(
                id=CaseId(office.new_id()),
                subject=picked.id if picked else office.new_id(),
                **{
                    **given,
                    "kind": given["kind"] or CaseKind.PERSON,
                    "opened": given["opened"] or office.today(),
                },
            )
        )

    def _actions(
        self, gathered: Gathering, case: Case | None, first: dict[str, Any]
    ) -> tuple[Action, ...]:
        if not any(first.values()):
            return ()
        office = self._office
        state = state_of(first)
        on = office.today() if state is ActionState.AGREED else None
        made = gathered.make(
            lambda: Action(
                id=ActionId(office.new_id()),
                case=case.id if case else CaseId(office.new_id()),
                state=state,
                agreed_on=on,
                **first,
            )
        )
        return (made,) if made is not None else ()
