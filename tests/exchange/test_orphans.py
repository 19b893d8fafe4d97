"""A row that only adds to another goes with it, and says so."""

from datetime import date
from uuid import UUID

from psg_desktop.exchange.check import check
from psg_desktop.exchange.known import Existing, Known, person_key
from psg_desktop.exchange.outcomes import Choice, Choose, Status
from psg_desktop.exchange.sheets import Sheet
from psg_desktop.exchange.suggest import suggest
from psg_desktop.exchange.tables import table

ROWS = (
    ("Case reference", "Full name", "Action", "Summary"),
    ("A1", "Wilf Marrowby", "Visit", "Calls at night"),
    ("A1", None, "Fit a door", None),
    ("A2", "Maureen Quillfeather", "Call", "Noise"),
)


def test_that_a_row_that_adds_to_one_left_out_is_told_as_left_out() -> None:
    cut = table(Sheet(name="Cases", rows=ROWS), 0)
    wilf = Existing(id=str(UUID(int=7)), label="Wilf Marrowby")
    known = Known(people={person_key("Wilf Marrowby", None): wilf})
    run = check(cut, suggest(cut), known, date(2026, 11, 21))
    assert run.apply(Choose(row=2, choice=Choice.NEW)).count(Status.SKIPPED) == 0
    fewer = run.apply(Choose(row=2, choice=Choice.SKIP))
    assert fewer.count(Status.SKIPPED) == 2
    orphan = next(row for row in fewer.rows if row.number == 3)
    assert "row 2" in orphan.reason
    assert len(fewer.drafts) == 1
