"""The table builder: any measure with up to three breakdowns, laid out in the same way."""

from collections.abc import Sequence

from psg_desktop.domain.refusals import Findings, Problem, refuse
from psg_desktop.domain.statistics.asked import Asked
from psg_desktop.domain.statistics.breakdowns import BreakdownCode, Catalogue, variable_of
from psg_desktop.domain.statistics.laying_out import Slot, categories, laid_out, total
from psg_desktop.domain.statistics.measures import MEASURES, Measure, MeasureCode
from psg_desktop.domain.statistics.periods import Period, PeriodKind
from psg_desktop.domain.statistics.tables import Heading, Table
from psg_desktop.words import board_tables as words
from psg_desktop.words import breakdowns as breakdown_words
from psg_desktop.words import measures as measure_words
from psg_desktop.words import periods as period_words

MOST = 3


def asked_for(measure: str, breakdowns: Sequence[str], period: Period) -> Asked:
    """Give what somebody asks for by the codes of a measure and of breakdowns.

    Raises:
        Refused: There can be no such table; see `made_table`.
    """
    counted, by = _checked(measure, breakdowns, period)
    return Asked(measure=counted.code, period=period, breakdowns=by)


def made_table(
    catalogue: Catalogue, period: Period, measure: str, breakdowns: Sequence[str] = ()
) -> Table:
    """Give the table of a measure by some breakdowns: the first in rows, the others in columns.

    Args:
        catalogue: The breakdowns of the vault.
        period: What is counted over.
        measure: Code of the measure.
        breakdowns: Codes of up to three breakdowns.

    Raises:
        Refused: There is no such measure, it is not broken down that way, two breakdowns divide
            the same, there are too many, or wards are asked for less than a financial year.
    """
    counted, by = _checked(measure, breakdowns, period)
    everything = total(words.ALL)
    rows = [everything]
    if by:
        rows += categories(catalogue[by[0]], counted)
    empty = Table(
        code=Asked(measure=counted.code, period=period, breakdowns=by).code,
        population=counted.population,
        title=_title(counted, by, period),
        unit=measure_words.unit(counted.unit),
        period=period,
        row_header=breakdown_words.name(by[0]) if by else words.MEASURE,
    )
    return laid_out(empty, counted, rows, _columns(catalogue, counted, by[1:]))


def possible(measure: MeasureCode, period: Period) -> tuple[BreakdownCode, ...]:
    """Give the breakdowns that a measure can be asked for in a period."""
    year = period.kind is PeriodKind.YEAR
    return tuple(
        one for one in MEASURES[measure].breakdowns if year or one is not BreakdownCode.WARD
    )


def _columns(
    catalogue: Catalogue, measure: Measure, by: Sequence[BreakdownCode]
) -> tuple[Slot, ...]:
    label = measure_words.name(measure.code)
    found = [Slot(heading=Heading(code="all", label=words.ALL if by else label))]
    for one in categories(catalogue[by[0]], measure) if by else ():
        found.append(one)
        if by[1:]:
            found += categories(catalogue[by[1]], measure, within=one)
    return tuple(found)


def _checked(
    measure: str, breakdowns: Sequence[str], period: Period
) -> tuple[Measure, tuple[BreakdownCode, ...]]:
    if measure not in set(MeasureCode):
        raise refuse("measure", Problem.MEASURE_UNKNOWN)
    counted = MEASURES[MeasureCode(measure)]
    allowed = set(counted.breakdowns)
    found = Findings()
    found.when(len(breakdowns) > MOST, "breakdowns", Problem.TOO_MANY_BREAKDOWNS)
    strange = any(one not in allowed for one in breakdowns)
    found.when(strange, "breakdowns", Problem.BREAKDOWN_NOT_POSSIBLE)
    found.settle()
    by = tuple(map(BreakdownCode, breakdowns))
    twice = len({variable_of(one) for one in by}) < len(by)
    found.when(twice, "breakdowns", Problem.BREAKDOWN_TWICE)
    early = BreakdownCode.WARD in by and period.kind is not PeriodKind.YEAR
    found.when(early, "breakdowns", Problem.WARDS_NEED_A_YEAR)
    found.settle()
    return counted, by


def _title(measure: Measure, by: Sequence[BreakdownCode], period: Period) -> str:
    names = tuple(breakdown_words.name(one) for one in by)
    return words.made_title(measure_words.name(measure.code), names, period_words.period(period))
