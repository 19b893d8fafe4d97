"""An agency whose name tells where a case is goes by another name on a depersonalised page."""

import pytest

from psg_desktop.domain.agencies import Agency, AgencyKind
from psg_desktop.domain.ids import AgencyId
from psg_desktop.privacy.local_agencies import LOCAL, PARISH_OR_TOWN, group_name, local_words
from psg_desktop.reference.agencies import agencies_for
from psg_desktop.reference.districts import districts
from psg_desktop.reference.wards import wards_of
from tests.builders import new_id

EAST_CAMBRIDGESHIRE = "E07000009"


def an_agency(name: str, kind: AgencyKind = AgencyKind.OTHER, short_name: str = "") -> Agency:
    return Agency(id=AgencyId(new_id()), name=name, short_name=short_name, kind=kind)


@pytest.mark.parametrize(
    "agency",
    [
        an_agency("City of Ely Council", AgencyKind.PARISH_OR_TOWN),
        an_agency("City of Ely Council"),
        an_agency("Mepal", AgencyKind.PARISH_OR_TOWN),
        an_agency("Mepal Parish Council"),
        an_agency("Reedham Town Council", AgencyKind.OTHER),
    ],
)
def test_that_parish_and_town_councils_are_all_called_the_same(agency: Agency) -> None:
    assert group_name(agency, EAST_CAMBRIDGESHIRE) == PARISH_OR_TOWN


@pytest.mark.parametrize("ward", wards_of(EAST_CAMBRIDGESHIRE), ids=lambda ward: ward.name)
def test_that_no_agency_is_named_after_a_ward(ward: object) -> None:
    for kind in AgencyKind:
        said = group_name(an_agency(f"{ward.name}'s Trust", kind), EAST_CAMBRIDGESHIRE)  # type: ignore[attr-defined]  # a ward
        assert not local_words(EAST_CAMBRIDGESHIRE) & set(said.lower().split())


def test_that_a_short_name_tells_as_much_as_the_long_one() -> None:
    agency = an_agency("Women's Aid", AgencyKind.VICTIM_SERVICE, short_name="Soham refuge")
    assert group_name(agency, EAST_CAMBRIDGESHIRE) == f"{LOCAL}: victim service"


def test_that_the_bodies_of_a_whole_district_keep_their_names() -> None:
    for home in districts():
        for one in agencies_for(home.code):
            agency = an_agency(one.name, AgencyKind(one.kind), one.short_name)
            assert group_name(agency, home.code) == agency.label


def test_that_wide_councils_and_ordinary_agencies_keep_their_names() -> None:
    for text in ("Fenmarket District Council", "Peterborough City Council", "Fenmarket Homes"):
        assert group_name(an_agency(text), EAST_CAMBRIDGESHIRE) == text
