"""The breakdowns of one vault: categories from its lists, never from what is counted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import local_wards
from psg_desktop.casework.parties.local_wards import LocalWards
from psg_desktop.domain.agencies import Agency, AgencyKind, told_apart
from psg_desktop.domain.cases import CaseKind, RiskLevel
from psg_desktop.domain.closing import HoldResult
from psg_desktop.domain.intervention_facts import Standing
from psg_desktop.domain.intervention_kinds import Family, InterventionKind
from psg_desktop.domain.partnership import PARTNERSHIP_ID, Partnership
from psg_desktop.domain.reference_rows import FocusArea
from psg_desktop.domain.referrals import ACCEPTING, ReferralOutcome
from psg_desktop.domain.statistics import interventions, matters, work
from psg_desktop.domain.statistics.breakdowns import (
    WIDER,
    Breakdown,
    BreakdownCode,
    Catalogue,
    Category,
)
from psg_desktop.domain.statistics.happenings import NOT_RECORDED, OTHER, REST
from psg_desktop.domain.text import fold
from psg_desktop.store.units import Unit
from psg_desktop.words import breakdowns as words
from psg_desktop.words import names

B = BreakdownCode
_Found = Iterator[tuple[BreakdownCode, list[Category]]]
_AGENCIES = (B.REFERRING_AGENCY, B.LEAD_AGENCY, B.OWNER_AGENCY, B.ISSUING_AGENCY)


class _Row(Protocol):
    """A row of a list the partnership can change."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    def in_force(self, day: date) -> bool: ...


def of_vault(office: Office, day: date) -> Catalogue:
    """Give the breakdowns with the categories that the lists have on a day.

    What is no longer on a list on that day counts under other, so that nothing is left out.
    """
    with office.reading() as unit:
        return of_unit(unit, day)


def of_unit(unit: Unit, day: date) -> Catalogue:
    """Give the same within a unit of work."""
    found = {
        **dict(_fixed()),
        **dict(_areas(unit.focus_areas.all(), day)),
        **dict(_wards(unit.partnership.get(PARTNERSHIP_ID), local_wards.of_unit(unit))),
        **dict(_agencies(unit.agencies.all())),
        **dict(_kinds(unit.intervention_kinds.all(), day)),
        B.REASON: _listed(unit.closure_reasons.all(), day),
    }
    return Catalogue(
        breakdowns={
            code: Breakdown(
                code=code, label=words.name(code), categories=tuple(_told_apart(found[code]))
            )
            for code in BreakdownCode
        }
    )


def _fixed() -> _Found:
    gap = [_own(NOT_RECORDED)]
    yield B.KIND, [_named(one) for one in CaseKind]
    yield B.RISK, [*map(_named, RiskLevel), *gap]
    yield B.FINAL_RISK, [*map(_named, RiskLevel), *gap]
    yield B.OUTCOME, [*map(_named, ReferralOutcome), *gap]
    accepted = frozenset(one.value for one in ACCEPTING)
    refused = frozenset(one.value for one in ReferralOutcome) - accepted
    yield B.ACCEPTANCE, [_own("accepted", accepted), _own("not_accepted", refused), *gap]
    yield B.ANSWER, [*map(_named, HoldResult), *gap]
    yield B.AGE, [_own(code) for _, code in matters.AGES]
    yield B.WAITING, [_own(code) for _, code in matters.WAITS]
    yield B.BEFORE, [_own(one) for one in (matters.WITHIN_6, matters.WITHIN_12, matters.NOT_BEFORE)]
    yield B.OPENING, [_own(one) for one in (matters.FIRST_TIME, matters.AGAIN)]
    yield B.REVIEW_TIME, [_own(one) for one in work.REVIEW_TIMES]
    yield B.ACTION_TIME, [_own(one) for one in work.ACTION_TIMES]
    yield B.ENDING, [_ending(one) for one in interventions.ENDINGS] + gap


