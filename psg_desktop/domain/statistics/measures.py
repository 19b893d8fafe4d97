"""The measures: what each counts, of which units, how it may be broken down, and its source.

The name and the definition of each are in `psg_desktop.words.measures`. A measure that is part of
another (accepted, of decided) or another's figure of an earlier day (open at start) counts the
same events, so that the two can never disagree.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from psg_desktop.domain import quarters
from psg_desktop.domain.referrals import ACCEPTING, ReferralOutcome
from psg_desktop.domain.statistics import interventions, matters, work
from psg_desktop.domain.statistics.breakdowns import BreakdownCode
from psg_desktop.domain.statistics.cells import Cell, Condition
from psg_desktop.domain.statistics.happenings import Happening
from psg_desktop.domain.statistics.periods import Period

B = BreakdownCode


class MeasureCode(StrEnum):
    """Every measure, in the order to list them."""

    OPEN_AT_START = "open_at_start"
    REFERRED = "referred"
    DECIDED = "decided"
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"
    UNDECIDED_AT_END = "undecided_at_end"
    RE_REFERRED_6 = "re_referred_within_6_months"
    RE_REFERRED_12 = "re_referred_within_12_months"
    OPENED = "opened"
    CLOSED = "closed"
    OPEN_AT_END = "open_at_end"
    HOLD_ANSWERED = "hold_answered"
    NOT_YET_ASKED = "not_yet_asked"
    REVIEWS_DUE = "reviews_due"
    ACTIONS_DUE = "actions_due"
    INTERVENTIONS_ISSUED = "interventions_issued"
    INTERVENTIONS_LIVE = "interventions_live"
    BREACHES = "breaches"
    INTERVENTIONS_ENDED = "interventions_ended"


class CountedUnit(StrEnum):
    """What one of the number is."""

    CASES = "cases"
    OPENINGS = "openings"
    CLOSINGS = "closings"
    REFERRALS = "referrals"
    REVIEWS = "reviews"
    ACTIONS = "actions"
    INTERVENTIONS = "interventions"
    BREACHES = "breaches"


class Source(StrEnum):
    """Which records of the vault a measure is counted from."""

    CASES = "cases"
    REFERRALS = "referrals"
    CLOSINGS = "closings"
    REVIEWS = "reviews"
    ACTIONS = "actions"
    INTERVENTIONS = "interventions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure.

    Attributes:
        counts: The happening whose events it counts.
        of: Conditions that an event must meet, sorted by variable; none counts every event.
        at_start: Whether it is the state at the end of the quarter before the period.
        breakdowns: What it may be broken down by.
    """

    code: MeasureCode
    population: str
    unit: CountedUnit
    source: Source
    counts: Happening[Any]
    of: tuple[Condition, ...] = ()
    at_start: bool = False
    breakdowns: tuple[BreakdownCode, ...]

    def cell(self, period: Period, where: tuple[Condition, ...] = ()) -> Cell | None:
        """Give the number of it in a period, of what meets some conditions.

        None where nothing could ever meet them and what the measure itself asks for.
        """
        conditions = dict(self.of)
        for variable, codes in where:
            conditions[variable] = codes & conditions.get(variable, codes)
        if not all(conditions.values()):
            return None
        return Cell(
            measure=self.counts.code,
            quarters=self._quarters(period),
            where=tuple(sorted(conditions.items(), key=lambda one: one[0])),
        )

    def _quarters(self, period: Period) -> tuple[date, ...]:
        if self.at_start:
            return (quarters.shifted(period.quarters[0], -1),)
        return (period.last_quarter,) if self.counts.stock else period.quarters


_ABOUT = (B.KIND, B.WARD, B.WARD_GROUP, B.REFERRING_AGENCY, B.REFERRING_AGENCY_KIND)
_OF_A_CASE = (
    B.KIND, B.FOCUS_AREA, B.FOCUS_GROUP, B.WARD, B.WARD_GROUP, B.RISK, B.REFERRING_AGENCY,
    B.REFERRING_AGENCY_KIND, B.LEAD_AGENCY, B.LEAD_AGENCY_KIND,
)  # fmt: skip
_OF_A_REVIEW = (B.KIND, B.RISK, B.LEAD_AGENCY, B.LEAD_AGENCY_KIND, B.REVIEW_TIME)
_OF_AN_ACTION = (B.KIND, B.OWNER_AGENCY, B.OWNER_AGENCY_KIND, B.ACTION_TIME)
_OF_AN_INTERVENTION = (
    B.INTERVENTION_KIND, B.INTERVENTION_FAMILY, B.ISSUING_AGENCY, B.ISSUING_AGENCY_KIND,
)  # fmt: skip
_ACCEPTED = frozenset(one.value for one in ACCEPTING)
_NOT_ACCEPTED = frozenset(one.value for one in ReferralOutcome) - _ACCEPTED
_WITHIN_6 = frozenset({matters.WITHIN_6})
_WITHIN_12 = _WITHIN_6 | {matters.WITHIN_12}


