"""A closed case in the review queue: did its closing hold? One key for each answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import closing
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import Closure
from psg_desktop.domain.closing import HoldCheck, HoldResult
from psg_desktop.domain.ids import HoldCheckId
from psg_desktop.domain.refusals import Refused
from psg_desktop.domain.text import TEXT_LIMIT
from psg_desktop.domain.today import ClosedAsking
from psg_desktop.ui.parts.closure_sheets import reason_name
from psg_desktop.ui.parts.passages import Passage, breakable, shortened
from psg_desktop.ui.parts.sheets import by_field
from psg_desktop.ui.widgets.buttons import button, link
from psg_desktop.ui.widgets.controls import Line
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.reading_pair import ReadingPair
from psg_desktop.ui.widgets.sections import Card, Facts
from psg_desktop.words import dates, names

KEYS = {
    "H": HoldResult.HELD,
    "P": HoldResult.HELD_PARTLY,
    "D": HoldResult.DID_NOT_HOLD,
    "U": HoldResult.CANNOT_BE_SAID,
    "N": HoldResult.NOT_ASKED,
}
_LONGEST = 400


class HoldPair(ReadingPair):
    """Emits `answer_asked(HoldResult)`, `opened` for the case, and `skipped` to leave it.

    What was found is typed first where it did not hold, or held in part.
    """

    answer_asked = Signal(object)
    opened = Signal()
    skipped = Signal()

    def __init__(self, office: Office, asking: ClosedAsking) -> None:
        super().__init__("Did it hold?")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._office, self._asking = office, asking
        self.form = Form()
        self.form.add("finding", "What was found", Line(longest=TEXT_LIMIT), optional=True,
                      hint="Needed where it did not hold, or held in part. Escape leaves the line, "
                      "then the key of the answer keeps it.")  # fmt: skip
        self.form.mark_saved()
        answer = Card("Did it hold?")
        answer.add(self.form)
        answer.add(FlowRow(*self._answers()))
        self.add(self._closing())
        self.add(answer, aside=True)

    def answer(self, result: HoldResult) -> bool:
        """Keep an answer; where what was found is missing, go to its line and give False."""
        finding = self.form.values()["finding"]
        try:
            closing.answer_hold(self._office, self._check(result, finding))
        except Refused as refused:
            self.form.show_problems(by_field(refused.problems))
            self.form.focus_first()
            return False
        self.form.mark_saved()
        return True

    def _check(self, result: HoldResult, finding: str) -> HoldCheck:
        office, asking = self._office, self._asking
        return HoldCheck(
            id=HoldCheckId(office.new_id()),
            case=asking.case.id,
            closed_on=asking.closed_on,
            result=result,
            answered_on=max(office.today(), asking.closed_on),
            asked_by=office.who,
            finding=finding,
        )

    def _answers(self) -> list[QWidget]:
        made: list[QWidget] = []
        for key, result in KEYS.items():
            one = button(f"{names.name(result)} ({key})")
            one.clicked.connect(lambda *_, result=result: self.answer_asked.emit(result))
            made.append(one)
        skip = button("Skip (S)")
        skip.clicked.connect(self.skipped)
        return [*made, skip]

    def _closing(self) -> Card:
        case = lists.case_page(self._office, self._asking.case.id).case
        card = Card(case.reference)
        title = link(shortened(case.title).replace("&", "&&"))
        title.setToolTip(case.title)
        title.clicked.connect(self.opened)
        card.add(FlowRow(title))
        found = [one for one in case.closures if one.on == self._asking.closed_on]
        facts = [("Closed", dates.grid(self._asking.closed_on))]
        for one in found[-1:]:
            facts += _facts(self._office, one)
            card.add(Passage(shortened(one.summary, _LONGEST), "Closing summary"))
        card.add(Facts(facts))
        return card


def _facts(office: Office, closure: Closure) -> list[tuple[str, str]]:
    told = (
        ("Reason", reason_name(office, closure.reason)),
        ("Demand then", breakable(shortened(closure.final_demand, _LONGEST))),
        ("To be asked since", dates.grid(closure.review_after) if closure.review_after else ""),
    )
    return [(name, words) for name, words in told if words]
