"""Demand on the case page: what is high, what changed since it was opened, and the months drawn."""

from typing_extensions import override

from psg_desktop.casework.assessing import demand
from psg_desktop.casework.assessing.demand import CountedSeries
from psg_desktop.casework.office import Office
from psg_desktop.domain.demand_change import TriggerMet, WindowLength
from psg_desktop.domain.lists import CasePage
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.cases.demand.chart import DemandChart
from psg_desktop.ui.cases.demand.sheet import DemandSheet
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import Status, StatusChip
from psg_desktop.ui.widgets.controls import QuietCombo
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label, readable
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import demand as words


class DemandCard(CaseCard):
    """Shows one series at a time, compared over windows of a length that is chosen."""

    def __init__(self, office: Office) -> None:
        count = button("Count demand", "edit")
        super().__init__(office, "Demand", count)
        count.clicked.connect(self.count_demand)
        self._series: tuple[CountedSeries, ...] = ()
        self._met: tuple[TriggerMet, ...] = ()
        self.what = _drop_down("Measure shown")
        self.span = _drop_down("Months compared")
        self.span.addItems([f"{one.value} months each side" for one in WindowLength])
        self.span.setCurrentIndex(list(WindowLength).index(WindowLength.SIX))
        self.said = ""
        self._choices = FlowRow(self.what, self.span)
        self.put_above_body(self._choices)
        for choice in (self.what, self.span):
            choice.activated.connect(self._choose)

    @property
    def chosen(self) -> CountedSeries:
        """The series that is shown."""
        return self._series[max(self.what.currentIndex(), 0)]

    @property
    def length(self) -> WindowLength:
        """How many months are compared."""
        return list(WindowLength)[self.span.currentIndex()]

    def count_demand(self) -> None:
        """Ask for counts in a grid."""
        self.ask(DemandSheet(self.office, self.page.case))

    @override
    def concern(self, page: CasePage) -> object:
        self._series = demand.series(self.office, page.case.id)
        self._met = demand.triggers_met(self.office, page.case.id)
        return self._series, self._met, page.case.opened

    @override
    def count(self, page: CasePage) -> int:
        del page
        return len(self._series)

    @override
    def draw(self, page: CasePage) -> None:
        self._offer_series()
        if not self._series:
            self.say(
                "None counted yet. Calls, callouts and visits by month show here what changed "
                "since the case was opened."
            )
            return
        self._draw_triggers()
        self._draw_change(page)

    def _draw_triggers(self) -> None:
        for one in self._met:
            self.add(StatusChip(Status("amber", "High demand")))
            self.add(label(words.met(one), "strong", wrap=True))
            if one.trigger.caution:
                self.say(one.trigger.caution)

    def _draw_change(self, page: CasePage) -> None:
        chosen, today, opened = self.chosen, self.office.today(), page.case.opened
        change = demand.change(opened, chosen.counts, self.length, today)
        self.said = words.changed(change)
        self.add(DemandChart(chosen.name, chosen.counts, opened, today))
        self.add(
            Facts(
                [
                    ("Before", words.window(change.before)),
                    ("After", words.window(change.after)),
                ]
            )
        )
        self.add(readable(self.said))
        self.say(words.left_out_month(opened))
        if change.ratio is not None:
            self.say(f"{words.MEAN_CAVEAT} {words.BURSTS_CAVEAT}")

    def _offer_series(self) -> None:
        """Name the series to choose from; the one chosen stays chosen while it is there."""
        names = [one.name for one in self._series]
        if names != [self.what.itemText(place) for place in range(self.what.count())]:
            before = self.what.currentText()
            self.what.clear()
            self.what.addItems(names)
            self.what.setCurrentIndex(names.index(before) if before in names else 0)
        self._choices.setVisible(bool(names))

    def _choose(self) -> None:
        self.redraw()
        announce(self, self.said)


def _drop_down(name: str) -> QuietCombo:
    made = QuietCombo()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToContents)
    return made
