"""ASB case reviews of the sample: one that waits, one refused, one held, and last year's."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.domain.agencies import Agency
from psg_desktop.domain.case_review_applications import (
    Applicant,
    ApplicantKind,
    ApplicationRoute,
    Incident,
)
from psg_desktop.domain.case_review_facts import (
    InformationRequest,
    OutcomeLetter,
    Panel,
    PanelMember,
    Recommendation,
    RecommendationAnswer,
    VictimPart,
)
from psg_desktop.domain.case_review_thresholds import LimbFinding, ReviewLimb, ThresholdDecision
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseReviewId, PlaceId

_DAY = timedelta(days=1)
_DECIDER = "Community safety manager"
_LIMBS = {
    ReviewLimb.BEHAVIOUR: "Shouting and banging at night causes distress.",
    ReviewLimb.PERSISTENCE: "Most weekends since summer.",
    ReviewLimb.HARM: "The applicant sleeps at a relative's house.",
    ReviewLimb.RESPONSE: "Two reports were closed without a visit.",
}


def tell(office: Office) -> None:
    """Record four applications, as far along as they may be."""
    with office.working(Act.RECEIVE_APPLICATION) as unit:
        agencies = unit.agencies.all()[:4]
        places = [one for one in unit.cases.all() if one.kind is CaseKind.PLACE and not one.closed]
        teller = _Teller(office, agencies, places[0] if places else None)
        unit.case_reviews.put(teller.waiting(), teller.refused(), teller.held(), teller.earlier())


class _Teller:
    """Makes the four, with agencies and a place of the sample."""

    def __init__(self, office: Office, agencies: tuple[Agency, ...], place: Case | None) -> None:
        self._office, self._today = office, office.today()
        self._agencies, self._place = [one.id for one in agencies], place

    def waiting(self) -> CaseReview:
        """One whose acknowledgement is late, on the victim's behalf, without consent yet."""
        received = self._today - 17 * _DAY
        applicant = Applicant(
            kind=ApplicantKind.ON_BEHALF,
            name="Zillah Arkwright-Penn",
            relation="Daughter",
            phone="01632 960417",
        )
        return self._review(
            "004", received, applicant, 3,
            victim="Barnaby Arkwright-Penn",
            behaviour="Motorbikes on the green behind the bungalows, and stones at the fence.",
            asks="That somebody comes when it happens.",
        )  # fmt: skip

    def refused(self) -> CaseReview:
        """One whose threshold was not met, told and closed."""
        received = self._today - 60 * _DAY
        applicant = Applicant(kind=ApplicantKind.VICTIM, name="Cosmo Thistlewood")
        review = self._review(
            "003", received, applicant, 1, behaviour="A neighbour's extractor fan in the evening."
        )
        decided = review.acknowledge(received + 5 * _DAY, "By e-mail").decide(
            self._decision(received + 16 * _DAY, review, met=False)
        )
        return decided.close(received + 20 * _DAY, "Not met. Sent on to environmental health.")

    def held(self) -> CaseReview:
        """One whose panel was held, with recommendations, and whose letter is due."""
        received = self._today - 58 * _DAY
        return self._reviewed("002", received, "Lavender Quillfeather")

    def earlier(self) -> CaseReview:
        """One of last year that is closed, its recommendations done."""
        received = self._today - 400 * _DAY
        review = self._reviewed("001", received, "Ambrose Fennimore")
        done = tuple(
            replace(
                one,
                answer=RecommendationAnswer.ACCEPTED,
                answered_on=one.made_on + 7 * _DAY,
                done_on=one.made_on + 40 * _DAY,
                evidence="Seen at the visit.",
            )
            for one in review.recommendations
        )
        letter = OutcomeLetter(
            on=received + 58 * _DAY,
            to="Ambrose Fennimore",
            says="Both recommendations are accepted. How to appeal is said overleaf.",
        )
        return replace(review, recommendations=done).tell(letter).close(
            received + 120 * _DAY, "Everything recommended was done."
        )  # fmt: skip

    def _reviewed(self, number: str, received: date, name: str) -> CaseReview:
        applicant = Applicant(kind=ApplicantKind.VICTIM, name=name, email="applicant@example.org")
        review = self._review(
            number, received, applicant, 4,
            behaviour="Shouting, banging and visitors at all hours in the flat above.",
            asks="A visit at night, and an answer to the reports of the spring.",
        )  # fmt: skip
        asked = InformationRequest(
            agency=self._agencies[0],
            asked_on=received + 20 * _DAY,
            answered_on=received + 26 * _DAY,
            what="Every report of the last year.",
        )
        whole = review.acknowledge(received + 3 * _DAY, "By letter, with the times of each step")
        whole = whole.decide(self._decision(received + 17 * _DAY, review, met=True))
        whole = whole.request(None, asked).meet(None, self._panel(received + 50 * _DAY))
        for made in self._recommendations(received + 50 * _DAY):
            whole = whole.recommend(None, made)
        return whole

    def _review(
        self, number: str, received: date, applicant: Applicant, reports: int, **facts: Any
    ) -> CaseReview:
        place = self._place
        return CaseReview(
            id=CaseReviewId(self._office.new_id()),
            reference=f"ACR-{received.year}-{number}",
            received_on=received,
            route=ApplicationRoute.ONLINE_FORM,
            applicant=applicant,
            place=PlaceId(place.subject) if place and reports > 1 else None,
            case=place.id if place and reports > 1 else None,
            incidents=tuple(self._incident(received, one) for one in range(reports)),
            **facts,
        )

    def _incident(self, received: date, number: int) -> Incident:
        happened = received - (9 + 24 * number) * _DAY
        return Incident(
            happened_on=happened,
            reported_on=happened + (1 + 40 * (number == 3)) * _DAY,  # noqa: PLR2004 - the fourth, late
            agency=self._agencies[number % len(self._agencies)],
            reference=f"FEN/{received.year % 100}/{4410 + 37 * number}",
            what="Woken after midnight",
        )

    def _decision(self, on: date, review: CaseReview, *, met: bool) -> ThresholdDecision:
        findings = [
            LimbFinding(
                limb=limb,
                met=met or limb is ReviewLimb.BEHAVIOUR,
                reason=_LIMBS.get(limb, "") if met else "",
            )
            for limb in ReviewLimb
        ]
        return ThresholdDecision(
            on=on,
            decided_by=_DECIDER,
            met=met,
            findings=tuple(findings),
            reason="Three reports qualify." if met else "One report, and no lasting harm.",
            needed=3,
            counted=min(len(review.incidents), 3),
            told=f"{review.applicant.name}, by letter",
            told_on=on,
        )

    def _panel(self, on: date) -> Panel:
        return Panel(
            on=on,
            held=True,
            chair="Hesper Lockridge",
            chair_from="A neighbouring district",
            independent=True,
            members=tuple(
                PanelMember(agency=one, attended=place < 3)  # noqa: PLR2004 - the last stayed away
                for place, one in enumerate(self._agencies)
            ),
            victim=VictimPart.ATTENDED,
            findings="Reports were read one by one. Nobody saw that they belong together.",
        )

    def _recommendations(self, on: date) -> tuple[Recommendation, ...]:
        return (
            Recommendation(
                what="Fit a noise monitor for four weeks.",
                made_on=on,
                agency=self._agencies[0],
                answer_by=on + 14 * _DAY,
                due=on + 42 * _DAY,
                answer=RecommendationAnswer.ACCEPTED,
                answered_on=on + 5 * _DAY,
            ),
            Recommendation(
                what="Keep one file of all reports about the building.",
                made_on=on,
                agency=self._agencies[-1],
                answer_by=on + 14 * _DAY,
            ),
        )
