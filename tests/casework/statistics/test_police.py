"""Police files brought in, revised and taken back; and what the quarter's review says of them."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import premises
from psg_desktop.casework.sample import police_stories, ward_stories
from psg_desktop.casework.statistics import police, police_reviewing
from psg_desktop.casework.statistics.police import Intake
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import PlaceId, PriorityStatusId
from psg_desktop.domain.partnership import PARTNERSHIP_ID, Partnership
from psg_desktop.domain.places import Place
from psg_desktop.domain.police_counts import PoliceFigure, PoliceMonth
from psg_desktop.domain.police_review import ALL, Change, review
from psg_desktop.domain.priority_areas import PriorityStage, PriorityStatus
from psg_desktop.faults import Unreadable
from psg_desktop.words import police as words
from psg_desktop.words import police_review
from tests.exchange import police_rows as rows

RECORDED = PoliceFigure.RECORDED
SPRING = date(2024, 4, 1)


def look(office: Office, *places: Path) -> Intake:
    return police.look(office, places, lambda _done, _total: None)


def on_record(office: Office) -> tuple[PoliceMonth, ...]:
    with office.reading() as unit:
        return unit.police_months.all()


@pytest.fixture
def year(desk: Office, shared_data: Path) -> Office:
    """The open vault with a year of the district's own figures."""
    police.bring_in(desk, look(desk, shared_data / "police_uk"))
    return desk


def test_that_looking_keeps_nothing_and_says_what_there_is(desk: Office, shared_data: Path) -> None:
    intake = look(desk, shared_data / "police_uk")
    assert on_record(desk) == ()
    assert (len(intake.new), intake.revised, intake.unchanged) == (24, (), 0)
    recorded, outcomes = intake.tallies
    assert (recorded.kind, recorded.placed, len(recorded.months)) == (RECORDED, 5169, 12)
    assert (recorded.unplaced, outcomes.placed) == (237, 4047)


def test_that_a_year_is_brought_in_and_taken_back_in_one_step(year: Office) -> None:
    assert len(on_record(year)) == 24
    assert undoing.undo_last(year) is Act.BRING_IN_POLICE_FIGURES
    assert on_record(year) == ()


def test_that_the_same_files_again_change_nothing(year: Office, shared_data: Path) -> None:
    intake = look(year, shared_data / "police_uk")
    assert (intake.kept, intake.unchanged) == ((), 24)
    assert police.bring_in(year, intake) is None


def test_that_a_revised_month_is_replaced_and_comes_back_when_undone(
    desk: Office, tmp_path: Path
) -> None:
    path = rows.write(tmp_path / "street.csv", rows.row())
    police.bring_in(desk, look(desk, path))
    (before,) = on_record(desk)
    rows.write(path, rows.row(), rows.row())
    intake = look(desk, path)
    assert (intake.new, len(intake.revised)) == ((), 1)
    police.bring_in(desk, intake)
    (after,) = on_record(desk)
    assert (before.total, after.total, before.id) == (1, 2, after.id)
    undoing.undo_last(desk)
    assert on_record(desk) == (before,)


def test_that_a_force_with_nothing_in_the_district_is_left_out_with_a_notice(
    desk: Office, tmp_path: Path
) -> None:
    path = rows.write(
        tmp_path / "street.csv", rows.row(), rows.row(rows.ELSEWHERE, force="Fen Rail Police")
    )
    intake = look(desk, path)
    assert [one.force for one in intake.new] == [rows.FORCE]
    assert intake.notices == (words.forces_left_out(["Fen Rail Police"]),)


def test_that_a_quiet_month_of_a_known_force_is_kept(desk: Office, tmp_path: Path) -> None:
    first = rows.write(tmp_path / "a.csv", rows.row(force="Fen Rail Police"))
    police.bring_in(desk, look(desk, first))
    second = rows.write(
        tmp_path / "b.csv",
        rows.row(month="2024-07"),
        rows.row(rows.ELSEWHERE, month="2024-07", force="Fen Rail Police"),
    )
    assert [one.force for one in look(desk, second).new] == [rows.FORCE, "Fen Rail Police"]


def test_that_files_of_another_district_are_refused(desk: Office, tmp_path: Path) -> None:
    path = rows.write(tmp_path / "street.csv", rows.row(rows.ELSEWHERE))
    with pytest.raises(Unreadable, match="Nothing in these files"):
        look(desk, path)


