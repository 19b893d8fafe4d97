"""Case reviews and support for tests: whole ones, and any as Hypothesis makes them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from psg_desktop.domain.case_review_applications import (
    Applicant,
    ApplicantKind,
    ApplicationRoute,
    Incident,
)
from psg_desktop.domain.case_review_facts import (
    AppealAgainst,
    OutcomeLetter,
    Panel,
    PanelMember,
    Recommendation,
    ReviewAppeal,
    VictimPart,
)
from psg_desktop.domain.case_review_rules import ReviewThreshold, ReviewTime
from psg_desktop.domain.case_review_thresholds import LimbFinding, ReviewLimb, ThresholdDecision
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.ids import AgencyId, CaseId, CaseReviewId, SupportOfferId
from psg_desktop.domain.support import (
    Attempt,
    ContactResult,
    ContactWay,
    SupportAnswer,
    SupportCode,
    SupportOffer,
    SupportState,
)

RECEIVED = date(2026, 3, 4)
POLICE = AgencyId(UUID(int=7))
COUNCIL = AgencyId(UUID(int=8))


def an_incident(happened: date, reported: date | None = None, **other: Any) -> Incident:
    """Give an incident reported to the police, the day after it happened."""
    day = reported or happened + timedelta(days=1)
    return Incident(**{"happened_on": happened, "reported_on": day, "agency": POLICE} | other)


THREE = (
    an_incident(date(2025, 12, 5)),
    an_incident(date(2026, 1, 5)),
    an_incident(date(2026, 2, 5)),
)


def an_application(**changed: Any) -> CaseReview:
    """Give an application of the victim with three qualifying reports."""
    whole: dict[str, Any] = {
        "id": CaseReviewId(UUID(int=71)),
        "reference": "ACR-2026-001",
        "received_on": RECEIVED,
        "route": ApplicationRoute.ONLINE_FORM,
        "applicant": Applicant(kind=ApplicantKind.VICTIM, name="Nell Osgathorpe"),
        "behaviour": "Shouting and banging at night",
        "incidents": THREE,
    }
    return CaseReview(**whole | changed)


def a_decision(*, met: bool = True, on: date | None = None, **changed: Any) -> ThresholdDecision:
    """Give a decision on the threshold the applicant was told of, met or not."""
    day = on or RECEIVED + timedelta(days=14)
    answers = {limb: met or limb is ReviewLimb.BEHAVIOUR for limb in ReviewLimb}
    whole: dict[str, Any] = {
        "on": day,
        "decided_by": "Community safety manager",
        "met": met,
        "findings": tuple(LimbFinding(limb=limb, met=yes) for limb, yes in answers.items()),
        "reason": "As found part by part",
        "needed": 3,
        "counted": 3 if met else 1,
        "told": "Applicant, by letter",
        "told_on": day,
    }
    return ThresholdDecision(**whole | changed)


def a_panel(**changed: Any) -> Panel:
    """Give a panel that was held, with the victim there."""
    whole: dict[str, Any] = {
        "on": RECEIVED + timedelta(days=35),
        "held": True,
        "chair": "Ottoline Frith",
        "chair_from": "Neighbouring council",
        "independent": True,
        "members": (PanelMember(agency=POLICE, attended=True),),
        "victim": VictimPart.ATTENDED,
    }
    return Panel(**whole | changed)


def a_recommendation(**changed: Any) -> Recommendation:
    """Give a recommendation to the council."""
    whole: dict[str, Any] = {
        "what": "Fit a noise monitor",
        "made_on": RECEIVED + timedelta(days=35),
        "agency": COUNCIL,
        "answer_by": RECEIVED + timedelta(days=49),
        "due": RECEIVED + timedelta(days=70),
    }
    return Recommendation(**whole | changed)


def a_reviewed(**changed: Any) -> CaseReview:
    """Give a review whose panel was held and whose outcome was told."""
    whole = an_application().acknowledge(RECEIVED + timedelta(days=2), "Letter")
    whole = whole.decide(a_decision()).meet(None, a_panel()).recommend(None, a_recommendation())
    letter = OutcomeLetter(on=RECEIVED + timedelta(days=40), to="The applicant", says="Two things")
    return replace(whole.tell(letter), **changed)


def an_appeal(against: AppealAgainst = AppealAgainst.THRESHOLD, **changed: Any) -> ReviewAppeal:
    """Give an appeal that waits."""
    whole: dict[str, Any] = {
        "asked_on": RECEIVED + timedelta(days=60),
        "against": against,
        "grounds": "Two reports were left out",
    }
    return ReviewAppeal(**whole | changed)


def an_offer(**changed: Any) -> SupportOffer:
    """Give an offer of support without an answer."""
    whole: dict[str, Any] = {
        "id": SupportOfferId(UUID(int=72)),
        "case": CaseId(UUID(int=1)),
        "support": "housing",
        "offered_on": RECEIVED,
    }
    return SupportOffer(**whole | changed)


def an_attempt(on: date, result: ContactResult = ContactResult.NO_ANSWER) -> Attempt:
    """Give an attempt by telephone."""
    return Attempt(on=on, how=ContactWay.TELEPHONE, result=result, by="Outreach worker")


def case_reviews(words: st.SearchStrategy[str]) -> st.SearchStrategy[CaseReview]:
    """Make case reviews as far along as any, with any words in them."""
    refused = an_application(decisions=(a_decision(met=False),))
    stages = (an_application(), refused, a_reviewed(), a_reviewed().appeal(an_appeal()))
    return st.builds(
        lambda base, id_, said, closed: replace(
            base,
            id=CaseReviewId(id_),
            reference=f"{base.reference}-{id_}",
            behaviour=said,
            applicant=replace(base.applicant, name=said, relation=said, email=said),
            incidents=(*base.incidents, an_incident(RECEIVED, reported_to=said, agency=None)),
            withdrawn=closed,
        ),
        st.sampled_from(stages), st.uuids(version=4), words, st.booleans(),
    )  # fmt: skip


def offers(case: CaseId, words: st.SearchStrategy[str]) -> st.SearchStrategy[SupportOffer]:
    """Make offers of support of a case, answered or not."""
    answers = st.builds(
        SupportAnswer, state=st.sampled_from(SupportState), on=st.just(RECEIVED), reason=words,
        remark=words,
    )  # fmt: skip
    attempts = st.builds(Attempt, on=st.dates(date(2000, 1, 1), date(2100, 1, 1)), by=words)
    return st.builds(
        SupportOffer, id=st.uuids(version=4).map(SupportOfferId), case=st.just(case),
        support=words, offered_on=st.just(RECEIVED), what=words, agency=st.none(),
        officer=words, person=st.none(), answers=st.lists(answers, max_size=2).map(tuple),
        attempts=st.lists(attempts, max_size=2).map(tuple),
    )  # fmt: skip


def thresholds(words: st.SearchStrategy[str]) -> st.SearchStrategy[ReviewThreshold]:
    """Make thresholds within the law."""
    return st.builds(
        ReviewThreshold, id=st.uuids(version=4), complaints=st.integers(1, 3),
        months=st.integers(1, 12), report_months=st.integers(1, 12),
        people=st.none() | st.integers(1, 9), source=words, since=st.none(), until=st.none(),
    )  # fmt: skip


def times(words: st.SearchStrategy[str]) -> st.SearchStrategy[ReviewTime]:
    """Make times of the steps of a review."""
    return st.builds(
        ReviewTime, id=st.uuids(version=4), days=st.integers(1, 365), source=words,
        since=st.none(), until=st.none(),
    )  # fmt: skip


def codes(words: st.SearchStrategy[str]) -> st.SearchStrategy[SupportCode]:
    """Make rows of the lists of support."""
    return st.builds(SupportCode, id=st.uuids(version=4), code=words, name=words,
                     since=st.none(), until=st.none())  # fmt: skip
