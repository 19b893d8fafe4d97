"""The form that assesses a risk: questions answered by number, and what follows from the score."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QScrollArea, QWidget

from psg_desktop.casework.assessing import risk
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import Case, RiskLevel
from psg_desktop.domain.risk_instruments import (
    LEVELS,
    Chosen,
    RiskInstrument,
    RiskProposal,
    band_of,
    raised_to,
    score,
    unanswered,
)
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import give_way, options_of
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.dates import DateLine
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.wrapped_choices import NumberedChoice, WrappedTicks
from psg_desktop.words import risk as words

_OPEN = "Leave it open, which adds nothing"
AS_SCORED = "As the score says"


class AssessForm(Form):
    """Asks the questions of one of the instruments in use; everything below follows the answers."""

    def __init__(self, office: Office, case: Case, instruments: Sequence[RiskInstrument]) -> None:
        super().__init__()
        self._office, self._case = office, case
        self._instruments = {one.code: one for one in instruments}
        self._first = instruments[0]
        self._dates: dict[str, DateLine] = {}
        self._proposed: dict[str, Any] = {}
        if len(instruments) > 1:
            options = [Option(one.code, words.version(one)) for one in instruments]
            self.add("instrument", "Instrument", give_way(Choice(options, nothing="Choose one")))
        for one in instruments:
            self._add_questions(one)
        self._add_result()
        self._add_proposals()
        self._add_facts()
        self.show_values(self._start())
        self.changed.connect(self._follow)
        self._follow()
        self._propose_dates()
        self.mark_saved()

    @property
    def instrument(self) -> RiskInstrument:
        """The instrument that is being answered."""
        if "instrument" not in self.fields:
            return self._first
        code = self.fields["instrument"].control.value()
        return self._instruments.get(code, self._first)

    @property
    def chosen(self) -> Chosen:
        """Which answer is chosen of each question."""
        return {
            question.key: self.fields[self.field_of(question.key)].control.value()
            for question in self.instrument.questions
        }

    @property
    def points(self) -> int:
        """The score of the answers so far."""
        return score(self.instrument, self.chosen)

    @property
    def open_questions(self) -> int:
        """How many questions still need an answer."""
        return len(unanswered(self.instrument, self.chosen))

    @property
    def band(self) -> RiskLevel:
        """The level of the score so far."""
        return band_of(self.instrument.bands, self.points)

    @property
    def level(self) -> RiskLevel:
        """The level that would be kept."""
        judged: RiskLevel | None = self.fields["override"].control.value()
        return judged or self.band

    def field_of(self, key: str) -> str:
        """Give the name of the field a question of the instrument stands in."""
        return f"{self.instrument.code}/{key}"

    def ticked(self) -> tuple[RiskProposal, ...]:
        """Give the proposals that are shown and ticked."""
        shown = (name for name in self.values() if name.startswith("propose/"))
        return tuple(one for name in shown for one in self.fields[name].control.value())

    def _add_questions(self, instrument: RiskInstrument) -> None:
        for number, question in enumerate(instrument.questions, 1):
            options = [
                Option(place, answer.words, str(answer.points))
                for place, answer in enumerate(question.answers)
            ]
            control = self.add(
                f"{instrument.code}/{question.key}",
                f"{number}. {question.words}",
                NumberedChoice(options, open_words=_OPEN if question.optional else ""),
                hint=question.hint,
            )
            control.numbered.connect(lambda control=control: self._go_on(control))

    def _add_result(self) -> None:
        self.add_heading("What it comes to")
        self.add(
            "override",
            "Level",
            Choice(options_of(RiskLevel), nothing=AS_SCORED),
            hint="Professional judgement may differ from the score. It then gives its reason.",
        )
        self.add("override_reason", "Why the level differs", LongText(lines=3))

    def _add_proposals(self) -> None:
        for code, instrument in self._instruments.items():
            for level in LEVELS:
                every = risk.proposals(self._office, self._case, instrument, RiskLevel.HIGH)
                options = [
                    Option(one, one.what, f"{one.days} days" if one.days else "")
                    for one in every
                    if one.level is level
                ]
                if options:
                    ticks = self.add(
                        _proposing(code, level),
                        f"Propose for the plan, as the risk has become {words.level(level)}",
                        WrappedTicks(options),
                        hint="Untick what does not fit. They stay proposed until they are agreed.",
                        optional=True,
                    )
                    ticks.set_value([option.key for option in options])

    def _add_facts(self) -> None:
        self._dates["review_due"] = self.add(
            "review_due",
            "Next review of the case",
            date_ahead(self._office),
            hint="By the level, and no later than the next PSG meeting.",
            optional=True,
        )
        self._dates["due_again"] = self.add(
            "due_again", "Assess again by", date_ahead(self._office), optional=True
        )
        self.add("assessor", "Assessed by", Line(longest=LINE_LIMIT))
        self.add("made_on", "Assessed on", date_back(self._office))
        self.add("note", "Note", LongText(lines=3), optional=True)

    def _start(self) -> dict[str, Any]:
        start: dict[str, Any] = {
            "assessor": self._case.lead_practitioner,
            "made_on": self._office.today(),
        }
        if "instrument" in self.fields:
            start["instrument"] = self._first.code
        return start

    def _follow(self) -> None:
        judged = self.fields["override"].control.value()
        self.show_only("override_reason", shown=judged not in {None, self.band})
        raised = raised_to(self._case.risk, self.level)
        for code, instrument in self._instruments.items():
            now = instrument is self.instrument
            for question in instrument.questions:
                self.show_only(f"{code}/{question.key}", shown=now)
            for level in LEVELS:
                name = _proposing(code, level)
                if name in self.fields:
                    self.show_only(name, shown=now and level in raised)
        untouched = all(
            box.typed() == self._proposed.get(name) for name, box in self._dates.items()
        )
        if untouched:
            self._propose_dates()

    def _propose_dates(self) -> None:
        """Let both dates follow the level, until one of them is typed over."""
        today = self._office.today()
        days = {
            "review_due": risk.proposed_review(self._office, self._case, self.level),
            "due_again": risk.proposed_again(self._office, self.level, today),
        }
        for name, box in self._dates.items():
            box.set_value(days[name])
            self._proposed[name] = box.typed()

    def _go_on(self, control: NumberedChoice) -> None:
        """Go to the question after one that was answered by its number."""
        shown = [field for field in self.fields.values() if not field.isHidden()]
        places = [place for place, field in enumerate(shown) if field.control is control]
        after = shown[places[0] + 1]
        after.control.parts()[0].setFocus()
        area = _area_around(self)
        if area is not None:
            area.ensureWidgetVisible(after)


def _proposing(code: str, level: RiskLevel) -> str:
    return f"propose/{code}/{level.value}"


def _area_around(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above
