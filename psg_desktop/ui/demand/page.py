"""The demand of the caseload: the totals of each measure before and after, and who is left out."""

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from psg_desktop.casework.assessing import demand_cohort, demand_lists
from psg_desktop.casework.assessing.demand_cohort import Cohort
from psg_desktop.casework.office import Office
from psg_desktop.domain.demand_change import WindowLength
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.record_cards import LiveCard
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.controls import QuietCombo
from psg_desktop.ui.widgets.labels import label, readable
from psg_desktop.ui.widgets.sections import Facts, ReadingColumn
from psg_desktop.words import demand as words


class CaseloadDemandPage(Page):
    """One card for each measure that was counted; nobody is named on it."""

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__("Demand of the caseload")
        self._office = office
        self.span = QuietCombo()
        self.span.setAccessibleName("Months compared")
        self.span.addItems([f"{one.value} months each side" for one in WindowLength])
        self.span.setCurrentIndex(list(WindowLength).index(WindowLength.SIX))
        self.span.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToContents)
        self.span.activated.connect(self._choose)
        self._column = ReadingColumn("Demand of the caseload")
        self._card = LiveCard("Before and after")
        self._column.add("figures", self._card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)
        notifier.changed.connect(self._hear)

    @property
    def length(self) -> WindowLength:
        """How many months are compared."""
        return list(WindowLength)[self.span.currentIndex()]

    @override
    def tools(self) -> tuple[QuietCombo, ...]:
        return (self.span,)

    @override
    def focus_start(self) -> None:
        self.span.setFocus()

    @override
    def refresh(self) -> None:
        found = demand_cohort.cohort(self._office, self.length)
        named = {one.code: one.name for one in demand_lists.measures(self._office)}
        self._card.clear()
        if not found:
            self._card.add(
                label(
                    "No demand has been counted yet. Open a case and press “Count demand” on its "
                    "Demand card.",
                    "secondary",
                    wrap=True,
                )
            )
        for one in found:
            self._draw(named.get(one.measure, one.measure), one)
        counted = sum(one.cases for one in found)
        if counted:
            self._explain()
        self.retitle(summary=f"{self.length.value} months before and after" if counted else "")

    def _draw(self, name: str, one: Cohort) -> None:
        self._card.add(label(name, "section"))
        if one.cases:
            noun = "case" if one.cases == 1 else "cases"
            facts = [
                ("In the totals", f"{one.cases:,} {noun}"),
                ("Before", f"{one.before:,}"),
                ("After", f"{one.after:,}"),
            ]
            self._card.add(Facts(facts))
            said = words.ratio(one.ratio) if one.ratio else "None before and none after."
            self._card.add(readable(said))
        else:
            self._card.add(label("No case is known in every month before and after.", wrap=True))
        self._card.add(label(words.left_out(one.left_out), "secondary", wrap=True))

    def _explain(self) -> None:
        for sentence in (
            "The month a case was opened in belongs to neither side.",
            f"{words.MEAN_CAVEAT} {words.BURSTS_CAVEAT}",
        ):
            self._card.add(label(sentence, "secondary", wrap=True))

    def _choose(self) -> None:
        self.refresh()
        announce(self, f"{self.length.value} months each side are compared.")

    def _hear(self, _changes: object) -> None:
        if self.isVisible():
            self.refresh()
