"""The shape of a sheet, known before anything builds its grid."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from psg_desktop.exchange import limits
from psg_desktop.exchange.sheets import Comment, Finding, Oddity, counted, listed
from psg_desktop.faults import Unreadable

ERRORS_KEPT = 1_000


@dataclass(slots=True, kw_only=True)
class Shape:
    """How far a sheet reaches and what is odd in it; rows and columns count from 1."""

    last_row: int = 0
    last_column: int = 0
    merged: int = 0
    errors: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: int = 0
    comments: list[Comment] = field(default_factory=list)
    comments_left: list[str] = field(default_factory=list)
    objects: int = 0

    def reach(self, row: int, column: int) -> None:
        """Take note of a cell that holds something.

        Raises:
            Unreadable: The grid up to this cell would be larger than any caseload.
        """
        if row > self.last_row or column > self.last_column:
            self.last_row = max(row, self.last_row)
            self.last_column = max(column, self.last_column)
            refuse_if_vast(self.last_row, self.last_column)

    def findings(self) -> tuple[Finding, ...]:
        """Put into words what is odd."""
        found = []
        if self.merged:
            found.append(_merged(self.merged))
        if self.errors:
            found.append(_errors(self.errors))
        if self.stale:
            found.append(_stale(self.stale))
        if self.hidden_rows:
            found.append(_hidden_rows(self.hidden_rows))
        if self.hidden_columns:
            count = counted(self.hidden_columns, "column is", "columns are")
            sentence = f"{count} hidden in the sheet. They are read like the others."
            found.append(Finding(oddity=Oddity.HIDDEN_COLUMNS, sentence=sentence))
        if self.comments_left:
            found.append(_comments_left(self.comments_left))
        if self.objects:
            found.append(_objects(self.objects))
        return tuple(found)


def _merged(number: int) -> Finding:
    count = counted(number, "group of cells is", "groups of cells are")
    sentence = f"{count} merged. A text merged over several rows counts for each of them."
    return Finding(oddity=Oddity.MERGED_CELLS, sentence=sentence)


def _errors(cells: list[str]) -> Finding:
    count = counted(len(cells), "cell shows", "cells show")
    sentence = (
        f"{count} a formula error such as #N/A or #REF! ({listed(cells)}). They are read as empty."
    )
    return Finding(oddity=Oddity.FORMULA_ERRORS, sentence=sentence)


def _stale(cells: list[str]) -> Finding:
    count = counted(len(cells), "formula has", "formulas have")
    sentence = (
        f"{count} no saved result ({listed(cells)}). Open the file in a spreadsheet program and "
        "save it to fill them in."
    )
    return Finding(oddity=Oddity.STALE_FORMULAS, sentence=sentence)


def _hidden_rows(rows: list[int]) -> Finding:
    count = counted(len(rows), "row is", "rows are")
    sentence = f"{count} hidden in the sheet ({listed(rows)}). They are read like the others."
    return Finding(oddity=Oddity.HIDDEN_ROWS, sentence=sentence, rows=tuple(rows))


def _comments_left(cells: list[str]) -> Finding:
    count = counted(len(cells), "cell has a comment", "cells have comments")
    sentence = (
        f"{count} ({listed(cells)}), left out because the workbook is an old one. Save it as .xlsx "
        "to bring them in."
    )
    return Finding(oddity=Oddity.COMMENTS_LEFT_OUT, sentence=sentence)


def _objects(number: int) -> Finding:
    count = counted(
        number, "picture, chart or other object lies", "pictures, charts or other objects lie"
    )
    sentence = f"{count} on the sheet. Only cells are read."
    return Finding(oddity=Oddity.OBJECTS, sentence=sentence)


def vastness(rows: int, columns: int) -> str:
    """Say in which way a grid is larger than any caseload, or nothing when it is not."""
    if columns > limits.COLUMNS:
        return f"reaches column {columns:,}, and at most {limits.COLUMNS:,} columns are read"
    if rows > limits.ROWS:
        return f"reaches row {rows:,}, and at most {limits.ROWS:,} rows are read"
    if rows * columns > limits.CELLS:
        return f"spreads over more than {limits.CELLS:,} cells"
    return ""


def refuse_if_vast(rows: int, columns: int) -> None:
    """Refuse a grid larger than any caseload.

    Raises:
        Unreadable: More rows, columns or cells than `limits` allow.
    """
    what = vastness(rows, columns)
    if what:
        raise Unreadable(
            f"A sheet {what}. Copy the rows and columns you need to a new workbook and import that."
        )


def refuse_if_vast_together(shapes: Iterable[Shape]) -> None:
    """Refuse sheets that are modest one by one and vast together.

    Raises:
        Unreadable: More cells than `limits` allow.
    """
    if sum(shape.last_row * shape.last_column for shape in shapes) > limits.CELLS:
        raise Unreadable(
            f"The sheets spread over more than {limits.CELLS:,} cells together. Copy the rows and "
            "columns you need to a new workbook and import that."
        )
