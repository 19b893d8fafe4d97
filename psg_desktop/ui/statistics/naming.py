"""What a release is called in lists, and the folder its files go into."""

from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.words import dates, periods
from psg_desktop.words import statistics_page as words


def name_of(release: StatisticsRelease) -> str:
    """Give the name of a release: its period, or the title of the table that was asked for."""
    if release.about and release.tables:
        return release.tables[0].table.title
    return words.board_name(periods.period(release.period))


def folder_of(release: StatisticsRelease) -> str:
    """Give the name of its folder: the same for the same release, another for every other."""
    day = dates.iso(release.published_at.date())
    return words.folder_name(release.period.code, release.about, day)
