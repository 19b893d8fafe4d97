"""What is said while police files are brought in: what was taken, what was left out, and why."""

from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from psg_desktop.domain.police_counts import PoliceFigure
from psg_desktop.words import dates

LABEL = (
    "Police-recorded figures, published on data.police.uk by month and small area. They are not "
    "this group's cases, and a ward with more people or a town centre in it has more of them."
)
MADE_UP = (
    "Made-up figures of made-up wards, shaped like the police-recorded figures that data.police.uk "
    "publishes by month and small area. They are not this group's cases."
)
ATTRIBUTION = (
    "Source: data.police.uk. Contains public sector information licensed under the Open "
    "Government Licence v3.0."
)
POINTS = (
    "The points in the files are moved by the publisher to the middle of a street or the like, so "
    "that they show no address. Only the small area is used, and no single crime is kept."
)
ONLY_SEARCHES = (
    "These files are of stop and search, which names no small area. Choose the files whose names "
    "end in “-street” or “-outcomes”."
)
NO_WARDS = (
    "The program does not know the small areas of this district, so it cannot put police figures "
    "into wards. It knows those of Cambridgeshire and Peterborough."
)
NONE_YET = "No police figures are on record yet."
WHERE_FROM = (
    "data.police.uk publishes them for each force and month. Download and unpack them, then choose "
    "the folder: street files for crimes and anti-social behaviour, outcome files for what became "
    "of them."
)
NOTHING_NEW = "Everything in these files is on record already. Nothing would change."
NOTHING_HERE = (
    "Nothing in these files lies in the wards of the district. Choose the files of its own force."
)
_DOWNLOAD = "Download it again from data.police.uk."
_NAMED = 3
_FIGURES = {
    PoliceFigure.RECORDED: "Crimes and anti-social behaviour",
    PoliceFigure.OUTCOMES: "Outcomes of crimes",
}


def figure(kind: PoliceFigure) -> str:
    """Give what one kind of file counts."""
    return _FIGURES[kind]


def rows(count: int) -> str:
    """Give "1 row" or "1,234 rows"."""
    return f"{count:,} {'row' if count == 1 else 'rows'}"


def months(first: Sequence[date]) -> str:
    """Give months in words: "January 2024 to March 2024", with how many where some are missing."""
    if not first:
        return "no month"
    low, high = min(first), max(first)
    if low == high:
        return dates.month_year(low)
    count = len(set(first))
    span = (high.year - low.year) * 12 + high.month - low.month + 1
    said = f"{dates.month_year(low)} to {dates.month_year(high)}"
    return said if count == span else f"{said}, {count} of {span} months"


def too_large(name: str, most: int) -> str:
    """Refuse a file that is far larger than a published one."""
    return (
        f"{_short(name)} is larger than {most // 1024**2} MB. Choose the monthly files as they are "
        "published."
    )


def too_many_files(count: int, most: int) -> str:
    """Refuse a folder of too many files."""
    return (
        f"There are {count:,} files there, and at most {most:,} are read at once. Choose a folder "
        "further in, such as that of one year."
    )


def cannot_open(name: str) -> str:
    """Say that a file cannot be opened."""
    return f"{_short(name)} cannot be opened. Look whether it is still there and may be read."


def damaged(name: str) -> str:
    """Say that a file is cut or altered so that its rows cannot be told apart."""
    return (
        f"{_short(name)} is damaged: its rows cannot be told apart, as where a quotation mark is "
        f"left open. {_DOWNLOAD}"
    )


def empty(name: str) -> str:
    """Say that a file is empty."""
    return f"{_short(name)} is empty. {_DOWNLOAD}"


def archive(name: str) -> str:
    """Say that an archive must be unpacked."""
    return f"{_short(name)} is an archive or a workbook. Unpack it, and choose the folder it gives."


def nothing_in_folder(name: str) -> str:
    """Say that a folder holds no such file."""
    return f"There is no .csv file in the folder {_short(name)}. Choose another folder."


def columns_missing(name: str, lacking: Sequence[str]) -> str:
    """Say which columns a published file would have."""
    named = " and ".join(f"“{_heading(one)}”" for one in lacking)
    column = "column" if len(lacking) == 1 else "columns"
    return (
        f"{_short(name)} has no {column} {named}, so it is no file of crimes or outcomes as "
        "data.police.uk publishes them. Choose the files as they were downloaded."
    )


