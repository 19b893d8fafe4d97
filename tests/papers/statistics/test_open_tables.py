"""Figures that are shown exactly stand in tables of their own, money in pounds."""

from decimal import Decimal

from psg_desktop.domain.case_review_numbers import PublishedNumber
from psg_desktop.domain.death_reviews import RecommendationStanding
from psg_desktop.domain.funding import Spending
from psg_desktop.domain.priority_areas import PriorityStage, StageMove
from psg_desktop.domain.project_ratings import Aspect
from psg_desktop.domain.rag import Rag
from psg_desktop.domain.statistics.open_figures import OpenFigures, ProjectMoney
from psg_desktop.papers.statistics.open_tables import open_tables
from tests.papers.statistics.made_up import a_publication, by_ward
from tests.papers.statistics.reading import Files, grid_of

FIGURES = OpenFigures(
    projects=3,
    ratings={Aspect.DELIVERY: {Rag.RED: 1, Rag.AMBER: 0, Rag.GREEN: 1, None: 1}},
    money=(
        ProjectMoney(
            project="Light the towpath",
            spending=Spending(planned=35_050, actual=26_000, unknown=1),
            match=Spending(planned=5_000, actual=6_000),
        ),
        ProjectMoney(project="Youth café", spending=Spending(unknown=2), match=Spending(unknown=1)),
    ),
    case_reviews={PublishedNumber.APPLICATIONS: 4},
    recommendations={RecommendationStanding.DONE: 2},
    areas={PriorityStage.EMERGING: 1},
    moves=(StageMove(before=None, after=PriorityStage.EMERGING, count=1),),
)


def test_that_each_figure_stands_in_its_table() -> None:
    tables = {one.code: one for one in open_tables(FIGURES)}
    assert list(tables) == [
        "projects_by_rating", "money_of_projects", "asb_case_reviews",
        "recommendations_of_death_reviews", "priority_areas", "moves_of_priority_areas",
    ]  # fmt: skip
    assert tables["projects_by_rating"].headers[1:] == (
        "All projects", "Red", "Amber", "Green", "Not rated",
    )  # fmt: skip
    assert [row[1:] for row in tables["projects_by_rating"].rows] == [
        (3, 1, 0, 1, 1), (3, 0, 0, 0, 0), (3, 0, 0, 0, 0),
    ]  # fmt: skip
    assert tables["money_of_projects"].rows == (
        ("Light the towpath", Decimal("350.5"), 260, 50, 60, 1),
        ("Youth café", "[x]", "[x]", "[x]", "[x]", 2),
    )
    assert str(tables["money_of_projects"].rows[0][2]) == "260.00"
    assert tables["asb_case_reviews"].rows[0][1] == 4
    assert len(tables["asb_case_reviews"].rows) == 4
    assert sum(int(row[1]) for row in tables["recommendations_of_death_reviews"].rows) == 2
    assert tables["priority_areas"].rows[0] == ("Emerging", 1)
    assert tables["moves_of_priority_areas"].rows == (("None before", "Emerging", 1),)


def test_that_their_sheets_say_that_they_are_exact() -> None:
    pages = Files(a_publication(by_ward(30, 30), opened=open_tables(FIGURES))).excel_rows()
    rows = next(rows for tab, rows in pages.items() if tab.endswith("Money of projects"))
    assert "[note 1]" in str(rows[1][0])
    assert grid_of(rows)[1] == ["Light the towpath", 350.5, 260, 50, 60, 1]
