"""What table is wanted: a measure, a period, and up to three breakdowns that it allows."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.casework.statistics.builder import MOST, possible
from psg_desktop.domain.statistics.asked import Asked
from psg_desktop.domain.statistics.breakdowns import BreakdownCode, variable_of
from psg_desktop.domain.statistics.measures import MEASURES, MeasureCode
from psg_desktop.ui.statistics.period_choice import PeriodChoice
from psg_desktop.ui.widgets.controls import QuietCombo
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import breakdowns, measures
from psg_desktop.words import statistics_page as words


class Question(QWidget):
    """A column of lists; what cannot be asked for is not offered. Emits `edited`."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.measures = _list("Measure")
        for code in MeasureCode:
            unit = measures.unit(MEASURES[code].unit)
            self.measures.addItem(words.measure_line(measures.name(code), unit), code)
        self.measures.activated.connect(self._change)
        self.definition = label("", "hint", wrap=True)
        self.period = PeriodChoice("the table")
        self.period.edited.connect(self._change)
        self.breakdowns = tuple(_list(one) for one in words.BREAKDOWNS[:MOST])
        for one in self.breakdowns:
            one.activated.connect(self._change)
        self._lay_out()
        self._change()

    @property
    def asked(self) -> Asked | None:
        """What is asked for; None while no period is over."""
        period = self.period.period
        if period is None:
            return None
        chosen = (one.currentData() for one in self.breakdowns)
        by = tuple(BreakdownCode(one) for one in chosen if one is not None)
        return Asked(measure=self._measure, period=period, breakdowns=by)

    def offer(self, today: date) -> None:
        """Offer the periods that are over today."""
        self.period.offer(today)
        self._change()

    def choose(self, asked: Asked) -> None:
        """Choose a measure, a period and breakdowns."""
        self.measures.setCurrentIndex(self.measures.findData(asked.measure))
        self.period.choose(asked.period)
        self._change()
        for combo, code in zip(self.breakdowns, asked.breakdowns, strict=False):
            combo.setCurrentIndex(max(combo.findData(code), 0))
            self._change()

    @property
    def _measure(self) -> MeasureCode:
        return MeasureCode(self.measures.currentData())

    def _change(self, _place: int = 0) -> None:
        """Say what the measure counts, and offer each list what the others leave to it."""
        self.definition.setText(measures.definition(self._measure))
        period = self.period.period
        allowed = possible(self._measure, period) if period is not None else ()
        taken: set[str] = set()
        open_ = True
        for combo in self.breakdowns:
            chosen = combo.currentData()
            left = [one for one in allowed if open_ and variable_of(one) not in taken]
            combo.clear()
            combo.addItem(words.NO_BREAKDOWN, None)
            for one in left:
                combo.addItem(breakdowns.name(one), one)
            combo.setCurrentIndex(left.index(chosen) + 1 if chosen in left else 0)
            combo.setEnabled(bool(left))
            found = combo.currentData()
            open_ = found is not None
            if found is not None:
                taken.add(variable_of(BreakdownCode(found)))
        self.edited.emit()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label("Measure", "label"))
        layout.addWidget(self.measures)
        layout.addWidget(self.definition)
        layout.addSpacing(4)
        layout.addWidget(label("Period", "label"))
        layout.addWidget(self.period.kinds)
        layout.addWidget(self.period.periods)
        layout.addSpacing(4)
        layout.addWidget(label(words.BREAKDOWNS[0], "label"))
        for one in self.breakdowns:
            layout.addWidget(one)


def _list(name: str) -> QuietCombo:
    made = QuietCombo()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    return made
