"""Death reviews: their recommendations, kept so that no word of them points to somebody."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as facts

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import identities
from psg_desktop.domain.changes import Act
from psg_desktop.domain.death_reviews import (
    PRESSING,
    DeathReview,
    Recommendation,
    RecommendationDue,
)
from psg_desktop.domain.ids import AgencyId, DeathReviewId, RecommendationId
from psg_desktop.domain.refusals import FieldProblem, Problem, Refused, refuse
from psg_desktop.privacy.identities import Finder, IdentityKind

# Bodies are named wherever they act; a title has no need of anything else that points.
_OF_A_TITLE = frozenset({IdentityKind.LOCAL_AGENCY, IdentityKind.NUMBER})
# A recommendation and its evidence speak of officers, and of the dates and papers of the work.
_OF_THE_WORK = _OF_A_TITLE | {
    IdentityKind.OFFICER,
    IdentityKind.DATE,
    IdentityKind.REFERENCE,
    IdentityKind.URL,
    IdentityKind.EMAIL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointing:
    """Words of one field that point to somebody, or may.

    Attributes:
        sure: Whether the vault or their shape tells so; otherwise a person has to say.
    """

    field: str
    words: str = facts(repr=False)
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedReview:
    """A review with its recommendations, in the order they were entered."""

    review: DeathReview
    recommendations: tuple[Recommendation, ...]


def save(office: Office, review: DeathReview, *, checked: bool = False) -> None:
    """Keep a new or changed review under a title that points to nobody.

    Args:
        office: Where it is kept.
        review: What is kept.
        checked: Whether a person said that the doubtful words name nobody.

    Raises:
        Refused: The title names somebody, gives an address or an exact date, or may do so and
            nobody looked; or the stage was reached on a day to come.
    """
    if review.since > office.today():
        raise refuse("since", Problem.DATE_IN_FUTURE)
    _refuse_pointing(pointing(office, review), checked=checked)
    with office.working(Act.SAVE_DEATH_REVIEW) as unit:
        unit.death_reviews.put(review)


def save_recommendation(office: Office, one: Recommendation, *, checked: bool = False) -> None:
    """Keep a new or changed recommendation.

    Args:
        office: Where it is kept.
        one: What is kept.
        checked: Whether a person said that the doubtful words name nobody.

    Raises:
        Refused: Its words name somebody who is in the vault or give an address, or may do so and
            nobody looked; or something happened on a day to come.
    """
    days = {"made_on": one.made_on, "sent": one.sent, "acknowledged": one.acknowledged,
            "done": one.done}  # fmt: skip
    for name, day in days.items():
        if day is not None and day > office.today():
            raise refuse(name, Problem.DATE_IN_FUTURE)
    _refuse_pointing(pointing(office, one), checked=checked)
    with office.working(Act.SAVE_RECOMMENDATION) as unit:
        unit.death_reviews.get(one.review)
        unit.recommendations.put(one)


def remove_recommendation(office: Office, id_: RecommendationId) -> None:
    """Remove a recommendation that was entered by mistake."""
    with office.working(Act.REMOVE_FROM_REVIEW) as unit:
        unit.recommendations.remove(id_)


def remove(office: Office, id_: DeathReviewId) -> None:
    """Remove a review that was entered by mistake.

    Raises:
        Refused: It has recommendations.
    """
    with office.working(Act.REMOVE_FROM_REVIEW) as unit:
        if unit.recommendations.where(review=id_):
            raise refuse("", Problem.STILL_IN_USE)
        unit.death_reviews.remove(id_)


def pointing(office: Office, value: DeathReview | Recommendation) -> tuple[Pointing, ...]:
    """Find the words of a review or recommendation that point to somebody, or may."""
    finder = identities.finder(office)
    if isinstance(value, DeathReview):
        return tuple(_found(finder, "title", value.title, _OF_A_TITLE))
    texts = (
        ("text", value.text),
        ("evidence", value.evidence),
        *(("steps", step.what) for step in value.steps),
    )
    return tuple(one for name, text in texts for one in _found(finder, name, text, _OF_THE_WORK))


def followed(office: Office) -> tuple[FollowedReview, ...]:
    """Read every review with its recommendations, the latest review first."""
    with office.reading() as unit:
        return tuple(
            FollowedReview(review=one, recommendations=unit.recommendations.where(review=one.id))
            for one in reversed(unit.death_reviews.all())
        )


def pressing(office: Office) -> tuple[RecommendationDue, ...]:
    """Read what somebody has to look after today: the gravest first, then the earliest due."""
    today = office.today()
    with office.reading() as unit:
        found = [one for one in unit.recommendations.where(done=None) if one.presses(today)]
        found.sort(key=lambda one: (PRESSING.index(one.standing(today)), str(one.due), one.id))
        names = agency_names(office) if found else {}
        return tuple(
            RecommendationDue(
                reference=unit.death_reviews.get(one.review).reference,
                recommendation=one,
                agency=names[one.agency] if one.agency else "",
            )
            for one in found
        )


def agency_names(office: Office) -> dict[AgencyId, str]:
    """Read the short name of every agency, or its name where it has none."""
    with office.reading() as unit:
        return {one.id: one.label for one in unit.agencies.all()}


def _found(
    finder: Finder, name: str, text: str, allowed: frozenset[IdentityKind]
) -> Iterator[Pointing]:
    for span in finder.find(text):
        if span.kind not in allowed:
            words = text[span.start : span.end]
            yield Pointing(field=name, words=words, sure=not span.doubtful)


def _refuse_pointing(found: tuple[Pointing, ...], *, checked: bool) -> None:
    sure = {one.field for one in found if one.sure}
    doubtful = set() if checked else {one.field for one in found} - sure
    problems = [FieldProblem(field=name, problem=Problem.IDENTITY_FOUND) for name in sorted(sure)]
    problems += [
        FieldProblem(field=name, problem=Problem.MAY_NAME_SOMEBODY) for name in sorted(doubtful)
    ]
    if problems:
        raise Refused(*problems)
