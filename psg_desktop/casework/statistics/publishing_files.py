"""Writing a release of statistics into a folder, for readers of every sort of program."""

from pathlib import Path

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import local_wards
from psg_desktop.casework.statistics import correcting
from psg_desktop.casework.statistics.open_figures import open_figures
from psg_desktop.documents.whole_files import write_together
from psg_desktop.domain.partnership import PARTNERSHIP_ID, Partnership
from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.faults import Unwritable
from psg_desktop.papers.board_report.files import report_files
from psg_desktop.papers.board_report.sections import Ground
from psg_desktop.papers.statistics.defining import definitions_of
from psg_desktop.papers.statistics.files import statistics_files
from psg_desktop.papers.statistics.open_tables import open_tables
from psg_desktop.papers.statistics.publication import Publication
from psg_desktop.reference import districts
from psg_desktop.words import board_report as words

_BOARD = "board"


def make_folder(folder: Path) -> None:
    """Make the folder of a release where there is none yet, before anything is published.

    Raises:
        Unwritable: There is no folder and none can be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Unwritable(
            "The folder for the statistics cannot be made here. Choose another place."
        ) from None


def write_release(office: Office, release: StatisticsRelease, folder: Path) -> tuple[Path, ...]:
    """Write the files of a release: the board's report goes with its own release only.

    Returns:
        Where each file is, the .xlsx first.

    Raises:
        DiskFull: There is no room left; nothing was changed.
        Unwritable: The folder or a file does not let itself be written.
    """
    with office.reading() as unit:
        partnership = unit.partnership.get(PARTNERSHIP_ID)
    publication = _publication(office, partnership, release)
    files = statistics_files(publication)
    if not release.about:
        files |= report_files(publication, _ground(office))
    return write_together(folder, files)


def write_statistics(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write the workbook as .xlsx and .ods, and each table as .csv with their description.

    Returns:
        Where each file is, the .xlsx first.

    Raises:
        DiskFull: There is no room left; nothing was changed.
        Unwritable: The folder or a file does not let itself be written.
    """
    return write_together(folder, statistics_files(publication))


def _publication(
    office: Office, partnership: Partnership, release: StatisticsRelease
) -> Publication:
    district = districts.district(partnership.district)
    board = not release.about
    return Publication(
        release=release,
        subject=release.about or _BOARD,
        partnership=partnership.name,
        district=district.name if district else "",
        contact=partnership.name,
        next_release=None,
        definitions=definitions_of(release),
        open_tables=open_tables(open_figures(office, release.period)) if board else (),
        sample=partnership.sample,
        corrections=tuple(one.sentence for one in correcting.corrections(office)),
    )


def _ground(office: Office) -> Ground:
    own = local_wards.local_wards(office).own
    licence = words.OWN_BOUNDARIES if own else words.MAP_LICENCE
    return Ground(outlines=local_wards.outlines(office), licence=licence)
