"""The card of risk instruments: every version, which is in use, and how the next one is made."""

from functools import partial

from typing_extensions import override

from psg_desktop.casework.assessing import risk_instruments
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import RiskInstrumentId
from psg_desktop.domain.risk_instruments import RiskInstrument
from psg_desktop.ui.parts.entry_lines import Entry, EntryLine, Step
from psg_desktop.ui.parts.passages import breakable
from psg_desktop.ui.parts.statuses import span
from psg_desktop.ui.settings_page.risk_sheets import (
    change_sheet,
    new_instrument_sheet,
    next_version_sheet,
)
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.labels import rule
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import names
from psg_desktop.words import risk as words

_READ, _FOLD = "Read the questions", "Fold the questions"


class RiskInstrumentsCard(SettingsCard):
    """Versions by instrument, the latest first; a version cases were assessed with is only read."""

    def __init__(self, office: Office) -> None:
        add = button("Add a risk instrument", "plus")
        super().__init__(office, "Risk instruments", add)
        add.clicked.connect(lambda: self.ask(new_instrument_sheet(office)))
        self._read: set[RiskInstrumentId] = set()

    @override
    def concern(self) -> object:
        read = frozenset(self._read)
        return (risk_instruments.every(self.office), risk_instruments.used(self.office), read)

    @override
    def draw(self) -> None:
        every = risk_instruments.every(self.office)
        in_use = risk_instruments.in_use(self.office)
        latest = {one.code: one for one in reversed(every)}
        if any(one.example for one in in_use):
            self.say(
                "An example comes with the program. Replace it by the matrix your partnership "
                "has agreed: make a new version, and untick that it is an example."
            )
        for place, one in enumerate(every):
            if place:
                self.add(rule())
            newest = latest[one.code] is one
            self.add(EntryLine(self._entry(one, in_use=one in in_use, latest=newest)))
            if one.id in self._read:
                self.add(_questions(one))

    def _entry(self, one: RiskInstrument, *, in_use: bool, latest: bool) -> Entry:
        kinds = ", ".join(names.name(kind).casefold() for kind in one.kinds)
        facts = (
            "In use" if in_use else self._standing(one),
            f"for cases about a {kinds}",
            f"{len(one.questions)} questions, 0 to {one.highest}",
            "an example" if one.example else "",
            span(one.since, one.until),
        )
        return Entry(
            key=one.id,
            title=words.version(one),
            facts="  ·  ".join(part for part in facts if part),
            steps=self._steps(one, in_use=in_use, latest=latest),
        )

    def _standing(self, one: RiskInstrument) -> str:
        ahead = one.since is not None and one.since > self.office.today()
        return "Not yet in use" if ahead else "Out of use"

    def _steps(self, one: RiskInstrument, *, in_use: bool, latest: bool) -> list[Step]:
        folded = one.id not in self._read
        read = Step(words=_READ if folded else _FOLD, done=partial(self._turn, one.id))
        if not latest:
            return [read]
        steps = [Step(words="Copy to a new version", done=partial(self._copy, one)), read]
        if one.id not in risk_instruments.used(self.office):
            steps.append(Step(words="Change", done=partial(self._change, one)))
        turn = risk_instruments.retire if in_use else risk_instruments.bring_back
        said = "Take out of use" if in_use else "Take into use again"
        return [*steps, Step(words=said, done=partial(turn, self.office, one.id))]

    def _copy(self, one: RiskInstrument) -> None:
        self.ask(next_version_sheet(self.office, one))

    def _change(self, one: RiskInstrument) -> None:
        self.ask(change_sheet(self.office, one))

    def _turn(self, id_: RiskInstrumentId) -> None:
        self._read ^= {id_}
        self.show_at(id_)


def _questions(one: RiskInstrument) -> Facts:
    facts: list[tuple[str, str | Status]] = []
    for question in one.questions:
        answers = ", ".join(f"{answer.words} ({answer.points})" for answer in question.answers)
        facts.append((breakable(question.words), breakable(answers)))
    bands = ", ".join(f"{words.level(band.level)} from {band.begins}" for band in one.bands)
    return Facts([*facts, ("Bands", bands), ("Remarks", breakable(one.remarks))])
