"""An ASB case review by keyboard, from the application to its closing and the numbers."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot
from typing_extensions import override

from psg_desktop.casework.asb_reviews import applications, review_lists, review_rules
from psg_desktop.casework.caseload import support
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people, places
from psg_desktop.domain.case_review_lists import ReviewView
from psg_desktop.domain.case_review_numbers import PublishedNumber, YearKind
from psg_desktop.domain.case_review_rules import ReviewStep
from psg_desktop.domain.case_reviews import CaseReview, ReviewState
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import CaseId, CaseReviewId, PlaceId
from psg_desktop.domain.places import Place
from psg_desktop.ui.application import Application
from psg_desktop.ui.case_reviews.numbers_page import NumbersPage
from psg_desktop.ui.case_reviews.page import CaseReviewsPage
from psg_desktop.ui.case_reviews.review_page import CaseReviewPage
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.main_window.case_reviews import CaseReviews
from psg_desktop.ui.main_window.records import Records
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.entry_lines import EntryLine
from psg_desktop.ui.people.person_page import PersonPage
from psg_desktop.ui.places.place_page import PlacePage
from psg_desktop.ui.settings_page.review_rules_card import ReviewRulesCard
from psg_desktop.ui.settings_page.support_codes_card import SupportCodesCard
from psg_desktop.ui.today import targets
from psg_desktop.ui.today.lines import Lines
from psg_desktop.ui.today.page import TodayPage
from tests.case_review_values import a_decision, an_application, an_incident
from tests.ui.cases import samples
from tests.ui.cases.desk import Hands, open_case, open_frame, words_of

DAY = timedelta(days=1)
_NAMED = "ASB case reviews: Acknowledge"


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def hands(frame: Frame) -> Hands:
    return Hands(frame)


@pytest.fixture
def pages(office: Office, notifier: Notifier, frame: Frame) -> CaseReviews:
    records = Records(office, notifier, JobsAtOnce(), lambda _id: None)
    records.place(frame)
    made = CaseReviews(office, notifier, records, lambda _id: None)
    made.place(frame)
    return made


def received(office: Office, days_ago: int = 30, reports: int = 3) -> CaseReview:
    day = office.today() - days_ago * DAY
    incidents = tuple(
        an_incident(day - (20 + 10 * number) * DAY, agency=None, reported_to="Police")
        for number in range(reports)
    )
    made = an_application(
        id=CaseReviewId(office.new_id()),
        reference=applications.next_reference(office),
        received_on=day,
        incidents=incidents,
    )
    applications.receive(office, made)
    return made


def test_that_an_application_is_taken_from_a_case_and_opens_its_page(
    hands: Hands, pages: CaseReviews, frame: Frame, office: Office, notifier: Notifier
) -> None:
    case: CaseId = samples.bare_case(office)
    screen = open_case(frame, office, notifier, case)
    screen.application_asked.connect(pages.new)
    hands.press("Record an application")
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"route", "applicant", "name", "behaviour"}
    hands.tab_to("How it came")
    hands.type("Online")
    hands.tab_to("Who applies")
    hands.type("Somebody")
    hands.fill(
        {
            "Name of the applicant": "Thea Wrangle",
            "Name of the victim": "Nell Osgathorpe",
            "What happens": "Shouting at night",
        }
    )
    hands.press("Add an incident")
    hands.fill({"Happened on, Incident 1": "yesterday", "Reported on, Incident 1": "-2d"})
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"incidents"}
    hands.fill({"Reported on, Incident 1": "today", "If not on file, to whom, Incident 1": "101"})
    hands.save()
    page = frame.page
    assert isinstance(page, CaseReviewPage)
    assert "Thea Wrangle" in words_of(page.facts)
    assert "Day not known" not in words_of(page.incidents)
    assert applications.of_case(office, case)[0].victim == "Nell Osgathorpe"
    frame.go_back()
    assert "ACR-2026-001" in words_of(screen.cards["case_reviews"])


def test_that_an_application_is_acknowledged_and_decided_part_by_part(
    hands: Hands, pages: CaseReviews, office: Office
) -> None:
    review = received(office)
    pages.open(review.id)
    hands.press("Acknowledge")
    hands.fill({"How, and what the applicant was told": "By letter"})
    hands.save()
    hands.press("Decide on the threshold")
    assert "3 reports qualify; the threshold is 3" in words_of(hands.sheet)
    hands.sheet.save_asked.emit()
    assert {"met", "met_behaviour", "met_harm", "reason"} <= set(hands.problems())
    assert "Persistence: Answer each part of the threshold test." in words_of(hands.sheet)
    for limb in ("Anti-social behaviour", "Persistence", "Harm or potential harm"):
        hands.tab_to(limb)
        hands.type("Yes")
    hands.tab_to("Response not adequate")
    hands.type("No")
    hands.tab_to("Is the threshold met?")
    hands.type("No")
    hands.fill({"Reason": "Reports were closed unread.", "Decided by": "The duty manager"})
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"met"}
    hands.sheet.form.fields["met"].control.set_value(True)
    hands.fill({"Who was told, and how": "Thea, by letter", "Told on": "today"})
    hands.save()
    kept = applications.get(office, review.id)
    assert (kept.state, kept.acknowledged_how) == (ReviewState.MET, "By letter")


def test_that_a_panel_recommends_the_outcome_is_told_and_an_appeal_is_heard(
    hands: Hands, pages: CaseReviews, frame: Frame, office: Office
) -> None:
    review = received(office)
    day = office.today()
    applications.decide(office, review.id, a_decision(on=day, told_on=day))
    pages.open(review.id)
    assert "The outcome is not told yet." in words_of(frame.page)
    hands.press("Record the panel")
    hands.fill({"Day of the panel": "today", "Chair": "Ottoline Frith"})
    for question, answer in (("Was it held?", "Yes"), ("The victim", "Not")):
        hands.tab_to(question)
        hands.type(answer)
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"why_not"}
    hands.fill({"Why the victim was not invited": "In hospital"})
    hands.save()
    recommend(hands)
    for step, answers in (
        ("Tell the outcome", {"What the letter says": "A monitor is fitted."}),
        ("Record an appeal", {"Grounds": "Nobody was heard"}),
    ):
        hands.press(step)
        hands.fill(answers)
        hands.save()
    hands.press("Result of the appeal")
    hands.tab_to("Result")
    hands.type("Not upheld")
    hands.fill({"Reason, and what the applicant was told": "The panel had the letters."})
    hands.save()
    page = frame.page
    assert isinstance(page, CaseReviewPage)
    assert "1  A monitor" in words_of(page.recommendations)
    close_and_reopen(hands, office, review)


def recommend(hands: Hands) -> None:
    hands.press("Add a recommendation")
    hands.fill({"What is recommended": "A monitor"})
    hands.sheet.save_asked.emit()
    assert hands.problems() == {"agency": "Choose the agency it is addressed to."}
    hands.fill({"If not on file, to whom": "The landlord"})
    hands.save()


def close_and_reopen(hands: Hands, office: Office, review: CaseReview) -> None:
    hands.press("Close")
    hands.sheet.save_asked.emit()
    assert hands.problems() == {"because": "Give the reason."}
    hands.fill({"Why it is closed": "All was told"})
    hands.save()
    assert applications.get(office, review.id).state is ReviewState.CLOSED
    hands.press("Reopen")
    assert not applications.get(office, review.id).finished


def refused(office: Office) -> CaseReview:
    made = received(office, 5, reports=1)
    day = office.today()
    applications.decide(office, made.id, a_decision(met=False, on=day, told_on=day))
    return made


def test_that_the_list_and_today_lead_to_a_review(
    pages: CaseReviews, frame: Frame, office: Office, notifier: Notifier
) -> None:
    late = received(office)
    refused(office)
    listing = pages.page()
    assert isinstance(listing, CaseReviewsPage)
    frame.open_page(listing)
    listing.show_view("late")
    (row,) = review_lists.listed(office, ReviewView.LATE, "", slice(0, 9)).rows
    listing.open_row(row)
    assert isinstance(frame.page, CaseReviewPage)
    assert frame.page.id == late.id
    today = TodayPage(office, notifier)
    frame.open_page(today)
    followed: list[object] = []
    today.chosen.connect(followed.append)
    assert "One step is late." in words_of(today)
    lines = next(one for one in today.findChildren(Lines) if one.accessibleName() == _NAMED)
    first = lines.table_model.row(0)
    assert first is not None
    assert first.words == "Nell Osgathorpe"
    lines.opened.emit(first)
    assert followed == [targets.OpenCaseReview(review=late.id)]


def test_that_the_pages_of_victim_and_place_lead_to_their_reviews(
    pages: CaseReviews, frame: Frame, office: Office
) -> None:
    records = pages._records
    records.case_review_chosen.connect(pages.open)
    person = samples.person(office)
    place = Place(id=PlaceId(office.new_id()), name="Lode Bank yard")
    people.save(office, person)
    places.save(office, place)
    records.open_party(CaseKind.PERSON, person.id)
    assert isinstance(frame.page, PersonPage)
    assert frame.page.case_reviews.isHidden()
    known = received(office)
    applications.amend(office, replace(known, person=person.id, place=place.id))
    for kind, id_ in ((CaseKind.PERSON, person.id), (CaseKind.PLACE, place.id)):
        records.open_party(kind, id_)
        assert isinstance(frame.page, PersonPage | PlacePage)
        card = frame.page.case_reviews
        assert card.isVisible()
        card.findChildren(EntryLine)[0].opener.click()
        opened: Page | None = frame.page
        assert isinstance(opened, CaseReviewPage)
        assert opened.id == known.id


def test_that_each_number_opens_to_its_reviews_and_the_four_are_saved(
    frame: Frame, office: Office, notifier: Notifier, tmp_path: Path
) -> None:
    review = refused(office)
    places = iter((None, tmp_path / "numbers.csv", tmp_path / "no" / "numbers.csv"))
    page = NumbersPage(office, notifier, lambda *_: next(places))
    frame.open_page(page)
    chosen: list[object] = []
    page.review_chosen.connect(chosen.append)
    hands = Hands(frame)
    card = page.numbers[PublishedNumber.NOT_MET]
    assert review.reference in words_of(card)
    card.findChildren(EntryLine)[0].opener.click()
    assert chosen == [review.id]
    hands.press("Save the numbers")
    assert page.said.isHidden()
    hands.press("Save the numbers")
    assert page.said.text() == "The numbers are saved as numbers.csv."
    hands.press("Save the numbers")
    assert page.said.text().startswith("The folder for numbers.csv is not there.")
    page.kind.set_value(YearKind.CALENDAR)
    page.kind.edited.emit()
    assert "1 January" in words_of(frame)


class Cards(Page):
    """A page of the two cards, without the rest of the settings."""

    def __init__(self, rules: ReviewRulesCard, codes: SupportCodesCard) -> None:
        super().__init__("Cards")
        self.cards = (rules, codes)
        column = QVBoxLayout(self)
        for card in self.cards:
            column.addWidget(card)

    @override
    def refresh(self) -> None:
        for card in self.cards:
            card.show_now()


def test_that_thresholds_times_and_codes_are_changed_in_the_settings(
    hands: Hands, frame: Frame, office: Office
) -> None:
    page = Cards(ReviewRulesCard(office), SupportCodesCard(office))
    for card in page.cards:
        card.sheet_asked.connect(frame.open_sheet)
    frame.open_page(page)
    hands.press("Change: Threshold: 3 qualifying complaints")
    complaints = hands.sheet.form.fields["complaints"].control
    complaints.set_value(4)
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"complaints"}
    complaints.set_value(2)
    hands.save()
    hands.press("Change: Acknowledge the application: 10 working days")
    hands.sheet.form.fields["days"].control.set_value(3)
    hands.save()
    hands.press("Add a type or reason")
    name = hands.sheet.form.fields["name"].control
    name.set_value("Housing and tenancy support")
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"name"}
    name.set_value("Allotment club")
    hands.save()
    hands.press("Take out of use: Mediation or restorative meeting")
    rules = review_rules.rules(office, office.today())
    assert rules.threshold.complaints == 2
    assert rules.times[ReviewStep.ACKNOWLEDGE].days == 3
    known = {one.name: one for one in support.codes(office)}
    assert known["Allotment club"].in_force(office.today())
    assert not known["Mediation or restorative meeting"].in_force(office.today())
