"""All files of a release of statistics, identical in content."""

from psg_desktop.papers.statistics.binding import bound
from psg_desktop.papers.statistics.described import csv_name, draw_csv, draw_description
from psg_desktop.papers.statistics.open_document import draw_open_document
from psg_desktop.papers.statistics.publication import Publication
from psg_desktop.papers.statistics.workbook import draw_workbook


def statistics_files(publication: Publication) -> dict[str, bytes]:
    """Draw every file of a release: the same bytes for the same publication.

    Returns:
        The content of each file by its name: the workbook as .xlsx and .ods, a .csv for each table
        and their description as .json.
    """
    book = bound(publication)
    return {
        f"{book.stem}.xlsx": draw_workbook(book),
        f"{book.stem}.ods": draw_open_document(book),
        f"{book.stem}-csv-metadata.json": draw_description(book),
        **{csv_name(book, page): draw_csv(page) for page in book.files},
    }
