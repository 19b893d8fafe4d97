"""Opens a vault with its passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from psg_desktop.ui import appearance
from psg_desktop.ui.vault.passphrase import PassphraseLine
from psg_desktop.ui.vault.picture import Picture
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import link, primary, row
from psg_desktop.ui.widgets.forms import Field
from psg_desktop.ui.widgets.labels import label

_WIDTH = 560


class Unlock(QWidget):
    """Asks for the passphrase of the vault at `place`; the window stays alive while it opens."""

    unlock_asked = Signal(object, str)
    other_asked = Signal()
    start_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.place: Path | None = None
        self._title = label("Unlock", "page")
        self._where = label("", "secondary", wrap=True)
        self.passphrase = PassphraseLine()
        self.passphrase.entered.connect(self._ask)
        self.field = Field("Passphrase", self.passphrase)
        self.go = primary("Unlock", "unlock")
        self.go.clicked.connect(self._ask)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName("Opening")
        other = link("Open another file")
        other.clicked.connect(self.other_asked)
        start = link("Other ways to begin")
        start.clicked.connect(self.start_asked)
        self._aside = (other, start)
        self._lay_out()
        self.show_busy(busy=False)

    def show_place(self, place: Path) -> None:
        """Ask for the passphrase of another vault."""
        self.place = place
        self._title.setText(f"Unlock {place.stem}")
        self._where.setText(f"In {place.parent}")
        self.passphrase.forget()
        self.field.show_problem("")

    def show_backup(self, file: Path, to: Path) -> None:
        """Ask for the passphrase of a backup that becomes a vault at *to*."""
        self.show_place(file)
        self._title.setText("Restore a backup")
        self._where.setText(f"{file.name} becomes the new file {to.name} in {to.parent}")

    def show_busy(self, *, busy: bool) -> None:
        """Show whether the vault is being opened."""
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        self._busy.setVisible(busy)
        self.go.setText("Opening…" if busy else "Unlock")
        self.go.setAccessibleName(self.go.text())
        for widget in (self.go, self.passphrase, *self._aside):
            widget.setEnabled(not busy)

    def show_problem(self, sentence: str) -> None:
        """Say why the vault was not opened, and let the worker try again."""
        self.show_busy(busy=False)
        self.field.show_problem(sentence)
        self.passphrase.line.selectAll()
        self.passphrase.line.setFocus()
        announce(self, sentence, urgent=True)

    def focus_start(self) -> None:
        """Go to the passphrase."""
        self.passphrase.line.setFocus()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        card.setMaximumWidth(appearance.current().px(_WIDTH))
        layout = QVBoxLayout(card)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(14)
        layout.addWidget(Picture("vault"))
        for widget in (self._title, self._where, self.field):
            layout.addWidget(widget)
        layout.addLayout(row(self.go, *self._aside))
        layout.addWidget(self._busy)
        layout.addWidget(label("Nothing leaves this computer.", "secondary"))
        across = QHBoxLayout(self)
        across.addStretch(1)
        across.addWidget(card, 100)
        across.addStretch(1)

    def _ask(self) -> None:
        if self.place is None or not self.go.isEnabled():
            return
        if not self.passphrase.value():
            self.show_problem("Enter the passphrase of this vault.")
            return
        self.field.show_problem("")
        self.unlock_asked.emit(self.place, self.passphrase.value())
