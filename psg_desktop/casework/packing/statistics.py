"""Figures about the caseload, each shown as it may leave the vault."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from psg_desktop.casework.office import Office
from psg_desktop.documents.tables import write_csv
from psg_desktop.domain.lists import CaseFilter, CaseRow, CaseView
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.privacy.tables.display import floor_display
from psg_desktop.store.queries import caseload
from psg_desktop.store.queries.caseload import Horizon
from psg_desktop.words.names import name

NOT_RECORDED = "Not recorded"
HEADERS = ("Measure", "Breakdown", "Category", "Cases")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure: a count of cases as displayed, such as "under 10" or "45"."""

    measure: str
    breakdown: str
    category: str
    shown: str


def caseload_figures(office: Office) -> tuple[Figure, ...]:
    """Count open cases by kind, state, risk and lead agency, none finer than the display rule.

    Each total is rounded on its own, never summed from rounded parts.
    """
    with office.reading() as unit:
        rows = caseload.page(
            unit.reading,
            CaseFilter(view=CaseView.OPEN),
            CaseOrder(),
            Horizon(day=office.today()),
            slice(0, None),
        ).rows
    return tuple(_figures(rows))


def write_figures(office: Office, path: Path) -> None:
    """Write the caseload figures as CSV.

    Raises:
        Unwritable, DiskFull: The file cannot be written there.
    """
    figures = caseload_figures(office)
    write_csv(
        path,
        HEADERS,
        ((one.measure, one.breakdown, one.category, one.shown) for one in figures),
    )


def _figures(rows: tuple[CaseRow, ...]) -> Iterator[Figure]:
    measure = "Open cases"
    yield Figure(measure=measure, breakdown="All", category="All", shown=floor_display(len(rows)))
    for breakdown, category in _BREAKDOWNS:
        counted = Counter(map(category, rows))
        for label in sorted(counted):
            yield Figure(
                measure=measure,
                breakdown=breakdown,
                category=label,
                shown=floor_display(counted[label]),
            )


_BREAKDOWNS: tuple[tuple[str, Callable[[CaseRow], str]], ...] = (
    ("Kind", lambda row: name(row.kind)),
    ("State", lambda row: name(row.state)),
    ("Risk", lambda row: name(row.risk) if row.risk else "Not assessed"),
    ("Lead agency", lambda row: row.lead_agency or NOT_RECORDED),
)
