"""The card of what was merged into a person or a place, each with the way back."""

import json
from datetime import date
from functools import partial
from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import merging
from psg_desktop.domain.merges import Merge
from psg_desktop.domain.refusals import Refused
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.record_cards import EntryCard
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.words import dates, refusals


class MergedCard(EntryCard):
    """Shows the merges of one record; hidden while there are none."""

    def __init__(self, office: Office) -> None:
        super().__init__("Merged records")
        self._office = office
        self.hide()

    def show_record(self, kept: UUID) -> None:
        """Show what was merged into one record, the last merge first."""
        held = merging.merges_of(self._office, kept)
        self.setVisible(bool(held))
        self.show_entries(held, [self._entry(one) for one in held], "Nothing was merged.")

    def _entry(self, one: Merge) -> Entry:
        born = json.loads(one.was).get("born")
        said = f"Its date of birth was {dates.prose(date.fromisoformat(born))}." if born else ""
        return Entry(
            key=one.id,
            title=one.name,
            facts=f"{dates.moment_words(one.at)}  ·  {one.by}",
            text="\n".join(part for part in (one.reason, said) if part),
            about="Why it was merged",
            steps=(Step(words="Take the merge back", done=partial(self._take_back, one)),),
        )

    def _take_back(self, one: Merge) -> None:
        try:
            merging.take_back(self._office, one.id)
        except Refused as refused:
            told = Banner()
            told.say(" ".join(refusals.sentences(refused.problems)), Tone.PROBLEM)
            self.add(told)
