"""Facts of a case review in pairs of a term and its words, and the records it is linked with."""

from collections.abc import Iterator
from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.domain.case_review_applications import ApplicantKind
from psg_desktop.domain.case_review_thresholds import ThresholdDecision
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.cases import CaseKind
from psg_desktop.ui.parts import parties
from psg_desktop.ui.parts.passages import breakable
from psg_desktop.ui.parts.review_statuses import state_status
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates, names

Fact = tuple[str, str | Status]


def application_facts(review: CaseReview) -> list[Fact]:
    """Give where a review stands, who applied and how to reach them."""
    applicant = review.applicant
    name = ", ".join(part for part in (applicant.name, applicant.relation) if part)
    where = ", ".join(part for part in (applicant.address, applicant.postcode) if part)
    known: list[Fact] = [
        ("Where it stands", state_status(review.state)),
        ("Received", f"{dates.prose(review.received_on)}, {names.name(review.route).casefold()}"),
        ("Applicant", breakable(name)),
        ("Applies as", names.name(applicant.kind)),
        ("Victim", breakable(review.victim)),
        ("Reached by", breakable(", ".join(filter(None, (applicant.phone, applicant.email))))),
        ("Address", breakable(where)),
    ]
    if applicant.kind is ApplicantKind.ON_BEHALF:
        known.append(("Consent of the victim", _consent(review)))
    answered = review.acknowledged_on
    if answered is not None:
        how = f": {review.acknowledged_how}" if review.acknowledged_how else ""
        known.append(("Acknowledged", breakable(f"{dates.prose(answered)}{how}")))
    if review.closed_on is not None:
        words = "Withdrawn" if review.withdrawn else "Closed"
        said = f"{dates.prose(review.closed_on)}: {review.closed_because}"
        known.append((words, breakable(said)))
    return known


def decision_facts(decision: ThresholdDecision) -> list[Fact]:
    """Give a decision on the threshold, part by part, and who was told."""
    said = Status("green", "Met") if decision.met else Status("none", "Not met")
    known: list[Fact] = [("Threshold", said)]
    for one in decision.findings:
        why = f": {one.reason}" if one.reason else ""
        known.append((names.name(one.limb), breakable(f"{'Yes' if one.met else 'No'}{why}")))
    told = f"{dates.prose(decision.told_on)}: {decision.told}" if decision.told_on else ""
    known += [
        ("Qualifying then", f"{decision.counted} of {decision.needed} needed"),
        ("Reason", breakable(decision.reason)),
        ("Decided", breakable(f"{dates.prose(decision.on)}, {decision.decided_by}")),
        ("Told", breakable(told) if told else Status("red", "Not told yet")),
    ]
    return known


def linked(office: Office, review: CaseReview) -> Iterator[tuple[CaseKind, UUID, str]]:
    """Give the person and the place on file, with their names."""
    for kind, id_ in ((CaseKind.PERSON, review.person), (CaseKind.PLACE, review.place)):
        if id_ is not None:
            yield kind, id_, parties.name_of(office, kind, id_)


def _consent(review: CaseReview) -> str | Status:
    applicant = review.applicant
    if applicant.consent_on is None:
        return Status("amber", "Not on record yet")
    return breakable(f"{dates.prose(applicant.consent_on)}: {applicant.consent_how}")
