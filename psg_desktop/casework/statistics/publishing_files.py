"""Writing a release of statistics into a folder, for readers of every sort of program."""

from pathlib import Path

from psg_desktop.documents.whole_files import write_together
from psg_desktop.papers.statistics.files import statistics_files
from psg_desktop.papers.statistics.publication import Publication


def write_statistics(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write the workbook as .xlsx and .ods, and each table as .csv with their description.

    Returns:
        Where each file is, the .xlsx first.

    Raises:
        DiskFull: There is no room left; nothing was changed.
        Unwritable: The folder or a file does not let itself be written.
    """
    return write_together(folder, statistics_files(publication))
