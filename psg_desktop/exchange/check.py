"""The dry run: what every row of a table would become, before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from psg_desktop.exchange.assembly import assemble
from psg_desktop.exchange.columns import Columns, problem
from psg_desktop.exchange.drafts import RowDraft
from psg_desktop.exchange.fingerprints import fingerprints
from psg_desktop.exchange.gathering import gathered, orphans_told
from psg_desktop.exchange.incidents import Gathering, Places, incident, noun_of
from psg_desktop.exchange.known import Existing, Known
from psg_desktop.exchange.mapping import Mapping, Purpose
from psg_desktop.exchange.matching import Matcher, row_key
from psg_desktop.exchange.outcomes import (
    Choice,
    Decisions,
    Fix,
    Problem,
    ProblemGroup,
    RowOutcome,
    SetValue,
    Status,
    Twin,
)
from psg_desktop.exchange.row_checks import row_remarks
from psg_desktop.exchange.row_values import RowValues
from psg_desktop.exchange.tables import Table
from psg_desktop.exchange.troubles import ABSENCES, Trouble
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
    run = _Run(table, mapping, known, today, decisions or Decisions())
    outcomes = [run.outcome(at, row.number) for at, row in enumerate(table.rows)]
    outcomes.extend(_set_aside(table))
    outcomes.sort(key=lambda outcome: outcome.number)
    told = orphans_told(outcomes)
    return DryRun(
        table=table,
        mapping=mapping,
        known=known,
        today=today,
        decisions=run.decisions,
        rows=told,
        drafts=run.drafts(told),
    )


class _Run:
    """One pass over the rows of a table."""

    def __init__(
        self, table: Table, mapping: Mapping, known: Known, today: date, decisions: Decisions
    ) -> None:
        self.decisions = decisions
        self._purpose = mapping.purpose
        self._incidents = mapping.purpose is Purpose.INCIDENTS
        self._known = known
        self._columns = Columns(table, mapping, decisions)
        self._columns.read_all(known, today)
        self._prints = fingerprints(table, mapping, counted=self._incidents)
        self._matcher = Matcher(known)
        self._places = Places()
        self._gathering = Gathering(noun_of(mapping))
        self._first_rows: dict[str, int] = {}
        self._first_cases: dict[str, int] = {}

    def outcome(self, at: int, number: int) -> RowOutcome:
        """Say what row *at* of the table, called *number*, would become."""
        fingerprint = self._prints[at]
        if number in self.decisions.skipped:
            return _skipped(number, "You chose to leave it out.")
        existing = self._known.fingerprints.get(fingerprint)
        if existing is not None:
            return _same(number, existing)
        if not self._incidents:
            first = self._first_rows.setdefault(fingerprint, number)
            if first != number:
                return _skipped(number, f"It says exactly the same as row {first}.")
        values, problems = self._columns.row(at, number)
        draft = RowDraft(rows=(number,), fingerprints=(fingerprint,))
        if self._incidents:
            return self._incident(draft, values, problems)
        return self._casework(draft, values, problems)

    def _incident(self, draft: RowDraft, values: RowValues, problems: list[Problem]) -> RowOutcome:
        number = draft.rows[0]
        place = self._places.of(values)
        if place is None:
            return _skipped(number, "It has no location, so it belongs to no place.")
        if any(found.stops for found in problems):
            return RowOutcome(number=number, status=Status.WRONG, problems=tuple(problems))
        draft = replace(draft, place=place)
        carrier = self._gathering.carrier(place)
        twin = None if carrier else self._matcher.twin(draft)
        self._gathering.add(_joined(draft, twin, Choice.JOIN), place, incident(values))
        return RowOutcome(
            number=number,
            status=Status.NEW,
            draft=draft,
            problems=tuple(problems),
            twin=twin,
            choice=Choice.JOIN if twin is not None else None,
            carrier=carrier,
        )

    def _casework(self, blank: RowDraft, values: RowValues, problems: list[Problem]) -> RowOutcome:
        number = blank.rows[0]
        draft = assemble(values, self._purpose, number)
        unread = any(found.stops for found in problems)
        further = self._is_further_row(draft)
        problems.extend(
            problem(remark, number)
            for remark in row_remarks(draft, values, self._purpose)
            if not (unread and remark.trouble in ABSENCES)
            and not (further and remark.trouble is Trouble.NO_SUBJECT)
        )
        if any(found.stops for found in problems):
            return RowOutcome(number=number, status=Status.WRONG, problems=tuple(problems))
        draft = replace(draft, fingerprints=blank.fingerprints, key=row_key(draft))
        outcome = RowOutcome(
            number=number, status=Status.NEW, draft=draft, problems=tuple(problems)
        )
        return self._matched(outcome, draft)

    def _matched(self, outcome: RowOutcome, draft: RowDraft) -> RowOutcome:
        before = self._known.row_keys.get(draft.key) if draft.key else None
        if before is not None:
            twin = Twin(kind="case", id=before.id, label=before.label, why="imported before")
            return self._decided(replace(outcome, status=Status.CHANGED, twin=twin), draft)
        carrier = self._carrier(draft, outcome.number)
        if carrier:
            return replace(outcome, carrier=carrier)
        twin_found = self._matcher.twin(draft)
        earlier = self._matcher.earlier_row(draft, outcome.number)
        if twin_found is not None:
            return self._decided(replace(outcome, status=Status.DUPLICATE, twin=twin_found), draft)
        return self._with_earlier(outcome, draft, earlier) if earlier else outcome

    def _with_earlier(self, outcome: RowOutcome, draft: RowDraft, earlier: int) -> RowOutcome:
        """Join a row to an earlier one about the same subject, asking where it may be another."""
        person = draft.person
        twin = Twin(kind="row", id=str(earlier), label=f"row {earlier}", why="the same subject")
        if person is not None and person.born is None:
            why = "the same name, with no date of birth to tell them apart"
            doubtful = replace(outcome, status=Status.DUPLICATE, twin=replace(twin, why=why))
            return self._decided(doubtful, draft)
        return replace(
            outcome, twin=twin, choice=Choice.JOIN, draft=_joined(draft, twin, Choice.JOIN)
        )

    def _is_further_row(self, draft: RowDraft) -> bool:
        """Say whether a row adds to a case by its reference alone, without naming it again."""
        if draft.case is None or not draft.case.reference:
            return False
        key = row_key(draft)
        return key in self._first_cases or key in self._known.row_keys

    def _carrier(self, draft: RowDraft, number: int) -> int:
        """Give the first row of the same case (by reference), or of the same plain place."""
        by_reference = draft.case is not None and draft.case.reference
        if not by_reference and self._purpose is not Purpose.PLACES:
            return 0
        first = self._first_cases.setdefault(draft.key, number)
        return 0 if first == number else first

    def _decided(self, outcome: RowOutcome, draft: RowDraft) -> RowOutcome:
        general = self.decisions.general.get(outcome.status)
        choice = self.decisions.choices.get(outcome.number, general)
        if choice is Choice.SKIP:
            return replace(
                outcome, status=Status.SKIPPED, draft=None, reason="You chose to leave it out."
            )
        return replace(outcome, choice=choice, draft=_joined(draft, outcome.twin, choice))

    def drafts(self, outcomes: Iterable[RowOutcome]) -> tuple[RowDraft, ...]:
        """Give what is to be kept, rows of one case or place gathered."""
        return self._gathering.drafts() if self._incidents else gathered(outcomes)


def _joined(draft: RowDraft, twin: Twin | None, choice: Choice | None) -> RowDraft:
    if twin is None or choice is not Choice.JOIN:
        return draft
    return replace(draft, joins=twin.id, joins_kind=twin.kind)


def _same(number: int, existing: Existing) -> RowOutcome:
    twin = Twin(kind="row", id=existing.id, label=existing.label, why="imported before, unchanged")
    return RowOutcome(number=number, status=Status.SAME, twin=twin)


def _skipped(number: int, reason: str) -> RowOutcome:
    return RowOutcome(number=number, status=Status.SKIPPED, reason=reason)


def _set_aside(table: Table) -> Iterable[RowOutcome]:
    for number in table.totals_rows:
        yield RowOutcome(number=number, status=Status.SKIPPED, reason="It adds up other rows.")
    for number in table.blank_rows:
        yield RowOutcome(number=number, status=Status.SKIPPED, reason="It is blank.")


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
