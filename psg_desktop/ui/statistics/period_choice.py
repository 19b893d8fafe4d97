"""Which period is reported: how long it is, and which of those that are over."""

from collections.abc import Collection, Iterator
from datetime import date

from PySide6.QtCore import QObject, Signal

from psg_desktop.domain import quarters
from psg_desktop.domain.statistics.periods import Period, PeriodKind
from psg_desktop.ui.widgets.controls import QuietCombo
from psg_desktop.words import periods
from psg_desktop.words import statistics_page as words

# As far back as a release can be planned: ten years.
_REACH = 40


class PeriodChoice(QObject):
    """Two lists, of lengths and of periods, the newest first; emits `edited`.

    Whoever asks lays them out: beside one another, or below in a narrow column.
    """

    edited = Signal()

    def __init__(self, of_what: str) -> None:
        super().__init__()
        self._today: date | None = None
        self._published: frozenset[str] = frozenset()
        self.kinds = _list_named(f"Length of the period of {of_what}")
        self.periods = _list_named(f"Period of {of_what}")
        for kind in PeriodKind:
            self.kinds.addItem(words.kind(kind), kind)
        self.kinds.activated.connect(self._change_kind)
        self.periods.activated.connect(lambda _place: self.edited.emit())

    @property
    def period(self) -> Period | None:
        """The period that is chosen."""
        found: Period | None = self.periods.currentData()
        return found

    def choose(self, period: Period) -> None:
        """Choose a period, if it is offered."""
        self.kinds.setCurrentIndex(self.kinds.findData(period.kind))
        self._fill(period)

    def offer(self, today: date, published: Collection[str] = ()) -> None:
        """Offer the periods that are over today, and mark those that were *published*."""
        if (today, frozenset(published)) != (self._today, self._published):
            self._today, self._published = today, frozenset(published)
            self._fill(self.period)

    def _change_kind(self, _place: int) -> None:
        self._fill(None)
        self.edited.emit()

    def _fill(self, wanted: Period | None) -> None:
        if self._today is None:
            return
        self.periods.clear()
        found = list(over(PeriodKind(self.kinds.currentData()), self._today))
        for one in found:
            said = words.offered(periods.period(one), published=one.code in self._published)
            self.periods.addItem(said, one)
        self.periods.setCurrentIndex(found.index(wanted) if wanted in found else 0)


def over(kind: PeriodKind, today: date) -> Iterator[Period]:
    """Give the periods of a kind that are over and can still be published, the newest first."""
    now = quarters.quarter_of(today)
    for back in range(1, _REACH + 1):
        one = Period(kind=kind, last_quarter=quarters.shifted(now, -back))
        if kind is not PeriodKind.YEAR or quarters.number(one.last_quarter) == 4:  # noqa: PLR2004
            yield one


def _list_named(name: str) -> QuietCombo:
    made = QuietCombo()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToContents)
    return made
