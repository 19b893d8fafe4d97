"""What is decided about a copy: the forms that ask for the reason, and what is kept of them."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from psg_desktop.casework.information_law import requests
from psg_desktop.casework.office import Office
from psg_desktop.domain.access_marks import AccessMark, MarkHow
from psg_desktop.domain.ids import AccessMarkId, AccessRequestId
from psg_desktop.privacy.subject_copies import Spot
from psg_desktop.privacy.subject_entries import Entry, Passage
from psg_desktop.ui.subject_access import sheets


class Deciding(QObject):
    """Emits `sheet_asked(SideSheet)` where a decision needs a reason."""

    sheet_asked = Signal(object)

    def __init__(self, office: Office, id_: AccessRequestId) -> None:
        super().__init__()
        self._office, self._id = office, id_

    def accept(self, entry: Entry) -> None:
        """Keep that somebody looked at an entry."""
        self._keep([self._mark(entry.key, MarkHow.LOOKED_AT)])

    def ask_show(self, spots: Iterable[Spot]) -> None:
        """Ask why passages may be read, and show them."""
        keys = [one.key for one in spots]

        def keep(given: dict[str, object]) -> None:
            reason = str(given["reason"] or "")
            self._keep([self._mark(key, MarkHow.SHOWN, reason=reason) for key in keys])

        self.sheet_asked.emit(sheets.reason_sheet("Show it", keep, exempt=False))

    def ask_hold(self, entry: Entry) -> None:
        """Ask why an entry may be kept from the person, and hold it back."""

        def keep(given: dict[str, object]) -> None:
            self._keep([self._mark(entry.key, MarkHow.HELD_BACK, **given)])

        self.sheet_asked.emit(sheets.reason_sheet("Hold the entry back", keep, exempt=True))

    def ask_mask(self, passage: Passage, words: str) -> None:
        """Ask why further words may be kept from the person, and mask them."""

        def keep(given: dict[str, object]) -> None:
            self._keep([self._mark(passage.key, MarkHow.MASKED, passage=words, **given)])

        self.sheet_asked.emit(sheets.reason_sheet("Mask more", keep, exempt=True))

    def take_back(self, mark: AccessMark) -> None:
        """Take a decision back."""
        requests.unmark(self._office, [mark])

    def _mark(self, spot: str, how: MarkHow, **facts: object) -> AccessMark:
        given = {name: value for name, value in facts.items() if value is not None}
        return AccessMark(
            id=AccessMarkId(self._office.new_id()), request=self._id, spot=spot, how=how,
            **given,  # type: ignore[arg-type]  # the fields of the form are those of the mark
        )  # fmt: skip

    def _keep(self, marks: list[AccessMark]) -> None:
        requests.mark(self._office, marks)
