"""The office: an open vault, its clock, who works in it, and who listens for changes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import uuid_utils.compat

from psg_desktop.clock import Clock
from psg_desktop.domain.changes import Act, Changes
from psg_desktop.domain.ids import BatchId
from psg_desktop.domain.partnership import PARTNERSHIP_ID, Partnership
from psg_desktop.store.desk import Desk
from psg_desktop.store.trail import Mark
from psg_desktop.store.units import Unit

Listener = Callable[[Changes], None]


class Office:
    """Everything a verb needs: units of work, the time, and somebody to tell."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self._desk = desk
        self._clock = clock
        self._listeners: list[Listener] = []

    @property
    def who(self) -> str:
        """The public label of the key slot that was opened."""
        return self._desk.vault.slot_label

    @property
    def desk(self) -> Desk:
        """The open vault, for the verbs that look after it as a whole."""
        return self._desk

    @property
    def place(self) -> Path:
        """Where the vault lies."""
        return self._desk.vault.path

    @property
    def recovered(self) -> bool:
        """Whether the vault had not been closed in order the last time."""
        return self._desk.vault.recovered

    def now(self) -> datetime:
        """Give the present moment in UTC."""
        return self._clock.now()

    def today(self) -> date:
        """Give the present day."""
        return self._clock.today()

    def new_id(self) -> UUID:
        """Give a new identifier (UUID version 7, so that later ones sort later)."""
        return uuid_utils.compat.uuid7()

    @contextmanager
    def working(self, act: Act, undoes: BatchId | None = None) -> Iterator[Unit]:
        """Open a unit that is kept when the block ends well, then tell every listener."""
        mark = Mark(
            batch=BatchId(self.new_id()), act=act, who=self.who, at=self.now(), undoes=undoes
        )
        with self._desk.writing(mark) as unit:
            yield unit
            changes = unit.settle()
        if changes.touched:
            for listener in tuple(self._listeners):
                listener(changes)

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        """Open a look at the vault."""
        with self._desk.reading() as unit:
            yield unit

    @contextmanager
    def jotting(self) -> Iterator[Unit]:
        """Open a unit for what is not part of the record: drafts and column mappings."""
        with self._desk.jotting() as unit:
            yield unit

    def listen(self, listener: Listener) -> None:
        """Have *listener* told of every kept change."""
        self._listeners.append(listener)

    def forget(self, listener: Listener) -> None:
        """Tell *listener* nothing any more."""
        self._listeners.remove(listener)

    def partnership(self) -> Partnership:
        """Read the partnership the vault belongs to."""
        with self.reading() as unit:
            return unit.partnership.get(PARTNERSHIP_ID)

    def close(self) -> None:
        """Close the vault in order."""
        self._desk.vault.close()
