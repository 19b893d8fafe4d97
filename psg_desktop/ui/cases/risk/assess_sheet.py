"""The sheet around the form that assesses a risk, with the score in sight while it is answered."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from psg_desktop.casework.assessing import risk
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import Case
from psg_desktop.domain.ids import RiskAssessmentId
from psg_desktop.domain.refusals import FieldProblem, Problem, Refused
from psg_desktop.domain.risk_assessments import Sitting, assessed
from psg_desktop.domain.risk_instruments import RiskInstrument, check_answered
from psg_desktop.ui.cases.risk.assess_form import AssessForm
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.parts.statuses import risk_status
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.chips import StatusChip
from psg_desktop.ui.widgets.labels import label

_SITTING = ("made_on", "assessor", "override", "override_reason", "due_again", "note")


class ScoreLine(QFrame):
    """The score so far, its level, and how many questions are still open."""

    def __init__(self, form: AssessForm) -> None:
        super().__init__()
        self.setObjectName("sheet_foot")
        self._form = form
        self._score = label(role="strong")
        self._level = StatusChip(risk_status(form.band, " risk"))
        self._open = label(role="secondary")
        across = QHBoxLayout(self)
        across.setContentsMargins(20, 8, 20, 8)
        across.setSpacing(12)
        for part in (self._score, self._level, self._open):
            across.addWidget(part)
        across.addStretch()
        form.changed.connect(self.show_now)
        self.show_now()

    def show_now(self) -> None:
        """Show what the answers come to now; a change of the level is read out."""
        form = self._form
        left = form.open_questions
        self._score.setText(f"{form.points} of {form.instrument.highest}")
        several = "s" if left > 1 else ""
        self._open.setText(f"so far, {left} question{several} to go" if left else "all answered")
        status = risk_status(form.level, " risk")
        if status != self._level.status:
            self._level.show_status(status)
            announce(self, f"{self._score.text()}, {status.spoken}")


class AssessSheet(RecordSheet):
    """Asks the questions of the instruments given, the first of them at the start."""

    def __init__(self, office: Office, case: Case, instruments: Sequence[RiskInstrument]) -> None:
        self._office, self._case = office, case
        self._answers = AssessForm(office, case, instruments)
        super().__init__(
            "Assess the risk", self._answers, self._save_answers, save="Save the assessment"
        )
        self.score_line = ScoreLine(self._answers)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.count() - 1, self.score_line)

    def _save_answers(self, given: dict[str, Any]) -> None:
        self._check(given)
        form = self._answers
        facts = {name: given[name] for name in _SITTING if name in given}
        made = assessed(
            RiskAssessmentId(self._office.new_id()),
            self._case.id,
            form.instrument,
            form.chosen,
            Sitting(**facts),
        )
        following = risk.Following(review_due=given["review_due"], proposals=form.ticked())
        risk.assess(self._office, made, following)

    def _check(self, given: dict[str, Any]) -> None:
        """Say everything that is missing at once, beside its field."""
        form, gathered = self._answers, Gathering()
        try:
            check_answered(form.instrument, form.chosen)
        except Refused as refused:
            for one in refused.problems:
                gathered.note(FieldProblem(field=form.field_of(one.field), problem=one.problem))
        if given["made_on"] is None:
            gathered.note(FieldProblem(field="made_on", problem=Problem.DATE_MISSING))
        if not given["assessor"]:
            gathered.note(FieldProblem(field="assessor", problem=Problem.ASSESSOR_MISSING))
        if "override_reason" in given and not given["override_reason"]:
            gathered.note(FieldProblem(field="override_reason", problem=Problem.REASON_MISSING))
        gathered.settle()
