"""A caller refers somebody: taken down by keyboard alone, decided, and taken back."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.casework.referring import referral_drafts, referral_lists, referrals
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import CaseId, ReferralId
from psg_desktop.domain.referral_lists import ReferralFilter, ReferralView
from psg_desktop.domain.referrals import (
    ReferralOutcome,
    ReferralRoute,
    ReferralState,
    Urgency,
)
from psg_desktop.ui.application import Application
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.referrals.decision_sheet import DecisionForm, DecisionSheet
from psg_desktop.ui.referrals.form import ReferralForm
from psg_desktop.ui.referrals.referral_page import ReferralPage
from psg_desktop.ui.referrals.sheet import ReferralSheet
from tests.ui.cases import samples
from tests.ui.cases.desk import CTRL, Hands, Key, open_frame

ALL = slice(0, None)
CALL = {
    "Name": "Wendell Tansyfield",
    "Address": "4 Withy Court",
    "Phones": "07700 900144, 07700 900145",
    "What the problem is": "Shouting at night; the children next door cannot sleep.",
    "How long it can wait": "Before",
    "What was tried first": "Two visits and a letter.",
    "Referrer's name": "Joan Cloverley",
    "How to reach them": "01632 960 118",
}


@pytest.fixture
def hands(application: Application, qtbot: QtBot, office: Office) -> Hands:
    return Hands(open_frame(application, qtbot))


@pytest.fixture
def saved(hands: Hands, office: Office) -> list[ReferralId]:
    sheet = ReferralSheet(office)
    made: list[ReferralId] = []
    sheet.referral_saved.connect(made.append)
    assert hands.frame.open_sheet(sheet)
    return made


def form(hands: Hands) -> ReferralForm:
    found = hands.sheet.form
    assert isinstance(found, ReferralForm)
    return found


def test_that_a_call_is_taken_down_by_keyboard_alone(
    hands: Hands, saved: list[ReferralId], office: Office
) -> None:
    hands.fill(CALL)
    hands.key(Key.Key_Return, CTRL)
    (id_,) = saved
    kept = referrals.get(office, id_)
    assert kept.reference == "R-2026-001"
    assert (kept.name, kept.address) == ("Wendell Tansyfield", "4 Withy Court")
    assert kept.phones == ("07700 900144", "07700 900145")
    assert (kept.kind, kept.route) == (CaseKind.PERSON, ReferralRoute.TELEPHONE)
    assert kept.urgency is Urgency.BEFORE_MEETING
    assert kept.received_on == date(2026, 11, 21)
    assert lists.today(office).referrals_total == 1


def test_that_two_answers_are_enough_and_their_lack_is_said_beside_them(
    hands: Hands, saved: list[ReferralId], office: Office
) -> None:
    hands.key(Key.Key_S, CTRL)
    assert hands.problems() == {
        "name": "Say who or where: a name, an address or a postcode.",
        "problem": "Say what the problem is.",
    }
    hands.fill({"Name": "Tollgate underpass", "What the problem is": "Lights broken."})
    hands.save()
    assert saved


def test_that_a_call_cut_off_is_kept_and_offered_again(hands: Hands, office: Office) -> None:
    sheet = ReferralSheet(office)
    hands.frame.open_sheet(sheet)
    hands.fill({"Name": "Wendell Tansyfield"})
    sheet.flush()
    held = referral_drafts.kept(office)
    assert held is not None
    assert held[0].text.startswith("Wendell Tansyfield\n")
    again = ReferralSheet(office)
    assert again.form.values()["name"] == "Wendell Tansyfield"
    assert again.form.is_changed()
    again.form.restored.stepped.emit()  # type: ignore[attr-defined]  # it is a ReferralForm
    assert again.form.values()["name"] == ""
    again.deleteLater()


def test_that_closing_the_form_forgets_what_was_typed(hands: Hands, office: Office) -> None:
    sheet = ReferralSheet(office)
    hands.frame.open_sheet(sheet)
    hands.fill({"Name": "Wendell Tansyfield"})
    sheet.flush()
    sheet.close_sheet()
    assert referral_drafts.kept(office) is None


def test_that_somebody_on_file_is_pointed_out_and_linked(
    hands: Hands, saved: list[ReferralId], office: Office
) -> None:
    known = samples.person(office, "Wendell Tansyfield", date(1984, 3, 9))
    people.save(office, known)
    hands.fill({"Name": "tansyfield wendel"})
    form(hands).alike.look()
    assert form(hands).alike.isVisible()
    assert form(hands).alike.y() < form(hands).fields["address"].y()
    stop = form(hands).fields["name"].control.parts()[0].nextInFocusChain()
    while not stop.isVisible() or not stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
        stop = stop.nextInFocusChain()
    assert stop is form(hands).fields["born"].control.parts()[0]
    hands.press("Use this record: Wendell Tansyfield")
    hands.fill({"What the problem is": "Shouting at night."})
    hands.save()
    assert referrals.get(office, saved[0]).subject == known.id


def test_that_a_record_kept_apart_is_not_named_again(
    hands: Hands, saved: list[ReferralId], office: Office
) -> None:
    people.save(office, samples.person(office, "Wendell Tansyfield", date(1984, 3, 9)))
    hands.fill({"Name": "Wendell Tansyfield"})
    form(hands).alike.look()
    hands.press("Not the same: Wendell Tansyfield")
    assert not form(hands).alike.isVisible()


def test_that_a_re_referral_is_noticed_and_keeps_its_link(
    hands: Hands, saved: list[ReferralId], office: Office
) -> None:
    hands.fill({"Name": "Wendell Tansyfield", "What the problem is": "Shouting at night."})
    hands.save()
    sheet = ReferralSheet(office)
    sheet.referral_saved.connect(saved.append)
    hands.frame.open_sheet(sheet)
    hands.fill({"Name": "Wendell Tansyfield", "What the problem is": "Again."})
    form(hands).alike.look()
    hands.press("It is a re-referral: Wendell Tansyfield")
    hands.save()
    assert referrals.get(office, saved[1]).earlier == saved[0]


def decide(hands: Hands, office: Office, id_: ReferralId) -> tuple[DecisionForm, list[CaseId]]:
    """Open the decision with its test answered and its reason given."""
    sheet = DecisionSheet(office, referrals.get(office, id_))
    opened: list[CaseId] = []
    sheet.case_opened.connect(opened.append)
    hands.frame.open_sheet(sheet)
    found = sheet.form
    assert isinstance(found, DecisionForm)
    for limb in found.limbs:
        found.fields[f"met_{limb.code}"].control.set_value("met")
    found.fields["reason"].control.set_value("Several agencies are needed.")
    found.fields["decided_by"].control.set_value("PSG meeting")
    return found, opened


def choose(found: DecisionForm, outcome: ReferralOutcome) -> None:
    found.fields["outcome"].control.set_value(outcome)
    found.follow_outcome()


def test_that_accepting_opens_the_case_and_undo_takes_it_all_back(
    hands: Hands, saved: list[ReferralId], office: Office
) -> None:
    hands.fill(CALL)
    hands.save()
    before = referrals.get(office, saved[0])
    found, opened = decide(hands, office, saved[0])
    choose(found, ReferralOutcome.ACCEPTED_NEW)
    hands.save()
    page = lists.case_page(office, opened[0])
    assert page.subject_label == "Wendell Tansyfield"
    assert page.case.problem == CALL["What the problem is"]
    person = people.listed(office, "", ALL).rows[0]
    assert person.address == "4 Withy Court"
    undoing.undo_last(office)
    assert people.listed(office, "", ALL).total == 0
    assert referrals.get(office, saved[0]) == before


def test_that_a_decision_refuses_beside_its_fields(
    hands: Hands, saved: list[ReferralId], office: Office
) -> None:
    hands.fill(CALL)
    hands.save()
    sheet = DecisionSheet(office, referrals.get(office, saved[0]))
    hands.frame.open_sheet(sheet)
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"outcome"}
    found = sheet.form
    assert isinstance(found, DecisionForm)
    choose(found, ReferralOutcome.REDIRECTED)
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {
        "met_significant_harm",
        "met_added_value",
        "reason",
        "decided_by",
        "forum",
    }
    sheet.close_sheet()


@pytest.mark.parametrize("outcome", list(ReferralOutcome))
def test_that_every_outcome_can_be_recorded_from_the_form(
    hands: Hands, saved: list[ReferralId], office: Office, outcome: ReferralOutcome
) -> None:
    hands.fill(CALL)
    hands.save()
    found, _opened = decide(hands, office, saved[0])
    choose(found, outcome)
    found.fields["forum"].control.set_value("MARAC")
    if not found.fields["case"].isHidden():
        found.choose(outcome, samples.bare_case(office))
    hands.save()
    decision = referrals.get(office, saved[0]).decision
    assert decision is not None
    assert decision.outcome is outcome


def test_that_the_page_of_a_referral_offers_what_its_state_allows(
    hands: Hands, saved: list[ReferralId], office: Office
) -> None:
    hands.fill(CALL)
    hands.save()
    page = ReferralPage(office, Notifier(), saved[0])
    hands.frame.open_page(page)
    page.refresh()
    tools = {one.text(): one for one in page.more_tools()}
    assert [words for words, one in tools.items() if not one.isHidden()] == [
        "Decide",
        "Return to the referrer",
    ]
    referrals.send_back(office, saved[0], "Date of birth", date(2026, 11, 28))
    page.refresh()
    assert not tools["What was missing has come"].isHidden()
    tools["What was missing has come"].click()
    assert referrals.get(office, saved[0]).state is ReferralState.RECEIVED


def test_that_a_referral_of_full_texts_is_shown_and_changed(
    hands: Hands, saved: list[ReferralId], office: Office
) -> None:
    hands.fill({"Name": "Wendell Tansyfield", "What the problem is": "Shouting."})
    hands.save()
    kept = referrals.get(office, saved[0])
    long = "é " * 10_000
    referrals.amend(office, replace(kept, problem=long, tried=long, asks=long))
    page = ReferralPage(office, Notifier(), saved[0])
    hands.frame.open_page(page)
    page.refresh()
    shown = referral_lists.listed(office, ReferralFilter(view=ReferralView.ALL), ALL)
    assert shown.rows[0].problem == long
