"""Sums that hold from quarter to quarter, over all quarters that any release tells of.

A quarter of which nothing is told counts too: what is open at the end of a year is what was open
at its start with all that was opened in the year, whatever was open in between.
"""

from collections.abc import Iterable, Iterator

from psg_desktop.attack.published import Flow, Link, State, Table


def flow_links(flows: Iterable[Flow], tables: Iterable[Table]) -> Iterator[Link]:
    """Give the sums of each flow, from the first quarter told of to the last."""
    told = {state for table in tables for cell in table.cells for state in cell.states}
    for flow in dict.fromkeys(flows):
        known = {state.period for state in told if state.measure == flow.stock}
        before = min(known, default="")
        while before < max(known, default=""):
            now = _next(before)
            yield Link(
                name=f"flow of {flow.stock} in {now}",
                terms=tuple(_terms(flow, before, now)),
                assumed=True,
            )
            before = now


def _terms(flow: Flow, before: str, now: str) -> Iterator[tuple[int, State]]:
    yield 1, State(measure=flow.stock, period=before)
    yield from ((1, State(measure=one, period=now)) for one in flow.plus)
    yield from ((-1, State(measure=one, period=now)) for one in flow.minus)
    yield -1, State(measure=flow.stock, period=now)


def _next(quarter: str) -> str:
    """Give the quarter after one, 2027Q1 after 2026Q4."""
    year, number = quarter.split("Q")
    return f"{int(year) + 1}Q1" if number == "4" else f"{year}Q{int(number) + 1}"
