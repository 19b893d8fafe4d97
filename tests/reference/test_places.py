"""Districts, wards and postcodes as published."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.domain.addresses import tidy_postcode
from psg_desktop.reference import boundaries, districts, tables, wards
from psg_desktop.reference.districts import DistrictKind, Partnership
from psg_desktop.reference.postcodes import normalise_postcode, outward

EAST_CAMBRIDGESHIRE = "E07000009"


def test_that_all_districts_of_england_are_there() -> None:
    everyone = districts.districts()
    assert len(everyone) == 296
    assert len({known.code for known in everyone}) == 296
    assert [known.name for known in everyone] == sorted(known.name for known in everyone)
    for known in everyone:
        assert known.partnerships
        assert known.police
        assert known.fire
        assert known.probation
        assert (known.kind is DistrictKind.DISTRICT) == bool(known.county)


def test_that_east_cambridgeshire_is_served_by_its_own_bodies() -> None:
    home = districts.district(EAST_CAMBRIDGESHIRE)
    assert home is not None
    assert home.council == "East Cambridgeshire District Council"
    assert home.county_council == "Cambridgeshire County Council"
    assert home.partnerships == (Partnership(code="E22000014", name="East Cambridgeshire"),)
    assert (home.police_code, home.police) == ("E23000023", "Cambridgeshire Constabulary")
    assert home.care_board == "NHS Cambridgeshire and Peterborough Integrated Care Board"
    assert home.mental_health_trust == "Cambridgeshire and Peterborough NHS Foundation Trust"


@pytest.mark.parametrize(
    ("code", "board"),
    [
        ("E06000066", "NHS Somerset Integrated Care Board"),
        ("E07000110", "NHS Kent and Medway Integrated Care Board"),
        ("E07000070", ""),  # Chelmsford: Essex is shared by three boards
        ("E07000089", ""),  # Hart: most of Hampshire belongs to another board
    ],
)
def test_that_a_care_board_is_named_only_where_its_area_settles_it(code: str, board: str) -> None:
    home = districts.district(code)
    assert home is not None
    assert home.care_board == board


def test_that_an_unknown_district_is_none() -> None:
    assert districts.district("E07999999") is None


def test_that_east_cambridgeshire_has_its_fourteen_wards() -> None:
    found = wards.wards_of(EAST_CAMBRIDGESHIRE)
    assert len(found) == 14
    assert {ward.code for ward in found} >= {"E05011563", "E05015488", "E05015489"}
    assert [ward.name for ward in found][:3] == ["Bottisham", "Burwell", "Downham Villages"]


def test_that_the_outlines_are_those_of_the_fourteen_wards() -> None:
    outlines = boundaries.outlines_of(EAST_CAMBRIDGESHIRE)
    named = {(outline.code, outline.name) for outline in outlines}
    assert named == {(ward.code, ward.name) for ward in wards.wards_of(EAST_CAMBRIDGESHIRE)}
    for ring in (ring for outline in outlines for ring in outline.rings):
        assert len(ring) > 3
        assert ring[0] == ring[-1]
        assert all(-0.1 < east < 0.6 and 52.1 < north < 52.6 for east, north in ring)


def test_that_other_districts_have_no_outlines() -> None:
    assert boundaries.outlines_of("E07000008") == ()


def test_that_the_six_districts_have_120_wards_and_others_none() -> None:
    counts = [len(wards.wards_of(code)) for code in wards.DISTRICTS_WITH_WARDS]
    assert sum(counts) == 120
    # West Suffolk: some wards are known from shared postcodes, which is not a list of its wards.
    assert wards.wards_of("E07000245") == ()


@pytest.mark.parametrize(
    ("postcode", "name"),
    [
        ("CB7 4AA", "Ely East"),
        ("cb74aa", "Ely East"),
        (" Cb7  4aA ", "Ely East"),
        ("CB25 0DX", "Bottisham"),
    ],
)
def test_that_a_postcode_gives_its_ward_however_it_is_typed(postcode: str, name: str) -> None:
    found = wards.ward_of(postcode)
    assert found is not None
    assert (found.name, found.district) == (name, EAST_CAMBRIDGESHIRE)


def test_that_every_cb7_4_postcode_lies_in_a_district_it_may_lie_in() -> None:
    names = {
        found.name
        for line in tables.text("postcodes.csv.gz").splitlines()
        if line.startswith("CB7 4") and (found := wards.ward_of(line.split(",")[0]))
    }
    assert {"Ely East", "Ely North", "Ely West"} <= names


@pytest.mark.parametrize("typed", ["", "CB7", "ZZ99 9ZZ", "CB7 9ZZ", "not a postcode"])
def test_that_what_is_no_known_postcode_has_no_ward(typed: str) -> None:
    assert wards.ward_of(typed) is None


def test_that_every_shipped_postcode_is_tidy_and_has_a_known_ward() -> None:
    lines = tables.text("postcodes.csv.gz").splitlines()[1:]
    assert len(lines) == 22_717
    for line in lines:
        postcode, code = line.split(",")
        assert normalise_postcode(postcode) == postcode
        assert wards.ward(code) is not None


def test_that_the_first_look_up_is_quick() -> None:
    # In a new interpreter, so that no other test has warmed it; the best of three leaves the
    # machine's other work out of it.
    program = (
        "import time; from psg_desktop.reference.wards import ward_of; start = time.process_time();"
        "assert ward_of('CB7 4AA'); print(time.process_time() - start)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        for _ in range(3)
    ]
    assert min(float(run.stdout) for run in runs) < 0.1


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("cb7 4ee", "CB7 4EE"),
        ("CB74EE", "CB7 4EE"),
        ("ec1a\u00a01bb", "EC1A 1BB"),
        ("w1a0ax", "W1A 0AX"),
        ("\uff23\uff22\uff17 \uff14\uff25\uff25", "CB7 4EE"),
        ("CB7 4E", None),
        ("CB7 4CI", None),
        ("74 CB7", None),
    ],
)
def test_that_a_postcode_is_tidied(typed: str, tidy: str | None) -> None:
    assert normalise_postcode(typed) == tidy


def test_that_the_outward_half_is_given() -> None:
    assert outward("cb258ab") == "CB25"
    assert outward("CB25") is None


@settings(deadline=None)
@given(st.text(max_size=12))
def test_that_any_text_is_a_tidy_postcode_or_none(text: str) -> None:
    tidy = normalise_postcode(text)
    assert tidy is None or normalise_postcode(tidy) == tidy


@settings(deadline=None)
@given(st.sampled_from(tables.text("postcodes.csv.gz").splitlines()[1:]))
def test_that_the_case_record_and_the_look_up_write_postcodes_alike(line: str) -> None:
    postcode = line.split(",", maxsplit=1)[0]
    assert tidy_postcode(postcode.lower()) == normalise_postcode(postcode.replace(" ", ""))
