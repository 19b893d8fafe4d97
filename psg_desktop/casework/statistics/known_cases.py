"""Every case as statistics know it: its codes, when it was open, and where it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from psg_desktop.casework.parties import local_wards
from psg_desktop.casework.parties.local_wards import LocalWards
from psg_desktop.domain.case_facts import Closure
from psg_desktop.domain.statistics import openness
from psg_desktop.domain.statistics.breakdowns import BreakdownCode, Catalogue, variable_of
from psg_desktop.domain.statistics.happenings import NOT_RECORDED, OTHER
from psg_desktop.domain.statistics.openness import Spell
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


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownWards:
    """In which ward somebody or something is.

    Attributes:
        subjects: Code of the ward of each person and place, "" where it is not known.
        local: The wards of the partnership, for what has a postcode only.
    """

    subjects: Mapping[str, str]
    local: LocalWards

    def of(self, subject: str, postcode: str) -> str:
        """Give the ward of a subject, or else of a postcode that was told; "" for neither."""
        return self.subjects.get(subject, "") or self.local.of_postcode(postcode)


def known_wards(unit: Unit, day: date) -> KnownWards:
    """Read the ward of every person and place a case or referral is about, where it is known.

    Of a person it is the ward of the home on a day. A ward chosen by hand goes before that of the
    postcode.
    """
    local = local_wards.of_unit(unit)
    told = (
        *counting.place_wards(unit.reading),
        *counting.home_wards(unit.reading, day),
    )
    subjects = {subject: ward or local.of_postcode(postcode) for subject, ward, postcode in told}
    return KnownWards(subjects=subjects, local=local)


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
