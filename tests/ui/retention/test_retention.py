"""Retention through the window: due, held, lifted, disposed of, and the schedule changed."""

from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.information_law import disposals, retention
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.retention import DueKind, RetentionTrigger
from psg_desktop.faults import Unwritable
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.retention.page import RetentionPage
from psg_desktop.ui.settings_page.page import SettingsPage
from tests.builders import a_closure
from tests.fakes import FixedClock
from tests.ui.cases import samples
from tests.ui.cases.desk import Hands, open_frame, page_of, words_of

LATER = datetime.fromisoformat("2033-01-15T10:00:00+00:00")


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def case(office: Office, clock: FixedClock) -> CaseId:
    made = samples.bare_case(office)
    cases.close(office, made, a_closure())
    clock.moment = LATER
    return made


@pytest.fixture
def page(frame: Frame, office: Office, notifier: Notifier, tmp_path: Path) -> RetentionPage:
    made = RetentionPage(office, notifier, lambda _parent, start: tmp_path / start.name)
    made.sheet_asked.connect(frame.open_sheet)
    frame.open_page(made)
    return made


def test_that_a_due_case_is_disposed_of_by_typing_its_reference(
    case: CaseId, page: RetentionPage, frame: Frame, office: Office, tmp_path: Path
) -> None:
    known, hands = page_of(office, case).case, Hands(frame)
    label = f"{known.reference} {known.title}"
    assert "Due since Sun 21 Nov 2032" in words_of(page.due)
    hands.press(f"Dispose: {label}")
    assert "cannot be undone" in words_of(hands.sheet)
    assert "Backups" in words_of(hands.sheet)
    hands.fill({f"Type {known.reference} to confirm": "PSG"})
    hands.sheet.save_asked.emit()
    assert hands.problems() == {"typed": "Type it exactly as it is shown above."}
    hands.sheet.form.fields["typed"].control.set_value(known.reference)
    hands.save()
    assert known.reference not in words_of(page)
    assert "Nothing is due." in words_of(page.due)
    (made,) = disposals.certificates(office)
    said: list[str] = []
    page.said.connect(said.append)
    hands.press(f"Save the certificate: {made.number} Case about a person")
    file = tmp_path / f"Certificate of disposal {made.number}.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert file.name in said[0]


def test_that_a_certificate_that_cannot_be_written_says_so(
    case: CaseId, page: RetentionPage, frame: Frame, office: Office, tmp_path: Path
) -> None:
    reference = page_of(office, case).case.reference
    made = disposals.dispose(office, case, reference)
    with pytest.raises(Unwritable):
        disposals.write_certificate(office, made, tmp_path / "missing" / "a.pdf")
    page.refresh()
    page._save_place = lambda _parent, start: tmp_path / "missing" / start.name
    warned: list[str] = []
    page.warned.connect(warned.append)
    Hands(frame).press(f"Save the certificate: {made.number} Case about a person")
    assert "Choose another" in warned[0]


def test_that_a_hold_takes_a_case_off_the_list_until_it_is_lifted(
    case: CaseId, page: RetentionPage, frame: Frame, office: Office
) -> None:
    known, hands = page_of(office, case).case, Hands(frame)
    label = f"{known.reference} {known.title}"
    hands.choose(f"More: {label}", "Put on hold")
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"reason"}
    hands.fill({"Reason": "A complaint to the ombudsman."})
    hands.save()
    assert "Nothing is due." in words_of(page.due)
    assert "A complaint to the ombudsman." in words_of(page.kept)
    hands.press(f"Lift the hold: {label}")
    assert known.reference in words_of(page.due)
    undoing.undo_last(office)
    assert known.reference in words_of(page.kept)


def test_that_what_is_due_can_be_opened(
    case: CaseId, page: RetentionPage, frame: Frame, office: Office
) -> None:
    chosen: list[tuple[object, object]] = []
    page.record_chosen.connect(lambda about, id_: chosen.append((about, id_)))
    known = page_of(office, case).case
    Hands(frame).choose(f"More: {known.reference} {known.title}", "Open")
    assert chosen == [(DueKind.CASE, case)]


def test_that_what_is_kept_longer_needs_its_last_day(
    case: CaseId, page: RetentionPage, frame: Frame, office: Office
) -> None:
    known, hands = page_of(office, case).case, Hands(frame)
    hands.choose(f"More: {known.reference} {known.title}", "Keep it longer")
    hands.fill({"Reason": "Still in court."})
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"until"}
    hands.fill({"Last day": "1 dec 2033"})
    hands.save()
    assert "until Thu 1 Dec 2033" in words_of(page.kept)


def test_that_the_schedule_is_changed_from_today_on(
    frame: Frame, office: Office, notifier: Notifier, application: Application
) -> None:
    settings = SettingsPage(office, notifier, application.appearance, Settings)
    settings.sheet_asked.connect(frame.open_sheet)
    frame.open_page(settings)
    settings.show_view("retention")
    hands = Hands(frame)
    hands.press("Change: Closing of a case: 6 years")
    hands.sheet.form.fields["months"].control.set_value(0)
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"months"}
    hands.sheet.form.fields["months"].control.set_value(60)
    hands.save()
    assert "Closing of a case: 5 years" in words_of(settings.retention)
    assert "Closing of a case: 6 years" in words_of(settings.retention)
    hands.press("Add a time for one kind of case")
    hands.sheet.form.fields["months"].control.set_value(120)
    hands.save()
    assert "Closing of a case, project: 10 years" in words_of(settings.retention)
    rules = retention.schedule(office)
    assert sum(one.trigger is RetentionTrigger.CASE_CLOSED for one in rules) == 3
