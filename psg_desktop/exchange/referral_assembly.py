"""Puts the values of a row together into the referral it would become."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from psg_desktop.domain import text
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.referrals import Awareness, ReferralRoute, Urgency
from psg_desktop.exchange.assembly import person_of
from psg_desktop.exchange.drafts import ReferralDraft
from psg_desktop.exchange.fields import FACTS, Field, Record
from psg_desktop.exchange.person_names import names_several
from psg_desktop.exchange.row_values import RowValues
from psg_desktop.exchange.troubles import Remark, Trouble

_NAMES: dict[CaseKind, tuple[Field, ...]] = {
    CaseKind.PERSON: (Field.PERSON_NAME, Field.FORENAME, Field.SURNAME),
    CaseKind.PLACE: (Field.PLACE_NAME, Field.PLACE_ADDRESS),
    CaseKind.PROJECT: (Field.PROJECT_NAME,),
}
_ANYWHERE = frozenset({Field.ADDRESS, Field.POSTCODE, Field.PHONE, Field.KNOWN_AS, Field.BORN})
_OF_PLACES = frozenset({Field.PLACE_ADDRESS, Field.PLACE_POSTCODE})


def referral_of(values: RowValues) -> ReferralDraft:
    """Make the draft of a referral; what finds no field is told below the problem."""
    kind = _kind(values)
    named = _named(values, kind)
    told = values.narrative(_used(kind) | frozenset(named[1]))
    problem = _texts(values, Field.PROBLEM)
    postcode = values.line(Field.POSTCODE)
    addresses: tuple[Field, ...] = (Field.ADDRESS,)
    if kind is not CaseKind.PERSON:
        postcode = values.line(Field.PLACE_POSTCODE) or postcode
        addresses = (Field.PLACE_ADDRESS, Field.ADDRESS)
    person = person_of(values) if kind is CaseKind.PERSON else None
    return ReferralDraft(
        kind=kind,
        reference=values.line(Field.REFERENCE),
        received=values.day(Field.RECEIVED),
        name=named[0],
        aliases=person.known_as if person else values.lines(Field.KNOWN_AS),
        born=values.day(Field.BORN),
        address=values.joined(*addresses, without=postcode),
        postcode=postcode,
        phones=values.lines(Field.PHONE),
        problem="\n\n".join(filter(None, (problem, told))) if problem else "",
        **_coded(values),
        **_told(values),
    )


def _coded(values: RowValues) -> dict[str, Any]:
    route, urgency = values.line(Field.ROUTE), values.line(Field.URGENCY)
    awareness = values.line(Field.AWARENESS)
    return {
        "route": ReferralRoute(route) if route else ReferralRoute.FORM,
        "urgency": Urgency(urgency) if urgency else None,
        "awareness": Awareness(awareness) if awareness else None,
    }


def _told(values: RowValues) -> dict[str, Any]:
    return {
        "children": _texts(values, Field.CHILDREN),
        "tried": _texts(values, Field.TRIED),
        "risk_reason": _texts(values, Field.RISK_REASON),
        "awareness_reason": _texts(values, Field.AWARENESS_REASON),
        "asks": _texts(values, Field.ASKS),
        "agency": values.line(Field.REFERRING_AGENCY),
        "referrer": values.line(Field.REFERRER),
        "contact": ", ".join(values.lines(Field.REFERRER_CONTACT)),
    }


def _texts(values: RowValues, field: Field) -> str:
    return "\n\n".join(values.lines(field))


def _kind(values: RowValues) -> CaseKind:
    """Take the kind the row states, else go by what it names."""
    stated = values.line(Field.KIND)
    if stated:
        return CaseKind(stated)
    named = (kind for kind, fields in _NAMES.items() if values.has(*fields))
    only_where = values.has(Field.ADDRESS, Field.POSTCODE, Field.PLACE_POSTCODE)
    return next(named, CaseKind.PLACE if only_where else CaseKind.PERSON)


def _named(values: RowValues, kind: CaseKind) -> tuple[str, tuple[Field, ...]]:
    """Give the name, and the fields it was taken from.

    A row that says it is about a place may have the name under a heading for people, or the
    other way round.
    """
    person = person_of(values)
    own = {
        CaseKind.PERSON: person.full_name if person else "",
        CaseKind.PLACE: values.line(Field.PLACE_NAME),
        CaseKind.PROJECT: values.line(Field.PROJECT_NAME),
    }[kind]
    if own:
        return own, _NAMES[kind]
    for field in (Field.PERSON_NAME, Field.PLACE_NAME, Field.PROJECT_NAME):
        if values.has(field):
            return values.line(field), (field,)
    return "", ()


@cache
def _used(kind: CaseKind) -> frozenset[Field]:
    """Give the fields a referral of this kind has room for; the others are told."""
    own = frozenset(field for field, facts in FACTS.items() if facts.record is Record.REFERRAL)
    places = _OF_PLACES if kind is not CaseKind.PERSON else frozenset()
    return own | _ANYWHERE | places | {Field.REFERENCE, Field.KIND}


def referral_remarks(draft: ReferralDraft) -> Iterator[Remark]:
    """Give what is wrong or doubtful in a referral as a whole."""
    if not (draft.name or draft.address or draft.postcode):
        yield Remark(
            trouble=Trouble.NO_SUBJECT,
            sentence="The row says neither who nor where it is about.",
            advice="Fill in a name or an address, or leave the row out.",
        )
    if not draft.problem:
        yield Remark(
            trouble=Trouble.NO_PROBLEM,
            sentence="The row does not say what the problem is.",
            advice="Fill it in, or leave the row out.",
        )
    if draft.received is None:
        yield Remark(
            trouble=Trouble.NOT_RECEIVED,
            sentence="No day is given on which it was received.",
            advice="Today will stand, and its days of waiting count from today.",
        )
    if draft.kind is CaseKind.PERSON and names_several(draft.name):
        yield Remark(
            trouble=Trouble.SEVERAL_PEOPLE,
            sentence="The name looks like the names of several people.",
            advice="It is kept as one referral. Put each person in a row of their own if not.",
        )
    yield from _too_long(draft)


_LINES = {"address": "address", "contact": "way to reach the referrer", "name": "name"}
_TEXTS = {
    "problem": "problem, with what stands in columns without a field,",
    "tried": "text of what was tried",
    "asks": "text of what is asked for",
    "risk_reason": "text of the risk",
    "awareness_reason": "text of what the person said",
    "children": "text about children",
}


def _too_long(draft: ReferralDraft) -> Iterator[Remark]:
    for names, limit in ((_LINES, text.LINE_LIMIT), (_TEXTS, text.TEXT_LIMIT)):
        for name, words in names.items():
            length = len(getattr(draft, name))
            if length > limit:
                yield Remark(
                    trouble=Trouble.TOO_LONG,
                    sentence=f"The {words} has {length:,} characters; there is room for {limit:,}.",
                    advice="Shorten it, or leave a column out.",
                )
