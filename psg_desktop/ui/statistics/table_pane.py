"""One table as it would be published: its title, its numbers, and what is withheld and why."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.ui.statistics.figures import Figures
from psg_desktop.ui.statistics.figures_grid import FiguresGrid
from psg_desktop.ui.widgets.labels import label


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

    def show_figures(self, figures: Figures) -> None:
        """Show another table."""
        self.title.setText(figures.title)
        self.grid.show_figures(figures)
        for shown, said in ((self.legend, "\n".join(figures.legend)), (self.said, figures.said)):
            shown.setText(said)
            shown.setVisible(bool(said))
        self.grid.setAccessibleDescription(" ".join((figures.said, *figures.legend)).strip())
