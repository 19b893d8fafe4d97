"""Support offered to the people of a case, what became of it, and each attempt at contact."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseId, SupportOfferId
from psg_desktop.domain.refusals import Findings, Problem, refuse
from psg_desktop.domain.support import (
    Attempt,
    Engagement,
    SupportAnswer,
    SupportCode,
    SupportOffer,
    SupportPurpose,
    engagement,
)
from psg_desktop.reference import case_reviews as shipped
from psg_desktop.store.units import Unit

CONTACT = "contact"  # the shipped code for contact with the group itself


def first_codes(office: Office) -> list[SupportCode]:
    """Give the lists of support a new vault starts with."""
    return [
        SupportCode(id=office.new_id(), purpose=SupportPurpose(purpose), code=code, name=name)
        for purpose, code, name in shipped.support_codes()
    ]


def codes(office: Office) -> tuple[SupportCode, ...]:
    """Read both lists, types and reasons, those out of force included."""
    with office.reading() as unit:
        return unit.support_codes.all()


def names_of_codes(office: Office) -> dict[str, str]:
    """Read what each type and reason is called, by its code."""
    return {one.code: one.name for one in codes(office)}


def save_code(office: Office, code: SupportCode) -> None:
    """Keep a new or changed row of the lists; offers keep the one they were given."""
    with office.working(Act.SAVE_SETTINGS) as unit:
        unit.support_codes.put(code)


def of_case(office: Office, case: CaseId) -> tuple[SupportOffer, ...]:
    """Read the offers of a case: those that run first, then the latest."""
    with office.reading() as unit:
        found = unit.support_offers.where(case=case)
    return tuple(sorted(found, key=lambda one: (not one.live, -one.offered_on.toordinal())))


def engagement_of(office: Office, case: CaseId) -> Engagement:
    """Sum up how much support a case was offered, and how it was taken."""
    with office.reading() as unit:
        return engagement(unit.support_offers.where(case=case))


def offer(office: Office, made: SupportOffer) -> None:
    """Record an offer, with the answer and attempts that are known already.

    Raises:
        Refused: The case is closed, the type is not on the list, somebody is not there, or a day
            lies ahead or before the case.
    """
    with office.working(Act.OFFER_SUPPORT) as unit:
        _check(office, unit, made)
        unit.support_offers.put(made)


def amend(office: Office, changed: SupportOffer) -> None:
    """Keep corrected facts of an offer; its answers and attempts stay as they are kept.

    Raises:
        Refused: As for a new one, or it would come after its own answer.
    """
    with office.working(Act.AMEND_SUPPORT) as unit:
        kept = unit.support_offers.get(changed.id)
        whole = replace(changed, answers=kept.answers, attempts=kept.attempts)
        _check(office, unit, whole)
        unit.support_offers.put(whole)


def answer(office: Office, id_: SupportOfferId, given: SupportAnswer, *attempts: Attempt) -> None:
    """Record what became of an offer, with attempts at contact that go with it.

    Raises:
        Refused: The case is closed, the reason is not on the list, a day lies ahead or before the
            offer, or nobody was reached and no attempt is on record.
    """
    with office.working(Act.ANSWER_SUPPORT) as unit:
        known = _kept(unit, id_)
        _check_days(office, {"on": given.on}, attempts)
        if given.reason and not _listed(unit, SupportPurpose.REASON, given.reason, given.on):
            raise refuse("reason", Problem.REASON_NOT_ON_LIST)
        unit.support_offers.put(known.attempt(*attempts).answer(given))


def record_attempt(office: Office, id_: SupportOfferId, *made: Attempt) -> None:
    """Record attempts at contact.

    Raises:
        Refused: The case is closed, or a day lies ahead.
    """
    with office.working(Act.RECORD_ATTEMPT) as unit:
        known = _kept(unit, id_)
        _check_days(office, {}, made)
        unit.support_offers.put(known.attempt(*made))


def correct_attempt(office: Office, id_: SupportOfferId, place: int, made: Attempt | None) -> None:
    """Put another attempt in the place of one, counted from 0, or take it away.

    Raises:
        Refused: The case is closed, the day lies ahead, or there is no such attempt.
    """
    with office.working(Act.RECORD_ATTEMPT) as unit:
        known = _kept(unit, id_)
        _check_days(office, {}, () if made is None else (made,))
        unit.support_offers.put(known.correct_attempt(place, made))


def put_contact(office: Office, unit: Unit, case: CaseId, attempts: tuple[Attempt, ...]) -> None:
    """Keep attempts that belong to no offer, as contact with the group; in a unit that is open.

    Raises:
        Refused: A day lies ahead.
    """
    _check_days(office, {}, attempts)
    known = unit.support_offers.where(case=case, support=CONTACT)
    base = known[-1] if known else SupportOffer(
        id=SupportOfferId(office.new_id()), case=case, support=CONTACT,
        offered_on=min(one.on for one in attempts),
    )  # fmt: skip
    unit.support_offers.put(base.attempt(*attempts))


def _kept(unit: Unit, id_: SupportOfferId) -> SupportOffer:
    known = unit.support_offers.get(id_)
    if unit.cases.get(known.case).closed:
        raise refuse("case", Problem.CASE_IS_CLOSED)
    return known


def _check(office: Office, unit: Unit, made: SupportOffer) -> None:
    case = unit.cases.get(made.case)
    found = Findings()
    found.when(case.closed, "case", Problem.CASE_IS_CLOSED)
    found.when(made.offered_on > office.today(), "offered_on", Problem.DATE_IN_FUTURE)
    known = _listed(unit, SupportPurpose.TYPE, made.support, made.offered_on)
    kept = unit.support_offers.find(made.id)
    same = kept is not None and kept.support == made.support
    found.when(not (known or same), "support", Problem.REASON_NOT_ON_LIST)
    gone = made.person is not None and unit.people.find(made.person) is None
    found.when(gone, "person", Problem.NOT_FOUND)
    found.settle()
    _check_days(office, {}, made.attempts)


def _listed(unit: Unit, purpose: SupportPurpose, code: str, day: date) -> bool:
    found = unit.support_codes.where(purpose=purpose, code=code)
    return any(one.in_force(day) for one in found)


def _check_days(office: Office, days: dict[str, date], attempts: Iterable[Attempt]) -> None:
    today = office.today()
    found = Findings()
    for name, day in days.items():
        found.when(day > today, name, Problem.DATE_IN_FUTURE)
    found.when(any(one.on > today for one in attempts), "attempts", Problem.DATE_IN_FUTURE)
    found.settle()
