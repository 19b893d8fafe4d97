"""Words on a screen that others can see: whoever they name is masked, as in the pack."""

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import identities
from psg_desktop.privacy.identities import Finder
from psg_desktop.privacy.redaction import Placeholders, redact


class Masking:
    """Masks words by everything the vault knows, and whatever is doubtful.

    The same person has the same placeholder as long as the instance lives. The vault is read when
    first something is masked, or by `prepare`: that takes a moment. A name that came into it later
    is masked as a doubtful one.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self._finder: Finder | None = None
        self._placeholders = Placeholders()

    def prepare(self) -> Finder:
        """Read everything the vault knows, unless that was done."""
        if self._finder is None:
            self._finder = identities.finder(self._office)
        return self._finder

    def masked(self, words: str) -> str:
        """Give the words without a name, place or number that points to somebody."""
        return redact(words, self.prepare().find(words), self._placeholders)
