"""What a board release holds beside its tables of counts, as it would stand in the files."""

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics.open_figures import open_figures
from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.papers.statistics.demand_table import demand_table
from psg_desktop.papers.statistics.open_tables import open_tables
from psg_desktop.papers.statistics.publication import OpenTable


def plain_tables(office: Office, release: StatisticsRelease) -> tuple[OpenTable, ...]:
    """Give demand before and after, where there is any, and the figures that are shown exactly.

    A table that somebody asked for has none of these beside it.
    """
    if release.about:
        return ()
    demand = (demand_table(release.cohorts),) if release.cohorts else ()
    return (*demand, *open_tables(open_figures(office, release.period)))
