"""The tables that made-up caseloads publish: a fixed flow, and breakdowns that dice choose.

Like the board's, tables of one breakdown show the periods side by side, and each may be told by
its fine or its coarse breakdown from quarter to quarter; tables somebody asks for come on top.
"""

from dataclasses import replace
from datetime import date
from random import Random

from psg_desktop.casework.statistics.builder import made_table
from psg_desktop.domain.statistics.breakdowns import BreakdownCode
from psg_desktop.domain.statistics.laying_out import Slot, categories, laid_out, total
from psg_desktop.domain.statistics.matters import MATTERS
from psg_desktop.domain.statistics.measures import MEASURES, MeasureCode
from psg_desktop.domain.statistics.periods import Period, PeriodKind, quarter_period
from psg_desktop.domain.statistics.tables import Heading, Table
from tests.attacks.statistics.caseload import catalogue

B, M = BreakdownCode, MeasureCode
FLOW = (
    M.OPEN_AT_START, M.REFERRED, M.ACCEPTED, M.NOT_ACCEPTED, M.UNDECIDED_AT_END, M.OPENED,
    M.CLOSED, M.OPEN_AT_END,
)  # fmt: skip
# What is counted, by what: the finest first, as the board's report has it.
ONE_WAY: tuple[tuple[MeasureCode, tuple[BreakdownCode, ...]], ...] = (
    (M.OPEN_AT_END, (B.FOCUS_AREA, B.FOCUS_GROUP)),
    (M.OPEN_AT_END, (B.WARD, B.WARD_GROUP)),
    (M.OPEN_AT_END, (B.RISK,)),
    (M.OPEN_AT_END, (B.AGE,)),
    (M.OPEN_AT_END, (B.LEAD_AGENCY, B.LEAD_AGENCY_KIND)),
    (M.OPEN_AT_END, (B.REFERRING_AGENCY, B.REFERRING_AGENCY_KIND)),
    (M.REFERRED, (B.REFERRING_AGENCY, B.REFERRING_AGENCY_KIND)),
    (M.REFERRED, (B.BEFORE,)),
    (M.DECIDED, (B.OUTCOME, B.ACCEPTANCE)),
    (M.UNDECIDED_AT_END, (B.WAITING,)),
    (M.CLOSED, (B.REASON,)),
    (M.CLOSED, (B.FINAL_RISK,)),
)
# What people ask for besides: two breakdowns of one measure.
ASKED = (
    (M.OPEN_AT_END, (B.KIND, B.WARD_GROUP)),
    (M.OPEN_AT_END, (B.FOCUS_GROUP, B.RISK)),
    (M.OPEN_AT_END, (B.LEAD_AGENCY_KIND, B.KIND)),
    (M.OPENED, (B.KIND, B.OPENING)),
    (M.CLOSED, (B.KIND, B.FINAL_RISK)),
    (M.DECIDED, (B.KIND, B.ACCEPTANCE)),
)


def compared(quarter: date) -> tuple[Period, ...]:
    """Give a quarter, the one before, the same a year ago, and the twelve months up to it."""
    own = quarter_period(quarter)
    rolling = Period(kind=PeriodKind.ROLLING_YEAR, last_quarter=quarter)
    return own, own.shifted(-1), own.shifted(-4), rolling


def flow(quarter: date) -> Table:
    """Give what came, went and stood, for each of the periods."""
    rows = [Slot(heading=Heading(code=one, label=one), measure=MEASURES[one]) for one in FLOW]
    return laid_out(_empty("flow", quarter), None, rows, _columns(compared(quarter)))


def flow_by_kind(quarter: date) -> Table:
    """Give the same of the quarter by kind of case."""
    rows = [Slot(heading=Heading(code=one, label=one), measure=MEASURES[one]) for one in FLOW]
    columns = (total("All"), *categories(catalogue()[B.KIND], None))
    return laid_out(_empty("flow_by_kind", quarter), None, rows, columns)


def one_way(measure: MeasureCode, by: BreakdownCode, quarter: date) -> Table:
    """Give a measure by one breakdown, for each of the periods that it can be counted of."""
    counted = MEASURES[measure]
    periods = compared(quarter)[:3] if counted.counts.stock else compared(quarter)
    rows = (total("All"), *categories(catalogue()[by], counted))
    return laid_out(_empty(f"{measure}_by_{by}", quarter), counted, rows, _columns(periods))


def asked(dice: Random, quarter: date) -> Table:
    """Give a table that somebody asks for."""
    measure, by = dice.choice(ASKED)
    table = made_table(catalogue(), quarter_period(quarter), measure, by)
    return replace(table, code=f"asked_{table.code}")


def report(dice: Random, quarter: date, parts: int) -> tuple[Table, ...]:
    """Give a report: the flow, and so many breakdowns, each fine or coarse."""
    chosen = dice.sample(range(len(ONE_WAY) + 1), parts)
    return (flow(quarter), *(_part(dice, place, quarter) for place in sorted(chosen)))


def linked(quarter: date) -> tuple[Table, ...]:
    """Give every table of a quarter that tells of cases open, the fine and the coarse ones."""
    single = [
        one_way(measure, by, quarter)
        for measure, ways in ONE_WAY
        for by in ways
        if measure is M.OPEN_AT_END
    ]
    crossed = [
        made_table(catalogue(), quarter_period(quarter), measure, by)
        for measure, by in ASKED
        if measure is M.OPEN_AT_END
    ]
    return (flow(quarter), flow_by_kind(quarter), *single, *crossed)


def _part(dice: Random, place: int, quarter: date) -> Table:
    if place == len(ONE_WAY):
        return flow_by_kind(quarter)
    measure, ways = ONE_WAY[place]
    return one_way(measure, dice.choice(ways), quarter)


def _empty(code: str, quarter: date) -> Table:
    return Table(
        code=code, population=MATTERS, title=code, unit="cases", period=quarter_period(quarter)
    )


def _columns(periods: tuple[Period, ...]) -> list[Slot]:
    return [Slot(heading=Heading(code=one.code, label=one.code), period=one) for one in periods]
