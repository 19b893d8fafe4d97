"""What flows from quarter to quarter ties releases together, whatever lies between them."""

from psg_desktop.attack.attacking import Attacked, attack
from psg_desktop.attack.flows import flow_links
from psg_desktop.attack.published import Cell, Flow, Publication, State, Table

OPEN = Flow(stock="open", plus=("opened",), minus=("closed",))
QUARTERS = ("2025Q3", "2025Q4", "2026Q1", "2026Q2")


def table(measure: str, periods: tuple[str, ...], low: int, high: int) -> Table:
    states = tuple(State(measure=measure, period=one) for one in periods)
    cell = Cell(states=states, where={}, printed=f"{low} to {high}", low=low, high=high)
    return Table(name=measure, file=f"{measure}.csv", cells=(cell,))


def test_that_quarters_of_which_nothing_is_told_are_bridged() -> None:
    tables = (table("open", ("2025Q4",), 20, 20), table("open", ("2026Q2",), 30, 30))
    names = [one.name for one in flow_links([OPEN, OPEN], tables)]
    assert names == ["flow of open in 2026Q1", "flow of open in 2026Q2"]


def test_that_a_stock_that_is_told_once_has_no_flow() -> None:
    assert not list(flow_links([OPEN], [table("open", ("2025Q4",), 20, 20)]))
    assert not list(flow_links([OPEN], [table("opened", ("2025Q4",), 20, 20)]))


def test_that_a_year_of_flows_between_two_ends_is_solved() -> None:
    """What was closed is withheld, and follows from what was open before and after."""
    since = QUARTERS[1:]
    tables = (
        table("open", ("2025Q3",), 20, 20),
        table("open", ("2026Q2",), 30, 30),
        table("opened", since, 13, 13),
        table("closed", since, 0, 9),
    )
    links = tuple(flow_links([OPEN], tables))
    found = attack(Publication(variables={}, tables=tables, links=links))
    assert isinstance(found, Attacked)
    assert found.flows
    assert [(one.table.name, one.interval.low, one.interval.high) for one in found.findings] == [
        ("closed", 3, 3)
    ]


def test_that_only_flows_that_do_not_agree_are_left_out() -> None:
    """A correction broke one quarter: the others still give the number away."""
    tables = (
        table("open", ("2025Q3",), 20, 20),
        table("open", ("2025Q4",), 50, 50),
        table("opened", ("2025Q4",), 10, 10),
        table("open", ("2026Q1",), 55, 55),
        table("opened", ("2026Q1",), 7, 7),
        table("closed", ("2026Q1",), 0, 9),
    )
    links = tuple(flow_links([OPEN], tables))
    found = attack(Publication(variables={}, tables=tables, links=links))
    assert isinstance(found, Attacked)
    assert not found.flows
    assert [(one.table.name, one.interval.low) for one in found.findings] == [("closed", 2)]
