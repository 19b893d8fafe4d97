"""What people write in a cell to say that there is nothing to say."""

from psg_desktop.exchange.sheets import Cell

_NOTHING = frozenset(
    {
        "",
        "-",
        "--",
        "\u2013",
        "\u2014",
        ":",
        ".",
        "..",
        "...",
        "?",
        "??",
        "/",
        "x",
        "n/a",
        "na",
        "n.a.",
    }
    | {"n\\a", "nil", "none", "null", "nan", "unknown", "not known", "not recorded", "not stated"}
    | {"tbc", "tba", "to be confirmed", "blank", "#n/a", "#ref!", "#value!", "#div/0!", "#name?"}
)
_LONGEST = 24


def says_nothing(cell: Cell) -> bool:
    """Say whether a cell is empty or says that nothing is known: `n/a`, `-`, `:`, `TBC`."""
    if cell is None:
        return True
    if not isinstance(cell, str) or len(cell) > _LONGEST:
        return False
    return cell.strip().casefold() in _NOTHING
