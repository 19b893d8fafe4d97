"""Texts, tabs and names that .xlsx, .ods and .csv can all hold, the same in each."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote

from psg_desktop.domain import text
from psg_desktop.words import statistics as words

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # noqa: RUF001 the full-width forms are the point
# What XML 1.0 cannot hold, beside what `text.line` takes away.
_UNWRITABLE: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")
_LONGEST: Final = 32_000  # signs of a cell; Excel holds 32,767
_LONGEST_HEADING: Final = 200  # Excel holds 255 in the heading of a table's column
_LONGEST_TAB: Final = 30
_LONGEST_NAME: Final = 60
_LONGEST_SLUG: Final = 30  # three of these and a name stay well under the 218 signs of a path
_TAB_FORBIDS: Final = re.compile(r"[\[\]:*?/\\']")
_LIKE_A_CELL: Final = re.compile(r"[a-z]{1,3}\d+|r\d*c?\d*|c\d*|\d.*|")
_MORE: Final = "…"


def plain(words_given: str) -> str:
    """Give one line that every format holds and no spreadsheet program takes for a formula."""
    line = text.line(_UNWRITABLE.sub("?", words_given))
    line = line if len(line) <= _LONGEST else line[:_LONGEST].rstrip() + _MORE
    return f"'{line}" if line.startswith(_FORMULA_STARTS) else line


def headings(given: Iterable[str]) -> tuple[str, ...]:
    """Give headings that are filled and told apart, also by programs that ignore capitals."""
    cut = (_cut(plain(one), _LONGEST_HEADING) or words.NAMELESS for one in given)
    return tuple(_told_apart(cut, " ({})", _LONGEST_HEADING + 8))


def tab_names(given: Iterable[str]) -> tuple[str, ...]:
    """Give names for tabs: short, told apart, without the signs that tabs cannot hold."""
    clean = (text.line(_TAB_FORBIDS.sub(" ", plain(one))) for one in given)
    cut = (_cut(one, _LONGEST_TAB) or words.NAMELESS for one in clean)
    return tuple(_told_apart(cut, " ({})", _LONGEST_TAB))


def table_names(codes: Iterable[str]) -> tuple[str, ...]:
    """Give names for table objects: small letters, digits and underscores, none like a cell."""
    clean = ("_".join(_words_of(one))[:_LONGEST_NAME] for one in codes)
    safe = (f"table_{one}" if _LIKE_A_CELL.fullmatch(one) else one for one in clean)
    return tuple(_told_apart(safe, "_{}", _LONGEST_NAME + 8))


def slug(*parts: str) -> str:
    """Give part of a file's name: small letters and digits with dashes."""
    return "-".join(word for part in parts for word in _words_of(part))[:_LONGEST_SLUG].strip("-")


def code(one: str) -> str:
    """Give a code as it stands in a list of codes: signs with a meaning there are quoted."""
    quoted = quote(one, safe="", errors="replace")
    return f"%2D{quoted[1:]}" if quoted.startswith("-") else quoted


def _words_of(given: str) -> list[str]:
    apart = unicodedata.normalize("NFKD", text.fold(given))
    return re.findall(r"[a-z0-9]+", apart)


def _cut(given: str, longest: int) -> str:
    if len(given) <= longest:
        return given
    kept = given[: longest - 1]
    whole = kept.rpartition(" ")[0] if given[longest - 1] != " " else kept
    return (whole if len(whole) > longest // 2 else kept).rstrip(" ,") + _MORE


def _told_apart(given: Iterable[str], number: str, longest: int) -> Iterator[str]:
    seen: set[str] = set()
    for one in given:
        name, again = one, 1
        while name.casefold() in seen:
            again += 1
            tail = number.format(again)
            name = one[: longest - len(tail)].rstrip() + tail
        seen.add(name.casefold())
        yield name