def _areas(areas: Sequence[FocusArea], day: date) -> _Found:
    single = _listed(areas, day)
    named = {_slug(one.group): one.group for one in areas}
    yield B.FOCUS_AREA, single
    yield B.FOCUS_GROUP, _joined(single, {one.code: _slug(one.group) for one in areas}, named)


def _wards(partnership: Partnership, local: LocalWards) -> _Found:
    groups = partnership.ward_groups
    known = local.offered(*(code for group in groups for code in group.wards))
    single = [*(_category(code, label) for code, label in known.items()), *_rest()]
    yield B.WARD, single
    # A ward of two groups counts in the first of them.
    place = {code: _slug(one.name) for one in reversed(groups) for code in one.wards}
    yield B.WARD_GROUP, _joined(single, place, {_slug(one.name): one.name for one in groups})


def _agencies(agencies: Sequence[Agency]) -> _Found:
    labels = told_apart(agencies)
    active = sorted((one for one in agencies if one.active), key=lambda one: fold(labels[one.id]))
    gone = frozenset(str(one.id) for one in agencies if not one.active)
    single = [*(_category(str(one.id), labels[one.id]) for one in active), *_rest(gone)]
    named = {one.value: names.name(one) for one in AgencyKind if one is not AgencyKind.OTHER}
    joined = _joined(single, {str(one.id): one.kind.value for one in active}, named)
    for code in _AGENCIES:
        yield code, single
        yield WIDER[code], joined


def _kinds(kinds: Sequence[InterventionKind], day: date) -> _Found:
    single = _listed(kinds, day)
    named = {one.value: names.name(one) for one in Family}
    yield B.INTERVENTION_KIND, single
    yield (
        B.INTERVENTION_FAMILY,
        _joined(single, {one.code: one.family.value for one in kinds}, named),
    )


def _listed(rows: Iterable[_Row], day: date) -> list[Category]:
    """Give a category for each code in force on a day, and what became of the others."""
    known = tuple(rows)
    live = {one.code: one.name for one in known if one.in_force(day)}
    gone = frozenset(one.code for one in known if one.code not in live)
    own = live.keys() - REST
    return [*(_category(code, name) for code, name in live.items() if code in own), *_rest(gone)]


def _joined(
    single: Sequence[Category], groups: Mapping[str, str], named: Mapping[str, str]
) -> list[Category]:
    """Give a category for each named group that joins some categories; the rest is other."""
    members: dict[str, frozenset[str]] = {}
    for one in single:
        group = groups.get(one.code, "")
        if one.code != NOT_RECORDED:
            group = group if named.get(group) and group not in REST else ""
            members[group] = members.get(group, frozenset()) | one.codes
    shown = [
        Category(code=group, label=label, codes=members[group])
        for group, label in named.items()
        if group and group in members
    ]
    return [*shown, *_rest(members.get("", frozenset()))]


def _told_apart(categories: Iterable[Category]) -> Iterator[Category]:
    """Number the categories that share a name, so that no two rows or columns look the same."""
    seen: Counter[str] = Counter()
    for one in categories:
        seen[one.label] += 1
        again = seen[one.label]
        yield one if again == 1 else replace(one, label=f"{one.label} ({again})")


def _rest(more: frozenset[str] = frozenset()) -> tuple[Category, Category]:
    return _own(OTHER, more | {OTHER}), _own(NOT_RECORDED)


def _own(code: str, codes: frozenset[str] | None = None) -> Category:
    return Category(code=code, label=words.category(code), codes=codes or frozenset({code}))


def _named(one: StrEnum) -> Category:
    return _category(one.value, names.name(one))


def _ending(code: str) -> Category:
    return _category(code, names.name(Standing(code)))


def _category(code: str, label: str) -> Category:
    return Category(code=code, label=label, codes=frozenset({code}))


def _slug(name: str) -> str:
    return "_".join(name.casefold().split())
