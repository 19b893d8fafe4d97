"""Any measure by up to three breakdowns, and what is refused."""

import pytest

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import board, builder, catalogue, facts
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.domain.statistics.breakdowns import variable_of
from psg_desktop.domain.statistics.measures import MEASURES, MeasureCode
from psg_desktop.domain.statistics.periods import read_period
from psg_desktop.domain.statistics.tables import Table
from psg_desktop.words.refusals import sentences
from tests.casework.statistics.caseload import fill
from tests.counted_by_hand import numbers


def made(office: Office, measure: str, *by: str, code: str = "2025-26") -> Table:
    period = read_period(code)
    assert period is not None
    known = catalogue.of_vault(office, period.last_day)
    return builder.made_table(known, period, measure, by)


def test_that_the_first_breakdown_stands_in_rows_and_the_others_in_columns(desk: Office) -> None:
    fill(desk, seed=3)
    table = made(desk, "opened", "kind", "risk", "opening")
    assert table.row_header == "Kind"
    assert [one.label for one in table.rows] == ["All", "Person", "Place", "Project"]
    assert [one.label for one in table.columns][:4] == [
        "All", "High", "High, First time", "High, Opened again",
    ]  # fmt: skip
    population = [one.population for one in facts.populations(desk, board.quarters_of((table,)))]
    counted = numbers(table, population)
    for row in counted.values():
        apart = [row[one] for one in ("High", "Medium", "Standard", "Not recorded")]
        assert row["All"] == sum(apart)
        assert row["High"] == row["High, First time"] + row["High, Opened again"]
    assert counted["All"]["All"] == sum(
        counted[one]["All"] for one in ("Person", "Place", "Project")
    )
    assert counted["All"]["All"] > 0


def test_that_a_measure_can_stand_alone(desk: Office) -> None:
    table = made(desk, "closed", code="2026Q3")
    assert [one.label for one in table.rows] == ["All"]
    assert [one.label for one in table.columns] == ["Closed"]
    assert table.title == "Closed, July to September 2026"
    assert not table.lines


def test_that_only_what_is_part_of_a_measure_is_among_its_categories(desk: Office) -> None:
    labels = [one.label for one in made(desk, "accepted", "outcome").rows]
    assert labels == ["All", "Accepted: opens a case", "Accepted: joins a case"]


def test_that_every_breakdown_a_measure_allows_can_be_asked_for(desk: Office) -> None:
    period = read_period("2025-26")
    assert period is not None
    known = catalogue.of_vault(desk, period.last_day)
    for code, measure in MEASURES.items():
        first, *others = measure.breakdowns
        for other in others:
            by = (first, other) if variable_of(first) != variable_of(other) else (other,)
            table = builder.made_table(known, period, code, by)
            labels = [one.label for one in table.columns]
            assert len(set(labels)) == len(labels)
            assert len(table.cells) == len(table.rows) > 1


@pytest.mark.parametrize(
    ("measure", "by", "field", "problem"),
    [
        ("opinions", (), "measure", Problem.MEASURE_UNKNOWN),
        ("opened", ("hair",), "breakdowns", Problem.BREAKDOWN_NOT_POSSIBLE),
        ("opened", ("reason",), "breakdowns", Problem.BREAKDOWN_NOT_POSSIBLE),
        ("opened", ("kind", "kind"), "breakdowns", Problem.BREAKDOWN_TWICE),
        ("opened", ("ward", "ward_group"), "breakdowns", Problem.BREAKDOWN_TWICE),
        ("opened", ("kind", "risk", "opening", "ward"), "breakdowns", Problem.TOO_MANY_BREAKDOWNS),
    ],
)
def test_that_what_cannot_be_counted_is_refused_with_a_sentence(
    desk: Office, measure: str, by: tuple[str, ...], field: str, problem: Problem
) -> None:
    with pytest.raises(Refused) as refused:
        made(desk, measure, *by)
    assert [(one.field, one.problem) for one in refused.value.problems] == [(field, problem)]
    assert all(one.endswith(".") for one in sentences(refused.value.problems))


def test_that_single_wards_are_refused_for_less_than_a_year(desk: Office) -> None:
    with pytest.raises(Refused) as refused:
        made(desk, "opened", "ward", code="2026Q3")
    assert refused.value.problems[0].problem is Problem.WARDS_NEED_A_YEAR
    assert made(desk, "opened", "ward").rows
    period = read_period("2026Q3")
    assert period is not None
    assert "ward" not in builder.possible(MeasureCode.OPENED, period)
    assert "ward_group" in builder.possible(MeasureCode.OPENED, period)
