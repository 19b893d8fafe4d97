"""The dry run: what every row of a table would become, before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from psg_desktop.exchange.asking import Asked, skipped
from psg_desktop.exchange.case_rows import CaseRows
from psg_desktop.exchange.count_rows import CountRows
from psg_desktop.exchange.differences import Difference
from psg_desktop.exchange.drafts import RowDraft
from psg_desktop.exchange.known import Known
from psg_desktop.exchange.mapping import Mapping, Purpose
from psg_desktop.exchange.outcomes import (
    Decisions,
    Fix,
    Problem,
    ProblemGroup,
    RowOutcome,
    SetValue,
    Status,
)
from psg_desktop.exchange.referral_rows import ReferralRows
from psg_desktop.exchange.tables import Table
from psg_desktop.faults import Unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class DryRun:
    """What an import would do; applying a fix gives another dry run.

    Attributes:
        rows: One outcome for every row of the sheet below the header, in their order.
        drafts: What is to be kept once everything is decided: one for every case, person, place
            or project, rows of the same case or place gathered into one.
    """

    table: Table = field(repr=False)
    mapping: Mapping = field(repr=False)
    known: Known = field(repr=False)
    today: date
    decisions: Decisions
    rows: tuple[RowOutcome, ...] = field(repr=False)
    drafts: tuple[RowDraft, ...] = field(repr=False)

    def apply(self, *fixes: Fix) -> "DryRun":
        """Check again with some more decisions."""
        decisions = self.decisions
        for fix in fixes:
            decisions = decisions.having(fix)
        return check(self.table, self.mapping, self.known, self.today, decisions)

    def accept(self, group: ProblemGroup) -> "DryRun":
        """Put the suggestion of a group of problems into all its cells."""
        return self.apply(SetValue(header=group.header, shown=group.shown, value=group.suggestion))

    def count(self, status: Status) -> int:
        """Count the rows of one status."""
        return sum(row.status is status for row in self.rows)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Everything rows say otherwise than what they belong to."""
        return tuple(one for row in self.rows for one in row.differences)

    @property
    def unsettled(self) -> tuple[Difference, ...]:
        """The differences nobody has decided about yet."""
        return tuple(one for one in self.differences if one.unsettled)

    @property
    def undecided(self) -> tuple[RowOutcome, ...]:
        """Rows a person has to decide about: duplicates and changed rows without a choice."""
        return tuple(row for row in self.rows if row.undecided)

    @property
    def wrong(self) -> tuple[RowOutcome, ...]:
        """Rows that cannot be imported as they are."""
        return tuple(row for row in self.rows if row.status is Status.WRONG)

    def groups(self) -> tuple[ProblemGroup, ...]:
        """Group alike problems, those that stop a row first, then the most frequent."""
        alike: dict[tuple[str, str, str, str], list[Problem]] = {}
        for row in self.rows:
            for found in row.problems:
                key = (found.trouble.value, found.header, found.shown, found.sentence)
                alike.setdefault(key, []).append(found)
        groups = [_group(problems) for problems in alike.values()]
        return tuple(sorted(groups, key=lambda g: (not g.stops, g.trouble.value, -len(g.rows))))


def check(
    table: Table, mapping: Mapping, known: Known, today: date, decisions: Decisions | None = None
) -> DryRun:
    """Say what every row of a table would become.

    Raises:
        Unreadable: There are no rows, or no column holds anything this program could keep.
    """
    if not table.rows:
        raise Unreadable("There are no rows below the header. Choose another sheet or header row.")
    if mapping.refusal:
        raise Unreadable(mapping.refusal)
    asked = Asked(
        table=table,
        mapping=mapping,
        known=known,
        today=today,
        decisions=decisions or Decisions(),
    )
    rows = _rows(asked)
    outcomes = rows.outcomes()
    every = sorted((*outcomes, *_set_aside(table)), key=lambda outcome: outcome.number)
    return DryRun(
        table=table,
        mapping=mapping,
        known=known,
        today=today,
        decisions=asked.decisions,
        rows=tuple(every),
        drafts=rows.drafts(outcomes),
    )


class _Rows(Protocol):
    """Says what the rows of a table would become, and what is kept of them."""

    def outcomes(self) -> tuple[RowOutcome, ...]: ...

    def drafts(self, outcomes: Iterable[RowOutcome]) -> tuple[RowDraft, ...]: ...


def _rows(asked: Asked) -> _Rows:
    match asked.mapping.purpose:
        case Purpose.REFERRALS:
            return ReferralRows(asked)
        case Purpose.DEMAND:
            return CountRows(asked)
        case _:
            return CaseRows(asked)


def _set_aside(table: Table) -> Iterable[RowOutcome]:
    for number in table.totals_rows:
        yield skipped(number, "It adds up other rows.")
    for number in table.blank_rows:
        yield skipped(number, "It is blank.")


def _group(problems: list[Problem]) -> ProblemGroup:
    first = problems[0]
    return ProblemGroup(
        trouble=first.trouble,
        header=first.header,
        shown=first.shown,
        sentence=first.sentence,
        advice=first.advice,
        suggestion=first.suggestion,
        stops=first.stops,
        rows=tuple(found.row for found in problems),
    )
