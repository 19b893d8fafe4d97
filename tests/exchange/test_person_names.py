"""Names as lists write them, and what becomes of them."""

import pytest

from psg_desktop.exchange.person_names import names_several, spoken_order


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("SMITH, John", "John Smith"),
        ("O'BRIEN, SEAN PATRICK", "Sean Patrick O'Brien"),
        ("O'BRIEN Sean", "O'Brien Sean"),
        ("MCALLISTER, Fiona", "Fiona McAllister"),
        ("Smith-Jones, Sarah", "Sarah Smith-Jones"),
        ("de la Cruz, Anna", "Anna de la Cruz"),
        ("NG, Wei", "Wei NG"),
        ("Smith, Jr", "Smith, Jr"),
        ("John Smith, Sarah Smith", "John Smith, Sarah Smith"),
        ("Smith, John, Sarah", "Smith, John, Sarah"),
        ("J.P. Rowan", "J.P. Rowan"),
        ("Wójcik, Agnieszka", "Agnieszka Wójcik"),
    ],
)
def test_that_only_one_plain_comma_turns_a_name(written: str, spoken: str) -> None:
    assert spoken_order(written) == spoken


@pytest.mark.parametrize("name", ["Jo Marsh & Al Fenn", "Jo Marsh / Mrs Marsh", "Jo; Al"])
def test_that_several_people_in_one_cell_are_noticed(name: str) -> None:
    assert names_several(name)


def test_that_one_person_is_one() -> None:
    assert not names_several("Andrew Sanderson-Landau")
