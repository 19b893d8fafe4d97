"""Fills in an action sheet as an agency would, with another library than it was made with."""

from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from psg_desktop.casework.caseload import actions, cases
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.casework.meeting import action_sheets
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.domain.action_sheets import SheetColumn
from psg_desktop.domain.actions import Action
from psg_desktop.domain.cases import Case
from psg_desktop.domain.ids import AgencyId
from tests.builders import a_case, a_person, an_action

FIRST = 6  # the row of the first action


def opened(office: Office, number: int = 700) -> Case:
    """Open a case about a made-up person."""
    person = a_person(full_name="Ansel Quorbleton")
    case = a_case(reference=f"PSG-2026-{number:03}", subject=person.id, title="Calls at night")
    cases.open_case(office, Opening(case=case, new_subject=person))
    return case


def owner(office: Office, place: int = 0) -> AgencyId:
    """Give one of the agencies a vault starts with."""
    return agencies.choices(office)[place].id


def agreed(office: Office, case: Case, agency: AgencyId, what: str, due: date) -> Action:
    """Add an agreed action."""
    action = an_action(case=case.id, owner=agency, what=what, due=due)
    actions.add(office, action)
    return action


def sheet_of(office: Office, agency: AgencyId, folder: Path) -> Path:
    """Make the sheet of an agency."""
    return action_sheets.make(office, [agency], folder)[0].workbook


def page_of(path: Path) -> Worksheet:
    """Open the one sheet of a workbook."""
    page = load_workbook(path).active
    assert isinstance(page, Worksheet)
    return page


def fill(path: Path, row: int, **cells: object) -> Path:
    """Fill in cells of a row, by the names of the headings, and save the file."""
    book = load_workbook(path)
    page = book.active
    assert isinstance(page, Worksheet)
    places = {one.value: number for number, one in enumerate(SheetColumn, start=1)}
    for name, value in cells.items():
        page.cell(row, places[SheetColumn[name].value]).value = value
    book.save(path)
    return path
