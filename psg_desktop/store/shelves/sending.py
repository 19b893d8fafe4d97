"""The shelf of what was sent to an agency to be filled in."""

from psg_desktop.domain.action_sheets import ActionSheet
from psg_desktop.domain.changes import RecordKind
from psg_desktop.store import schema
from psg_desktop.store.shelves.shelf import Shelf

ACTION_SHEETS = Shelf(kind=RecordKind.ACTION_SHEET, value=ActionSheet, table=schema.action_sheets)
