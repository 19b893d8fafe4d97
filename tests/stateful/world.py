"""An office at work, what its vault holds as plain rows, and what undo must give back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import text

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act, Changes, RecordKind
from psg_desktop.domain.ids import BatchId
from psg_desktop.domain.refusals import Refused
from psg_desktop.store.shelves import ALL
from tests.fakes import FixedClock
from tests.stateful.choosing import Choose, Nothing

Key = tuple[RecordKind, str]
Row = tuple[Any, ...]
State = dict[Key, Row]
# What these did has left the house, or is gone: undo does not reach behind them.
FINAL = frozenset(
    {
        Act.RELEASE_PACK,
        Act.MAKE_ACTION_SHEETS,
        Act.DISPOSE,
        Act.COPY_OUT,
        Act.ANSWER_REQUEST,
    }
)


@dataclass(frozen=True)
class Move:
    """Something a worker does: which verbs it makes use of, and how."""

    name: str
    subject: str
    verbs: frozenset[Any]
    go: Callable[["World", Choose], None]


MOVES: dict[str, Move] = {}
Go = Callable[["World", Choose], None]


def move(subject: str, *verbs: Any) -> Callable[[Go], Go]:
    """Put a move into the list, under what it is about and with the verbs it drives."""

    def add(go: Go) -> Go:
        assert go.__name__ not in MOVES, f"There are two moves called {go.__name__}."
        MOVES[go.__name__] = Move(go.__name__, subject, frozenset(verbs), go)
        return go

    return add


@dataclass(frozen=True)
class Deed:
    """One thing that was done: its batch, and every row it changed, as it was before."""

    batch: BatchId
    act: Act
    before: dict[Key, Row | None]


@dataclass
class World:
    """An open vault, its clock, and what was done in it since it was opened.

    Attributes:
        deeds: What stands and can be taken back, the latest last.
        expected: Whether the move under way should be kept; None where the move does not say.
    """

    office: Office
    clock: FixedClock
    folder: Path
    deeds: list[Deed] = field(default_factory=list)
    told: list[Changes] = field(default_factory=list)
    expected: bool | None = None
    disposed: bool = False
    tally: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.office.listen(self.told.append)
        self.state = self.read()

    @property
    def today(self) -> date:
        return self.office.today()

    def new_id(self) -> UUID:
        return self.office.new_id()

    def read(self) -> State:
        """Read every row of every kind of record, as it lies in its table."""
        held: State = {}
        with self.office.reading() as unit:
            for shelf in ALL:
                named = f'SELECT * FROM "{shelf.table.name}"'  # noqa: S608 - our own table
                rows = unit.reading.connection.execute(text(named))
                at = list(rows.keys()).index("id")
                held |= {(shelf.kind, row[at]): tuple(row) for row in rows}
        return held

    def entries(self) -> int:
        """Count the entries of the trail and the batches, which a refusal must not add to."""
        with self.office.reading() as unit:
            counted = text("SELECT (SELECT count(*) FROM audit) + (SELECT count(*) FROM batches)")
            return int(unit.reading.connection.execute(counted).scalar_one())

    def all(self, kind: RecordKind) -> tuple[Any, ...]:
        """Read the records of a kind in the order they were made."""
        with self.office.reading() as unit:
            return unit.collection(kind).all()

    def legal(self, permitted: object) -> None:
        """Say whether the move under way should be kept."""
        self.expected = bool(permitted)

    def attempt(self, one: Move, choose: Choose) -> None:
        """Make a move, and hold it to what every move must keep to."""
        self.told.clear()
        self.expected = None
        counted, entries = self.tally.setdefault(one.name, [0, 0]), self.entries()
        refused: Refused | None = None
        try:
            one.go(self, choose)
        except Nothing:
            return
        except Refused as refusal:
            refused = refusal
        counted[refused is not None] += 1
        if refused is None:
            assert self.expected is not False, f"{one.name} should have been refused."
            self.note(one.name)
            return
        assert self.read() == self.state, f"{one.name} was refused and changed something."
        assert self.entries() == entries, f"{one.name} was refused and left an entry."
        assert not self.told, f"{one.name} was refused and told of a change."
        assert self.expected is not True, f"{one.name} was refused: {refused.problems}"

    def note(self, name: str) -> None:
        """Keep what was done, so that it can be seen whether undo gives it back."""
        before, after = self.state, self.read()
        changed = {
            key: before.get(key)
            for key in before.keys() | after.keys()
            if before.get(key) != after.get(key)
        }
        assert len(self.told) <= 1, f"{name} is more than one step of undo."
        assert bool(self.told) == bool(changed), f"{name} told {self.told} of {list(changed)}."
        self.state = after
        if not changed:
            return
        (changes,) = self.told
        if changes.act in FINAL:
            self.deeds.clear()
            self.disposed |= changes.act is Act.DISPOSE
        else:
            self.deeds.append(Deed(changes.batch, changes.act, changed))

    def expect_taken_back(self, deed: Deed) -> None:
        """See that the vault holds what it held before a deed, and what was done since."""
        before: State = dict(self.state)
        for key, row in deed.before.items():
            if row is None:
                before.pop(key)
            else:
                before[key] = row
        self.state = self.read()
        assert self.state == before, f"{deed.act} was not taken back exactly."
        assert [one.act for one in self.told] == [Act.UNDO]
        self.told.clear()
        self.deeds.remove(deed)
