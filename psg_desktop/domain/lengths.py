"""How long the texts of a record may be, checked field by field."""

from psg_desktop.domain import text
from psg_desktop.domain.refusals import Findings, Problem


def check_lines(found: Findings, record: object, *names: str) -> None:
    """Note every field of these names that is longer than a line may be."""
    for name in names:
        found.when(len(getattr(record, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)


def check_texts(found: Findings, record: object, *names: str) -> None:
    """Note every field of these names that is longer than a text may be."""
    for name in names:
        found.when(len(getattr(record, name)) > text.TEXT_LIMIT, name, Problem.TEXT_TOO_LONG)
