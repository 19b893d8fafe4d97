"""Recording a review: what was decided, and when the case is looked at next."""

from typing import Any

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import meeting_days
from psg_desktop.casework.reviewing import reviews
from psg_desktop.domain.cases import Case
from psg_desktop.domain.ids import ReviewId
from psg_desktop.domain.refusals import FieldProblem, Problem
from psg_desktop.domain.reviews import Review
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import risk_choice
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Form

MEETING = "PSG meeting"


class ReviewForm(Form):
    """Asks what was decided; the next date follows the risk level until it is typed over."""

    def __init__(self, office: Office, case: Case) -> None:
        super().__init__()
        self._office, self._case = office, case
        self.add("decision", "What was decided", LongText(lines=5))
        self._risk = self.add("risk", "Risk level now", risk_choice())
        self._next = self.add(
            "next_due", "Next review", date_ahead(office), hint="Such as 3 dec, +2w or psg."
        )
        self.add("held_on", "Held on", date_back(office))
        self.add("meeting", "At which meeting", Line(longest=LINE_LIMIT), optional=True)
        self._risk.edited.connect(self._follow_risk)
        today = office.today()
        meeting = MEETING if today in meeting_days.days(office) else ""
        self.show_values(
            {
                "risk": case.risk,
                "held_on": today,
                "meeting": meeting,
                "next_due": cases.proposed_review(office, case.risk, case.review_every),
            }
        )
        self._proposed = self._next.typed()

    def _follow_risk(self) -> None:
        if self._next.typed() == self._proposed:
            risk = self._risk.value()
            day = cases.proposed_review(self._office, risk, self._case.review_every)
            self._next.set_value(day)
            self._proposed = self._next.typed()


def review_sheet(office: Office, case: Case) -> RecordSheet:
    """Give the form that records a review."""

    def keep(given: dict[str, Any]) -> None:
        gathered = Gathering()
        if given["held_on"] is None:
            gathered.note(FieldProblem(field="held_on", problem=Problem.DATE_MISSING))
        made = gathered.make(
            lambda: Review(
                id=ReviewId(office.new_id()),
                case=case.id,
                **{**given, "held_on": given["held_on"] or office.today()},
            )
        )
        gathered.settle()
        if made is not None:
            reviews.record(office, made)

    return RecordSheet("Record a review", ReviewForm(office, case), keep, save="Record the review")
