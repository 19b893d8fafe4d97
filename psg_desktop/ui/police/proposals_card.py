"""The wards that the figures of a quarter propose as priority areas, each with its evidence."""

from functools import partial

from PySide6.QtCore import Signal

from psg_desktop.casework.statistics.police_reviewing import AreaProposal, DataReview
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.record_cards import EntryCard
from psg_desktop.words import police_review as words

RECORD = "Put on record as priority area..."


class ProposalsCard(EntryCard):
    """Emits `record_asked(AreaProposal)`."""

    record_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("Proposed priority areas")

    def show_review(self, found: DataReview) -> None:
        """Show what a quarter proposes."""
        entries = [self._entry(one) for one in found.proposals]
        known = found.recorded.known(found.quarter)
        self.show_entries(found.proposals, entries, words.no_proposal(known))

    def _entry(self, one: AreaProposal) -> Entry:
        return Entry(
            key=(one.proposal.ward, one.proposal.stage),
            title=words.heading(one.proposal, one.ward),
            facts=words.why(one.proposal),
            text=words.evidence(one.proposal, made_up=one.made_up),
            about="Evidence",
            steps=(Step(words=RECORD, done=partial(self.record_asked.emit, one)),),
        )
