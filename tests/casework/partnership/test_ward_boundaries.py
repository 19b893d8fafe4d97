"""Wards of the partnership's own: looked at, brought in, used everywhere, and removed again."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import pack_facts
from psg_desktop.casework.parties import identities, local_wards, people, places
from psg_desktop.casework.partnership import settings, ward_boundaries
from psg_desktop.casework.partnership.ward_boundaries import WardIntake
from psg_desktop.casework.statistics import catalogue, known_cases, police
from psg_desktop.casework.trail import undoing
from psg_desktop.casework.vault import exports, upkeep
from psg_desktop.domain.addresses import AddressStay
from psg_desktop.domain.agencies import Agency, AgencyKind
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.ids import AgencyId, PersonId, PlaceId
from psg_desktop.domain.partnership import AreaLevel, WardGroup
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place
from psg_desktop.domain.plain import to_plain
from psg_desktop.domain.refusals import Refused
from psg_desktop.domain.statistics.breakdowns import BreakdownCode
from psg_desktop.faults import Unreadable
from psg_desktop.privacy.identities import IdentityKind
from psg_desktop.reference import boundaries, wards
from psg_desktop.reference.boundaries import Outline
from psg_desktop.words import fields
from tests.builders import a_case
from tests.casework.statistics.test_police import look as look_at_police
from tests.exchange import boundary_files as files

ELY = "CB7 4EE"
PUBLISHED = "geography/east_cambridgeshire_wards_2025.geojson"


def elsewhere(office: Office) -> None:
    """Choose a district whose wards are not shipped."""
    settings.save(office, replace(office.partnership(), district="E07000244", ward_groups=()))


def brought(office: Office, folder: Path, *named: str) -> WardIntake:
    """Bring in wards of these names, with codes W1, W2 ..."""
    found = ward_boundaries.look(office, files.written(folder, files.wards(*named)))
    ward_boundaries.bring_in(office, found)
    return found


def test_that_looking_keeps_nothing(desk: Office, shared_data: Path) -> None:
    found = ward_boundaries.look(desk, shared_data / PUBLISHED)
    assert (len(found.wards), found.replaced, found.notices) == (14, 0, ())
    assert ward_boundaries.brought_in(desk) is None
    assert not local_wards.local_wards(desk).own


def test_that_the_published_wards_give_the_shipped_names_and_outlines(
    desk: Office, shared_data: Path
) -> None:
    shipped = local_wards.local_wards(desk)
    drawn = local_wards.outlines(desk)
    assert drawn == boundaries.outlines_of("E07000009")
    ward_boundaries.bring_in(desk, ward_boundaries.look(desk, shared_data / PUBLISHED))
    own = local_wards.local_wards(desk)
    assert (own.names, own.own, shipped.own) == (shipped.names, True, False)
    again = local_wards.outlines(desk)
    assert [one.name for one in again] == list(own.names.values())
    assert _corners(again) <= _corners(drawn)
    assert len(_corners(again)) > 0.99 * len(_corners(drawn))
    kept = ward_boundaries.brought_in(desk)
    assert kept is not None
    assert (kept.count, kept.source, kept.taken_in, kept.elsewhere) == (
        14, "east_cambridgeshire_wards_2025.geojson", desk.today(), False,
    )  # fmt: skip


def _corners(outlines: Iterable[Outline]) -> set[tuple[str, tuple[float, float]]]:
    return {(one.code, spot) for one in outlines for ring in one.rings for spot in ring}


def test_that_wards_come_and_go_in_one_step_each_and_can_be_taken_back(
    desk: Office, tmp_path: Path
) -> None:
    elsewhere(desk)
    brought(desk, tmp_path, "Teasel", "Osier Fen", "Saltern")
    again = ward_boundaries.look(desk, files.written(tmp_path, files.wards("Teasel", "Wend")))
    assert again.replaced == 3
    ward_boundaries.bring_in(desk, again)
    assert list(local_wards.local_wards(desk).names.items()) == [("W1", "Teasel"), ("W2", "Wend")]
    assert undoing.undo_last(desk) is Act.BRING_IN_WARDS
    assert local_wards.local_wards(desk).names == {
        "W2": "Osier Fen", "W3": "Saltern", "W1": "Teasel",
    }  # fmt: skip
    ward_boundaries.remove(desk)
    assert ward_boundaries.brought_in(desk) is None
    assert local_wards.outlines(desk) == ()
    with pytest.raises(Refused):
        ward_boundaries.remove(desk)
    assert undoing.undo_last(desk) is Act.REMOVE_WARDS
    assert len(local_wards.outlines(desk)) == 3
    assert upkeep.check_trail(desk).sound


def test_that_they_leave_with_an_export(desk: Office, tmp_path: Path) -> None:
    brought(desk, tmp_path, "Teasel")
    exports.export_everything(desk, tmp_path / "out")
    said = (tmp_path / "out" / "ward_boundaries.jsonl").read_text(encoding="utf-8")
    assert '"Teasel"' in said
    assert '"rings"' in said


def test_that_wards_in_use_that_a_file_has_not_are_named_with_what_uses_them(
    desk: Office, tmp_path: Path, shared_data: Path
) -> None:
    ely = wards.ward_of(ELY)
    assert ely is not None
    groups = (WardGroup(name="North", wards=(ely.code,)), WardGroup(name="None", wards=("W1",)))
    settings.save(desk, replace(desk.partnership(), ward_groups=groups))
    for name in ("Market square", "Bus station"):
        places.save(desk, Place(id=PlaceId(desk.new_id()), name=name, postcode=ELY))
    stay = AddressStay(lines="1 Eel Row", ward="E05099999")
    people.save(
        desk, Person(id=PersonId(desk.new_id()), full_name="A. N. Other", addresses=(stay,))
    )
    found = ward_boundaries.look(desk, files.written(tmp_path, files.wards("Teasel")))
    (in_use, by_postcode) = found.notices
    assert in_use.startswith(f"2 wards in use are not in this file: E05099999, {ely.name} ")
    assert "Used by the ward group North, 2 places and 1 address." in in_use
    assert "14 wards that this file does not have" in by_postcode
    police.bring_in(desk, look_at_police(desk, shared_data / "police_uk"))
    found = ward_boundaries.look(desk, files.written(tmp_path, files.wards("Teasel")))
    assert "1 address and police figures on record." in found.notices[0]


def test_that_what_cannot_be_read_is_refused_and_nothing_is_kept(
    desk: Office, tmp_path: Path
) -> None:
    with pytest.raises(Unreadable):
        ward_boundaries.look(desk, files.written(tmp_path, []))
    assert ward_boundaries.brought_in(desk) is None


def test_that_a_district_chosen_later_is_noticed(desk: Office, shared_data: Path) -> None:
    ward_boundaries.bring_in(desk, ward_boundaries.look(desk, shared_data / PUBLISHED))
    elsewhere(desk)
    kept = ward_boundaries.brought_in(desk)
    assert kept is not None
    assert kept.elsewhere


def test_that_a_postcode_tells_no_ward_that_was_not_brought_in(
    desk: Office, tmp_path: Path
) -> None:
    place = Place(id=PlaceId(desk.new_id()), name="Market square", postcode=ELY)
    brought(desk, tmp_path, "Teasel")
    places.save(desk, place)
    assert places.get(desk, place.id).ward == ""
    places.save(desk, replace(place, ward="W1"))
    (row,) = places.listed(desk, "Market", slice(0, 5)).rows
    assert (row.ward, row.ward_name) == ("W1", "Teasel")


def test_that_statistics_count_by_the_wards_that_were_brought_in(
    desk: Office, tmp_path: Path
) -> None:
    elsewhere(desk)
    brought(desk, tmp_path, "Teasel", "Osier Fen")
    groups = (WardGroup(name="The fen", wards=("W2",)),)
    settings.save(desk, replace(desk.partnership(), ward_groups=groups))
    found = catalogue.of_vault(desk, desk.today())
    assert [one.label for one in found[BreakdownCode.WARD].categories] == [
        "Osier Fen", "Teasel", "Other", "Not recorded",
    ]  # fmt: skip
    assert [one.label for one in found[BreakdownCode.WARD_GROUP].categories] == [
        "The fen", "Other", "Not recorded",
    ]  # fmt: skip


def _case_about_somebody(office: Office, *stays: AddressStay) -> Case:
    person = Person(id=PersonId(office.new_id()), full_name="A. N. Other", addresses=stays)
    case = a_case(kind=CaseKind.PERSON, subject=person.id)
    with office.working(Act.OPEN_CASE) as unit:
        unit.people.put(person)
        unit.cases.put(case)
    return case


def test_that_a_person_is_in_the_ward_chosen_for_the_address_they_have(
    desk: Office, tmp_path: Path
) -> None:
    elsewhere(desk)
    brought(desk, tmp_path, "Teasel", "Osier Fen")
    moved = date(2026, 3, 1)
    before = AddressStay(lines="1 Eel Row", ward="W1", until=date(2026, 2, 28))
    case = _case_about_somebody(desk, before, AddressStay(lines="2 Row", ward="W2", since=moved))
    for day, ward in ((date(2026, 2, 1), "W1"), (moved, "W2")):
        with desk.reading() as unit:
            assert known_cases.known_wards(unit, day).of(str(case.subject), "") == ward


def test_that_a_page_for_the_group_names_the_group_of_wards_chosen_by_hand(
    desk: Office, tmp_path: Path
) -> None:
    elsewhere(desk)
    brought(desk, tmp_path, "Teasel")
    groups = (WardGroup(name="The fen", wards=("W1",)),)
    partnership = replace(desk.partnership(), ward_groups=groups, area_level=AreaLevel.WARD_GROUP)
    settings.save(desk, partnership)
    case = _case_about_somebody(desk, AddressStay(lines="1 Eel Row", ward="W1"))
    with desk.reading() as unit:
        assert pack_facts.area_of(unit, case, partnership, desk.today()) == "The fen"


def test_that_an_agency_named_after_such_a_ward_tells_where(desk: Office, tmp_path: Path) -> None:
    elsewhere(desk)
    agency = Agency(id=AgencyId(desk.new_id()), name="Zennorfield Residents", kind=AgencyKind.OTHER)
    with desk.working(Act.SAVE_AGENCY) as unit:
        unit.agencies.put(agency)
    text = "Zennorfield Residents will call."
    assert not _found(desk, text)
    brought(desk, tmp_path, "Zennorfield")
    assert _found(desk, text)


def test_that_the_history_of_an_address_names_its_ward(desk: Office, tmp_path: Path) -> None:
    elsewhere(desk)
    brought(desk, tmp_path, "Teasel")
    stay = AddressStay(lines="1 Eel Row", ward="W1")
    with desk.reading() as unit:
        known = local_wards.code_names(unit)
    said = fields.words(RecordKind.PERSON, "addresses", to_plain((stay,)), known)
    assert said == "kind Address, lines 1 Eel Row, ward Teasel"


def _found(office: Office, text: str) -> bool:
    return any(
        one.kind is IdentityKind.LOCAL_AGENCY for one in identities.finder(office).find(text)
    )
