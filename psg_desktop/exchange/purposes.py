"""Which fields a table can fill, by what each of its rows stands for."""

from psg_desktop.exchange.fields import FACTS, Field, Record
from psg_desktop.exchange.mapping import Purpose

OWN_PURPOSES = frozenset({Purpose.REFERRALS, Purpose.DEMAND})
"""The purposes with fields of their own; the others share theirs."""

_NAMES = frozenset(
    {Field.REFERENCE, Field.PERSON_NAME, Field.FORENAME, Field.SURNAME}
    | {Field.BORN, Field.PLACE_NAME, Field.PLACE_ADDRESS, Field.PLACE_POSTCODE}
    | {Field.PROJECT_NAME}
)
_OF_REFERRALS = _NAMES | {
    Field.KIND,
    Field.EITHER,
    Field.KNOWN_AS,
    Field.ADDRESS,
    Field.POSTCODE,
    Field.PHONE,
}


def _of(record: Record) -> frozenset[Field]:
    return frozenset(field for field, facts in FACTS.items() if facts.record is record)


_OWN = {
    Purpose.REFERRALS: _of(Record.REFERRAL) | _OF_REFERRALS,
    Purpose.DEMAND: _of(Record.DEMAND) | _NAMES,
}
_SHARED = frozenset(FACTS) - _of(Record.REFERRAL) - _of(Record.DEMAND)


def fields_of(purpose: Purpose) -> tuple[Field, ...]:
    """Give the fields a column can fill, in the order to offer them."""
    held = _OWN.get(purpose, _SHARED)
    return tuple(one for one in Field if one in held)
