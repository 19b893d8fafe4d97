"""The verb that brings a spreadsheet in, or says what would happen."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from psg_desktop.casework.importing import imports
from psg_desktop.casework.office import Office
from psg_desktop.cli.outcomes import Exit, VerbRefusedError, say, show
from psg_desktop.cli.vaults import open_vault
from psg_desktop.clock import Clock
from psg_desktop.exchange.check import DryRun
from psg_desktop.exchange.mapping import Template, Use
from psg_desktop.exchange.outcomes import ProblemGroup, Status
from psg_desktop.exchange.rejected import not_imported, write_rejected
from psg_desktop.exchange.sheets import Sheet, Workbook, listed
from psg_desktop.exchange.sheets import counted as number_of
from psg_desktop.words.counted import counted

_TOLD_GROUPS = 40


def import_file(typed: Namespace, clock: Clock) -> Exit:
    """Read, check and put a spreadsheet; nothing is put while a row needs a decision."""
    book = imports.read(typed.file)
    with open_vault(typed, clock) as office:
        return _import(office, book, typed)


def _import(office: Office, book: Workbook, typed: Namespace) -> Exit:
    sheet = _sheet(book, typed.sheet)
    offered = imports.offer(office, sheet)
    mapping = offered.mapping
    if typed.template:
        mapping = _template(office, typed.template).applied_to(mapping)
    run = imports.dry_run(office, offered.table, mapping)
    _tell(run, book, sheet)
    if typed.rejected and not_imported(run):
        left = number_of(write_rejected(run, typed.rejected), "row")
        say(f"Written to {typed.rejected}: {left} to be looked at, with the reasons.")
    done: imports.Imported | None = None
    waiting = run.undecided or run.unsettled or (run.wrong and not typed.skip_wrong)
    if not typed.dry_run and not waiting:
        done = imports.commit(office, run, skip_wrong=typed.skip_wrong)
        _tell_done(done)
    if typed.json:
        show([json.dumps(_as_json(run, sheet, done), ensure_ascii=False)])
    if waiting and not typed.dry_run:
        say(f"Nothing was imported, because {_waiting(run, typed)}.")
        return Exit.NEEDS_DECISION
    return Exit.DONE


def _waiting(run: DryRun, typed: Namespace) -> str:
    """Say what has to be decided first, and how."""
    wrong = number_of(len(run.wrong), "row") if run.wrong and not typed.skip_wrong else ""
    asked = number_of(len(run.undecided), "row")
    other = number_of(len(run.unsettled), "difference")
    return " and ".join(
        filter(
            None,
            (
                f"{wrong} cannot be read as they stand: correct the file, or leave them out with "
                "--skip-wrong"
                if wrong
                else "",
                f"{asked} may be somebody or something you have: open the vault in the window, "
                "choose Import, and say which is which"
                if run.undecided
                else "",
                f"{other} from what is there must be taken or left: open the vault in the window, "
                "choose Import, and decide"
                if run.unsettled
                else "",
            ),
        )
    )


def _sheet(book: Workbook, wanted: str | None) -> Sheet:
    if wanted is None:
        return imports.likeliest_sheet(book)
    found = [sheet for sheet in book.sheets if sheet.name == wanted]
    if not found:
        names = listed([sheet.name for sheet in book.sheets])
        raise VerbRefusedError(f"There is no sheet of this name. There are: {names}.")
    return found[0]


def _template(office: Office, wanted: str) -> Template:
    kept = {one.name: one for one in imports.templates(office)}
    return kept[wanted] if wanted in kept else imports.template_from_file(Path(wanted))


def _tell(run: DryRun, book: Workbook, sheet: Sheet) -> None:
    others = [
        f"{one.name} (hidden)" if one.hidden else one.name
        for one in book.sheets
        if one is not sheet
    ]
    others.extend(f"{name} (a chart)" for name in book.without_cells)
    if others:
        say(f"Read from the sheet {sheet.name}. Not read: {listed(others)}.")
    for note in run.table.notes:
        say(note.sentence)
    for use, words in ((Use.NOTES, "Put in the notes"), (Use.LEAVE_OUT, "Left out")):
        named = [column.header for column in run.mapping.columns if column.use is use]
        if named:
            say(f"{words}: {number_of(len(named), 'column')} ({listed(named, limit=20)}).")
    counts = [f"{run.count(status)} {status.value}" for status in Status if run.count(status)]
    say(f"Rows: {', '.join(counts) or 'none'}.")
    _tell_rows(run)


def _tell_rows(run: DryRun) -> None:
    for row in run.undecided[:_TOLD_GROUPS]:
        like = f"{row.twin.label} ({row.twin.why})" if row.twin else "what is there"
        say(f"Row {row.number}: It may be {like}.")
    for one in run.differences[:_TOLD_GROUPS]:
        what = one.detail or one.what.value.replace("_", " ")
        say(f"Row {one.row}: {one.about}, {what}: {one.before} now, {one.after} in the file.")
    groups = run.groups()
    for group in groups[:_TOLD_GROUPS]:
        say(_line(group))
    if len(groups) > _TOLD_GROUPS:
        say(f"And {len(groups) - _TOLD_GROUPS} more kinds of problem; --json lists them all.")


def _line(group: ProblemGroup) -> str:
    rows = listed([str(row) for row in group.rows])
    word = "Row" if len(group.rows) == 1 else "Rows"
    column = f", column {group.header}" if group.header else ""
    return f"{word} {rows}{column}: {group.sentence} {group.advice}".rstrip()


def _tell_done(done: imports.Imported) -> None:
    made = [counted(kind, count) for kind, count in sorted(done.made.items())]
    before = number_of(done.same, "row was", "rows were")
    left = number_of(done.left_out, "row was", "rows were")
    say(
        f"Imported: {listed(made, limit=20) if made else 'nothing new'}. "
        f"{before} imported before, {left} left out."
    )


def _as_json(run: DryRun, sheet: Sheet, done: imports.Imported | None) -> dict[str, Any]:
    return {
        "sheet": sheet.name,
        "notes": [note.sentence for note in run.table.notes],
        "columns": Template(name="", mapping=run.mapping).to_dict()["columns"],
        "counts": {status.value: run.count(status) for status in Status},
        "problems": [
            {
                "rows": list(group.rows),
                "column": group.header,
                "value": group.shown,
                "problem": group.sentence,
                "advice": group.advice,
                "stops": group.stops,
            }
            for group in run.groups()
        ],
        "rows": [
            {
                "row": row.number,
                "status": row.status.value,
                "like": row.twin.label if row.twin else "",
                "reason": row.reason,
            }
            for row in run.rows
        ],
        "imported": {kind.value: count for kind, count in done.made.items()} if done else None,
    }
