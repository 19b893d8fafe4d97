"""Support of the sample: offers taken up, refused and lost, with the attempts at contact."""

from dataclasses import replace
from datetime import date, timedelta

from psg_desktop.casework.office import Office
from psg_desktop.casework.sample.people_and_places import OFFICERS
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import PersonId, SupportOfferId
from psg_desktop.domain.support import (
    Attempt,
    ContactResult,
    ContactWay,
    SupportAnswer,
    SupportOffer,
    SupportState,
)

_CASES = 14
# Which agency offers what, by its short name.
_OFFERED_BY = {
    "housing": "Housing",
    "drug_and_alcohol": "Turning Tide",
    "mental_health": "Mental health",
    "money": "Council",
    "outreach": "Turning Tide",
    "victims": "Police",
}
_DAY = timedelta(days=1)
# Type, what became of it and why, and what came of each attempt, a week apart.
_STORIES = (
    ("housing", SupportState.ACCEPTED, "", (ContactResult.SPOKE,)),
    ("drug_and_alcohol", SupportState.DISENGAGED, "no_trust",
     (ContactResult.SPOKE, ContactResult.DID_NOT_ATTEND, ContactResult.MESSAGE_LEFT)),
    ("mental_health", SupportState.DECLINED, "not_ready", (ContactResult.REFUSED,)),
    ("money", SupportState.COMPLETED, "", (ContactResult.SPOKE, ContactResult.SPOKE)),
    ("outreach", SupportState.NOT_REACHED, "no_reply",
     (ContactResult.NO_ANSWER, ContactResult.NO_ANSWER, ContactResult.MESSAGE_LEFT)),
    ("victims", SupportState.OFFERED, "", ()),
)  # fmt: skip
_WAYS = (ContactWay.TELEPHONE, ContactWay.HOME_VISIT, ContactWay.LETTER)


def tell(office: Office) -> None:
    """Offer support in some of the open cases about people; two offers in the first."""
    with office.working(Act.OFFER_SUPPORT) as unit:
        cases = [one for one in unit.cases.all() if one.kind is CaseKind.PERSON and not one.closed][
            :_CASES
        ]
        agencies = {one.short_name: one for one in unit.agencies.all()}
        for place, case in enumerate(cases):
            stories = _STORIES if place == 0 else (_STORIES[place % len(_STORIES)],)
            for story in stories:
                agency = agencies[_OFFERED_BY[story[0]]]
                offer = _offer(office, case, story, OFFICERS[agency.short_name][-1])
                unit.support_offers.put(replace(offer, agency=agency.id))


def _offer(
    office: Office,
    case: Case,
    story: tuple[str, SupportState, str, tuple[ContactResult, ...]],
    worker: str,
) -> SupportOffer:
    support, state, reason, results = story
    today = office.today()
    first = max(case.opened, today - 70 * _DAY)
    last = min(first + 7 * len(results) * _DAY, today)
    made = SupportOffer(
        id=SupportOfferId(office.new_id()),
        case=case.id,
        support=support,
        offered_on=first,
        person=PersonId(case.subject),
        officer=worker,
        attempts=_attempts(first, today, worker, results),
    )
    if state is SupportState.OFFERED:
        return made
    return made.answer(SupportAnswer(state=state, on=last, reason=reason))


def _attempts(
    first: date, today: date, worker: str, results: tuple[ContactResult, ...]
) -> tuple[Attempt, ...]:
    return tuple(
        Attempt(
            on=min(first + 7 * place * _DAY, today),
            how=_WAYS[place % len(_WAYS)],
            result=result,
            by=worker,
        )
        for place, result in enumerate(results)
    )
