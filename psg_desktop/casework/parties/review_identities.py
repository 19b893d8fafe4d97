"""Everyone and everything that ASB case reviews and offers of support name."""

from collections.abc import Iterator

from psg_desktop.domain.case_review_applications import ApplicantKind
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.support import SupportOffer
from psg_desktop.privacy.identities import IdentityKind, KnownIdentity


def of_offer(offer: SupportOffer) -> Iterator[KnownIdentity]:
    """Give the workers an offer of support names."""
    for name in filter(None, (offer.officer, *(one.by for one in offer.attempts))):
        yield KnownIdentity(kind=IdentityKind.OFFICER, text=name)


def of_case_review(review: CaseReview) -> Iterator[KnownIdentity]:
    """Give the applicant and the victim, how to reach them, those who took part, and references."""
    applicant, key = review.applicant, str(review.person or review.id)
    victim = review.victim or (applicant.name if applicant.kind is ApplicantKind.VICTIM else "")
    reached = (
        (IdentityKind.ADDRESS, applicant.address),
        (IdentityKind.POSTCODE, applicant.postcode),
        (IdentityKind.PHONE, applicant.phone),
        (IdentityKind.EMAIL, applicant.email),
        (IdentityKind.REFERENCE, review.reference),
        *((IdentityKind.REFERENCE, one.reference) for one in review.incidents),
    )
    for kind, text in reached:
        if text.strip():
            yield KnownIdentity(kind=kind, text=text, key=key)
    others = (one.reporter for one in review.incidents)
    came = (one.representative for one in review.panels)
    for name in filter(None, (victim, applicant.name, *others, *came)):
        # Another than the victim is somebody else.
        yield KnownIdentity(kind=IdentityKind.PERSON, text=name, key=key if name == victim else "")
    for name in _officers(review):
        if name.strip():
            yield KnownIdentity(kind=IdentityKind.OFFICER, text=name)


def _officers(review: CaseReview) -> Iterator[str]:
    yield from (one.decided_by for one in review.decisions)
    yield from (one.chair for one in review.panels)
    yield from (member.officer for one in review.panels for member in one.members)
    yield from (one.reported_to for one in review.incidents)
    yield from (one.addressee for one in review.recommendations)
    yield from (one.decider for one in review.appeals)
    if review.outcome is not None:
        yield review.outcome.sent_by
