"""Requests about information as entries of a card: each opens its page."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from psg_desktop.casework.information_law.requests import RequestRow
from psg_desktop.ui.parts.entry_lines import Entry
from psg_desktop.ui.parts.record_cards import EntryCard
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates, names
from psg_desktop.words import subject_access as words

_SOON = 7


class RequestsCard(EntryCard):
    """Emits `request_chosen(AccessRequestId)`."""

    request_chosen = Signal(object)

    def show_requests(self, found: Sequence[RequestRow], today: date, none: str) -> None:
        """Show requests with their clocks."""
        entries = [self._entry(one, today) for one in found]
        self.show_entries((tuple(found), today), entries, none)

    def _entry(self, row: RequestRow, today: date) -> Entry:
        one = row.request
        return Entry(
            key=one.id,
            title=f"{one.reference}  {row.person}",
            marks=(request_status(row, today), names.name(one.kind)),
            facts=f"Received {dates.grid(one.received_on)}  ·  asked by {one.asked_by}",
            opens=partial(self.request_chosen.emit, one.id),
        )


def request_status(row: RequestRow, today: date) -> Status:
    """Give how the clock of a request stands, as a mark."""
    said = words.clock(row.due, row.request, today)
    if not row.request.open:
        return Status("done", said)
    if row.due is None or row.request.stopped:
        return Status("none", said)
    if row.due < today:
        return Status("red", said)
    return Status("amber" if (row.due - today).days <= _SOON else "none", said)
