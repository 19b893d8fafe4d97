"""While somebody or somewhere is typed in: what on file it may be, and what can be done then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import alike
from psg_desktop.domain.alike import Alike, Sought
from psg_desktop.domain.lists import FoundKind
from psg_desktop.ui.parts import parties
from psg_desktop.ui.parts.passages import shortened
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import link
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import names

PAUSE = 200  # milliseconds without a key before the file is looked through
MOST = 3
_LONGEST_NAME = 40
_KEEP_APART = "Not the same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that can be done with a record that looks like what is typed.

    Attributes:
        words: Gives the words for a record, "" where it cannot be done with it.
    """

    words: Callable[[Alike], str]
    done: Callable[[Alike], object]


class AlikeHint(QFrame):
    """Names what on file looks like what is typed, and offers the steps for each.

    A record set apart with "Not the same" is not named again while the form is open.
    `found_changed` follows whenever other records are shown.
    """

    found_changed = Signal()

    def __init__(
        self,
        office: Office,
        heading: str,
        steps: Sequence[Step],
        kinds: frozenset[FoundKind] = frozenset(FoundKind),
    ) -> None:
        super().__init__()
        self._office, self._heading, self._steps, self._kinds = office, heading, steps, kinds
        self._asked: Sought | None = None
        self._apart: set[object] = set()
        self.found: tuple[Alike, ...] = ()
        self.links: list[QPushButton] = []
        self._rows: list[FlowRow] = []
        self.setProperty("role", "banner")
        self.setProperty("tone", "care")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        self._column.addWidget(label(heading, "strong", wrap=True))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look_while_shown)
        self.hide()

    def ask(self, sought: Sought | None) -> None:
        """Look shortly for what is like what is typed; None for nothing."""
        self._asked = sought
        self._pause.start()

    def look(self) -> None:
        """Look at once."""
        self._pause.stop()
        asked = self._asked
        found = alike.find(self._office, asked, most=2 * MOST) if asked else ()
        wanted = [one for one in found if one.known.kind in self._kinds]
        shown = tuple(one for one in wanted if one.known.id not in self._apart)[:MOST]
        if shown != self.found:
            self._show(shown)

    def offer_again(self) -> None:
        """Offer the steps anew for what is shown, as when something else was linked meanwhile."""
        self._show(self.found)

    def _look_while_shown(self) -> None:
        if self.window().isVisible():  # else the vault may be closed by now
            self.look()

    def _show(self, found: tuple[Alike, ...]) -> None:
        self.found = found
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self.links = []
        self._rows = [self._row(one) for one in found]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(found))
        if found:
            announce(self, f"{self._heading} {described(found[0])}")
        self.found_changed.emit()

    def _row(self, one: Alike) -> FlowRow:
        links = [
            self._link(words, one, step.done) for step in self._steps if (words := step.words(one))
        ]
        if len(self._steps) > 1:
            links.append(self._link(_KEEP_APART, one, self._set_apart))
            return FlowRow(label(described(one), wrap=True), *links)
        return FlowRow(*links)

    def _link(self, words: str, one: Alike, done: Callable[[Alike], object]) -> QPushButton:
        made = link(words.replace("&", "&&"))
        name = _name(one)
        made.setAccessibleName(words if name in words else f"{words}: {name}")
        made.clicked.connect(lambda *_: done(one))
        self.links.append(made)
        return made

    def _set_apart(self, one: Alike) -> None:
        self._apart.add(one.known.id)
        self.look()


def described(one: Alike) -> str:
    """Give "Wilf Marrowby, born 3 April 1980: same name. In case PSG-2026-014." and the like."""
    known = one.known
    kind = "" if known.kind is FoundKind.PERSON else f"{names.name(known.kind)} "
    born = parties.born_words(known.born)
    about = ", ".join(part for part in (f"{kind}{_name(one)}", born) if part)
    told = f"{about}: {parties.why(one)}."
    if not one.cases:
        return told
    first = one.cases[0]
    closed = ", closed" if first.closed else ""
    return f"{told} Case {first.reference}{closed}."


def _name(one: Alike) -> str:
    held = one.known.addresses
    where = held[0].lines or held[0].postcode if held else ""
    return shortened(one.known.names[0] or where, _LONGEST_NAME)
