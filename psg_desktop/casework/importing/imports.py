"""Importing a spreadsheet: read, matched, checked, and put as one batch that can be taken back."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from psg_desktop.casework.importing.import_alike import AlikeFinder
from psg_desktop.casework.importing.import_cases import References
from psg_desktop.casework.importing.import_counts import Counted
from psg_desktop.casework.importing.import_known import known_to
from psg_desktop.casework.importing.import_records import Conversion
from psg_desktop.casework.importing.import_referrals import Referred
from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.ids import BatchId
from psg_desktop.domain.partnership import PARTNERSHIP_ID
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.exchange import opening
from psg_desktop.exchange.agency_columns import told_apart
from psg_desktop.exchange.check import DryRun, check
from psg_desktop.exchange.drafts import RowDraft
from psg_desktop.exchange.headers import HeaderGuess, guess_header
from psg_desktop.exchange.mapping import Mapping, Purpose, Template
from psg_desktop.exchange.outcomes import Status
from psg_desktop.exchange.reading import read_workbook
from psg_desktop.exchange.sheets import Sheet, Workbook
from psg_desktop.exchange.suggest import suggest
from psg_desktop.exchange.tables import Table, table
from psg_desktop.faults import Unreadable
from psg_desktop.store import desk
from psg_desktop.store.desk import ImportedRow
from psg_desktop.store.queries import caseload, history
from psg_desktop.store.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A sheet cut into a table, with the column matching proposed for it.

    Attributes:
        template: The name of the remembered matching that fitted, "" where none did.
    """

    table: Table = field(repr=False)
    header: HeaderGuess
    mapping: Mapping
    template: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did, and the batch by which it is taken back.

    Attributes:
        taken: How many differences from what was there were taken over; `left` how many were not.
    """

    batch: BatchId | None
    made: dict[RecordKind, int]
    same: int
    left_out: int
    taken: int = 0
    left: int = 0


def read(path: Path) -> Workbook:
    """Read a spreadsheet from outside.

    Raises:
        Unreadable: With the reason in one sentence.
    """
    return read_workbook(path)


def likeliest_sheet(book: Workbook) -> Sheet:
    """Choose the sheet that most likely holds the caseload."""
    return opening.likeliest_sheet(book).sheet


def offer(
    office: Office,
    sheet: Sheet,
    header: HeaderGuess | None = None,
    purpose: Purpose | None = None,
) -> Offered:
    """Cut a sheet into a table and propose a matching, a remembered one where it fits.

    With a purpose, that is what each row stands for, and no remembered matching is taken.
    """
    found = header or guess_header(sheet)
    cut = table(sheet, found.row, found.upper_row)
    with office.reading() as unit:
        agencies = [
            spelling for one in unit.agencies.all() for spelling in (one.name, one.short_name)
        ]
    proposed = told_apart(cut, suggest(cut, purpose), agencies)
    for kept in templates(office):
        if purpose is None and kept.fits(cut.headers):
            return Offered(
                table=cut,
                header=found,
                mapping=kept.applied_to(proposed),
                template=kept.name,
            )
    return Offered(table=cut, header=found, mapping=proposed)


def dry_run(office: Office, cut: Table, mapping: Mapping) -> DryRun:
    """Say what every row would become; nothing is written.

    Raises:
        Unreadable: No column holds anything this program could keep.
    """
    with office.reading() as unit:
        known = replace(known_to(unit), alike=AlikeFinder(office))
    return check(cut, mapping, known, office.today())


def commit(office: Office, run: DryRun, *, skip_wrong: bool = False) -> Imported:
    """Put everything a dry run would make, as one batch.

    Raises:
        Refused: A row is wrong or waits for a decision, unless wrong rows are left out.
    """
    if run.undecided or run.unsettled or (run.wrong and not skip_wrong):
        raise refuse("rows", Problem.UNDECIDED_ROWS)
    batch = _put(office, run) if run.drafts else None
    taken = sum(one.taken is True for one in run.differences)
    return Imported(
        batch=batch,
        made=_made(office, batch) if batch is not None else {},
        same=run.count(Status.SAME),
        left_out=run.count(Status.SKIPPED) + run.count(Status.WRONG),
        taken=taken,
        left=len(run.differences) - taken,
    )


class _Conversion(Protocol):
    """Turns drafts into records, and says what each row is recognised by later."""

    rows: list[ImportedRow]

    def add(self, drafts: Iterable[RowDraft]) -> None: ...

    def put(self) -> None: ...


def _put(office: Office, run: DryRun) -> BatchId:
    with office.working(Act.IMPORT_RECORDS) as unit:
        conversion = _conversion(office, unit, run.mapping.purpose)
        conversion.add(run.drafts)
        conversion.put()
        desk.remember_rows(unit, unit.batch, conversion.rows)
        return unit.batch


def _conversion(office: Office, unit: Unit, purpose: Purpose) -> _Conversion:
    match purpose:
        case Purpose.REFERRALS:
            return Referred(office, unit)
        case Purpose.DEMAND:
            return Counted(office, unit)
        case _:
            prefix = unit.partnership.get(PARTNERSHIP_ID).reference_prefix
            taken = set(caseload.all_references(unit.reading))
            start = f"{prefix}-{office.today().year}-"
            return Conversion(office, unit, References(taken=taken, start=start))


def _made(office: Office, batch: BatchId) -> dict[RecordKind, int]:
    with office.reading() as unit:
        return history.created_in(unit.reading, batch)


def templates(office: Office) -> tuple[Template, ...]:
    """Read every remembered column matching, by name."""
    with office.reading() as unit:
        kept = desk.templates(unit.reading)
    return tuple(Template.from_dict(json.loads(kept[name])) for name in sorted(kept))


def keep_template(office: Office, template: Template) -> None:
    """Remember a column matching under its name."""
    with office.jotting() as unit:
        desk.keep_template(unit, template.name, json.dumps(template.to_dict()))


def template_from_file(path: Path) -> Template:
    """Read a column matching from a JSON file.

    Raises:
        Unreadable: It is not one.
    """
    try:
        return Template.from_dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        raise Unreadable(
            "The template cannot be read. Use one that this program wrote, or import without it."
        ) from None
