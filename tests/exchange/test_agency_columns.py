"""Whether “Lead” and “Owner” hold agencies or officers is told by whom the partnership knows."""

import pytest

from psg_desktop.exchange.agency_columns import told_apart
from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.sheets import Sheet
from psg_desktop.exchange.suggest import suggest
from psg_desktop.exchange.tables import table

AGENCIES = ("Fenshire Constabulary", "Police", "Fenmarket District Council", "Council")


@pytest.mark.parametrize(
    ("leads", "expected"),
    [
        (("Police", "council", "Police"), Field.LEAD_AGENCY),
        (("PC Verity Millrace", "Joan Cloverley", "Sam Quarrington"), Field.LEAD_PRACTITIONER),
        (("", "", ""), Field.LEAD_PRACTITIONER),
    ],
)
def test_that_a_lead_is_told_by_whom_it_names(leads: tuple[str, ...], expected: Field) -> None:
    rows = (
        ("Name", "Lead"),
        *((f"Person {number}", lead) for number, lead in enumerate(leads)),
    )
    cut = table(Sheet(name="Cases", rows=rows), 0)
    mapping = told_apart(cut, suggest(cut), AGENCIES)
    assert mapping.headers_of(expected) == ("Lead",)


def test_that_an_owner_who_is_an_officer_is_no_agency() -> None:
    rows = (
        ("Name", "Action", "Owner"),
        ("Wilf Marrowby", "Visit", "PC Verity Millrace"),
        ("Maureen Quillfeather", "Call", "Joan Cloverley"),
    )
    cut = table(Sheet(name="Cases", rows=rows), 0)
    mapping = told_apart(cut, suggest(cut), AGENCIES)
    assert mapping.headers_of(Field.ACTION_OFFICER) == ("Owner",)
    assert mapping.headers_of(Field.ACTION_AGENCY) == ()
