"""The first screen of all: three ways to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.ui import appearance
from psg_desktop.ui.vault.picture import Picture
from psg_desktop.ui.widgets.buttons import button, link, primary, row
from psg_desktop.ui.widgets.labels import label


class Welcome(QWidget):
    """Offers the sample, a new file, or a file that is there."""

    sample_asked = Signal()
    create_asked = Signal()
    open_asked = Signal()
    restore_asked = Signal()

    def __init__(self, *, sample: bool) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setSpacing(20)
        layout.addWidget(label("Welcome to PSG Desktop", "page"))
        layout.addWidget(
            label(
                "The case desk of a Problem-Solving Group: people, places and projects, their "
                "actions and reviews, and a Delivery Group pack that names nobody.",
                wrap=True,
            )
        )
        layout.addLayout(self._ways(sample=sample))
        self.restore = link("Restore a backup")
        self.restore.clicked.connect(self.restore_asked)
        layout.addLayout(row(self.restore))
        layout.addWidget(label("Nothing leaves this computer.", "secondary"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < 3 * self.look.sizeHint().width() + appearance.current().px(200)
        way = QBoxLayout.Direction
        self._across.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def _ways(self, *, sample: bool) -> QBoxLayout:
        across = self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        across.setSpacing(16)
        self.look = primary("Look around with made-up data")
        if sample:
            self.look.clicked.connect(self.sample_asked)
            words = "A sample caseload of Fenmarket, a district that does not exist. Try anything."
            across.addWidget(_way("eye", "Look around", words, self.look), 1)
        self.start = button("Start our own file")
        self.start.clicked.connect(self.create_asked)
        words = "An encrypted file of your own on this computer, empty and ready for your cases."
        across.addWidget(_way("plus", "Start", words, self.start), 1)
        self.open = button("Open a file I was given")
        self.open.clicked.connect(self.open_asked)
        words = (
            "One that is already there, such as a colleague's: a folder whose name ends in "
            ".psgstore. You need its passphrase."
        )
        across.addWidget(_way("unlock", "Open", words, self.open), 1)
        return across


def _way(icon: str, title: str, words: str, go: QPushButton) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    mark = Picture(icon)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(20, 20, 20, 20)
    layout.setSpacing(10)
    layout.addWidget(mark, alignment=Qt.AlignmentFlag.AlignLeft)
    layout.addWidget(label(title, "section"))
    layout.addWidget(label(words, "secondary", wrap=True))
    layout.addStretch()
    layout.addWidget(go)
    card.setMinimumWidth(appearance.current().px(200))
    return card
