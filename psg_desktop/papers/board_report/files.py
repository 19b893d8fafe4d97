"""The files of the board report."""

from psg_desktop.papers.board_report.pdf import draw_pdf
from psg_desktop.papers.board_report.sections import Ground
from psg_desktop.papers.board_report.telling import report_of
from psg_desktop.papers.board_report.word_file import draw_word_file
from psg_desktop.papers.statistics.binding import stem
from psg_desktop.papers.statistics.publication import Publication


def report_files(publication: Publication, ground: Ground) -> dict[str, bytes]:
    """Draw the report of a release: the same bytes for the same publication.

    Args:
        publication: The release with what its files say.
        ground: What the map of wards is drawn on.

    Returns:
        The content of each file by its name: the tagged PDF, and its twin for Word.
    """
    report = report_of(publication, ground)
    name = f"{stem(publication)}-report"
    return {f"{name}.pdf": draw_pdf(report), f"{name}.docx": draw_word_file(report)}
