"""Corrections of releases: public sentences that name nobody, count nobody and stay."""

import json
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import correcting, ledger, publishing
from psg_desktop.casework.statistics.correcting import PublicWordsRefused
from psg_desktop.casework.statistics.publishing_files import write_release
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import PersonId
from psg_desktop.domain.people import Person
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.domain.statistics.ledger import LedgerEntry
from psg_desktop.domain.statistics.published import StatisticsId
from psg_desktop.domain.text import TEXT_LIMIT
from psg_desktop.words.statistics import NO_CORRECTIONS
from tests.builders import new_id
from tests.casework.statistics.entries import put_entry

SAID = "Cases referred by housing were counted under the police. Do not use this table for 2026."


@pytest.fixture
def release(desk: Office) -> LedgerEntry:
    """A vault with one release and one person."""
    with desk.working(Act.SAVE_PERSON) as unit:
        unit.people.put(
            Person(id=PersonId(new_id()), full_name="Wilf Marrowby", phones=("01632 960 777",))
        )
    return put_entry(desk, "2026Q3")


def problems(refused: Refused) -> set[tuple[str, Problem]]:
    """Give what is wrong with which field."""
    return {(one.field, one.problem) for one in refused.problems}


def test_that_a_correction_is_kept_with_its_day_and_read_with_its_period(
    desk: Office, release: LedgerEntry
) -> None:
    made = correcting.correct(desk, release.id, f"  {SAID}\n")
    (found,) = correcting.corrections(desk)
    assert found.correction == made
    assert (made.said_on, made.said_by) == (desk.today(), desk.who)
    assert found.sentence == (
        f"21 November 2026, on the statistics for July to September 2026: {SAID}"
    )


def test_that_a_correction_of_a_table_somebody_asked_for_names_that_table(desk: Office) -> None:
    asked = put_entry(desk, "2026Q3", about="opened_by_kind")
    correcting.correct(desk, asked.id, SAID)
    assert "on the table “Open cases by ward”:" in correcting.corrections(desk)[0].sentence


@pytest.mark.parametrize(
    ("said", "problem", "sentence"),
    [
        (
            "The case of wilf  Marrowby was left out.",
            Problem.IDENTITY_FOUND,
            "Take out “wilf Marrowby”: a correction is public",
        ),
        (
            "Ring 01632 960777 about it.",
            Problem.IDENTITY_FOUND,
            "Take out “01632 960777”: a correction is public",
        ),
        (
            "It should have been 12, not 15.",
            Problem.CORRECTION_NUMBER,
            "Take out “12” and “15”. A number beside the published one",
        ),
        ("The share was 4 % too low.", Problem.CORRECTION_NUMBER, "Take out “4 %”. A number"),
        (
            "Three cases were counted twice.",
            Problem.MAY_NAME_SOMEBODY,
            "Check “Three”: this",
        ),
        (
            "The case of Quennell was left out.",
            Problem.MAY_NAME_SOMEBODY,
            "Check “Quennell”",
        ),
        ("Those of 3 September 2026 are missing.", Problem.MAY_NAME_SOMEBODY, "“3 September 2026”"),
    ],
)
@pytest.mark.usefixtures("release")
def test_that_a_correction_that_names_or_counts_somebody_is_refused_word_by_word(
    desk: Office, release: LedgerEntry, said: str, problem: Problem, sentence: str
) -> None:
    with pytest.raises(PublicWordsRefused) as refused:
        correcting.correct(desk, release.id, said)
    assert problems(refused.value) == {("text", problem)}
    assert sentence in " ".join(refused.value.sentences)
    assert "Marrowby" not in str(refused.value)
    assert correcting.corrections(desk) == ()


def test_that_doubtful_words_stand_once_a_person_looked_and_names_do_not(
    desk: Office, release: LedgerEntry
) -> None:
    correcting.correct(desk, release.id, "The two tables by area were exchanged.", checked=True)
    with pytest.raises(PublicWordsRefused):
        correcting.correct(desk, release.id, "Wilf Marrowby was left out.", checked=True)
    with pytest.raises(PublicWordsRefused):
        correcting.correct(desk, release.id, "7 were left out.", checked=True)
    assert len(correcting.corrections(desk)) == 1


@pytest.mark.parametrize(
    "said",
    [
        "The tables of 2026Q2 and of the year 2025/26 were exchanged, see page 3 and note 1.",
        "What is open in Q3 was counted on the wrong day.",
        "Sheets 4, 5 and 12 count what was counted before.",
    ],
)
def test_that_quarters_years_and_numbers_of_sheets_may_be_said(
    desk: Office, release: LedgerEntry, said: str
) -> None:
    assert correcting.correct(desk, release.id, said).text == said


def test_that_nothing_too_much_and_no_release_are_refused(
    desk: Office, release: LedgerEntry
) -> None:
    for said, problem in (
        (" \n", Problem.CORRECTION_MISSING),
        ("a " * TEXT_LIMIT, Problem.TEXT_TOO_LONG),
    ):
        with pytest.raises(Refused) as refused:
            correcting.correct(desk, release.id, said)
        assert problems(refused.value) == {("text", problem)}
    with pytest.raises(Refused) as refused:
        correcting.correct(desk, StatisticsId(UUID(int=5)), SAID)
    assert problems(refused.value) == {("release", Problem.NOT_FOUND)}


def test_that_a_correction_is_never_taken_back(desk: Office, release: LedgerEntry) -> None:
    correcting.correct(desk, release.id, SAID)
    with pytest.raises(Refused) as refused:
        undoing.undo_last(desk)
    assert problems(refused.value) == {("", Problem.NOTHING_TO_UNDO)}
    assert [one.correction.text for one in correcting.corrections(desk)] == [SAID]


def test_that_a_withdrawn_release_can_be_corrected(desk: Office) -> None:
    entry = put_entry(desk, "2026Q3", withdrawn_on=date(2026, 11, 3), withdrawn_because="Wrong.")
    correcting.correct(desk, entry.id, SAID)
    assert len(correcting.corrections(desk)) == 1
    assert ledger.read(desk).entries == (entry,)


def test_that_every_release_written_from_then_on_names_the_correction(
    desk: Office, release: LedgerEntry, tmp_path: Path
) -> None:
    correcting.correct(desk, release.id, SAID)
    written = write_release(desk, publishing.releases(desk)[0], tmp_path)
    described = next(one for one in written if one.suffix == ".json")
    lines = json.loads(described.read_text(encoding="utf-8"))["dc:description"]
    assert correcting.corrections(desk)[0].sentence in lines
    assert NO_CORRECTIONS not in lines
