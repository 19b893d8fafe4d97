"""Which figures are shown: of what kind, of which quarter, of which category."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.casework.statistics.police_reviewing import QuarterKnown
from psg_desktop.domain.police_counts import PoliceFigure
from psg_desktop.domain.police_review import ALL
from psg_desktop.ui.widgets.controls import QuietCombo
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.words import police as words
from psg_desktop.words import police_review as review_words


class Filters(QWidget):
    """Three lists beside one another; emits `edited` when another line is chosen."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kinds = _list_named("Figures")
        self.quarters = _list_named("Quarter")
        self.categories = _list_named("Category")
        for kind in PoliceFigure:
            self.kinds.addItem(words.figure(kind), kind)
        for each in (self.kinds, self.quarters, self.categories):
            each.activated.connect(lambda _place: self.edited.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(FlowRow(self.kinds, self.quarters, self.categories))

    @property
    def kind(self) -> PoliceFigure:
        """What kind of figures is chosen."""
        return PoliceFigure(self.kinds.currentData())

    @property
    def quarter(self) -> date | None:
        """The first day of the chosen quarter, None where there is none."""
        found: date | None = self.quarters.currentData()
        return found

    @property
    def category(self) -> str:
        """The chosen category, `ALL` for all."""
        return self.categories.currentData() or ALL

    def offer_quarters(self, known: Sequence[QuarterKnown]) -> None:
        """Offer the quarters on record; the newest whole one is chosen until another is."""
        before = self.quarter
        self.quarters.clear()
        for one in known:
            said = review_words.quarter_known(one.quarter, one.months)
            self.quarters.addItem(said, one.quarter)
        places = [one.quarter for one in known]
        whole = [one.quarter for one in known if one.months == 3]  # noqa: PLR2004 - all of them
        wanted = before if before in places else next(iter(whole or places), None)
        if wanted is not None:
            self.quarters.setCurrentIndex(places.index(wanted))

    def offer_categories(self, known: Sequence[str]) -> None:
        """Offer the categories that occur; the chosen one stays chosen if it is among them."""
        before = self.category
        self.categories.clear()
        for code in (ALL, *known):
            self.categories.addItem(review_words.category(code), code)
        self.categories.setCurrentIndex(known.index(before) + 1 if before in known else 0)

    def show_only_kind(self, *, alone: bool) -> None:
        """Hide the lists that have nothing to offer."""
        self.quarters.setVisible(not alone)
        self.categories.setVisible(not alone)


def _list_named(name: str) -> QuietCombo:
    made = QuietCombo()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToContents)
    return made
