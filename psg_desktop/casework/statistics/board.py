"""The tables of the board report, each as fine as it can be and then coarser.

Which rows a table has never depends on what was counted. A table of one breakdown shows the
periods side by side; a table of two stands once for each period. Which of a table's candidates is
published is chosen in `designing`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from psg_desktop.domain import quarters
from psg_desktop.domain.statistics.breakdowns import BreakdownCode, Catalogue
from psg_desktop.domain.statistics.happenings import REST
from psg_desktop.domain.statistics.interventions import INTERVENTIONS
from psg_desktop.domain.statistics.laying_out import Slot, categories, laid_out, total
from psg_desktop.domain.statistics.matters import MATTERS
from psg_desktop.domain.statistics.measures import MEASURES, CountedUnit, Measure, MeasureCode
from psg_desktop.domain.statistics.periods import Period, PeriodKind
from psg_desktop.domain.statistics.tables import Heading, Table
from psg_desktop.words import board_tables as words
from psg_desktop.words import measures as measure_words
from psg_desktop.words import periods as period_words

B, M = BreakdownCode, MeasureCode
_FLOW = (
    M.OPEN_AT_START, M.REFERRED, M.ACCEPTED, M.NOT_ACCEPTED, M.UNDECIDED_AT_END, M.OPENED,
    M.CLOSED, M.OPEN_AT_END,
)  # fmt: skip
_INTERVENTIONS = (
    M.INTERVENTIONS_ISSUED, M.INTERVENTIONS_LIVE, M.BREACHES, M.INTERVENTIONS_ENDED,
)  # fmt: skip
_AGAIN = (M.REFERRED, M.RE_REFERRED_6, M.RE_REFERRED_12)
# One breakdown: the code of the table, what is counted, and by what; then the same coarser.
_BY_ONE: tuple[tuple[tuple[str, MeasureCode, BreakdownCode], ...], ...] = (
    (
        ("open_by_focus_area", M.OPEN_AT_END, B.FOCUS_AREA),
        ("open_by_focus_group", M.OPEN_AT_END, B.FOCUS_GROUP),
    ),
    (
        ("open_by_ward", M.OPEN_AT_END, B.WARD),
        ("open_by_ward_group", M.OPEN_AT_END, B.WARD_GROUP),
    ),
    (("open_by_risk", M.OPEN_AT_END, B.RISK),),
    (("open_by_age", M.OPEN_AT_END, B.AGE),),
    (
        ("open_by_lead_agency", M.OPEN_AT_END, B.LEAD_AGENCY),
        ("open_by_lead_agency_kind", M.OPEN_AT_END, B.LEAD_AGENCY_KIND),
    ),
    (
        ("open_by_referring_agency", M.OPEN_AT_END, B.REFERRING_AGENCY),
        ("open_by_referring_agency_kind", M.OPEN_AT_END, B.REFERRING_AGENCY_KIND),
    ),
    (
        ("referred_by_referring_agency", M.REFERRED, B.REFERRING_AGENCY),
        ("referred_by_referring_agency_kind", M.REFERRED, B.REFERRING_AGENCY_KIND),
    ),
    (
        ("decided_by_outcome", M.DECIDED, B.OUTCOME),
        ("decided_by_acceptance", M.DECIDED, B.ACCEPTANCE),
    ),
    (("undecided_by_waiting", M.UNDECIDED_AT_END, B.WAITING),),
    (("closed_by_reason", M.CLOSED, B.REASON),),
    (("closed_by_final_risk", M.CLOSED, B.FINAL_RISK),),
    (("reviews", M.REVIEWS_DUE, B.REVIEW_TIME),),
    (("actions", M.ACTIONS_DUE, B.ACTION_TIME),),
)
# Two breakdowns: rows, then columns; then the same with coarser rows.
_Crossed = tuple[str, MeasureCode, BreakdownCode, BreakdownCode]
_BY_TWO: tuple[tuple[_Crossed, ...], ...] = (
    (
        ("reviews_by_lead_agency", M.REVIEWS_DUE, B.LEAD_AGENCY, B.REVIEW_TIME),
        ("reviews_by_lead_agency_kind", M.REVIEWS_DUE, B.LEAD_AGENCY_KIND, B.REVIEW_TIME),
    ),
    (
        ("actions_by_owner_agency", M.ACTIONS_DUE, B.OWNER_AGENCY, B.ACTION_TIME),
        ("actions_by_owner_agency_kind", M.ACTIONS_DUE, B.OWNER_AGENCY_KIND, B.ACTION_TIME),
    ),
)
_INTERVENTION_KINDS = (
    ("interventions_by_kind", B.INTERVENTION_KIND),
    ("interventions_by_family", B.INTERVENTION_FAMILY),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One way of telling what a part of the report tells.

    Attributes:
        by: What its rows are, in words; "" where there is only one way.
        tables: One table, or one for each period.
    """

    by: str = ""
    tables: tuple[Table, ...]


