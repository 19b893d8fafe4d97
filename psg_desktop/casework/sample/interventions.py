"""The sample's interventions: warnings that held, one that was breached, and support taken up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from uuid import UUID

from psg_desktop.casework.sample.cast import Cast, Words
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.ids import InterventionId
from psg_desktop.domain.intervention_facts import Breach, ReviewHeld, TargetKind
from psg_desktop.domain.interventions import Intervention

_WEEK = timedelta(days=7)
_WITH_ANY = 0.8
_BREACHED = 0.4
_CONDITIONS = {
    "abc": ("Not to shout or play loud music between 22:00 and 08:00.",
            "To meet the support worker every week."),
    "cpw": ("Not to cause noise that can be heard next door at night.",),
    "cpn": ("Not to cause noise that can be heard next door at night.",
            "Not to let more than two visitors into the home at a time."),
    "closure_order": ("Nobody but the tenant may enter.",),
    "pspo": ("No drinking of alcohol once asked to stop.",),
}  # fmt: skip
_ISSUERS = {"cpn": "Council", "cpw": "Council", "abc": "Housing", "pspo": "Council"}
# Nobody is warned for what is done to them: only these cases are about somebody's own conduct.
_CONDUCT = frozenset({"street_drinking", "neighbour_dispute", "retail_crime"})
_WARNED = (("abc",), ("cpw", "cpn"), ("mental_health_referral", "abc"))
_HELPED = (("mental_health_referral",), ("victim_support",))
_PLACE = (("target_hardening",), ("closure_order",), ("pspo",))
_AREA = "Market Place, Bell Row and the bus station, Fenmarket"

Told = tuple[date, Intervention]


def told(cast: Cast, case: Case, words: Words, first: date, last: date) -> Iterator[Told]:
    """Give what was issued in a case between two days, as it stood on each of them."""
    rng = Random(case.reference)  # noqa: S311 - made-up data, not a secret
    if case.kind is CaseKind.PROJECT or rng.random() > _WITH_ANY:
        return
    chosen = rng.choice(_choices(case))
    day = first + timedelta(days=rng.randint(5, 30))
    for place, code in enumerate(chosen, 1):
        made = _served(cast, case, words, code, day)
        if made is None or day > last:
            return
        # An identifier of its own, made from the case's: the rest of the sample stays as it was.
        made = replace(made, id=InterventionId(UUID(int=case.id.int + place)))
        yield day, made
        yield from _course(rng, made, day, last)
        day += timedelta(days=rng.randint(35, 70))


def _choices(case: Case) -> tuple[tuple[str, ...], ...]:
    if case.kind is CaseKind.PLACE:
        return _PLACE
    return _HELPED if _CONDUCT.isdisjoint(case.focus_areas) else _WARNED


def _served(cast: Cast, case: Case, words: Words, code: str, day: date) -> Intervention | None:
    row = next((one for one in cast.kinds if one.code == code and one.in_force(day)), None)
    if row is None:
        return None
    kind, target = _target(case, words, code)
    age = words.person.age_on(day) if kind is TargetKind.PERSON else None
    if row.age_is_law and age is not None and row.minimum_age and age < row.minimum_age:
        return None
    issuer = _ISSUERS.get(code, "Police")
    planned = Intervention(
        id=InterventionId(case.id),
        case=case.id,
        kind=code,
        facts=row.facts(age),
        target_kind=kind,
        target=target,
        area=_AREA if kind is TargetKind.AREA else "",
        agency=cast.agency(issuer),
        officer=cast.contact(issuer),
        conditions=_CONDITIONS.get(code, ()),
    )
    return planned.serve(day, day, row.proposed_expiry(day, age))


def _target(case: Case, words: Words, code: str) -> tuple[TargetKind, UUID | None]:
    if code == "pspo":
        return TargetKind.AREA, None
    if case.kind is CaseKind.PERSON:
        return TargetKind.PERSON, words.person.id
    return TargetKind.PLACE, words.place.id


def _course(rng: Random, made: Intervention, day: date, last: date) -> Iterator[Told]:
    reviewed = day + 4 * _WEEK
    if made.facts.review_every and reviewed <= last:
        made = made.review(ReviewHeld(on=reviewed, outcome="Kept to it so far."))
        yield reviewed, made
    seen = day + timedelta(days=rng.randint(20, 60))
    runs = made.expires is not None and seen <= made.expires
    if not runs or seen > last or rng.random() > _BREACHED:
        return
    breach = Breach(on=seen, evidence="Two neighbours heard shouting after midnight.")
    made = made.breach(breach)
    yield seen, made
    answered = seen + _WEEK
    if answered <= last and rng.random() > _BREACHED:
        yield answered, made.answer_breach(0, "Warned in writing.", "Council")
