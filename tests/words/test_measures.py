"""Every measure, breakdown and category has its words."""

import re
from collections.abc import Iterable

from psg_desktop.domain.statistics.breakdowns import BreakdownCode
from psg_desktop.domain.statistics.measures import CountedUnit, MeasureCode, Source
from psg_desktop.domain.statistics.open_figures import OpenFigureCode
from psg_desktop.domain.statistics.periods import read_period
from psg_desktop.words import board_tables, breakdowns, measures, periods

BANNED = ("error", "invalid", "please", "must", "!", "_", "/")


def _plain(sentences: Iterable[str]) -> None:
    for said in sentences:
        assert said[0].isupper(), said
        assert said.endswith("."), said
        assert not any(word in said.casefold() for word in BANNED), said


def _names(found: Iterable[str]) -> None:
    listed = list(found)
    assert len(set(listed)) == len(listed)
    assert all(re.fullmatch(r"[A-Z][A-Za-z0-9 ]+", one) for one in listed), listed


def test_that_every_measure_has_a_name_and_a_definition() -> None:
    _names(map(measures.name, MeasureCode))
    _plain([*map(measures.definition, MeasureCode), measures.DEMAND.definition])


def test_that_every_breakdown_has_a_name_and_a_definition() -> None:
    _names(map(breakdowns.name, BreakdownCode))
    _plain(map(breakdowns.definition, BreakdownCode))


def test_that_figures_shown_exactly_say_why() -> None:
    _names(map(measures.open_figure, OpenFigureCode))
    _plain(map(measures.open_figure_definition, OpenFigureCode))
    assert all("exactly" in measures.open_figure_definition(one) for one in OpenFigureCode)


def test_that_units_and_sources_are_said() -> None:
    assert all(measures.unit(one).islower() for one in CountedUnit)
    _plain(map(measures.source, Source))


def test_that_a_period_is_said_in_words() -> None:
    said = [
        [say(period) for say in (periods.period, periods.end, periods.short)]
        for code in ("2026Q3", "2025-26", "2026Q3-12m")
        if (period := read_period(code))
    ]
    assert said == [
        ["July to September 2026", "30 September 2026", "Q2 2026-27"],
        ["April 2025 to March 2026", "31 March 2026", "2025-26"],
        ["12 months to September 2026", "30 September 2026", "12 months to Q2 2026-27"],
    ]


def test_that_a_table_somebody_asked_for_says_what_it_is() -> None:
    assert board_tables.made_title("Opened", (), "2025-26") == "Opened, 2025-26"
    said = board_tables.made_title("Opened", ("Kind", "Ward", "Risk"), "2025-26")
    assert said == "Opened by kind, ward and risk, 2025-26"
