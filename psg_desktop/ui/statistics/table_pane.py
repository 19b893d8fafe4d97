"""One table as it would be published: its title, its numbers, and what is withheld and why."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.domain.statistics.comparing import rule_of
from psg_desktop.domain.statistics.displays import DisplayRule
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.ui.statistics.figures_grid import FiguresGrid
from psg_desktop.ui.statistics.reasons import Reason, Reasons
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import statistics
from psg_desktop.words import statistics_page as words

_LEGEND = {
    Reason.UNDER: words.LEGEND_UNDER,
    Reason.HELD: words.LEGEND_HELD,
    Reason.EITHER: words.LEGEND_EITHER,
}


class TablePane(QWidget):
    """Shows a table with its legend below it."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "section", wrap=True)
        self.grid = FiguresGrid()
        self.legend = label("", wrap=True)
        self.said = label("", "secondary", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.legend)
        layout.addWidget(self.said)

    def show_table(self, published: PublishedTable, reasons: Reasons) -> None:
        """Show another table."""
        self.title.setText(published.table.title)
        self.grid.show_table(published, reasons)
        legend = "\n".join(_legend(published, reasons))
        self.legend.setText(legend)
        self.legend.setVisible(bool(legend))
        said = " ".join(_said(published))
        self.said.setText(said)
        self.grid.setAccessibleDescription(" ".join(filter(None, (said, legend))))


def _legend(published: PublishedTable, reasons: Reasons) -> Iterator[str]:
    found = set(reasons.of([published]))
    for reason, said in _LEGEND.items():
        if reason in found:
            yield said


def _said(published: PublishedTable) -> Iterator[str]:
    """Give what is counted, how it is shown, and what a reader is told of those that are not."""
    yield words.counts(published.table.unit)
    every = [one for row in published.shown for one in row]
    used = {rule_of(one) for one in every if one.number is not None}
    if used:
        yield statistics.shown_sentence(tuple(one for one in DisplayRule if one in used))
    yield statistics.withheld_sentence(published.withheld, len(every), mixed=published.mixed)