def test_that_a_district_of_unknown_wards_is_told(desk: Office, tmp_path: Path) -> None:
    with desk.working(Act.SAVE_SETTINGS) as unit:
        unit.partnership.put(Partnership(id=PARTNERSHIP_ID, name="Elsewhere CSP"))
    with pytest.raises(Unreadable, match="does not know the small areas"):
        look(desk, rows.write(tmp_path / "street.csv", rows.row()))


def test_that_a_quarter_of_the_district_is_reviewed_ward_by_ward(year: Office) -> None:
    known = police_reviewing.quarters_known(year, RECORDED)
    assert [(one.quarter.month, one.months) for one in known] == [(10, 3), (7, 3), (4, 3), (1, 3)]
    found = police_reviewing.data_review(year, RECORDED, SPRING)
    assert found is not None
    assert not found.made_up
    figures = review(found.recorded, ALL, SPRING)
    assert len(figures) == 14
    assert sum(one.count for one in figures) == 424 + 488 + 451
    assert sum(one.leading for one in figures) == 3
    assert {one.change for one in figures} == {None}
    areas = police_reviewing.small_areas(year, RECORDED, SPRING, figures[0].ward, ALL)
    assert sum(one.count for one in areas) == figures[0].count
    assert all(one.name.startswith("East Cambridgeshire 0") for one in areas)


def test_that_a_proposal_becomes_a_decision_and_is_not_made_again(year: Office) -> None:
    found = police_reviewing.data_review(year, RECORDED, SPRING)
    assert found is not None
    first = found.proposals[0]
    evidence = police_review.evidence(first.proposal)
    assert "In the top fifth of wards for" in evidence
    assert evidence.startswith("Police-recorded, Apr to Jun 2024.")
    assert (first.proposal.stage, first.place) == (PriorityStage.EMERGING, None)
    place = Place(id=PlaceId(UUID(int=7)), name=first.place_name, ward=first.proposal.ward)
    status = PriorityStatus(
        id=PriorityStatusId(UUID(int=8)), place=place.id, stage=first.proposal.stage,
        since=year.today(), evidence=evidence, decided_by="Data review",
    )  # fmt: skip
    premises.set_priority(year, status, place)
    again = police_reviewing.data_review(year, RECORDED, SPRING)
    assert again is not None
    assert first.proposal.ward not in [one.proposal.ward for one in again.proposals]
    assert undoing.undo_last(year) is Act.SET_PRIORITY
    with year.reading() as unit:
        assert unit.places.find(place.id) is None


def test_that_a_place_named_after_its_ward_is_found(year: Office) -> None:
    found = police_reviewing.data_review(year, RECORDED, SPRING)
    assert found is not None
    first = found.proposals[0]
    place = Place(id=PlaceId(UUID(int=7)), name=first.ward, ward=first.proposal.ward)
    with year.working(Act.SAVE_PLACE) as unit:
        unit.places.put(place)
    again = police_reviewing.data_review(year, RECORDED, SPRING)
    assert again is not None
    assert again.proposals[0].place == place.id


def test_that_outcomes_propose_nothing(year: Office) -> None:
    found = police_reviewing.data_review(year, PoliceFigure.OUTCOMES, SPRING)
    assert found is not None
    assert found.proposals == ()
    assert "Local resolution" in found.recorded.categories


def test_that_a_quarter_without_figures_has_no_review(desk: Office) -> None:
    assert police_reviewing.data_review(desk, RECORDED, SPRING) is None
    assert police_reviewing.quarters_known(desk, RECORDED) == ()


def test_that_the_sample_has_wards_that_stand_out(desk: Office) -> None:
    with desk.working(Act.SAVE_SETTINGS) as unit:
        unit.partnership.put(Partnership(id=PARTNERSHIP_ID, name="Fenmarket CSP", sample=True))
    ward_stories.tell(desk)
    police_stories.tell(desk, date(2026, 11, 22))
    (newest, *_) = police_reviewing.quarters_known(desk, RECORDED)
    assert (newest.quarter, newest.months) == (date(2026, 7, 1), 3)
    found = police_reviewing.data_review(desk, RECORDED, newest.quarter)
    assert found is not None
    assert found.made_up
    grown = {
        one.ward
        for one in review(found.recorded, "Anti-social behaviour", newest.quarter)
        if one.change is Change.HIGHER
    }
    assert {ward_stories.WARDS[code] for code in grown} == {"Windpump"}
    stages = {one.ward: one.proposal.stage for one in found.proposals}
    assert stages["Windpump"] is PriorityStage.EMERGING
    assert len(stages) < len(ward_stories.WARDS)
