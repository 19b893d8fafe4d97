"""Every case as statistics know it: its codes, when it was open, and where it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from psg_desktop.domain.case_facts import Closure
from psg_desktop.domain.statistics import openness
from psg_desktop.domain.statistics.breakdowns import BreakdownCode, Catalogue, variable_of
from psg_desktop.domain.statistics.happenings import NOT_RECORDED, OTHER
from psg_desktop.domain.statistics.openness import Spell
from psg_desktop.reference import wards
from psg_desktop.store.queries import counting
from psg_desktop.store.queries.counting import CaseColumns
from psg_desktop.store.units import Unit

_Answers = dict[tuple[str, date], tuple[date, str]]


class Codes:
    """The code under which something counts, for each variable."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._known = {
            code: catalogue[code].codes for code in BreakdownCode if variable_of(code) == code.value
        }

    def of(self, code: BreakdownCode, told: str) -> str:
        """Give the code of what is told: not recorded for nothing, other for what no list has."""
        if not told:
            return NOT_RECORDED
        return told if told in self._known[code] else OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCase:
    """A case, with the spells in which it was open."""

    columns: CaseColumns
    spells: tuple[Spell, ...]


def read(unit: Unit, codes: Codes) -> dict[str, KnownCase]:
    """Read every case."""
    answers = counting.hold_answers(unit.reading)
    return {
        one.id: KnownCase(columns=one, spells=tuple(_spells(one, answers, codes)))
        for one in counting.cases(unit.reading)
    }


def subject_wards(unit: Unit, day: date) -> dict[str, str]:
    """Read the ward of every person and place a case or referral is about, where it is known.

    Of a person it is the ward of the home on a day.
    """
    found = {
        place: ward or ward_of(postcode)
        for place, ward, postcode in counting.place_wards(unit.reading)
    }
    found |= {
        person: ward_of(postcode) for person, postcode in counting.home_postcodes(unit.reading, day)
    }
    return found


def ward_of(postcode: str) -> str:
    """Give the code of the ward a postcode lies in, "" where that is not known."""
    found = wards.ward_of(postcode) if postcode else None
    return found.code if found else ""


def _spells(case: CaseColumns, answers: _Answers, codes: Codes) -> Iterator[Spell]:
    for opened, again, closure in openness.spells(case.opened, case.closures):
        if closure is None:
            yield Spell(opened=opened, again=again)
        else:
            answer = answers.get((case.id, closure.on), (None, ""))
            yield _closed(opened, closure, answer, codes, again=again)


def _closed(
    opened: date,
    closure: Closure,
    answer: tuple[date | None, str],
    codes: Codes,
    *,
    again: bool,
) -> Spell:
    risk = closure.final_risk.value if closure.final_risk else ""
    return Spell(
        opened=opened,
        again=again,
        closed=max(opened, closure.on),
        reason=codes.of(BreakdownCode.REASON, closure.reason),
        final_risk=risk,
        ask_on=closure.review_after,
        answered_on=answer[0],
        answer=answer[1],
    )
