"""The card of risk on a case page: level, score, course, and every assessment with its answers."""

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from psg_desktop.casework.assessing import risk, risk_instruments
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import RiskAssessmentId
from psg_desktop.domain.lists import CasePage
from psg_desktop.domain.risk_assessments import RiskAssessment, trend
from psg_desktop.domain.risk_instruments import RiskInstrument
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.cases.risk.assess_sheet import AssessSheet
from psg_desktop.ui.cases.risk.course import RiskCourse
from psg_desktop.ui.parts.entry_lines import Entry, EntryLine, Step
from psg_desktop.ui.parts.passages import Passage, breakable
from psg_desktop.ui.parts.statuses import dated, risk_status
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import Status, StatusChip
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label, rule
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import dates, names
from psg_desktop.words import risk as words

_READ, _FOLD = "Read the answers", "Fold the answers"


class RiskCard(CaseCard):
    """The latest assessment at length, the earlier ones below it, the answers of any on demand."""

    def __init__(self, office: Office) -> None:
        self.assess_button = button("Assess the risk", "review")
        super().__init__(office, "Risk", self.assess_button)
        self.assess_button.clicked.connect(self.assess)
        self._assessments: tuple[RiskAssessment, ...] = ()
        self._instruments: tuple[RiskInstrument, ...] = ()
        self._read: set[RiskAssessmentId] = set()

    def assess(self) -> None:
        """Ask the questions of the instrument in use for this kind of case, if there is one."""
        if self._instruments:
            self.ask(AssessSheet(self.office, self.page.case, self._instruments))

    @override
    def concern(self, page: CasePage) -> object:
        self._assessments = risk.assessments(self.office, page.case.id)
        self._instruments = risk_instruments.in_use(self.office, page.case.kind)
        case = page.case
        return (self._assessments, self._instruments, case.risk, case.risk_reason)

    @override
    def count(self, page: CasePage) -> int:
        return len(self._assessments)

    @override
    def draw(self, page: CasePage) -> None:
        self.assess_button.setEnabled(bool(self._instruments))
        if self._assessments:
            self._draw_latest(page)
            self._draw_every()
        else:
            self._draw_none(page)
        if not self._instruments and not page.case.closed:
            about = names.name(page.case.kind).casefold()
            self.say(
                f"No risk instrument for a {about} is in use. One can be added in Settings; the "
                "level can be set without one."
            )

    def _draw_none(self, page: CasePage) -> None:
        case = page.case
        if case.risk is None:
            usual = "Not assessed yet. An assessment says what the level rests on."
            self.say("It was never assessed." if case.closed else usual)
            return
        self.add(StatusChip(risk_status(case.risk, " risk")))
        self.say("Professional judgement without an instrument.")
        if case.risk_reason:
            self.add(Passage(case.risk_reason, "Reason for the risk level"))

    def _draw_latest(self, page: CasePage) -> None:
        latest = self._assessments[-1]
        self.add(
            FlowRow(
                StatusChip(risk_status(latest.level, " risk")),
                label(words.out_of(latest), "strong"),
                label(f"by the {words.instrument(latest)}", "secondary"),
            )
        )
        if latest.override is not None:
            self.say(
                f"The score alone says {words.level(latest.band)}. "
                f"{names.risk(latest.override)} is professional judgement:"
            )
            self.add(Passage(latest.override_reason, "Reason for the judgement"))
        if page.case.risk is not latest.level:
            self.say(
                f"Since then the level of the case was set to {names.risk(page.case.risk)} "
                "without an instrument."
            )
        self.add(Facts(self._facts(latest)))
        if len(self._assessments) > 1:
            self.add(RiskCourse(self._assessments))

    def _facts(self, latest: RiskAssessment) -> list[tuple[str, str | Status]]:
        moved = trend(self._assessments)
        again = "" if self.page.case.closed else self._again(latest)
        return [
            ("Assess again by", again),
            ("Trend", words.trend(moved) if moved else ""),
        ]

    def _again(self, latest: RiskAssessment) -> str | Status:
        today, due = self.office.today(), latest.due_again
        said = dated(due, today)
        if due is None:
            return said
        if due < today:
            return Status("red", f"Overdue: {said}")
        return Status("amber", said) if due == today else said

    def _draw_every(self) -> None:
        self.add(label("Assessments", "overline"))
        for place, one in enumerate(reversed(self._assessments)):
            if place:
                self.add(rule())
            self.add(EntryLine(self._entry(one)))
            if one.id in self._read:
                self.add(_answers(one))

    def _entry(self, one: RiskAssessment) -> Entry:
        read = one.id in self._read
        facts = (one.assessor, words.instrument(one))
        return Entry(
            key=one.id,
            title=f"{dates.grid(one.made_on)}: {words.out_of(one)}, {words.level(one.level)}",
            facts="  ·  ".join(facts),
            text=one.note,
            about="Note",
            steps=(Step(words=_FOLD if read else _READ, done=partial(self._turn, one.id)),),
        )

    def _turn(self, id_: RiskAssessmentId) -> None:
        self._read ^= {id_}
        self.redraw()


def _answers(one: RiskAssessment) -> QWidget:
    facts: list[tuple[str, str | Status]] = [
        (
            breakable(given.question),
            breakable(f"{given.answer or 'Left open'} ({given.points} of {given.highest})"),
        )
        for given in one.answers
    ]
    if one.override is not None:
        facts.append((f"{names.risk(one.override)} by judgement", breakable(one.override_reason)))
    return Facts(facts)
