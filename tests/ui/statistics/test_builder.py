"""The table builder: only what can be asked for is offered, and what is chosen is published."""

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import publishing
from psg_desktop.casework.statistics.alternatives import Alternative
from psg_desktop.domain.statistics.asked import Asked
from psg_desktop.domain.statistics.breakdowns import BreakdownCode as B
from psg_desktop.domain.statistics.measures import MEASURES, MeasureCode
from psg_desktop.ui.statistics.page import BUILDER, StatisticsPage
from psg_desktop.ui.statistics.question import Question
from psg_desktop.words import measures
from psg_desktop.words import statistics_page as words
from tests.ui.cases.desk import Hands, words_of
from tests.ui.statistics.conftest import Chooser, period

ASKED = Asked(measure=MeasureCode.OPEN_AT_END, period=period("2026Q3"), breakdowns=(B.RISK, B.KIND))


def offered(question: Question, place: int) -> set[B]:
    combo = question.breakdowns[place]
    return {B(combo.itemData(one)) for one in range(1, combo.count())}


def test_that_only_breakdowns_that_a_measure_allows_are_offered(page: StatisticsPage) -> None:
    question = page.builder.question
    for code in MeasureCode:
        question.choose(Asked(measure=code, period=period("2026Q3")))
        assert offered(question, 0) == set(MEASURES[code].breakdowns) - {B.WARD}
        assert question.definition.text() == measures.definition(code)
        assert not question.breakdowns[1].isEnabled()


def test_that_wards_are_offered_for_a_year_and_never_beside_their_groups(
    page: StatisticsPage,
) -> None:
    question = page.builder.question
    question.choose(Asked(measure=MeasureCode.OPENED, period=period("2025-26")))
    assert B.WARD in offered(question, 0)
    asked = Asked(measure=MeasureCode.OPENED, period=period("2025-26"), breakdowns=(B.WARD, B.KIND))
    question.choose(asked)
    assert question.asked == asked
    assert not offered(question, 1) & {B.WARD, B.WARD_GROUP}
    assert not offered(question, 2) & {B.WARD, B.WARD_GROUP, B.KIND}


def test_that_taking_a_breakdown_out_takes_those_after_it_out(page: StatisticsPage) -> None:
    question = page.builder.question
    question.choose(ASKED)
    question.breakdowns[0].setCurrentIndex(0)
    question.breakdowns[0].activated.emit(0)
    assert question.asked == Asked(measure=ASKED.measure, period=ASKED.period)


def test_that_a_safe_way_is_chosen_and_published_into_the_same_ledger(
    page: StatisticsPage, hands: Hands, office: Office, chooser: Chooser
) -> None:
    page.tabs.setCurrentIndex(BUILDER)
    builder = page.builder
    assert words.NO_TABLE_YET in words_of(builder)
    builder.question.choose(ASKED)
    builder.show_button.click()
    lines = [one.line for one in builder.found.list.table_model.rows]
    assert "As asked for" in lines
    assert "Not by kind" in lines
    builder.found.list.choose(lines.index("Not by kind"))
    figures = builder.found.pane.grid.figures
    assert (figures.words(0, 0), figures.words(1, 0)) == ("25", "10")
    builder.found.publish.click()
    assert "Open at the end by risk, July to September 2026" in words_of(hands.sheet)
    hands.save()
    (release,) = publishing.releases(office)
    assert release.about == "open_at_end_by_risk"
    assert builder.found.again.isVisible()
    assert not builder.found.publish.isVisible()
    assert chooser.answer is not None
    (folder,) = chooser.answer.iterdir()
    assert folder.name == "statistics-2026Q3-open-at-end-by-risk-2026-11-21"
    # The board's release is checked together with it from now on.
    assert publishing.plan(office, period("2026Q3")).entry.earlier == 1


def test_that_a_way_that_is_not_safe_says_so_and_cannot_be_published(
    page: StatisticsPage,
) -> None:
    page.tabs.setCurrentIndex(BUILDER)
    page.builder._offer((Alternative(asked=ASKED, plan=None, why="Too much would be told."),))
    assert page.builder.found.list.table_model.rows[0].shown == words.NOT_SAFE
    assert "Too much would be told." in words_of(page.builder)
    assert not page.builder.found.publish.isVisible()
