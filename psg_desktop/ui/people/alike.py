"""While somebody is being typed in: who on file it may be, with a way there."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from psg_desktop.casework.office import Office
from psg_desktop.domain.people import Person
from psg_desktop.ui.parts import parties
from psg_desktop.ui.parts.passages import shortened
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import link
from psg_desktop.ui.widgets.labels import label

PAUSE = 200  # milliseconds without a key before the file is looked through
_MOST = 3
_LONGEST_NAME = 40


class AlikeHint(QFrame):
    """Says who on file has the same name or date of birth; `person_chosen(PersonId)` opens one."""

    person_chosen = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._asked: Person | None = None
        self._shown: tuple[str, ...] = ()
        self.setProperty("role", "banner")
        self.setProperty("tone", "care")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        self._column.addWidget(label("Somebody like this is on file:", "strong", wrap=True))
        self.links: list[QPushButton] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look_while_shown)
        self.hide()

    def ask(self, person: Person | None) -> None:
        """Look for people like *person* shortly; None for nobody."""
        self._asked = person
        self._pause.start()

    def _look_while_shown(self) -> None:
        if self.window().isVisible():  # else the vault may be closed by now
            self._look()

    def _look(self) -> None:
        asked = self._asked
        found = list(parties.likely(self._office, asked))[:_MOST] if asked else []
        words = tuple(_words(one, same) for one, same in found)
        if words == self._shown:
            return
        self._shown = words
        for old in self.links:
            old.hide()
            old.deleteLater()
        self.links = [self._link(one, said) for (one, _), said in zip(found, words, strict=True)]
        for new in self.links:
            self._column.addWidget(new)
        self.setVisible(bool(found))
        if found:
            announce(self, f"Somebody like this is on file: {words[0]}")

    def _link(self, person: Person, words: str) -> QPushButton:
        made = link(words.replace("&", "&&"))
        made.setAccessibleName(words)
        made.clicked.connect(lambda: self.person_chosen.emit(person.id))
        return made


def _words(person: Person, same: str) -> str:
    born = parties.born_words(person.born)
    about = ", ".join(part for part in (shortened(person.full_name, _LONGEST_NAME), born) if part)
    return f"Open {about} ({same})"
