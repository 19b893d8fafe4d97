"""Who is proposed to sit round the table."""

from psg_desktop.domain.agencies import AgencyKind, Standing
from psg_desktop.reference.agencies import agencies_for
from psg_desktop.reference.districts import DistrictKind, districts


def test_that_east_cambridgeshire_starts_with_its_responsible_authorities() -> None:
    found = agencies_for("E07000009")
    responsible = [agency.name for agency in found if agency.standing == "responsible_authority"]
    assert responsible == [
        "East Cambridgeshire District Council",
        "Cambridgeshire County Council",
        "Cambridgeshire Constabulary",
        "Cambridgeshire Fire and Rescue Service",
        "Probation Service, East of England region",
        "NHS Cambridgeshire and Peterborough Integrated Care Board",
    ]
    assert [agency.name for agency in found if not agency.known] == [
        "Housing provider",
        "Drug and alcohol service",
        "Youth justice service",
        "Victim service",
    ]


def test_that_every_district_gets_every_kind_once_in_words_the_domain_knows() -> None:
    for home in districts():
        found = agencies_for(home.code)
        kinds = [AgencyKind(agency.kind) for agency in found]
        assert len(kinds) == len(set(kinds)) == 11 + (home.kind is DistrictKind.DISTRICT)
        assert {Standing(agency.standing) for agency in found} == set(Standing)
        assert len({agency.short_name for agency in found}) == len(found)


def test_that_an_unknown_district_gets_descriptions_only() -> None:
    found = agencies_for("")
    assert len(found) == 11
    assert not any(agency.known for agency in found)
