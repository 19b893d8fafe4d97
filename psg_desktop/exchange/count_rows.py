"""What every row of counts would become: how often there were contacts in a month of a case."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from psg_desktop.domain.text import fold
from psg_desktop.exchange.asking import Asked, skipped
from psg_desktop.exchange.columns import Columns, problem
from psg_desktop.exchange.counted_cases import CountedCase, counted_case
from psg_desktop.exchange.dates import prose_month
from psg_desktop.exchange.differences import Difference, Differing
from psg_desktop.exchange.drafts import CountDraft, RowDraft
from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.known import CountKey
from psg_desktop.exchange.month_headings import month_of
from psg_desktop.exchange.outcomes import Choice, Problem, RowOutcome, Status, Twin
from psg_desktop.exchange.row_values import RowValues
from psg_desktop.exchange.troubles import ABSENCES, Remark, Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What one row counts: the counts, and what is wrong with it as a whole."""

    counts: tuple[CountDraft, ...] = ()
    remarks: tuple[Remark, ...] = ()


class CountRows:
    """One pass over the rows of a table of counts."""

    def __init__(self, asked: Asked) -> None:
        self._asked, self._known = asked, asked.known
        self._columns = Columns(asked.table, asked.mapping, asked.decisions)
        self._columns.read_all(asked.known, asked.today)
        self._first: dict[CountKey, tuple[int, int]] = {}

    def outcomes(self) -> tuple[RowOutcome, ...]:
        """Say what every row would become, in the order of the file."""
        rows = enumerate(self._asked.table.rows)
        return tuple(self._outcome(at, row.number) for at, row in rows)

    def drafts(self, outcomes: Iterable[RowOutcome]) -> tuple[RowDraft, ...]:
        """Give the rows that add counts, or replace them where that was decided."""
        return tuple(one.draft for one in outcomes if one.draft is not None)

    def _outcome(self, at: int, number: int) -> RowOutcome:
        if number in self._asked.decisions.skipped:
            return skipped(number, "You chose to leave it out.")
        values, problems = self._columns.row(at, number)
        found = counted_case(values, self._known)
        told = self._told(at, values, found)
        unread = any(one.stops for one in problems)
        problems.extend(
            problem(remark, number)
            for remark in (*found.remarks, *told.remarks)
            if not (unread and remark.trouble in ABSENCES)
        )
        if not told.counts and not any(one.stops for one in problems):
            return skipped(number, "It counts nothing.")
        counts = self._once(told.counts, number, problems)
        if any(one.stops for one in problems):
            return RowOutcome(number=number, status=Status.WRONG, problems=tuple(problems))
        if not counts:
            return skipped(number, "It counts what a row above counts already.")
        return self._compared(number, found, counts, tuple(problems))

    def _told(self, at: int, values: RowValues, found: CountedCase) -> _Told:
        measure = values.line(Field.MEASURE)
        remarks: list[Remark] = []
        counts: list[CountDraft] = []
        for month, count, remark in self._months(at, values):
            if remark is not None:
                remarks.append(remark)
            elif month is not None:
                counts.append(
                    CountDraft(
                        case=found.id,
                        measure=measure,
                        agency=values.line(Field.MEASURE_AGENCY),
                        month=month,
                        count=int(count),
                    )
                )
        if (counts or remarks) and not measure:
            remarks.append(_no_measure())
        return _Told(counts=tuple(counts), remarks=tuple(dict.fromkeys(remarks)))

    def _months(
        self, at: int, values: RowValues
    ) -> Iterator[tuple[date | None, str, Remark | None]]:
        """Give each month the row counts in, how many there were, and what is wrong with it."""
        today = self._asked.today
        if values.has(Field.COUNT):
            day = values.day(Field.MONTH)
            month = day.replace(day=1) if day is not None else None
            remark = _no_month() if month is None else _ahead(month, today)
            yield month, values.line(Field.COUNT), remark
        for heading, count in self._columns.values_of(Field.MONTH_COUNT, at):
            month = month_of(heading, today)
            remark = _no_month(heading) if month is None else _ahead(month, today)
            yield month, count, remark

    def _once(
        self, counts: Iterable[CountDraft], number: int, problems: list[Problem]
    ) -> tuple[CountDraft, ...]:
        """Give the counts no row above has given; say where a row above gives another."""
        kept = []
        for one in counts:
            row, count = self._first.setdefault(_key(one), (number, one.count))
            if count != one.count:
                problems.append(problem(_two_counts(one, row, count), number))
            elif row == number:
                kept.append(one)
        return tuple(kept)

    def _compared(
        self,
        number: int,
        found: CountedCase,
        counts: tuple[CountDraft, ...],
        problems: tuple[Problem, ...],
    ) -> RowOutcome:
        differing, kept, same = [], [], 0
        for one in counts:
            before = self._known.counts.get(_key(one))
            if before is None:
                kept.append(one)
            elif before == one.count:
                same += 1
            else:
                told = self._asked.decisions.settled(_difference(number, found, one, before))
                differing.append(told)
                if told.taken:
                    kept.append(replace(one, differs=True))
        twin = Twin(kind="count", id=found.id, label=found.label, why="counted so before")
        draft = RowDraft(rows=(number,), counts=tuple(kept)) if kept else None
        status = Status.CHANGED if differing else Status.SAME if same == len(counts) else Status.NEW
        return RowOutcome(
            number=number,
            status=status,
            draft=draft,
            problems=problems,
            twin=twin,
            choice=Choice.JOIN,
            differences=tuple(differing),
        )


def _key(count: CountDraft) -> CountKey:
    return count.case, fold(count.measure), fold(count.agency), count.month


def _difference(number: int, found: CountedCase, count: CountDraft, before: int) -> Difference:
    who = f", {count.agency}" if count.agency else ""
    return Difference(
        key=f"{count.case}/{count.measure}/{count.agency}/{count.month.isoformat()}",
        row=number,
        what=Differing.COUNT,
        about=found.label,
        detail=f"{count.measure}{who}, {prose_month(count.month)}",
        before=f"{before:,}",
        after=f"{count.count:,}",
    )


def _no_measure() -> Remark:
    return Remark(
        trouble=Trouble.NO_MEASURE,
        sentence="The row does not say what was counted.",
        advice="Fill in one of your measures of demand, or leave the row out.",
    )


def _no_month(heading: str = "") -> Remark:
    said = (
        f"The heading \u201c{heading}\u201d names no month with its year."
        if heading
        else "The row does not say in which month it was."
    )
    return Remark(
        trouble=Trouble.NO_MONTH, sentence=said, advice="Write it like April 2026, and read again."
    )


def _ahead(month: date, today: date) -> Remark | None:
    if month <= today:
        return None
    return Remark(
        trouble=Trouble.DATE_AHEAD,
        sentence=f"{prose_month(month)} has not begun.",
        advice="Leave the row out, or correct the month in the file and read it again.",
    )


def _two_counts(count: CountDraft, row: int, before: int) -> Remark:
    return Remark(
        trouble=Trouble.TWO_COUNTS,
        sentence=(
            f"Row {row} gives {before:,} for {count.measure} in {prose_month(count.month)}, and "
            f"this row gives {count.count:,}."
        ),
        advice="Correct one of the two, or leave one row out.",
    )
