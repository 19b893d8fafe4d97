"""The legal basis of a case, and the log of what was told to whom."""

from dataclasses import dataclass

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.information import Disclosure, LegalBasis
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.releases import Release


@dataclass(frozen=True, slots=True, kw_only=True)
class Information:
    """What is on record about the information of a case.

    Attributes:
        bases: The latest first; none where the usual basis counts.
        disclosures: The latest first; `releases` the packs the case was in, which named nobody.
    """

    bases: tuple[LegalBasis, ...]
    disclosures: tuple[Disclosure, ...]
    releases: tuple[Release, ...]


def of_case(office: Office, case: CaseId) -> Information:
    """Read what is on record about the information of a case."""
    with office.reading() as unit:
        bases = unit.legal_bases.where(case=case)
        told = sorted(unit.disclosures.where(case=case), key=lambda one: one.on)
        packs = [one for one in unit.releases.all() if case in {part.case for part in one.cases}]
    return Information(
        bases=tuple(reversed(bases)),
        disclosures=tuple(reversed(told)),
        releases=tuple(reversed(packs)),
    )


def set_basis(office: Office, basis: LegalBasis) -> None:
    """Record on which basis a case is worked from a day on.

    Raises:
        Refused: The day lies in the future.
    """
    if basis.since > office.today():
        raise refuse("since", Problem.DATE_IN_FUTURE)
    with office.working(Act.SET_BASIS) as unit:
        unit.cases.get(basis.case)
        unit.legal_bases.put(basis)


def disclose(office: Office, told: Disclosure) -> None:
    """Record what was told to whom; a closed case is still asked about, so it may be told of.

    Raises:
        Refused: The day lies in the future or before the case was opened.
    """
    if told.on > office.today():
        raise refuse("on", Problem.DATE_IN_FUTURE)
    with office.working(Act.DISCLOSE) as unit:
        if told.on < unit.cases.get(told.case).opened:
            raise refuse("on", Problem.BEFORE_CASE_OPENED)
        unit.disclosures.put(told)
