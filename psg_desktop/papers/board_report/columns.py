"""How wide the columns of a table are: by what stands in them."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from psg_desktop.papers.board_report import typeface

SIZE: Final[float] = 10.0
GUTTER: Final[float] = 12.0
_WIDEST_WORD, _WIDEST_FIRST = 0.3, 0.4  # of the whole
_LINES_OF_A_HEAD: Final = 1.6


def widths(headers: Sequence[str], rows: Sequence[Sequence[str]], room: float) -> list[float]:
    """Give each column what its words need, and of the rest a share by what it would like.

    Headings are gladly broken over lines; what stands in the rows is not.
    """
    columns = list(zip(*rows, strict=True)) or [()] * len(headers)
    held = list(zip(headers, columns, strict=True))
    cap = room * _WIDEST_WORD
    least = [min(max(map(_word, (head, *column))), cap) + GUTTER for head, column in held]
    wished = [
        max(_line(head) / _LINES_OF_A_HEAD, *map(_line, column), 0.0) + GUTTER
        for head, column in held
    ]
    # The first column is read first: its words are broken last of all.
    least[0] = max(least[0], min(wished[0], room * _WIDEST_FIRST))
    more = [max(wish - low, 0.0) for wish, low in zip(wished, least, strict=True)]
    free = room - sum(least)
    if free <= 0:
        return [low * room / sum(least) for low in least]
    share = min(1.0, free / sum(more)) if sum(more) else 0.0
    return [low + one * share for low, one in zip(least, more, strict=True)]


def _word(words: str) -> float:
    return max((_line(one) for one in words.split()), default=0.0)


@cache
def _line(words: str) -> float:
    return typeface.width(typeface.drawable(words), SIZE, bold=True)
