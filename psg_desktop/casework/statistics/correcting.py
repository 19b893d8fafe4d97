"""Corrections of releases: said publicly and recorded, while the numbers stand as published."""

from collections.abc import Iterable
from dataclasses import dataclass

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import identities
from psg_desktop.casework.statistics import ledger
from psg_desktop.casework.statistics.ledger import Ledger
from psg_desktop.domain import text as texts
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.refusals import FieldProblem, Problem, Refused, refuse
from psg_desktop.domain.statistics.corrections import (
    Pointing,
    PointingWhy,
    StatisticsCorrection,
    StatisticsCorrectionId,
)
from psg_desktop.domain.statistics.periods import Period, read_period
from psg_desktop.domain.statistics.published import StatisticsId
from psg_desktop.privacy import corrections as rules
from psg_desktop.store.queries.told import told
from psg_desktop.words import statistics_corrections as words

_PROBLEMS = {
    PointingWhy.NAMES: Problem.IDENTITY_FOUND,
    PointingWhy.NUMBER: Problem.CORRECTION_NUMBER,
    PointingWhy.MAY_NAME: Problem.MAY_NAME_SOMEBODY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A correction with what it is about.

    Attributes:
        table: Title of the table it is about, "" where it is about the board's release.
    """

    correction: StatisticsCorrection
    period: Period
    table: str = ""

    @property
    def sentence(self) -> str:
        """The correction as every later release prints it."""
        one = self.correction
        return words.sentence(one.said_on, self.period, self.table, one.text)


class PublicWordsRefused(Refused):
    """A correction is refused for some of its words.

    Attributes:
        found: Those words and why. Like every refusal its text holds none of them.
    """

    def __init__(self, found: Iterable[Pointing]) -> None:
        self.found = tuple(found)
        problems = dict.fromkeys(_PROBLEMS[one.why] for one in self.found)
        super().__init__(*(FieldProblem(field="text", problem=one) for one in problems))

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is wrong, word by word, for whoever wrote them."""
        return tuple(
            words.refusal(why, [one.words for one in self.found if one.why is why])
            for why in dict.fromkeys(one.why for one in self.found)
        )


def correct(
    office: Office, release: StatisticsId, text: str, *, checked: bool = False
) -> StatisticsCorrection:
    """Say publicly that a release was wrong; its numbers stand as they were published.

    Args:
        office: The open vault.
        release: What is corrected; a withdrawn release too, because people may hold it.
        text: What was wrong and what is right, in words.
        checked: Whether a person said that the doubtful words name nobody and count nobody.

    Raises:
        PublicWordsRefused: It names somebody or somewhere, gives a number, or may do so and nobody
            looked.
        Refused: It says nothing, is too long, or there is no such release.
        LedgerDamaged: What was published before cannot be read.
    """
    made = StatisticsCorrection(
        id=StatisticsCorrectionId(office.new_id()),
        release=release,
        said_on=office.today(),
        said_by=office.who,
        text=texts.line(text),
    )
    if release not in {one.id for one in ledger.read(office).entries}:
        raise refuse("release", Problem.NOT_FOUND)
    wrong = [
        one
        for one in pointing(office, made.text)
        if not (checked and one.why is PointingWhy.MAY_NAME)
    ]
    if wrong:
        raise PublicWordsRefused(wrong)
    with office.working(Act.CORRECT_STATISTICS) as unit:
        unit.statistics_corrections.put(made)
    return made


def pointing(office: Office, text: str) -> tuple[Pointing, ...]:
    """Find the words of a correction that name somebody or give a number, or may."""
    return rules.pointing(text, identities.finder(office))


def corrections(office: Office) -> tuple[Corrected, ...]:
    """Read every correction of every release, in the order they were said.

    Raises:
        LedgerDamaged: What was published before cannot be read, or a correction is not what was
            said here.
    """
    known = ledger.read(office)
    with office.reading() as unit:
        said = unit.statistics_corrections.all()
        history = told(unit.reading, RecordKind.STATISTICS_CORRECTION, (Act.CORRECT_STATISTICS,))
    ledger.check_history(history, said)
    about = _about(known)
    return tuple(
        Corrected(correction=one, period=about[one.release][0], table=about[one.release][1])
        for one in said
    )


def _about(known: Ledger) -> dict[StatisticsId, tuple[Period, str]]:
    found = {}
    for entry, tables in zip(known.entries, known.tables, strict=True):
        period = read_period(entry.period)
        if period is None:
            raise ledger.LedgerDamaged(ledger.DAMAGED)
        table = tables[0].table.title if entry.about and tables else ""
        found[entry.id] = (period, table)
    return found
