"""What leaves by mail or by calendar, made through the window, names nobody."""

from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import identities
from psg_desktop.domain.agencies import Contact
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import Act
from psg_desktop.domain.people import HouseholdMember
from psg_desktop.privacy.identities import IdentityKind
from psg_desktop.settings import Settings
from psg_desktop.ui.actions.page import ActionsPage
from psg_desktop.ui.application import Application
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.parts import calendar_saving, sheet_making
from tests.builders import a_case, a_person, an_action
from tests.casework.referring.test_referrals import received

WORDS = {"quorbleton", "thrapstonby", "zibberwick", "vexmoor", "dabbo", "snorfield", "900123"}


@pytest.fixture
def filled(office: Office) -> Office:
    """A vault in which every text of a case, of its actions and meetings names somebody."""
    person = a_person(
        full_name="Ansel Quorbleton",
        aliases=("Dabbo",),
        phones=("07700 900123",),
        household=(HouseholdMember(name="Kester Thrapstonby", relation="Son"),),
    )
    case = a_case(
        subject=person.id, kind=CaseKind.PERSON, reference="PSG-2026-301",
        title="Quorbleton in Snorfield", problem="Dabbo shouts.", blocked="Snorfield",
        lead_practitioner="Oona Vexmoor", review_due=date(2026, 12, 1),
    )  # fmt: skip
    with office.working(Act.OPEN_CASE) as unit:
        agency = unit.agencies.all()[0]
        contact = Contact(name="Oona Vexmoor", post="Officer", email="desk@example.org")
        unit.people.put(person)
        unit.cases.put(case)
        unit.agencies.put(replace(agency, contacts=(contact,)))
        unit.actions.put(
            an_action(
                case=case.id, owner=agency.id, officer="Oona Vexmoor",
                what="Ring Zibberwick about Quorbleton, 07700 900123",
            )
        )  # fmt: skip
        for one in unit.meetings.all():
            unit.meetings.put(replace(one, place="Snorfield Hall", chair="Oona Vexmoor"))
    received(office, name="Oswin Thrapstonby", problem="Snorfield")
    return office


@pytest.fixture
def page(filled: Office, application: Application, qtbot: QtBot) -> ActionsPage:
    """The list of actions in the whole window."""
    main = MainWindow(filled, application.appearance, JobsAtOnce(), Settings())
    qtbot.addWidget(main.frame)
    main.frame.show()
    main.frame.go("actions")
    shown = main.frame.page
    assert isinstance(shown, ActionsPage)
    shown.setProperty("window", main)
    return shown


def test_that_mail_and_calendar_made_in_the_window_hold_references_only(
    page: ActionsPage, filled: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_making, "folder", lambda _parent: tmp_path)
    monkeypatch.setattr(calendar_saving, "calendar_place", lambda _parent, name: tmp_path / name)
    page.papers.sheets.trigger()
    page.papers.calendar.trigger()
    mails = list(tmp_path.glob("*.eml"))
    assert mails
    calendar = (tmp_path / "psg-dates.ics").read_text("utf-8").replace("\r\n ", "")
    read = [calendar, *(_read(one) for one in mails), *(one.name for one in tmp_path.iterdir())]
    assert "PSG-2026-301" in calendar
    assert all("PSG-2026-301" in one for one in read[1 : 1 + len(mails)])
    for text in read:
        assert {word for word in WORDS if word in text.casefold()} == set()
        assert [name for name in _known(filled) if name.casefold() in text.casefold()] == []


def _read(mail: Path) -> str:
    """Give headers and body of a message, but whom it goes to and what it carries."""
    message = message_from_bytes(mail.read_bytes(), policy=default)
    body = message.get_body()
    assert body is not None
    headers = [f"{name}: {value}" for name, value in message.items() if name != "To"]
    (carried,) = message.iter_attachments()
    return "\n".join([*headers, body.get_content(), carried.get_filename() or ""])


def _known(office: Office) -> list[str]:
    """Give everything the vault knows of anybody, but the references the papers go by."""
    with office.reading() as unit:
        known = list(identities.everyone(unit))
    return [
        one.text
        for one in known
        if one.kind not in {IdentityKind.REFERENCE, IdentityKind.EMAIL} and len(one.text) > 2
    ]
