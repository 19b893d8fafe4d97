"""The verb that lists what is on the caseload."""

import json
from argparse import Namespace
from collections.abc import Callable
from typing import Any

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import actions
from psg_desktop.casework.office import Office
from psg_desktop.cli.outcomes import Exit, show
from psg_desktop.cli.vaults import open_vault
from psg_desktop.clock import Clock
from psg_desktop.domain.lists import (
    ActionFilter,
    ActionRow,
    ActionView,
    CaseFilter,
    CaseRow,
    CaseView,
)
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.plain import to_plain
from psg_desktop.words.dates import grid
from psg_desktop.words.names import name

_WHOLE = slice(0, None)


def list_records(typed: Namespace, clock: Clock) -> Exit:
    """List cases, open actions or cases whose review is due."""
    with open_vault(typed, clock) as office:
        rows = _READERS[typed.what](office)
    if typed.json:
        show([json.dumps([to_plain(row) for row in rows], ensure_ascii=False)])
    else:
        show(_line(row) for row in rows)
    return Exit.DONE


def _cases(office: Office) -> tuple[Any, ...]:
    return lists.cases(office, CaseFilter(view=CaseView.ALL), CaseOrder(), _WHOLE).rows


def _actions(office: Office) -> tuple[Any, ...]:
    return actions.listed(office, ActionFilter(view=ActionView.ALL), _WHOLE).rows


def _reviews(office: Office) -> tuple[Any, ...]:
    return lists.cases(office, CaseFilter(view=CaseView.REVIEWS_DUE), CaseOrder(), _WHOLE).rows


_READERS: dict[str, Callable[[Office], tuple[Any, ...]]] = {
    "cases": _cases,
    "actions": _actions,
    "reviews": _reviews,
}


def _line(row: CaseRow | ActionRow) -> str:
    if isinstance(row, ActionRow):
        due = grid(row.due) if row.due else "no date"
        state = "Overdue" if row.overdue else name(row.state)
        return _tabbed(row.reference, state, due, row.owner, row.officer, row.what)
    review = grid(row.review_due) if row.review_due else "no review date"
    risk = name(row.risk) if row.risk else "Not assessed"
    return _tabbed(row.reference, name(row.kind), name(row.state), risk, review, row.title)


def _tabbed(*cells: str) -> str:
    return "\t".join(" ".join(cell.split()) for cell in cells)
