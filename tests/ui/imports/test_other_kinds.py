"""Referrals and counts through the wizard: matched, checked, decided, imported and taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from psg_desktop.casework.assessing import demand
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.referring import referral_lists
from psg_desktop.domain.cases import Case
from psg_desktop.domain.demand import DemandCell, DemandCount, counted
from psg_desktop.domain.referral_lists import ReferralFilter, ReferralView
from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.mapping import Purpose, Use
from psg_desktop.exchange.outcomes import Choice, Status
from psg_desktop.ui.imports.page import ImportPage
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.referrals import blank_form
from tests.builders import a_case, a_person
from tests.ui.imports.sheets import counts_workbook, messy_workbook, referred_workbook


@pytest.fixture
def page(office: Office, shown: Callable[[QWidget], QWidget]) -> ImportPage:
    made = ImportPage(office, JobsAtOnce())
    made.resize(1040, 600)
    shown(made)
    return made


@pytest.fixture
def case(office: Office) -> Case:
    person = a_person(full_name="Wendell Tansyfield")
    made = a_case(subject=person.id, reference="PSG-2026-001", opened=office.today())
    cases.open_case(office, cases.Opening(case=made, new_subject=person))
    return made


def waiting(office: Office) -> int:
    asked = ReferralFilter(view=ReferralView.WAITING)
    return referral_lists.listed(office, asked, slice(0, 0)).total


def test_that_referrals_are_decided_one_by_one_and_taken_back_as_one(
    office: Office, page: ImportPage, case: Case, tmp_path: Path
) -> None:
    page.read(referred_workbook(tmp_path / "referrals.xlsx", ["Wendell Tansyfield"]))
    page.wizard.go_on()
    assert page.match.purpose.value() is Purpose.REFERRALS
    assert page.match.targets["Reason for referral"].value() == (Field.PROBLEM, 1)
    page.wizard.go_on()
    assert page.check.counts.text() == "2 new, 1 looks like an existing record."
    twins = page.check.twins
    assert page.check.tabs.currentIndex() == 1
    assert twins.join.text() == "Link"
    assert (twins.append.text(), twins.append.isEnabled()) == ("Append to PSG-2026-001", True)
    page.wizard.go_on()
    assert page.wizard.place == 2
    twins.append.click()
    (row,) = twins.table.table_model.rows
    assert row.choice is Choice.APPEND
    page.wizard.go_on()
    assert page.done.said.text().startswith("Imported ")
    assert waiting(office) == 2
    page.done.undo.click()
    assert "taken back" in page.done.said.text()
    assert waiting(office) == 0


def test_that_counts_are_replaced_line_by_line(
    office: Office, page: ImportPage, case: Case, tmp_path: Path
) -> None:
    month = office.today().replace(month=9, day=1)
    known = counted(DemandCell(case=case.id, measure="fire", month=month), 5)
    demand.keep(office, {known.cell: known.count})
    page.read(counts_workbook(tmp_path / "counts.xlsx", case.reference, "Fire calls", known))
    page.wizard.go_on()
    page.wizard.go_on()
    assert page.check.counts.text() == "0 new, 1 changed since, 1 difference, 1 to decide."
    page.wizard.go_on()
    assert page.wizard.place == 2
    assert page.wizard.banner.words.startswith("1 difference waits to be taken or left.")
    page.check.differences.leave.click()
    page.check.differences.take.click()
    page.wizard.go_on()
    assert "1 difference was taken over." in page.done.said.text()
    assert counts(office, case) == [40, 8, 41]


def counts(office: Office, case: Case) -> list[int]:
    def by_month(one: DemandCount) -> str:
        return one.month.isoformat()

    return [one.count for one in sorted(demand.counts(office, case.id), key=by_month)]


def test_that_choosing_what_a_row_is_matches_the_columns_anew_and_back(
    page: ImportPage, tmp_path: Path
) -> None:
    page.read(messy_workbook(tmp_path / "tracker.xlsx"))
    page.wizard.go_on()
    before = {header: target.value() for header, target in page.match.targets.items()}
    page.match.purpose.set_value(Purpose.REFERRALS)
    page.match.purpose.edited.emit()
    assert page.match.targets["Notes"].value() == (Field.PROBLEM, 1)
    assert page.match.targets["Opened"].value() == (Field.RECEIVED, 1)
    assert page.match.targets["Colour"].value() is Use.NOTES
    page.wizard.go_on()
    assert page.state is not None
    assert page.state.run is not None
    assert page.state.run.count(Status.WRONG) == 3
    page.wizard.go_back()
    page.match.purpose.set_value(Purpose.DEMAND)
    page.match.purpose.edited.emit()
    page.wizard.go_on()
    assert page.wizard.banner.words.startswith("No column says what was counted")
    page.match.purpose.set_value(Purpose.CASES)
    page.match.purpose.edited.emit()
    assert {header: target.value() for header, target in page.match.targets.items()} == before


def test_that_the_blank_workbook_is_saved_and_read_back_by_the_wizard(
    office: Office, page: ImportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "workbook.xlsx"
    monkeypatch.setattr(blank_form, "save_workbook_place", lambda *_: place)
    assert blank_form.save_blank_workbook(office, page) == place
    page.read(place)
    page.wizard.go_on()
    assert page.match.purpose.value() is Purpose.REFERRALS
