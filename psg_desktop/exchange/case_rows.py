"""What every row of a caseload, of people, of places or of incidents would become."""

from collections.abc import Iterable
from dataclasses import replace

from psg_desktop.exchange.asking import Asked, Before, decided, joined, skipped
from psg_desktop.exchange.assembly import assemble
from psg_desktop.exchange.case_differences import case_differences
from psg_desktop.exchange.columns import Columns, problem
from psg_desktop.exchange.drafts import RowDraft
from psg_desktop.exchange.gathering import gathered, orphans_told
from psg_desktop.exchange.incidents import Gathering, Places, incident, noun_of
from psg_desktop.exchange.known import CaseFacts
from psg_desktop.exchange.mapping import Purpose
from psg_desktop.exchange.matching import Matcher, row_key
from psg_desktop.exchange.outcomes import Choice, Problem, RowOutcome, Status, Twin
from psg_desktop.exchange.row_checks import row_remarks
from psg_desktop.exchange.row_values import RowValues
from psg_desktop.exchange.troubles import ABSENCES, Trouble


class CaseRows:
    """One pass over the rows of a table."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._purpose = asked.mapping.purpose
        self._incidents = self._purpose is Purpose.INCIDENTS
        self._known, self._decisions = asked.known, asked.decisions
        self._columns = Columns(asked.table, asked.mapping, asked.decisions)
        self._columns.read_all(asked.known, asked.today)
        self._before = Before(asked, counted=self._incidents)
        self._matcher = Matcher(asked.known)
        self._places = Places()
        self._gathering = Gathering(noun_of(asked.mapping))
        self._first_cases: dict[str, int] = {}
        self._joined: dict[int, CaseFacts] = {}

    def outcomes(self) -> tuple[RowOutcome, ...]:
        """Say what every row would become, in the order of the file."""
        rows = enumerate(self._asked.table.rows)
        return orphans_told([self._outcome(at, row.number) for at, row in rows])

    def _outcome(self, at: int, number: int) -> RowOutcome:
        before = self._before.outcome(at, number)
        if before is not None:
            return before
        values, problems = self._columns.row(at, number)
        draft = self._before.blank(at, number)
        if self._incidents:
            return self._incident(draft, values, problems)
        return self._casework(draft, values, problems)

    def _incident(self, draft: RowDraft, values: RowValues, problems: list[Problem]) -> RowOutcome:
        number = draft.rows[0]
        place = self._places.of(values)
        if place is None:
            return skipped(number, "It has no location, so it belongs to no place.")
        if any(found.stops for found in problems):
            return RowOutcome(number=number, status=Status.WRONG, problems=tuple(problems))
        draft = replace(draft, place=place)
        carrier = self._gathering.carrier(place)
        twin = None if carrier else self._matcher.twin(draft)
        self._gathering.add(joined(draft, twin, Choice.JOIN), place, incident(values))
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
            return self._compared(replace(outcome, carrier=carrier), draft, carrier)
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
            outcome, twin=twin, choice=Choice.JOIN, draft=joined(draft, twin, Choice.JOIN)
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
        made = decided(outcome, draft, self._decisions)
        if made.draft is None or made.draft.joins_kind != "case":
            return made
        facts = self._known.case_facts.get(made.draft.joins)
        if facts is not None:
            self._joined[made.number] = facts
        return self._compared(made, made.draft, made.number)

    def _compared(self, outcome: RowOutcome, draft: RowDraft, first: int) -> RowOutcome:
        """Give a row that joins the case of row *first*, with what it says otherwise."""
        facts = self._joined.get(first)
        if facts is None:
            return outcome
        told = tuple(map(self._decisions.settled, case_differences(draft, facts)))
        taken = frozenset(one.what.value for one in told if one.taken)
        return replace(outcome, differences=told, draft=replace(draft, taken=taken))

    def drafts(self, outcomes: Iterable[RowOutcome]) -> tuple[RowDraft, ...]:
        """Give what is to be kept, rows of one case or place gathered."""
        return self._gathering.drafts() if self._incidents else gathered(outcomes)
