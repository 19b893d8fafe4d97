"""Words on a screen that others can see: whoever they name is masked, as in the pack."""

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import identities
from psg_desktop.privacy.identities import Finder
from psg_desktop.privacy.redaction import Placeholders, redact


class Masking:
    """Masks words by everything the vault knows, and whatever is doubtful.

    The same person has the same placeholder as long as the instance lives. The vault is read when
    first something is masked, and again after `forget`.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self._finder: Finder | None = None
        self._placeholders = Placeholders()

    def forget(self) -> None:
        """Read the vault again before the next words: somebody may have been added."""
        self._finder = None

    def masked(self, words: str) -> str:
        """Give the words without a name, place or number that points to somebody."""
        if self._finder is None:
            self._finder = identities.finder(self._office)
        return redact(words, self._finder.find(words), self._placeholders)
