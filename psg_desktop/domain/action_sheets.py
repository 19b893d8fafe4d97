"""Action sheets: what an agency was sent to fill in, and the mark that finds each row again."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from psg_desktop.domain.actions import Action
from psg_desktop.domain.ids import ActionSheetId, AgencyId, CaseId


class SheetColumn(StrEnum):
    """The headings of a sheet, by which a filled one is read again."""

    CASE = "Case"
    WHAT = "What is to be done"
    OFFICER = "Officer"
    DUE = "Due"
    STATE = "State"
    PROGRESS = "Progress or outcome"
    DONE_ON = "Done on"
    NEW_DUE = "New date asked for"
    CODE = "Row code"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentAction:
    """One row of a sheet that was made: which case, its reference, and the code of the row."""

    case: CaseId
    reference: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSheet:
    """A sheet made for an agency: no words of any action, only what answers for the sending.

    Attributes:
        digest: SHA-256 of the workbook's bytes as 64 hexadecimal digits.
    """

    id: ActionSheetId
    agency: AgencyId
    made_at: datetime
    made_by: str = field(repr=False)
    actions: tuple[SentAction, ...]
    digest: str


def row_code(action: Action) -> str:
    """Give the code of a row: which action it is, and what the agency saw of it.

    It says nothing to anybody without the vault: the first half stands for the action, the second
    for its words, owner, officer, due date and state.
    """
    seen = (action.what, action.state, action.owner, action.officer, action.due)
    return f"{action_mark(str(action.id))}-{_digest('|'.join(map(str, seen)))[:8]}"


def action_mark(id_: str) -> str:
    """Give the half of a code that stands for an action, from its identifier as text."""
    return _digest(f"action {id_}")[:16]


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", errors="replace")).hexdigest()
