"""Every release that was published from the vault, the latest first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.ui.statistics.naming import name_of
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.ui.widgets.table import TableView
from psg_desktop.words import dates
from psg_desktop.words import statistics_page as words


def _withdrawn(one: StatisticsRelease) -> str:
    return dates.grid(one.withdrawn_on) if one.withdrawn_on else ""


COLUMNS: tuple[Column[StatisticsRelease], ...] = (
    Column("Release", name_of, width=280, stretch=True, tooltip=name_of),
    Column("Published", lambda one: dates.grid(one.published_at.date()), width=144),
    Column("By", lambda one: one.published_by, width=150),
    Column("Tables", lambda one: f"{len(one.tables):,}", width=80, number=True),
    Column(
        "Withdrawn",
        _withdrawn,
        width=144,
        tooltip=lambda one: one.withdrawn_because,
        spoken=lambda one: f"Withdrawn {_withdrawn(one)}" if one.withdrawn_on else "Not withdrawn",
    ),
)


class ReleasesView(QWidget):
    """Emits `opened(StatisticsRelease)`."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table = TableView[StatisticsRelease](
            "Published releases", COLUMNS, key=lambda one: one.id
        )
        self.table.set_empty(EmptyState(words.NO_RELEASE, words.NO_RELEASE_HINT))
        self.table.opened.connect(self.opened)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)

    def show_releases(self, releases: tuple[StatisticsRelease, ...]) -> None:
        """Show what was published."""
        self.table.show_rows(releases)
