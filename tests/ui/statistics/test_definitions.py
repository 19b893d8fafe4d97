"""Every measure and breakdown is defined in the window, and found by its words."""

from psg_desktop.domain.statistics.breakdowns import BreakdownCode
from psg_desktop.domain.statistics.measures import MEASURES, MeasureCode
from psg_desktop.ui.statistics.page import DEFINITIONS, StatisticsPage
from psg_desktop.words import breakdowns, measures
from tests.ui.cases.desk import CTRL, Hands, Key, words_of


def test_that_every_measure_and_breakdown_is_defined(page: StatisticsPage) -> None:
    page.tabs.setCurrentIndex(DEFINITIONS)
    found = {one.key: one for one in page.definitions.table.table_model.rows}
    for code in MeasureCode:
        one = found[f"measure/{code}"]
        assert (one.name, one.meaning) == (measures.name(code), measures.definition(code))
        facts = dict(one.facts)
        assert facts["Counts"] == measures.unit(MEASURES[code].unit)
        assert facts["Source"]
        assert bool(facts["Only where"]) is bool(MEASURES[code].of)
    for by in BreakdownCode:
        assert found[f"breakdown/{by}"].meaning == breakdowns.definition(by)
        assert dict(found[f"breakdown/{by}"].facts)["Used with"]


def test_that_a_definition_is_found_by_keyboard(page: StatisticsPage, hands: Hands) -> None:
    hands.key(Key.Key_F, CTRL)
    hands.type("within 12 months")
    page.definitions.words.typed.emit("within 12 months")
    assert [one.name for one in page.definitions.table.table_model.rows] == [
        "Referred again within 12 months"
    ]
    hands.key(Key.Key_Down)
    assert page.definitions.table.hasFocus()
    said = words_of(page.definitions)
    assert measures.definition(MeasureCode.RE_REFERRED_12) in said
    assert "Less than 6 months before, 6 to 11 months before" in said


def test_that_nothing_found_says_so(page: StatisticsPage) -> None:
    page.tabs.setCurrentIndex(DEFINITIONS)
    page.definitions.words.setText("zebra crossing")
    page.definitions.words.typed.emit("zebra crossing")
    assert "No definition holds these words." in words_of(page.definitions)
    assert not page.definitions.card.isVisible()
