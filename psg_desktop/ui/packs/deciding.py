"""What was decided about the texts of a pack so far, and what was shaped but not yet accepted."""

from collections.abc import Mapping
from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs
from psg_desktop.casework.packing.packs import PackProposal
from psg_desktop.domain.refusals import Refused
from psg_desktop.privacy.identities.kinds import Span
from psg_desktop.privacy.summaries import Passage, identities_in
from psg_desktop.ui.packs.texts import Key
from psg_desktop.ui.packs.wording import Wording, wording_of
from psg_desktop.words import refusals


class Deciding:
    """Carries one pack through its review; every acceptance is kept in the vault at once."""

    def __init__(
        self, office: Office, proposal: PackProposal, shaped: Mapping[Key, Wording]
    ) -> None:
        self._office = office
        self.proposal = proposal
        originals = {
            (case.facts.case, one.part): one.original
            for case in proposal.cases
            for one in case.passages
        }
        self.shaped = {
            key: one for key, one in shaped.items() if originals.get(key) == one.original
        }

    @property
    def changed(self) -> frozenset[Key]:
        """The texts that were accepted and have been shaped again since."""
        return frozenset(
            (case.facts.case, one.part)
            for case in self.proposal.cases
            for one in case.passages
            if one.decided and (case.facts.case, one.part) in self.shaped
        )

    def wording(self, case: UUID, passage: Passage) -> Wording:
        """Give a text as it was shaped last, else as it was accepted or is proposed."""
        return self.shaped.get((case, passage.part)) or wording_of(passage)

    def shape(self, case: UUID, part: str, wording: Wording) -> None:
        """Remember how a text was shaped, until it is accepted."""
        passage = self.proposal.case(case).passage(part)
        if wording.words == passage.printed:
            self.shaped.pop((case, part), None)
        else:
            self.shaped[case, part] = wording

    def accept(self, case: UUID, wordings: Mapping[str, Wording]) -> None:
        """Accept words for texts of a case.

        Raises:
            Refused: The words name somebody or somewhere the vault knows, beside the part.
        """
        words = {part: wording.words.strip() for part, wording in wordings.items()}
        self.proposal = packs.accept(self._office, self.proposal, case, words)
        for part in words:
            self.shaped.pop((case, part), None)

    def accept_case(self, case: UUID) -> None:
        """Accept every waiting text of a case as it stands.

        Raises:
            Refused: One of them names somebody or somewhere the vault knows, beside the part.
        """
        waiting = self.proposal.case(case).undecided
        self.accept(case, {one.part: self.wording(case, one) for one in waiting})

    def accept_unmarked(self) -> int:
        """Accept every waiting text without a doubtful mark; say how many there were.

        Raises:
            Refused: One that was shaped by hand names somebody or somewhere the vault knows.
        """
        clear = [
            (one.facts.case, passage)
            for one, passage in self.proposal.undecided
            if not passage.doubtful
        ]
        for case, passage in clear:
            shaped = self.shaped.get((case, passage.part))
            if shaped is not None:
                self.accept(case, {passage.part: shaped})
        self.proposal = packs.accept_unmarked(self._office, self.proposal)
        return len(clear)

    def identities_in(self, words: str) -> tuple[Span, ...]:
        """Find what may not be printed in any case."""
        return identities_in(words, self.proposal.finder)


def said_of(refused: Refused) -> str:
    """Say why words, or a whole pack, were refused."""
    return " ".join(refusals.sentences(refused.problems))
