"""What the report says, section by section, whatever there is to tell."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from psg_desktop.domain import text
from psg_desktop.domain.statistics.periods import Period, PeriodKind
from psg_desktop.papers.board_report.files import report_files
from psg_desktop.papers.board_report.parts import Matter, Picture, Sentence
from psg_desktop.papers.board_report.sections import Ground
from psg_desktop.papers.board_report.telling import next_last_day, report_of
from psg_desktop.papers.statistics.binding import bound
from psg_desktop.papers.statistics.publication import Publication
from psg_desktop.words import board_report as words
from psg_desktop.words.demand import MEAN_CAVEAT
from tests.papers.board_report.reading import body
from tests.papers.board_report.releases import (
    EAST,
    by_ward,
    over_time,
    publication,
    tables,
    withheld,
)
from tests.papers.statistics import made_up

GROUND = Ground(outlines=EAST)
TITLES = [
    words.PURPOSE, words.RECOMMENDATION, words.FINDINGS, words.CASELOAD, words.TIMELINESS,
    words.PROBLEMS, words.WHERE, words.OUTCOMES, words.INTERVENTIONS, words.OTHER, words.METHOD,
]  # fmt: skip


def test_that_the_sections_stand_in_the_order_of_a_board_report() -> None:
    report = report_of(publication(*tables()), GROUND)
    assert [one.title for one in report.sections] == TITLES


def test_that_sections_of_withheld_numbers_are_one_sentence_each() -> None:
    report = report_of(publication(*map(withheld, tables())), GROUND)
    by_title = {one.title: one.parts for one in report.sections}
    for title in (words.CASELOAD, words.TIMELINESS, words.WHERE, words.INTERVENTIONS):
        assert by_title[title] == (Sentence(words=words.SECTION_WITHHELD),)
    assert by_title[words.FINDINGS][0] == Sentence(words=words.NOTHING_SHOWN)


def test_that_a_release_without_tables_says_so_in_each_section() -> None:
    report = report_of(publication(opened=()), GROUND)
    by_title = {one.title: one.parts for one in report.sections}
    assert by_title[words.CASELOAD] == (Sentence(words=words.NO_TABLE),)
    assert by_title[words.WHERE] == (Sentence(words=words.NO_WARDS),)
    assert by_title[words.OTHER] == (Sentence(words=words.NO_TABLE),)


def test_that_rows_of_which_nothing_is_shown_are_named_in_place_of_printed() -> None:
    report = report_of(publication(*tables()), GROUND)
    parts = {one.title: one.parts for one in report.sections}[words.CASELOAD]
    risk = next(one for one in parts if isinstance(one, Matter) and "risk" in one.title)
    assert [row[0] for row in risk.rows] == ["All", "High", "Medium"]
    said = [one.words for one in parts if isinstance(one, Sentence)]
    assert words.left_out(["Standard"], []) in said


def test_that_the_appendix_has_each_sheet_of_the_workbook_in_its_order() -> None:
    made = publication(*tables(), withheld(tables()[0]))
    report, book = report_of(made, GROUND), bound(made)
    assert [one.title.partition(" ")[2] or one.title for one in report.sheets] == [
        page.title if page.tab[:1].isdigit() else page.title.partition(" ")[2]
        for page in book.pages
    ]
    for sheet, page in zip(report.sheets, book.pages, strict=True):
        if sheet.matter is not None:
            assert (sheet.matter.headers, sheet.matter.rows) == (page.grid.headers, page.grid.rows)
    (hidden,) = [one for one in report.sheets if one.matter is None]
    assert words.tables_withheld(["Caseload flow"]) in hidden.says


def test_that_a_sheet_of_signs_is_a_sentence_in_the_appendix() -> None:
    report = report_of(publication(withheld(tables()[0])), GROUND)
    hidden = [one for one in report.sheets if one.matter is None]
    assert [one.says for one in hidden] == [(words.sheet_withheld(20),)]


def test_that_a_withdrawn_release_says_so_and_why() -> None:
    made = publication(*tables())
    gone = replace(
        made.release, withdrawn_on=date(2026, 11, 1), withdrawn_because="Wards were wrong."
    )
    report = report_of(replace(made, release=gone), GROUND)
    assert dict(report.details)[words.STATUS] == "Withdrawn on 1 November 2026"
    assert report.sections[0].parts[0] == Sentence(
        words="Withdrawn on 1 November 2026: Wards were wrong."
    )


def test_that_a_reason_longer_than_a_page_can_be_drawn() -> None:
    made = publication(*tables())
    gone = replace(
        made.release, withdrawn_on=date(2026, 11, 1),
        withdrawn_because="The wards were wrong. " * (text.TEXT_LIMIT // 22),
    )  # fmt: skip
    long = replace(made, release=gone, partnership="P" * text.LINE_LIMIT)
    assert all(report_files(long, GROUND).values())


@pytest.mark.parametrize(
    ("kind", "last", "day"),
    [
        (PeriodKind.QUARTER, date(2026, 7, 1), date(2026, 12, 31)),
        (PeriodKind.ROLLING_YEAR, date(2026, 7, 1), date(2026, 12, 31)),
        (PeriodKind.YEAR, date(2026, 1, 1), date(2027, 3, 31)),
    ],
)
def test_that_the_next_report_is_expected_after_the_last_day_of_its_period(
    kind: PeriodKind, last: date, day: date
) -> None:
    assert next_last_day(Period(kind=kind, last_quarter=last)) == day


def test_that_a_day_that_is_set_is_told_in_place_of_the_earliest_one() -> None:
    made = publication(*tables())
    assert words.next_expected("31 December 2026") in set(body(report_of(made, GROUND)))
    due = replace(made, next_release=date(2027, 1, 20))
    assert words.next_release("20 January 2027") in set(body(report_of(due, GROUND)))


def test_that_the_same_publication_gives_the_same_bytes() -> None:
    made = publication(*tables())
    assert report_files(made, GROUND) == report_files(made, GROUND)


@given(made=made_up.publications())
@settings(deadline=None, max_examples=6)
def test_that_any_words_and_tables_can_be_drawn(made: Publication) -> None:
    files = report_files(made, GROUND)
    assert [name.rpartition(".")[2] for name in files] == ["pdf", "docx"]
    assert all(files.values())


def test_that_outcomes_tell_demand_or_why_there_is_none_yet() -> None:
    made = publication(*tables())
    told = {one.title: one.parts for one in report_of(made, GROUND).sections}[words.OUTCOMES]
    assert told[-1] == Sentence(words=words.NO_DEMAND)
    sums = replace(made, release=replace(made.release, cohorts=made_up.COHORTS))
    parts = {one.title: one.parts for one in report_of(sums, GROUND).sections}[words.OUTCOMES]
    table = next(one for one in parts if isinstance(one, Matter) and "Contacts" in one.title)
    assert table.rows[0] == ("Ambulance", "Opened by 31 March 2026", 25, 410, 260, "Lower")
    assert parts[-1] == Sentence(words=MEAN_CAVEAT)


def test_that_the_notes_that_tables_point_to_stand_in_the_appendix() -> None:
    made = publication(*tables())
    sums = replace(made, release=replace(made.release, cohorts=made_up.COHORTS))
    report = report_of(sums, GROUND)
    pointed = {
        note for sheet in report.sheets if sheet.matter
        for said in (*sheet.says, *sheet.matter.headers)
        for note in re.findall(r"\[note \d\]", said)
    }  # fmt: skip
    assert len(pointed) == 4
    assert all(any(one.startswith(note) for one in report.appendix) for note in pointed)


def test_that_a_long_table_has_its_highest_rows_and_says_where_the_others_are() -> None:
    counts = {"all": (400, 300), **{f"Kind {at}": (10 + 7 * at, 20) for at in range(30)}}
    report = report_of(publication(over_time("closed_by_reason", counts)), GROUND)
    parts = {one.title: one.parts for one in report.sections}[words.OUTCOMES]
    table = next(one for one in parts if isinstance(one, Matter))
    assert [row[0] for row in table.rows] == ["All", *(f"Kind {at}" for at in range(18, 30))]
    assert Sentence(words=words.highest_rows(12)) in parts
    chart = next(one for one in parts if isinstance(one, Picture))
    assert chart.subtitle.endswith("the 12 highest")


def test_that_the_table_below_the_map_has_every_ward() -> None:
    made = by_ward({(one.name,): 12 + 5 * at for at, one in enumerate(EAST)})
    report = report_of(publication(made), GROUND)
    parts = {one.title: one.parts for one in report.sections}[words.WHERE]
    table = next(one for one in parts if isinstance(one, Matter))
    assert [row[0] for row in table.rows] == ["All", *(one.name for one in EAST)]
