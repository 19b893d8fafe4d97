"""A vault of sixty cases opened over the last year and a half, to publish statistics of."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import Case, CaseState, RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.statistics.periods import Period, read_period
from tests.bench.caseloads import filled


def period(code: str) -> Period:
    """Give a period as typed."""
    found = read_period(code)
    assert found is not None
    return found


@contextmanager
def sixty_cases() -> Iterator[Office]:
    """Open the vault for a test."""
    with filled(60) as office:
        with office.working(Act.IMPORT_RECORDS) as unit:
            unit.cases.put_all(_spread(number, one) for number, one in enumerate(unit.cases.all()))
        yield office


def _spread(number: int, case: Case) -> Case:
    opened = date(2025, 4 + number % 8, 1 + number % 27)
    risk = list(RiskLevel)[number % 3]
    return replace(
        case, opened=opened, risk=risk, state=CaseState.ACTIVE_PLAN, closures=(), review_due=None
    )
