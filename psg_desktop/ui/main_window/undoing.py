"""Says what was just done, and takes it back: the last change first, then the ones before."""

from collections.abc import Callable

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.changes import LASTING, Act, Changes, RecordKind
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.refusals import Refused
from psg_desktop.words import names, refusals
from psg_desktop.words.counted import counted

_SEVERAL = {
    Act.ATTACH: (RecordKind.ATTACHMENT, "added"),
    Act.ACCEPT_TEXT: (RecordKind.GROUP_TEXT, "accepted"),
}
Offer = Callable[[str, Callable[[], None] | None], None]


class Undoing:
    """Feeds the bar that offers undo; `refused(sentence)` hears why something stands."""

    def __init__(self, office: Office, offer: Offer, refused: Callable[[str], None]) -> None:
        self._office, self._offer, self._refused = office, offer, refused

    def hear(self, changes: Changes) -> None:
        """Offer to take back what was just done."""
        if changes.act is Act.UNDO:
            return
        undo = None if changes.act in LASTING else self.take_back
        said = _several(changes) or f"{names.name(changes.act)}{self._where(changes)}"
        self._offer(f"{said}.", undo)

    def _where(self, changes: Changes) -> str:
        """Say to which state a case was moved."""
        moved = [one.id for one in changes.touched if one.kind is RecordKind.CASE]
        if changes.act is not Act.MOVE_CASE or len(moved) != 1:
            return ""
        state = lists.case_page(self._office, CaseId(moved[0])).case.state
        return f" to {_lower(names.name(state))}"

    def take_back(self) -> None:
        """Take back the last change that stands, and offer the one before it."""
        try:
            act = undoing.undo_last(self._office)
        except Refused as refused:
            self._refused(" ".join(refusals.sentences(refused.problems)))
            return
        before = undoing.last_change(self._office)
        said = f"Undone: {_lower(names.name(act))}."
        if before is None:
            self._offer(said, None)
        else:
            self._offer(f"{said} Before that: {_lower(names.name(before[1]))}.", self.take_back)


def _several(changes: Changes) -> str:
    """Say how many records were made where one step made several."""
    kind, done = _SEVERAL.get(changes.act, (None, ""))
    count = sum(one.kind is kind for one in changes.touched)
    return f"{counted(kind, count)} {done}" if kind is not None and count > 1 else ""


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
