"""The third step: what the import would do, row by row; nothing is written yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from psg_desktop.exchange.check import DryRun
from psg_desktop.exchange.mapping import Purpose
from psg_desktop.exchange.outcomes import Status
from psg_desktop.exchange.rejected import not_imported
from psg_desktop.ui.imports import sentences
from psg_desktop.ui.imports.differences import Differences
from psg_desktop.ui.imports.problems import Problems
from psg_desktop.ui.imports.scrolling import yielding
from psg_desktop.ui.imports.twins import Twins, every_row
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import button, row
from psg_desktop.ui.widgets.labels import label


class CheckStep(QWidget):
    """Emits `fixed(fixes)` and `rejected_wanted`."""

    fixed = Signal(object)
    rejected_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.counts = label(role="strong", wrap=True)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Parts of the check")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)  # too small a target; letters give way instead
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.problems, self.twins, self.every = Problems(), Twins(), every_row()
        self.differences = Differences()
        self._lists: tuple[QWidget, ...] = (
            self.problems.table, self.twins.table, self.differences.table, self.every,
        )  # fmt: skip
        for one in self._lists:
            yielding(one)
        self._stack = QStackedWidget()
        for part in (self.problems, self.twins, self.differences, self.every):
            self.tabs.addTab("")
            self._stack.addWidget(part)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.problems.fixed.connect(self.fixed)
        self.twins.fixed.connect(self.fixed)
        self.differences.fixed.connect(self.fixed)
        self.skip_wrong = QCheckBox("Leave out the rows that are wrong")
        self.rejected = button("Save the rows left behind…", "save")
        self.rejected.clicked.connect(self.rejected_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.counts)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        layout.addLayout(row(self.skip_wrong, self.rejected))

    def focus_first(self) -> None:
        """Go to the list that is in view."""
        self._lists[self.tabs.currentIndex()].setFocus()

    def show_nothing(self) -> None:
        """Show that the check is still going on."""
        self.counts.setText("")
        self.setEnabled(False)

    def show_run(self, run: DryRun, *, first: bool) -> None:
        """Show a dry run; the first time the part that needs most comes into view."""
        self.setEnabled(True)
        self.counts.setText(f"{sentences.counts(run)}.")
        announce(self, self.counts.text())
        groups = len(run.groups())
        counts = run.mapping.purpose is Purpose.DEMAND
        alike = 0 if counts else run.count(Status.DUPLICATE) + run.count(Status.CHANGED)
        # Before the words: Qt leaves a gap where a tab is hidden after it was measured.
        self.tabs.setTabVisible(1, not counts)
        self.tabs.setTabVisible(2, counts or bool(run.differences))
        for place, words in enumerate(
            (
                f"Problems ({groups:,})",
                f"Like others ({alike:,})",
                f"Differences ({len(run.differences):,})",
                f"Every row ({len(run.rows):,})",
            )
        ):
            self.tabs.setTabText(place, words)
        self.problems.show_run(run, first=first)
        self.twins.show_run(run)
        self.differences.show_run(run)
        self.every.show_rows(run.rows)
        self.skip_wrong.setVisible(bool(run.wrong))
        self.rejected.setVisible(bool(not_imported(run)))
        if first:
            asked = (groups, alike, len(run.differences), 1)
            self.tabs.setCurrentIndex(next(place for place, many in enumerate(asked) if many))
