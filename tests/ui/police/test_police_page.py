"""Police files brought in, looked at, and put on record as priority areas, at the window."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import places, premises
from psg_desktop.casework.statistics import police, police_reviewing
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import PlaceId
from psg_desktop.domain.places import Place
from psg_desktop.domain.police_counts import PoliceFigure
from psg_desktop.domain.priority_areas import PriorityStage
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.main_window.records import Records
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.parties import Picked
from psg_desktop.ui.places.page import PlacesPage
from psg_desktop.ui.police.page import PoliceFiguresPage
from psg_desktop.ui.police.proposals_card import RECORD
from psg_desktop.words import police as words
from tests.exchange import police_rows as rows
from tests.ui.cases.desk import CTRL, Hands, Key, open_frame, words_of


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def hands(frame: Frame) -> Hands:
    return Hands(frame)


@pytest.fixture
def records(frame: Frame, office: Office, notifier: Notifier) -> Records:
    made = Records(office, notifier, JobsAtOnce(), lambda _case: None)
    made.place(frame)
    return made


@pytest.fixture
def page(records: Records, frame: Frame) -> PoliceFiguresPage:
    """The page, reached from the list of places as a coordinator would."""
    listed = records.places()
    assert isinstance(listed, PlacesPage)
    frame.open_page(listed)
    listed.police.click()
    assert isinstance(frame.page, PoliceFiguresPage)
    return frame.page


def street(folder: Path, month: str, asb: int, drugs: int) -> Path:
    """Write a month in which Ely North alone has anything."""
    counts = {rows.ASB: asb, "Drugs": drugs, "Burglary": 2}
    written = [rows.row(category=one, month=month) for one in counts for _ in range(counts[one])]
    return rows.write(folder / f"{month}-cambridgeshire-street.csv", *written)


@pytest.fixture
def spring(office: Office, tmp_path: Path) -> None:
    """Three months on record, in which one ward leads in three categories."""
    files = [street(tmp_path, f"2024-0{month}", 9, 6) for month in (4, 5, 6)]
    police.bring_in(office, police.look(office, files, lambda _done, _total: None))


def test_that_a_folder_is_looked_at_brought_in_and_taken_back(
    page: PoliceFiguresPage, hands: Hands, office: Office, tmp_path: Path
) -> None:
    assert words.NONE_YET in words_of(page)
    for month in (4, 5, 6):
        street(tmp_path, f"2024-0{month}", 9, 6)
    page.bringing.choose(lambda _parent, _start: (tmp_path,))
    assert "3 sets of monthly figures would be put on record." in words_of(hands.sheet)
    assert "April 2024 to June 2024" in words_of(hands.sheet)
    assert words.POINTS in words_of(hands.sheet)
    assert police_reviewing.quarters_known(office, PoliceFigure.RECORDED) == ()
    hands.save()
    (first, *others) = page.table.table_model.rows
    assert (first.count, first.leading) == (51, True)
    assert {one.count for one in others} == {0}
    assert words.LABEL in words_of(page)
    undoing.undo_last(office)
    page.refresh()
    assert words.NONE_YET in words_of(page)


def test_that_files_on_record_already_say_that_nothing_would_change(
    page: PoliceFiguresPage, spring: None, tmp_path: Path
) -> None:
    page.bringing.choose(lambda _parent, _start: (tmp_path,))
    assert page.bringing.banner.words == words.NOTHING_NEW


def test_that_a_wrong_file_is_refused_in_the_page_and_changing_one_s_mind_does_nothing(
    page: PoliceFiguresPage, tmp_path: Path
) -> None:
    page.bringing.choose(lambda _parent, _start: ())
    assert not page.bringing.banner.words
    (tmp_path / "notes.csv").write_text("name\nA\n", encoding="utf-8")
    page.bringing.choose(lambda _parent, _start: (tmp_path / "notes.csv",))
    assert "notes.csv has no columns" in page.bringing.banner.words


def test_that_a_quarter_and_a_category_are_chosen_and_wards_ordered(
    page: PoliceFiguresPage, spring: None
) -> None:
    page.refresh()
    assert page.filters.quarter == date(2024, 4, 1)
    page.filters.categories.setCurrentText("Drugs")
    page.filters.edited.emit()
    (first, *_) = page.table.table_model.rows
    assert first.count == 18
    page.table.setCurrentIndex(page.table.table_model.index(0, 0))
    assert page.areas.text().endswith("by small area (LSOA): East Cambridgeshire 003F 18.")
    page.table.sort_asked.emit("ward", True)
    named = [
        page.table.table_model.index(place, 0).data()
        for place in range(len(page.table.table_model.rows))
    ]
    assert named == sorted(named, reverse=True)
    page.filters.kinds.setCurrentText(words.figure(PoliceFigure.OUTCOMES))
    page.filters.edited.emit()
    assert words.NONE_YET in words_of(page)


def test_that_everything_missing_of_a_decision_is_told_at_once(
    page: PoliceFiguresPage, hands: Hands, office: Office, spring: None
) -> None:
    page.tabs.setCurrentIndex(1)
    hands.press(f"{RECORD}: Ely North: Emerging")
    for name in ("party", "stage"):
        hands.sheet.form.fields[name].control.set_value(None)
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"party", "stage", "decided_by"}
    assert places.listed(office, "", slice(0, 9)).total == 0


def test_that_another_place_of_the_ward_is_taken_where_it_is_chosen(
    page: PoliceFiguresPage, hands: Hands, office: Office, spring: None
) -> None:
    park = Place(id=PlaceId(office.new_id()), name="Mallard Green")
    places.save(office, park)
    page.tabs.setCurrentIndex(1)
    hands.press(f"{RECORD}: Ely North: Emerging")
    hands.sheet.form.fields["party"].control.set_value(Picked(id=park.id, name=park.name))
    hands.fill({"Decided by": "Data review"})
    hands.save()
    assert len(premises.priorities_of(office, park.id)) == 1
    assert places.listed(office, "", slice(0, 9)).total == 1


def test_that_a_proposal_is_put_on_record_with_who_decided(
    page: PoliceFiguresPage, hands: Hands, office: Office, spring: None
) -> None:
    page.refresh()
    page.tabs.setCurrentIndex(1)
    hands.press(f"{RECORD}: Ely North: Emerging")
    form = hands.sheet.form
    assert form.fields["stage"].control.value() is PriorityStage.EMERGING
    assert (
        "anti-social behaviour (27), drugs (18) and burglary (6)"
        in form.fields["evidence"].control.value()
    )
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"decided_by"}
    hands.fill({"Decided by": "Data review of 3 December"})
    hands.save()
    (row,) = places.listed(office, "ward", slice(0, 9)).rows
    (kept,) = premises.priorities_of(office, PlaceId(row.id))
    assert (kept.stage, kept.decided_by) == (PriorityStage.EMERGING, "Data review of 3 December")
    assert row.ward
    assert "propose no change" in words_of(page.proposals)
    assert undoing.undo_last(office) is Act.SET_PRIORITY
    assert places.listed(office, "", slice(0, 9)).total == 0
