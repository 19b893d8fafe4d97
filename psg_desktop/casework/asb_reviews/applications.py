"""ASB case reviews: taking an application, and each step that follows it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from psg_desktop.casework.office import Office
from psg_desktop.domain.case_review_facts import (
    InformationRequest,
    OutcomeLetter,
    Panel,
    Recommendation,
    ReviewAppeal,
)
from psg_desktop.domain.case_review_thresholds import ThresholdDecision
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseId, CaseReviewId, PersonId, PlaceId
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.store.units import Unit

_START = "ACR-{year}-"
_APPLICATION = (
    "reference", "received_on", "route", "applicant", "victim", "person", "place", "case",
    "behaviour", "asks", "incidents",
)  # fmt: skip


def next_reference(office: Office) -> str:
    """Propose the next free reference of the year, such as "ACR-2026-003"."""
    start = _START.format(year=office.today().year)
    pattern = re.compile(re.escape(start) + r"(\d+)")
    with office.reading() as unit:
        found = [pattern.fullmatch(one.reference) for one in unit.case_reviews.all()]
    highest = max((int(match.group(1)) for match in found if match), default=0)
    return f"{start}{highest + 1:03}"


def receive(office: Office, review: CaseReview) -> None:
    """Keep a new application.

    Raises:
        Refused: A date lies ahead, the reference is taken, or what it is about is not there.
    """
    with office.working(Act.RECEIVE_APPLICATION) as unit:
        _check(office, unit, review)
        unit.case_reviews.put(review)


def amend(office: Office, changed: CaseReview) -> None:
    """Keep corrected facts of an application; what followed it is changed by its own steps.

    Raises:
        Refused: As for a new one, or a step that was taken would lie before it.
    """
    with office.working(Act.AMEND_APPLICATION) as unit:
        _check(office, unit, changed)
        known = unit.case_reviews.get(changed.id)
        facts = {name: getattr(changed, name) for name in _APPLICATION}
        unit.case_reviews.put(replace(known, **facts))


def acknowledge(office: Office, id_: CaseReviewId, on: date | None, how: str) -> None:
    """Say when and how the applicant was answered.

    Raises:
        Refused: The day is missing, lies ahead or before the application.
    """
    day = _day(office, "acknowledged_on", on)
    _step(office, Act.ACKNOWLEDGE_APPLICATION, id_, lambda one: one.acknowledge(day, how))


def decide(
    office: Office, id_: CaseReviewId, decision: ThresholdDecision, *, correcting: bool = False
) -> None:
    """Keep the decision on the threshold; *correcting* puts it in the place of the last.

    Raises:
        Refused: A day lies ahead, or it is decided already and no appeal was upheld since.
    """
    _past(office, {"on": decision.on, "told_on": decision.told_on})
    _step(
        office,
        Act.DECIDE_THRESHOLD,
        id_,
        lambda one: one.decide(decision, correcting=correcting),
    )


def ask_information(
    office: Office, id_: CaseReviewId, place: int | None, asked: InformationRequest
) -> None:
    """Keep what an agency was asked for; *place* is the one it corrects.

    Raises:
        Refused: A day lies ahead, or the review is closed.
    """
    _past(office, {"asked_on": asked.asked_on, "answered_on": asked.answered_on})
    _step(office, Act.ASK_INFORMATION, id_, lambda one: one.request(place, asked))


def meet(office: Office, id_: CaseReviewId, place: int | None, panel: Panel) -> None:
    """Keep a panel, planned or held; *place* is the one it corrects.

    Raises:
        Refused: One that was held lies ahead, or the threshold is not met.
    """
    _past(office, {"on": panel.on if panel.held else None})
    _step(office, Act.SAVE_PANEL, id_, lambda one: one.meet(place, panel))


def recommend(office: Office, id_: CaseReviewId, place: int | None, made: Recommendation) -> None:
    """Keep a recommendation, its answer and whether it was done; *place* is the one it changes.

    Raises:
        Refused: A day lies ahead, or no panel was held.
    """
    days = {name: getattr(made, name) for name in ("made_on", "answered_on", "done_on")}
    _past(office, days)
    _step(office, Act.RECOMMEND, id_, lambda one: one.recommend(place, made))


def tell(office: Office, id_: CaseReviewId, letter: OutcomeLetter) -> None:
    """Say that the applicant was told the outcome.

    Raises:
        Refused: The day lies ahead, or no panel was held.
    """
    _past(office, {"on": letter.on})
    _step(office, Act.TELL_OUTCOME, id_, lambda one: one.tell(letter))


def appeal(office: Office, id_: CaseReviewId, asked: ReviewAppeal) -> None:
    """Keep an appeal, also of a review that is closed: that opens it again.

    Raises:
        Refused: The day lies ahead, one waits already, or there is nothing to appeal against.
    """
    _past(office, {"asked_on": asked.asked_on})
    _step(office, Act.APPEAL_REVIEW, id_, lambda one: one.appeal(asked))


def decide_appeal(office: Office, id_: CaseReviewId, decided: ReviewAppeal) -> None:
    """Keep the result of the last appeal.

    Raises:
        Refused: The day lies ahead, or the result or its reason is missing.
    """
    _past(office, {"asked_on": decided.asked_on, "decided_on": decided.decided_on})
    _step(office, Act.DECIDE_REVIEW_APPEAL, id_, lambda one: one.decide_appeal(decided))


def close(
    office: Office, id_: CaseReviewId, on: date | None, because: str, *, withdrawn: bool = False
) -> None:
    """Close a review, or say that the applicant withdrew it.

    Raises:
        Refused: The day is missing or lies ahead, an appeal waits, or the applicant was not told.
    """
    day = _day(office, "on", on)
    _step(
        office, Act.CLOSE_CASE_REVIEW, id_, lambda one: one.close(day, because, withdrawn=withdrawn)
    )


def reopen(office: Office, id_: CaseReviewId) -> None:
    """Take a closed review up again.

    Raises:
        Refused: It is not closed.
    """
    _step(office, Act.REOPEN_CASE_REVIEW, id_, lambda one: one.reopen())


def get(office: Office, id_: CaseReviewId) -> CaseReview:
    """Read one review.

    Raises:
        Refused: There is no such review.
    """
    with office.reading() as unit:
        return unit.case_reviews.get(id_)


def of_case(office: Office, case: CaseId) -> tuple[CaseReview, ...]:
    """Read the reviews that are about a case, in the order they came."""
    with office.reading() as unit:
        return unit.case_reviews.where(case=case)


def of_person(office: Office, person: PersonId) -> tuple[CaseReview, ...]:
    """Read the reviews of what somebody on file suffered, in the order they came."""
    with office.reading() as unit:
        return unit.case_reviews.where(person=person)


def of_place(office: Office, place: PlaceId) -> tuple[CaseReview, ...]:
    """Read the reviews of what happened at a place on file, in the order they came."""
    with office.reading() as unit:
        return unit.case_reviews.where(place=place)


def _step(
    office: Office, act: Act, id_: CaseReviewId, moved: Callable[[CaseReview], CaseReview]
) -> None:
    with office.working(act) as unit:
        unit.case_reviews.put(moved(unit.case_reviews.get(id_)))


def _day(office: Office, name: str, day: date | None) -> date:
    found = Findings()
    found.when(day is None, name, Problem.DATE_MISSING)
    found.settle()
    _past(office, {name: day})
    return day or office.today()


def _past(office: Office, days: dict[str, date | None]) -> None:
    found = Findings()
    for name, day in days.items():
        found.when(day is not None and day > office.today(), name, Problem.DATE_IN_FUTURE)
    found.settle()


def _check(office: Office, unit: Unit, review: CaseReview) -> None:
    found = Findings()
    found.when(review.received_on > office.today(), "received_on", Problem.DATE_IN_FUTURE)
    others = unit.case_reviews.where(reference=review.reference)
    taken = any(one.id != review.id for one in others)
    found.when(taken, "reference", Problem.ALREADY_THERE)
    ahead = any(one.reported_on > office.today() for one in review.incidents)
    found.when(ahead, "incidents", Problem.DATE_IN_FUTURE)
    person, place, case = review.person, review.place, review.case
    gone = person is not None and unit.people.find(person) is None
    found.when(gone, "person", Problem.NOT_FOUND)
    found.when(place is not None and unit.places.find(place) is None, "place", Problem.NOT_FOUND)
    found.when(case is not None and unit.cases.find(case) is None, "case", Problem.NOT_FOUND)
    found.settle()
