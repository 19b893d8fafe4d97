"""Matters of the group: a referral and the case it became are one unit, so are those without.

A referral that joined a case which was there already, or repeats one, is a matter of its own.
"""

from dataclasses import dataclass
from datetime import date

from psg_desktop.domain.statistics.happenings import (
    NOT_RECORDED,
    Ends,
    Happened,
    Happening,
    quarter_of,
)
from psg_desktop.domain.statistics.openness import Spell, months_between, open_on

MATTERS = "matters"
VARIABLES = ("kind", "focus_area", "ward", "risk", "referring_agency", "lead_agency")
# Who knows when things happened knows these as well.
DERIVED = frozenset({"age", "waiting", "before", "opening"})

FIRST_TIME, AGAIN = "first_time", "again"
WITHIN_6, WITHIN_12, NOT_BEFORE = "within_6_months", "within_12_months", "not_within_12_months"
# The least whole months, or days, of each band with its code.
AGES = (
    (0, "under_3_months"),
    (3, "3_to_5_months"),
    (6, "6_to_11_months"),
    (12, "12_to_23_months"),
    (24, "24_months_or_more"),
)
WAITS = (
    (0, "under_14_days"),
    (14, "14_to_27_days"),
    (28, "28_to_55_days"),
    (56, "56_days_or_more"),
)
_SIX, _TWELVE = 6, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralFacts:
    """When a referral came and what was decided.

    Attributes:
        outcome: Code of the decision, "" while there is none.
        touched: The latest day before, on which the same person, place or project was referred or
            a case about them was closed.
    """

    received_on: date
    decided_on: date | None = None
    outcome: str = ""
    touched: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterFacts:
    """What is counted of one matter: codes and days, nothing that names anybody.

    Attributes:
        traits: The code of its category for each of `VARIABLES`.
        spells: When its case was open, in order of time; none where there is no case.
    """

    traits: tuple[str, ...]
    referral: ReferralFacts | None = None
    spells: tuple[Spell, ...] = ()


def band(number: int, bands: tuple[tuple[int, str], ...]) -> str:
    """Give the code of the band a number from 0 on lies in."""
    return [code for least, code in bands if least <= number][-1]


def _referred(facts: MatterFacts, _ends: Ends) -> Happened:
    one = facts.referral
    if one is not None:
        yield quarter_of(one.received_on), (("before", _before(one)),)


def _before(one: ReferralFacts) -> str:
    if one.touched is None:
        return NOT_BEFORE
    months = months_between(one.touched, one.received_on)
    if months < _SIX:
        return WITHIN_6
    return WITHIN_12 if months < _TWELVE else NOT_BEFORE


def _decided(facts: MatterFacts, _ends: Ends) -> Happened:
    one = facts.referral
    if one is not None and one.decided_on is not None:
        yield quarter_of(one.decided_on), (("outcome", one.outcome or NOT_RECORDED),)


def _undecided(facts: MatterFacts, ends: Ends) -> Happened:
    one = facts.referral
    if one is None:
        return
    for quarter, end in ends:
        if one.received_on <= end and (one.decided_on is None or end < one.decided_on):
            yield quarter, (("waiting", band((end - one.received_on).days, WAITS)),)


def _opened(facts: MatterFacts, _ends: Ends) -> Happened:
    for spell in facts.spells:
        yield quarter_of(spell.opened), (("opening", AGAIN if spell.again else FIRST_TIME),)


def _closed(facts: MatterFacts, _ends: Ends) -> Happened:
    for spell in facts.spells:
        if spell.closed is not None:
            risk, reason = spell.final_risk or NOT_RECORDED, spell.reason or NOT_RECORDED
            yield quarter_of(spell.closed), (("final_risk", risk), ("reason", reason))


def _open_at_end(facts: MatterFacts, ends: Ends) -> Happened:
    if not facts.spells:
        return
    for quarter, end in ends:
        spell = open_on(facts.spells, end)
        if spell is not None:
            yield quarter, (("age", band(months_between(spell.opened, end), AGES)),)


def _answered(facts: MatterFacts, _ends: Ends) -> Happened:
    for spell in facts.spells:
        if spell.answered_on is not None:
            yield quarter_of(spell.answered_on), (("answer", spell.answer or NOT_RECORDED),)


def _not_yet_asked(facts: MatterFacts, ends: Ends) -> Happened:
    asking = [spell for spell in facts.spells if spell.ask_on is not None]
    for quarter, end in ends if asking else ():
        over = [one for one in facts.spells if one.closed is not None and one.closed <= end]
        if over and open_on(facts.spells, end) is None and _waits(over[-1], end):
            yield quarter, ()


def _waits(spell: Spell, day: date) -> bool:
    due = spell.ask_on is not None and spell.ask_on <= day
    return due and (spell.answered_on is None or day < spell.answered_on)


REFERRED = Happening(code="referred", when=_referred)
DECIDED = Happening(code="decided", when=_decided)
UNDECIDED = Happening(code="undecided_at_end", when=_undecided, stock=True)
OPENED = Happening(code="opened", when=_opened)
CLOSED = Happening(code="closed", when=_closed)
OPEN_AT_END = Happening(code="open_at_end", when=_open_at_end, stock=True)
ANSWERED = Happening(code="hold_answered", when=_answered)
NOT_YET_ASKED = Happening(code="not_yet_asked_at_end", when=_not_yet_asked, stock=True)
HAPPENINGS = (
    REFERRED, DECIDED, UNDECIDED, OPENED, CLOSED, OPEN_AT_END, ANSWERED, NOT_YET_ASKED,
)  # fmt: skip
