"""Shelves of ASB case reviews, of what is published about them, and of support offered."""

from collections.abc import Iterator

from psg_desktop.domain.case_review_rules import ReviewThreshold, ReviewTime
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.plain import Plain
from psg_desktop.domain.support import SupportCode, SupportOffer
from psg_desktop.domain.text import fold
from psg_desktop.store import schema
from psg_desktop.store.search import Searchable, found_in
from psg_desktop.store.shelves.shelf import Row, Shelf

_REACHED_BY = ("name", "address", "postcode", "phone", "email")
# Which texts of a list of a review are names and numbers, and which are prose.
_NAMES = {
    "incidents": ("reported_to", "reporter", "reference"),
    "decisions": ("decided_by",),
    "panels": ("chair", "chair_from", "representative"),
    "recommendations": ("addressee",),
    "appeals": ("decider",),
}
_TEXTS = {
    "incidents": ("what",),
    "decisions": ("reason", "told"),
    "requests": ("what",),
    "panels": ("why_not", "findings"),
    "recommendations": ("what", "answer_text", "evidence"),
    "appeals": ("grounds", "reason"),
}


def _parts(plain: Plain, wanted: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for name, fields in wanted.items():
        yield from (one[field] for one in plain[name] for field in fields if one[field])


def _found_in_review(plain: Plain) -> Searchable:
    applicant, outcome = plain["applicant"], plain["outcome"] or {}
    officers = (one["officer"] for panel in plain["panels"] for one in panel["members"])
    names = (
        plain["reference"],
        plain["victim"],
        *(applicant[name] for name in _REACHED_BY),
        outcome.get("to", ""),
        *_parts(plain, _NAMES),
        *officers,
    )
    told = (plain["behaviour"], plain["asks"], plain["closed_because"], outcome.get("says", ""))
    texts = (*told, applicant["relation"], *_parts(plain, _TEXTS))
    return found_in(names, texts)


def _found_in_offer(plain: Plain) -> Searchable:
    attempts, answers = plain["attempts"], plain["answers"]
    names = (plain["officer"], *(one["by"] for one in attempts))
    texts = (
        plain["what"],
        *(one["note"] for one in attempts),
        *(one["remark"] for one in answers),
    )
    return found_in(names, texts)


def _review(plain: Plain) -> Row:
    return {"name_key": fold(plain["victim"] or plain["applicant"]["name"])}


SUPPORT_CODES = Shelf(kind=RecordKind.SUPPORT_CODE, value=SupportCode, table=schema.support_codes)
SUPPORT_OFFERS = Shelf(
    kind=RecordKind.SUPPORT_OFFER, value=SupportOffer, table=schema.support_offers, case="case",
    search=_found_in_offer,
)  # fmt: skip
REVIEW_THRESHOLDS = Shelf(
    kind=RecordKind.REVIEW_THRESHOLD, value=ReviewThreshold, table=schema.review_thresholds
)
REVIEW_TIMES = Shelf(kind=RecordKind.REVIEW_TIME, value=ReviewTime, table=schema.review_times)
CASE_REVIEWS = Shelf(
    kind=RecordKind.CASE_REVIEW, value=CaseReview, table=schema.case_reviews,
    derived=_review, search=_found_in_review,
)  # fmt: skip
