"""The definitions that go with a release: of every measure and breakdown that its tables use."""

from psg_desktop.domain.statistics.breakdowns import BreakdownCode, variable_of
from psg_desktop.domain.statistics.measures import MEASURES
from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.papers.statistics.publication import Definition
from psg_desktop.words import breakdowns, measures
from psg_desktop.words import statistics as words
from psg_desktop.words import statistics_demand as demand

_DEMAND = Definition(
    name=demand.DEFINITION_NAME,
    meaning=demand.DEFINITION,
    unit=demand.UNIT,
    source=demand.SOURCE,
)


def definitions_of(release: StatisticsRelease) -> tuple[Definition, ...]:
    """Give the definition of each measure that the tables of a release count, then of breakdowns.

    A measure that counts the same events as another is given with it; demand, where it is
    published, comes last.
    """
    cells = {cell for one in release.tables for cell in one.table.every_cell}
    counted = {cell.measure for cell in cells}
    variables = {variable for cell in cells for variable, _ in cell.where}
    return (
        *(
            Definition(
                name=measures.name(one.code),
                meaning=measures.definition(one.code),
                unit=measures.unit(one.unit),
                source=measures.source(one.source),
            )
            for one in MEASURES.values()
            if one.counts.code in counted
        ),
        *(
            Definition(
                name=breakdowns.name(code),
                meaning=breakdowns.definition(code),
                unit=words.NOT_APPLICABLE,
                source=words.NOT_APPLICABLE,
            )
            for code in BreakdownCode
            if variable_of(code) in variables
        ),
        *([_DEMAND] if release.cohorts else []),
    )
