"""Small random publications that are true of some people, as Hypothesis draws them."""

from collections.abc import Callable, Mapping
from itertools import product

from hypothesis import strategies as st

from psg_desktop.attack.published import Cell, Link, Publication, State, Table, Where

VARIABLES = {"kind": ("a", "b", "c"), "ward": ("x", "y"), "risk": ("l", "h")}
BEFORE, NOW = "2026Q1", "2026Q2"
MEASURES = ("open", "opened", "closed")
Joint = tuple[str, ...]
Counts = Mapping[State, Mapping[Joint, int]]
Band = tuple[int, int | None]


def _exact(count: int) -> Band:
    return count, count


def _one_to_four(count: int) -> Band:
    return (1, 4) if 0 < count < 5 else (count, count)


def _floor(count: int) -> Band:
    nearest = (count + 2) // 5 * 5
    return (0, 9) if count < 10 else (max(10, nearest - 2), nearest + 2)


def _withheld(count: int) -> Band:
    return (0, 9) if count < 10 else (0, None)


def _nearest_three(count: int) -> Band:
    nearest = (count + 1) // 3 * 3
    return max(0, nearest - 1), nearest + 1


RULES: tuple[Callable[[int], Band], ...] = (
    _exact, _one_to_four, _floor, _withheld, _nearest_three,
)  # fmt: skip
# Some that form a tree and some that form a ring.
LAYOUTS = (
    ((), ("kind",)), ((), ("kind",), ("ward",), ("risk",)), ((), ("kind",), ("kind", "ward")),
    (("kind", "ward"), ("ward", "risk")), (("kind", "ward"), ("ward", "risk"), ("kind", "risk")),
    ((), ("kind", "ward", "risk")), (("kind",), ("ward", "risk"), ("kind", "risk")),
)  # fmt: skip


@st.composite
def publications(draw: st.DrawFn) -> Publication:
    """Draw what was published of a few people: open before, opened, closed and open now."""
    counts = draw(_counts())
    links = draw(st.sampled_from(((), ((),), (("kind",),), (("ward", "risk"),))))
    tables = [draw(_table(counts, number)) for number in range(draw(st.integers(1, 3)))]
    states = {state for table in tables for cell in table.cells for state in cell.states}
    flow = ((1, _state(0, BEFORE)), (1, _state(1, NOW)), (-1, _state(2, NOW)), (-1, _state(0, NOW)))
    told = all(state in states for _, state in flow) or draw(st.booleans())
    return Publication(
        variables=VARIABLES,
        tables=tuple(tables),
        links=tuple(Link(name="flow", terms=flow, over=over) for over in links if told),
        standing=frozenset({"open"}),
    )


@st.composite
def _counts(draw: st.DrawFn) -> Counts:
    few = st.sampled_from((0, 0, 0, 1, 1, 2, 3, 6, 12))
    joint = list(product(*VARIABLES.values()))
    before, opened = ({one: draw(few) for one in joint} for _ in range(2))
    closed = {one: draw(st.integers(0, before[one] + opened[one])) for one in joint}
    now = {one: before[one] + opened[one] - closed[one] for one in joint}
    return {
        _state(0, BEFORE): before, _state(1, NOW): opened, _state(2, NOW): closed,
        _state(0, NOW): now, _state(1, BEFORE): before,
    }  # fmt: skip


@st.composite
def _table(draw: st.DrawFn, counts: Counts, number: int) -> Table:
    """Draw a table: one state, or two periods of one measure added up."""
    both = (_state(1, BEFORE), _state(1, NOW))
    states = draw(st.sampled_from((*((one,) for one in counts), both)))
    rule, layout = draw(st.sampled_from(RULES)), draw(st.sampled_from(LAYOUTS))
    together = draw(st.booleans())
    cells = []
    for names in layout:
        codes = (_categories(name, together=together) for name in names)
        for chosen in product(*codes):
            where = dict(zip(names, chosen, strict=True))
            low, high = rule(sum(_number(counts[state], where) for state in states))
            cells.append(
                Cell(states=states, where=where, printed=f"{low} to {high}", low=low, high=high)
            )
    return Table(name=f"Table {number}", file="tables.json", cells=tuple(cells))


def _categories(name: str, *, together: bool) -> list[frozenset[str]]:
    codes = VARIABLES[name]
    if together and len(codes) > 2:
        return [frozenset(codes[:2]), frozenset(codes[1:])]
    return [frozenset({one}) for one in codes]


def _number(counts: Mapping[Joint, int], where: Where) -> int:
    return sum(
        count
        for joint, count in counts.items()
        if all(dict(zip(VARIABLES, joint, strict=True))[n] in codes for n, codes in where.items())
    )


def _state(measure: int, period: str) -> State:
    return State(measure=MEASURES[measure], period=period)
