"""From the rows of a table of counts to the counts of cases."""

from collections.abc import Iterable
from uuid import UUID

from psg_desktop.casework.importing.import_agencies import Owners
from psg_desktop.casework.office import Office
from psg_desktop.domain.demand import DemandCell, DemandCount, counted
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.text import fold
from psg_desktop.exchange.drafts import CountDraft, RowDraft
from psg_desktop.store.desk import ImportedRow
from psg_desktop.store.units import Unit


class Counted:
    """Turns drafts into counts; nothing is written until `put`.

    No row is remembered: a count that is there already is known by its case, measure and month.
    """

    def __init__(self, office: Office, unit: Unit) -> None:
        self._unit = unit
        self._owners = Owners(office, unit)
        self._measures = {fold(one.name): one.code for one in unit.demand_measures.all()}
        self._counts: list[DemandCount] = []
        self.rows: list[ImportedRow] = []

    def add(self, drafts: Iterable[RowDraft]) -> None:
        """Work out the counts of every row.

        Raises:
            Refused: A case was closed since the rows were checked.
        """
        self._counts += [self._count(one) for draft in drafts for one in draft.counts]
        for case in {one.case for one in self._counts}:
            if self._unit.cases.get(case).closed:
                raise refuse("case", Problem.CASE_IS_CLOSED)

    def put(self) -> None:
        """Write everything that was worked out."""
        self._owners.put()
        self._unit.demand_counts.put_all(self._counts)

    def _count(self, row: CountDraft) -> DemandCount:
        cell = DemandCell(
            case=CaseId(UUID(row.case)),
            measure=self._measures[fold(row.measure)],
            agency=self._owners.of(row.agency),
            month=row.month,
        )
        return counted(cell, row.count)