# The candidates of one part of the report, the finest first.
Design = tuple[Candidate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A period beside the one that is reported; *code* is "" for that one itself."""

    code: str
    period: Period


def compared(period: Period) -> tuple[Compared, ...]:
    """Give the period, and those it is compared with: before, a year ago, and twelve months."""
    if period.kind is not PeriodKind.QUARTER:
        return (
            Compared(code="", period=period),
            Compared(code="year_before", period=period.shifted(-4)),
        )
    rolling = Period(kind=PeriodKind.ROLLING_YEAR, last_quarter=period.last_quarter)
    return (
        Compared(code="", period=period),
        Compared(code="quarter_before", period=period.shifted(-1)),
        Compared(code="year_before", period=period.shifted(-4)),
        Compared(code="twelve_months", period=rolling),
    )


def board_designs(period: Period, catalogue: Catalogue) -> tuple[Design, ...]:
    """Give the parts of the report, in order; single wards only for a financial year."""
    return tuple(_Board(period, catalogue).designs())


def board_tables(period: Period, catalogue: Catalogue) -> tuple[Table, ...]:
    """Give every table of every candidate of a period."""
    designs = board_designs(period, catalogue)
    return tuple(table for design in designs for one in design for table in one.tables)


def quarters_of(tables: Sequence[Table]) -> tuple[date, ...]:
    """Give the quarters that have to be counted for some tables, the earliest first."""
    found = {quarter for table in tables for cell in table.every_cell for quarter in cell.quarters}
    return quarters.between(min(found), max(found)) if found else ()


class _Board:
    """Makes the tables of one period."""

    def __init__(self, period: Period, catalogue: Catalogue) -> None:
        self._period = period
        self._catalogue = catalogue
        self._compared = compared(period)

    def designs(self) -> Iterator[Design]:
        """Give every part of the report, in its order."""
        yield _only(self._over_time(_Sheet("flow", words.FLOW_UNIT), _measures(_FLOW)))
        yield _only(*self._each(self._flow_by_kind()))
        for ways in _BY_ONE:
            told = [one for one in ways if self._tells(one[2])]
            if told:
                yield tuple(
                    self._candidate(by, self._by_one(code, MEASURES[measure], by))
                    for code, measure, by in told
                )
        referrals = measure_words.unit(CountedUnit.REFERRALS)
        yield _only(self._over_time(_Sheet("referred_again", referrals), _measures(_AGAIN)))
        yield _only(self._outcomes())
        for pairs in _BY_TWO:
            yield tuple(
                self._candidate(rows, *self._each(self._by_two(code, MEASURES[measure], rows, by)))
                for code, measure, rows, by in pairs
            )
        sheet = _Sheet("interventions", words.INTERVENTION_UNIT, population=INTERVENTIONS)
        yield _only(self._over_time(sheet, _measures(_INTERVENTIONS)))
        yield tuple(
            self._candidate(by, *self._each(self._interventions_by(code, by)))
            for code, by in _INTERVENTION_KINDS
        )

    def _candidate(self, by: BreakdownCode, *tables: Table) -> Candidate:
        return Candidate(by=self._catalogue[by].label, tables=tables)

    def _tells(self, breakdown: BreakdownCode) -> bool:
        if breakdown is B.WARD and self._period.kind is not PeriodKind.YEAR:
            return False
        # Groups that nobody made would tell only what is recorded.
        named = [one for one in self._catalogue[breakdown].categories if one.code not in REST]
        return bool(named)

    def _by_one(self, code: str, measure: Measure, by: BreakdownCode) -> Table:
        breakdown = self._catalogue[by]
        sheet = _Sheet(code, measure_words.unit(measure.unit), measure, breakdown.label)
        rows = (total(words.ALL), *categories(breakdown, measure))
        return self._over_time(sheet, rows)

    def _outcomes(self) -> Table:
        answered, breakdown = MEASURES[M.HOLD_ANSWERED], self._catalogue[B.ANSWER]
        answers = (replace(one, measure=answered) for one in categories(breakdown, answered))
        rows = (*_measures((M.HOLD_ANSWERED,)), *answers, *_measures((M.NOT_YET_ASKED,)))
        unit = measure_words.unit(answered.unit)
        return self._over_time(_Sheet("outcomes", unit, row_header=breakdown.label), rows)

    def _flow_by_kind(self) -> "_Cross":
        columns = (total(words.ALL), *categories(self._catalogue[B.KIND], None))
        sheet = _Sheet("flow_by_kind", words.FLOW_UNIT)
        return _Cross(sheet, _measures(_FLOW), columns)

    def _by_two(
        self, code: str, measure: Measure, rows: BreakdownCode, columns: BreakdownCode
    ) -> "_Cross":
        down, across = self._catalogue[rows], self._catalogue[columns]
        sheet = _Sheet(code, measure_words.unit(measure.unit), measure, down.label)
        everything = total(words.ALL)
        return _Cross(
            sheet,
            (everything, *categories(down, measure)),
            (everything, *categories(across, measure)),
        )

    def _interventions_by(self, code: str, by: BreakdownCode) -> "_Cross":
        kinds = self._catalogue[by]
        sheet = _Sheet(
            code,
            words.INTERVENTION_UNIT,
            row_header=kinds.label,
            population=INTERVENTIONS,
        )
        rows = (total(words.ALL), *categories(kinds, None))
        return _Cross(sheet, rows, _measures(_INTERVENTIONS))

    def _over_time(self, sheet: "_Sheet", rows: Sequence[Slot]) -> Table:
        """Give a table with a column for each period; a state has none for twelve months."""
        stock = sheet.measure is not None and sheet.measure.counts.stock
        said = period_words.end if stock else period_words.period
        columns = [
            Slot(
                heading=Heading(code=one.code or "this_period", label=said(one.period)),
                period=one.period,
            )
            for one in self._compared
            if not (stock and one.period.last_quarter == self._period.last_quarter and one.code)
        ]
        empty = sheet.table(self._period, words.title(sheet.code))
        return laid_out(empty, sheet.measure, rows, columns)

    def _each(self, cross: "_Cross") -> Iterator[Table]:
        """Give a table of two breakdowns once for each period."""
        for one in self._compared:
            said = words.title(cross.sheet.code, period_words.period(one.period))
            empty = cross.sheet.table(one.period, said)
            code = f"{empty.code}_{one.code}" if one.code else empty.code
            empty = replace(empty, code=code)
            yield laid_out(empty, cross.sheet.measure, cross.rows, cross.columns)


class _Sheet(NamedTuple):
    """What a table is, before anything stands in it."""

    code: str
    unit: str
    measure: Measure | None = None
    row_header: str = words.MEASURE
    population: str = MATTERS

    def table(self, period: Period, title: str) -> Table:
        """Give it as a table without rows and columns."""
        return Table(
            code=self.code,
            population=self.measure.population if self.measure else self.population,
            title=title,
            unit=self.unit,
            period=period,
            row_header=self.row_header,
        )


class _Cross(NamedTuple):
    """A table of two breakdowns."""

    sheet: _Sheet
    rows: Sequence[Slot]
    columns: Sequence[Slot]


def _measures(codes: Sequence[MeasureCode]) -> tuple[Slot, ...]:
    return tuple(
        Slot(
            heading=Heading(code=code.value, label=measure_words.name(code)),
            measure=MEASURES[code],
        )
        for code in codes
    )


def _only(*tables: Table) -> Design:
    return (Candidate(tables=tables),)
