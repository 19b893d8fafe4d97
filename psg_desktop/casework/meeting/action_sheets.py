"""Action sheets: a workbook and a mail draft for an agency, and the record that they were made."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from psg_desktop.casework.office import Office
from psg_desktop.documents.whole_files import replacing
from psg_desktop.domain.action_sheets import ActionSheet, SentAction, row_code
from psg_desktop.domain.actions import Action
from psg_desktop.domain.agencies import Agency
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import ActionSheetId, AgencyId
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.papers.action_sheets import SheetPaper, SheetRow, draw_action_sheet
from psg_desktop.papers.mail_drafts import MailDraft, draw_mail
from psg_desktop.store.queries import sending
from psg_desktop.words import dates, names

_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeSheet:
    """What was made for one agency."""

    agency: str
    actions: int
    workbook: Path
    mail: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    agency: Agency
    rows: tuple[tuple[Action, str], ...]
    workbook: bytes


def owing(office: Office) -> tuple[AgencyId, ...]:
    """Read which agencies own an open action."""
    with office.reading() as unit:
        return sending.owners(unit.reading)


def make(office: Office, agencies: Iterable[AgencyId], folder: Path) -> tuple[MadeSheet, ...]:
    """Write the sheet and the mail draft of each agency into a folder, and record that.

    Raises:
        Refused: None of the agencies owns an open action.
        Unwritable, DiskFull: They cannot be written there; nothing is recorded.
    """
    drawn = [one for agency in agencies if (one := _draw(office, agency)).rows]
    if not drawn:
        raise refuse("agency", Problem.NOTHING_CHOSEN)
    stems = _stems(office, drawn)
    made = [_write(office, one, folder / stem) for one, stem in zip(drawn, stems, strict=True)]
    with office.working(Act.MAKE_ACTION_SHEETS) as unit:
        for one in drawn:
            unit.action_sheets.put(_record(office, one))
    return tuple(made)


def sent(office: Office, agency: AgencyId) -> tuple[ActionSheet, ...]:
    """Read the sheets made for an agency, the newest first."""
    with office.reading() as unit:
        found = unit.action_sheets.where(agency=agency)
    return tuple(sorted(found, key=lambda one: (one.made_at, one.id), reverse=True))


def _draw(office: Office, id_: AgencyId) -> _Drawn:
    partnership = office.partnership()
    with office.reading() as unit:
        agency = unit.agencies.get(id_)
        rows = sending.open_actions(unit.reading, id_)
    sample = ", a sample: everybody in it is made up" if partnership.sample else ""
    paper = SheetPaper(
        title=f"Actions of {agency.name}",
        facts=f"{partnership.name}, as at {dates.prose(office.today())}{sample}",
        marking=partnership.marking,
        made_on=office.today(),
        rows=tuple(_row(action, reference) for action, reference in rows),
    )
    return _Drawn(agency=agency, rows=rows, workbook=draw_action_sheet(paper))


def _row(action: Action, reference: str) -> SheetRow:
    return SheetRow(
        reference=reference,
        what=action.what,
        officer=action.officer,
        due=action.due,
        state=names.name(action.state),
        code=row_code(action),
    )


def _write(office: Office, drawn: _Drawn, place: Path) -> MadeSheet:
    workbook, mail = place.with_name(f"{place.name}.xlsx"), place.with_name(f"{place.name}.eml")
    draft = MailDraft(
        to=next((one.email for one in drawn.agency.contacts if one.email.strip()), ""),
        subject=_subject(drawn),
        body=_body(office, drawn),
        attachment=drawn.workbook,
        name=workbook.name,
    )
    for path, content in ((workbook, drawn.workbook), (mail, draw_mail(draft))):
        with replacing(path) as file:
            file.write(content)
    return MadeSheet(
        agency=drawn.agency.label, actions=len(drawn.rows), workbook=workbook, mail=mail
    )


def _subject(drawn: _Drawn) -> str:
    references = list(dict.fromkeys(reference for _, reference in drawn.rows))
    more = len(references) - _NAMED
    said = ", ".join(references[:_NAMED])
    return f"Actions for {said} and {more} more" if more > 0 else f"Actions for {said}"


def _body(office: Office, drawn: _Drawn) -> str:
    count = len(drawn.rows)
    lines = [
        f"{reference}, due {dates.grid(action.due)}"
        for action, reference in drawn.rows
        if action.due
    ]
    asked = (
        f"the sheet that goes with this message lists your {count} open "
        f"action{'' if count == 1 else 's'} as at {dates.prose(office.today())}:"
    )
    closing = (
        "Please fill in its three white columns and send the file back. The sheet names people: "
        "keep it restricted to those who do the work."
    )
    parts = ("Hello,", "", asked, "", *lines, "", closing, "", office.partnership().name, "")
    return "\n".join(parts)


def _record(office: Office, drawn: _Drawn) -> ActionSheet:
    return ActionSheet(
        id=ActionSheetId(office.new_id()),
        agency=drawn.agency.id,
        made_at=office.now(),
        made_by=office.who,
        actions=tuple(
            SentAction(case=action.case, reference=reference, code=row_code(action))
            for action, reference in drawn.rows
        ),
        digest=sha256(drawn.workbook).hexdigest(),
    )


def _stems(office: Office, drawn: list[_Drawn]) -> list[str]:
    """Give each agency a file name of its own, such as "actions-police-2026-12-03"."""
    found: list[str] = []
    for one in drawn:
        short = re.sub(r"[^a-z0-9]+", "-", one.agency.label.casefold()).strip("-")[:40]
        stem = f"actions-{short or 'agency'}-{dates.iso(office.today())}"
        found.append(f"{stem}-{found.count(stem) + 1}" if stem in found else stem)
    return found
