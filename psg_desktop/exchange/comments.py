"""Comments on cells become a column of their own, so that they go where the rest of a row goes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from psg_desktop.exchange.sheets import Comment, Finding, Oddity, column_letter, counted, listed

COMMENTS_HEADER = "Comments on cells"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowComments:
    """The comments of a sheet, by the number of the row they go with, and what is told of them."""

    texts: Mapping[int, str] = field(repr=False)
    notes: tuple[Finding, ...]


def row_comments(
    comments: Sequence[Comment], rows: Collection[int], names: Mapping[int, str]
) -> RowComments:
    """Gather comments by row; *names* are those of the columns, by their place from 0."""
    texts: dict[int, list[str]] = {}
    left: list[str] = []
    taken: list[str] = []
    for one in comments:
        place = f"{column_letter(one.column - 1)}{one.row}"
        if one.row not in rows:
            left.append(place)
            continue
        taken.append(place)
        name = names.get(one.column - 1, f"Column {column_letter(one.column - 1)}")
        by = f" ({one.author})" if one.author else ""
        texts.setdefault(one.row, []).append(f"{name}{by}: {one.text}")
    return RowComments(
        texts={row: "\n".join(told) for row, told in texts.items()},
        notes=tuple(_findings(taken, left)),
    )


def _findings(taken: Sequence[str], left: Sequence[str]) -> list[Finding]:
    notes = []
    if taken:
        count = counted(len(taken), "cell has a comment", "cells have comments")
        sentence = (
            f"{count} ({listed(taken)}), read as a column called \u201c{COMMENTS_HEADER}\u201d."
        )
        notes.append(Finding(oddity=Oddity.COMMENTS, sentence=sentence))
    if left:
        count = counted(len(left), "comment stands", "comments stand")
        sentence = f"{count} outside the rows of the table and will be left out ({listed(left)})."
        notes.append(Finding(oddity=Oddity.COMMENTS_LEFT_OUT, sentence=sentence))
    return notes
