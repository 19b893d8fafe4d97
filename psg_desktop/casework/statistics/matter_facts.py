"""Matters read from the vault: cases with the referral that opened each, and other referrals."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from psg_desktop.casework.statistics.known_cases import Codes, KnownCase, KnownWards
from psg_desktop.domain.referrals import ReferralOutcome
from psg_desktop.domain.statistics.breakdowns import BreakdownCode
from psg_desktop.domain.statistics.matters import MatterFacts, ReferralFacts
from psg_desktop.store.queries.counting import ReferralColumns

B = BreakdownCode
_Known = Mapping[str, KnownCase]


def matters(
    cases: _Known, referrals: Iterable[ReferralColumns], wards: KnownWards, codes: Codes
) -> Iterator[tuple[str, MatterFacts]]:
    """Give every matter with the key it keeps: of its referral where it has one, or of its case.

    Args:
        cases: Every case, by its identifier.
        referrals: Every referral.
        wards: In which ward each person and place is, and each postcode.
        codes: The codes that count.
    """
    known = sorted(referrals, key=lambda one: (one.received_on, one.id))
    touches = _Touches(cases, known)
    opening = _opening(cases, known)
    for referral in known:
        case = cases.get(opening.get(referral.id, referral.id))
        facts = ReferralFacts(
            received_on=referral.received_on,
            decided_on=referral.decided_on,
            outcome=referral.outcome,
            touched=touches.before(referral),
        )
        traits = _traits(case, referral, wards, codes)
        spells = case.spells if case else ()
        yield referral.id, MatterFacts(traits=traits, referral=facts, spells=spells)
    for id_ in cases.keys() - opening.values():
        case = cases[id_]
        yield id_, MatterFacts(traits=_traits(case, None, wards, codes), spells=case.spells)


def _opening(cases: _Known, referrals: Iterable[ReferralColumns]) -> dict[str, str]:
    """Give the case that each referral opened; of several referrals, it is the first's."""
    found: dict[str, str] = {}
    for one in referrals:
        accepted = one.outcome == ReferralOutcome.ACCEPTED_NEW.value
        if accepted and one.case in cases:
            found.setdefault(one.case, one.id)
    return {referral: case for case, referral in found.items()}


def _traits(
    case: KnownCase | None,
    referral: ReferralColumns | None,
    wards: KnownWards,
    codes: Codes,
) -> tuple[str, ...]:
    """Give the codes of a matter; what the case says goes before what the referral says."""
    about = case.columns if case else None
    kind = about.kind if about else referral.kind if referral else ""
    subject = about.subject if about else referral.subject if referral else ""
    referred_by = (about.referred_by if about else "") or (referral.referred_by if referral else "")
    return (
        codes.of(B.KIND, kind),
        codes.of(B.FOCUS_AREA, about.focus_area if about else ""),
        codes.of(B.WARD, wards.of(subject, referral.postcode if referral else "")),
        codes.of(B.RISK, about.risk if about else ""),
        codes.of(B.REFERRING_AGENCY, referred_by),
        codes.of(B.LEAD_AGENCY, about.lead_agency if about else ""),
    )


class _Touches:
    """The days on which each person, place or project was referred, or a case of them closed."""

    def __init__(self, cases: _Known, referrals: Iterable[ReferralColumns]) -> None:
        self._cases = cases
        self._referrals = {one.id: one for one in referrals}
        self._received: dict[str, list[date]] = {}
        self._closed: dict[str, list[date]] = {}
        for one in self._referrals.values():
            self._received.setdefault(self._subject(one), []).append(one.received_on)
        for case in cases.values():
            days = self._closed.setdefault(case.columns.subject, [])
            days.extend(one.closed for one in case.spells if one.closed is not None)
        for days in (*self._received.values(), *self._closed.values()):
            days.sort()

    def before(self, referral: ReferralColumns) -> date | None:
        """Give the latest such day before a referral, None where there is none."""
        day = referral.received_on
        found = list(self._of(self._subject(referral), day))
        earlier = self._referrals.get(referral.earlier)
        if earlier is not None:
            if earlier.received_on <= day:
                found.append(earlier.received_on)
            found += self._of(self._subject(earlier), day)
        return max(found, default=None)

    def _of(self, subject: str, day: date) -> Iterator[date]:
        received, closed = self._received.get(subject, []), self._closed.get(subject, [])
        for days, count in (
            (received, bisect_left(received, day)),
            (closed, bisect_right(closed, day)),
        ):
            if subject and count:
                yield days[count - 1]

    def _subject(self, referral: ReferralColumns) -> str:
        case = self._cases.get(referral.case)
        return referral.subject or (case.columns.subject if case else "")
