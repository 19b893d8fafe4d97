"""The legal basis of a case and the log of disclosures, through the window."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.information_law import information
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import identities
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.ids import CaseId, DisclosureId, LegalBasisId
from psg_desktop.domain.information import Basis, Disclosure, Gateway, LegalBasis
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from tests.builders import a_closure
from tests.ui.cases import samples
from tests.ui.cases.desk import Hands, open_case, open_frame, words_of


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def case(office: Office) -> CaseId:
    return samples.bare_case(office)


@pytest.fixture
def screen(frame: Frame, office: Office, notifier: Notifier, case: CaseId) -> CaseScreen:
    return open_case(frame, office, notifier, case)


def _told(office: Office, case: CaseId) -> Disclosure:
    return Disclosure(
        id=DisclosureId(office.new_id()), case=case, on=office.today(),
        gateway=Gateway.SAFEGUARDING, recipient="Pell Tarrow", what="The dates of three visits.",
        why="To plan a visit together.", told_by="Ilse Sedgeway",
    )  # fmt: skip


def test_that_the_usual_basis_stands_until_another_is_recorded(
    screen: CaseScreen, frame: Frame, office: Office, case: CaseId
) -> None:
    card, hands = screen.cards["information"], Hands(frame)
    assert "paragraphs 10 and 18" in words_of(card)
    hands.press("Change the legal basis")
    hands.sheet.form.fields["basis"].control.set_value(Basis.CONSENT)
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"reason", "consent_by", "consent_how"}
    hands.fill({"Why this basis": "A family conference.", "Who gave consent": "Wilf Marrowby"})
    hands.fill({"How it was given": "Signed on a form."})
    hands.save()
    assert "Legal basis: Consent, given explicitly" in words_of(card)
    assert "paragraphs 10 and 18" not in words_of(card)
    undoing.undo_last(office)
    assert information.of_case(office, case).bases == ()
    assert "paragraphs 10 and 18" in words_of(card)


def test_that_a_disclosure_is_logged_of_a_closed_case_too(
    screen: CaseScreen, frame: Frame, office: Office, case: CaseId
) -> None:
    cases.close(office, case, a_closure())
    hands = Hands(frame)
    hands.press("Record a disclosure")
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"recipient", "what", "why", "told_by"}
    answers = {"Whom": "Pell Tarrow", "What was told": "Three dates.", "Why": "To plan a visit."}
    hands.fill(answers | {"Who told it": "Ilse Sedgeway"})
    hands.save()
    said = words_of(screen.cards["information"])
    assert "Told to Pell Tarrow on Sat 21 Nov 2026" in said
    assert "Crime and Disorder Act 1998, section 115" in said


def test_that_days_that_cannot_be_are_refused(office: Office, case: CaseId) -> None:
    told, day = _told(office, case), timedelta(days=1)
    for on, problem in (
        (office.today() + day, Problem.DATE_IN_FUTURE),
        (office.today() - 9000 * day, Problem.BEFORE_CASE_OPENED),
    ):
        with pytest.raises(Refused) as caught:
            information.disclose(office, replace(told, on=on))
        assert caught.value.problems[0].problem is problem
    with pytest.raises(Refused):
        information.set_basis(
            office,
            LegalBasis(
                id=LegalBasisId(office.new_id()), case=case, basis=Basis.PUBLIC_TASK,
                since=office.today() + day, reason="The usual.",
            ),
        )  # fmt: skip


def test_that_whoever_is_named_in_a_disclosure_is_known_to_the_finder(
    office: Office, case: CaseId
) -> None:
    information.disclose(office, _told(office, case))
    with office.reading() as unit:
        known = {one.text for one in identities.everyone(unit)}
    assert {"Pell Tarrow", "Ilse Sedgeway"} <= known