def _matter(
    code: MeasureCode,
    unit: CountedUnit,
    counts: Happening[matters.MatterFacts],
    breakdowns: tuple[BreakdownCode, ...],
    of: tuple[Condition, ...] = (),
) -> Measure:
    source = {CountedUnit.REFERRALS: Source.REFERRALS, CountedUnit.CLOSINGS: Source.CLOSINGS}
    return Measure(
        code=code, population=matters.MATTERS, unit=unit, source=source.get(unit, Source.CASES),
        counts=counts, of=of, at_start=code is MeasureCode.OPEN_AT_START, breakdowns=breakdowns,
    )  # fmt: skip


def _intervention(
    code: MeasureCode,
    unit: CountedUnit,
    counts: Happening[interventions.InterventionFacts],
    *more: BreakdownCode,
) -> Measure:
    return Measure(
        code=code, population=interventions.INTERVENTIONS, unit=unit, source=Source.INTERVENTIONS,
        counts=counts, breakdowns=(*_OF_AN_INTERVENTION, *more),
    )  # fmt: skip


_M, _U = MeasureCode, CountedUnit
_DECIDED = (*_ABOUT, B.OUTCOME, B.ACCEPTANCE)
_ALL = (
    _matter(_M.OPEN_AT_START, _U.CASES, matters.OPEN_AT_END, (*_OF_A_CASE, B.AGE)),
    _matter(_M.REFERRED, _U.REFERRALS, matters.REFERRED, (*_ABOUT, B.BEFORE)),
    _matter(_M.DECIDED, _U.REFERRALS, matters.DECIDED, _DECIDED),
    _matter(_M.ACCEPTED, _U.REFERRALS, matters.DECIDED, (*_ABOUT, B.OUTCOME),
            (("outcome", _ACCEPTED),)),
    _matter(_M.NOT_ACCEPTED, _U.REFERRALS, matters.DECIDED, (*_ABOUT, B.OUTCOME),
            (("outcome", _NOT_ACCEPTED),)),
    _matter(_M.UNDECIDED_AT_END, _U.REFERRALS, matters.UNDECIDED, (*_ABOUT, B.WAITING)),
    _matter(_M.RE_REFERRED_6, _U.REFERRALS, matters.REFERRED, _ABOUT, (("before", _WITHIN_6),)),
    _matter(_M.RE_REFERRED_12, _U.REFERRALS, matters.REFERRED, _ABOUT, (("before", _WITHIN_12),)),
    _matter(_M.OPENED, _U.OPENINGS, matters.OPENED, (*_OF_A_CASE, B.OPENING)),
    _matter(_M.CLOSED, _U.CLOSINGS, matters.CLOSED, (*_OF_A_CASE, B.REASON, B.FINAL_RISK)),
    _matter(_M.OPEN_AT_END, _U.CASES, matters.OPEN_AT_END, (*_OF_A_CASE, B.AGE)),
    _matter(_M.HOLD_ANSWERED, _U.CLOSINGS, matters.ANSWERED, (*_OF_A_CASE, B.ANSWER)),
    _matter(_M.NOT_YET_ASKED, _U.CLOSINGS, matters.NOT_YET_ASKED, _OF_A_CASE),
    Measure(
        code=_M.REVIEWS_DUE, population=work.REVIEWS, unit=_U.REVIEWS, source=Source.REVIEWS,
        counts=work.REVIEW_DUE, breakdowns=_OF_A_REVIEW,
    ),
    Measure(
        code=_M.ACTIONS_DUE, population=work.ACTIONS, unit=_U.ACTIONS, source=Source.ACTIONS,
        counts=work.ACTION_DUE, breakdowns=_OF_AN_ACTION,
    ),
    _intervention(_M.INTERVENTIONS_ISSUED, _U.INTERVENTIONS, interventions.ISSUED),
    _intervention(_M.INTERVENTIONS_LIVE, _U.INTERVENTIONS, interventions.LIVE),
    _intervention(_M.BREACHES, _U.BREACHES, interventions.BREACHED),
    _intervention(_M.INTERVENTIONS_ENDED, _U.INTERVENTIONS, interventions.ENDED, B.ENDING),
)  # fmt: skip
MEASURES = {one.code: one for one in _ALL}
