"""How values stand in the tables of the report, in whatever form it is drawn."""

from decimal import Decimal

from psg_desktop.papers.board_report.parts import Matter
from psg_desktop.papers.statistics.publication import Value


def said(value: Value) -> str:
    """Give a value as words: "1,250", "1,250.50", or the words it is."""
    if isinstance(value, Decimal):
        return f"{value:,.2f}"
    return f"{value:,}" if isinstance(value, int) else value


def of_numbers(matter: Matter) -> tuple[bool, ...]:
    """Tell of each column whether it holds numbers and their signs only; these stand right."""
    return tuple(
        place > 0 and bool(matter.rows) and all(_is_number(row[place]) for row in matter.rows)
        for place in range(len(matter.headers))
    )


def _is_number(value: Value) -> bool:
    return not isinstance(value, str) or (value.startswith("[") and value.endswith("]"))