def left_out(*, refused: Sequence[str], doubles: Sequence[str], searches: int) -> tuple[str, ...]:
    """Say which files were left out beside those that were read."""
    said = []
    if searches:
        files = "1 file" if searches == 1 else f"{searches:,} files"
        said.append(f"{files} of stop and search left out: they name no small area.")
    if doubles:
        said.append(f"There twice, and read once: {_listed(doubles)}.")
    said += [f"Left out: {one}" for one in refused[:_NAMED]]
    if len(refused) > _NAMED:
        said.append(f"{len(refused) - _NAMED:,} more files were left out for reasons like these.")
    return tuple(said)


def told_twice(earlier: str, later: str, told: Sequence[date]) -> str:
    """Say that two files tell of the same month, and which one counts."""
    return (
        f"{_short(earlier)} and {_short(later)} both tell of {months(told)}. "
        f"{_short(later)} is used."
    )


def rows_unreadable(count: int) -> str:
    """Say that rows are cut short or hold no month or area."""
    return f"{rows(count)} left out: cut short, or without a readable month, area or category."


def rows_in_future(count: int) -> str:
    """Say that rows are of a month that has not begun."""
    return f"{rows(count)} left out: their month has not begun. Check the date of this computer."


def areas_older(count: int, named: Sequence[str]) -> str:
    """Say that rows name areas of older boundaries that lie in one ward."""
    return (
        f"{rows(count)} with small areas of the 2011 boundaries, counted in the ward in which "
        f"these areas lie today: {_listed(named)}."
    )


def areas_parted(count: int, named: Sequence[str]) -> str:
    """Say that rows name areas of older boundaries that are in no one ward."""
    return (
        f"{rows(count)} left out: they name small areas of the 2011 boundaries that have since "
        f"been parted between wards: {_listed(named)}."
    )


def areas_unknown(count: int, named: Sequence[str]) -> str:
    """Say that rows of the district name areas the program has no ward for."""
    return (
        f"{rows(count)} left out: they name small areas of the district by boundaries this "
        f"program does not know: {_listed(named)}. It knows those of 2021 and 2011."
    )


def forces_left_out(forces: Sequence[str]) -> str:
    """Say that nothing of a force lies in the district."""
    return f"Left out, as nothing of theirs lies in the district: {_listed(forces)}."


def by_small_area(ward: str, counts: Sequence[tuple[str, int]]) -> str:
    """Give the count of a ward by its small areas, "" where these are not known."""
    if not any(name for name, _ in counts):
        return ""
    listed = ", ".join(f"{name} {count:,}" for name, count in counts)
    return f"{ward} by small area (LSOA): {listed}."


def would_keep(new: int, replaced: int) -> str:
    """Say what bringing in would put on record."""
    said = []
    if new:
        sets = "1 set of monthly figures" if new == 1 else f"{new:,} sets of monthly figures"
        said.append(f"{sets} would be put on record.")
    if replaced:
        said.append(revised(replaced))
    return " ".join(said)


def reading(done: int, total: int) -> str:
    """Say which file is being read."""
    if not total:
        return "Looking for police files."
    return f"Reading police file {min(done + 1, total):,} of {total:,}."


def revised(count: int) -> str:
    """Say how many sets of monthly figures on record would be replaced."""
    if count == 1:
        return "1 set on record was revised since, and would be replaced by what the files say."
    return (
        f"{count:,} sets on record were revised since, and would be replaced by what the files say."
    )


def unchanged(count: int) -> str:
    """Say how many sets of monthly figures are on record as they are."""
    return f"{count:,} {'set is' if count == 1 else 'sets are'} on record already, unchanged."


def _heading(plain: str) -> str:
    return plain.capitalize().replace("Lsoa", "LSOA")


def _short(name: str) -> str:
    stem = PurePath(name).name
    return stem if len(stem) <= 80 else f"{stem[:79]}…"  # noqa: PLR2004 - a line of the window


def _listed(named: Sequence[str]) -> str:
    shown = ", ".join(_short(one) for one in named[:_NAMED])
    more = len(named) - _NAMED
    return f"{shown} and {more:,} more" if more > 0 else shown
