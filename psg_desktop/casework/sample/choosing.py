"""Choosing cases of the sample by what they are about, so that a later story fits them."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from psg_desktop.casework.office import Office
from psg_desktop.domain.agencies import Agency
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.ids import CaseId


class About(NamedTuple):
    """What a story of the sample is about: its kind and the first of its focus areas."""

    kind: CaseKind
    focus: str

    def among(self, cases: Iterable[Case]) -> tuple[Case, ...]:
        """Give the cases told from this story."""
        return tuple(case for case in cases if about(case) == self)


def about(case: Case) -> About:
    """Give what a case is about."""
    return About(case.kind, case.focus_areas[0])


def still_open(office: Office, lasting: Collection[CaseId]) -> tuple[Case, ...]:
    """Read the cases open on the sample's day that are among *lasting*."""
    with office.reading() as unit:
        return tuple(one for one in unit.cases.all() if not one.closed and one.id in lasting)


def agencies_by_name(office: Office) -> dict[str, Agency]:
    """Read the agencies by their short names."""
    with office.reading() as unit:
        return {one.short_name: one for one in unit.agencies.all()}
