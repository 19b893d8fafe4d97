from uuid import uuid4

from psg_desktop.domain.agencies import Agency, told_apart
from psg_desktop.domain.ids import AgencyId


def an_agency(name: str, short_name: str = "") -> Agency:
    return Agency(id=AgencyId(uuid4()), name=name, short_name=short_name)


def test_that_an_agency_is_chosen_by_the_name_used_in_grids() -> None:
    homes = an_agency("Wend Valley Homes", "Housing")
    assert told_apart([homes]) == {homes.id: "Housing"}


def test_that_agencies_of_one_short_name_are_chosen_by_their_whole_names() -> None:
    homes = an_agency("Wend Valley Homes", "Housing")
    others = an_agency("Fenside Lettings", "housing")
    police = an_agency("Police")
    assert told_apart([homes, others, police]) == {
        homes.id: "Wend Valley Homes",
        others.id: "Fenside Lettings",
        police.id: "Police",
    }
