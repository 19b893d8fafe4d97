"""What the dry run says about each row, and what a person decides about it."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from psg_desktop.exchange.differences import Difference
from psg_desktop.exchange.drafts import RowDraft
from psg_desktop.exchange.troubles import Trouble


class Status(StrEnum):
    """What would become of a row."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    DUPLICATE = "duplicate"
    WRONG = "wrong"
    SKIPPED = "skipped"


class Choice(StrEnum):
    """What to do with a row that is, or looks like, something already there."""

    JOIN = "join"
    APPEND = "append"
    NEW = "new"
    SKIP = "skip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong or doubtful in one cell, or in a whole row when `header` is ""."""

    trouble: Trouble
    row: int
    header: str
    shown: str = field(default="", repr=False)
    sentence: str = field(repr=False)
    advice: str = ""
    suggestion: str = field(default="", repr=False)
    stops: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemGroup:
    """Problems that are all alike: one value in one column, and the rows that have it."""

    trouble: Trouble
    header: str
    shown: str = field(repr=False)
    sentence: str = field(repr=False)
    advice: str
    suggestion: str = field(repr=False)
    stops: bool
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """What a row is, or looks like: a record of the vault, or an earlier row of the same file.

    Attributes:
        kind: "case", "person", "place", "project", "referral", "waiting" (the same referral,
            not decided yet), "count" (of a case), or "row".
        id: Identifier of the record as text, or the number of the row.
        why: In a few words, what agrees.
        case: Identifier of the open case a referral can be appended to, or "".
        case_label: What that case is called.
        earlier: Identifier of a referral that came before, or "".
    """

    kind: str
    id: str
    label: str = field(repr=False)
    why: str
    case: str = ""
    case_label: str = field(default="", repr=False)
    earlier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOutcome:
    """What would become of one row.

    Attributes:
        draft: The records it would become, None when it is left out or wrong.
        carrier: Number of the earlier row it is gathered with (same case, same place), or 0.
        reason: Why it is skipped, in a sentence.
        differences: What it says otherwise than the record it belongs to.
    """

    number: int
    status: Status
    draft: RowDraft | None = None
    problems: tuple[Problem, ...] = ()
    twin: Twin | None = None
    choice: Choice | None = None
    carrier: int = 0
    reason: str = ""
    differences: tuple[Difference, ...] = ()

    @property
    def undecided(self) -> bool:
        """Whether a person has to decide before the row can be imported."""
        asked = self.status in {Status.DUPLICATE, Status.CHANGED}
        return asked and self.choice is None

    @property
    def unsettled(self) -> tuple[Difference, ...]:
        """The differences nobody has decided about yet."""
        return tuple(one for one in self.differences if one.unsettled)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetValue:
    """Put another value wherever a column shows this one; an empty one clears it."""

    header: str
    shown: str = field(repr=False)
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCell:
    """Put another value into one cell."""

    row: int
    header: str
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipRow:
    """Leave a row out."""

    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose:
    """Decide about one row that is already there."""

    row: int
    choice: Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseAll:
    """Decide about all rows of one status that are not decided one by one."""

    status: Status
    choice: Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """Take what rows say otherwise, or leave what is there; the keys are `Difference.key`."""

    keys: frozenset[str]
    taken: bool


Fix = SetValue | SetCell | SkipRow | Choose | ChooseAll | Take


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Everything a person has decided so far."""

    values: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)
    cells: dict[tuple[int, str], str] = field(default_factory=dict, repr=False)
    skipped: frozenset[int] = frozenset()
    choices: dict[int, Choice] = field(default_factory=dict)
    general: dict[Status, Choice] = field(default_factory=dict)
    taken: dict[str, bool] = field(default_factory=dict)

    def having(self, fix: Fix) -> "Decisions":
        """Give these decisions with one more."""
        match fix:
            case SetValue():
                key = (fix.header, fix.shown)
                return replace(self, values={**self.values, key: fix.value})
            case SetCell():
                return replace(self, cells={**self.cells, (fix.row, fix.header): fix.value})
            case SkipRow():
                return replace(self, skipped=self.skipped | {fix.row})
            case Choose():
                return replace(self, choices={**self.choices, fix.row: fix.choice})
            case ChooseAll():
                return replace(self, general={**self.general, fix.status: fix.choice})
            case Take():
                decided = dict.fromkeys(fix.keys, fix.taken)
                return replace(self, taken={**self.taken, **decided})

    def settled(self, difference: Difference) -> Difference:
        """Give a difference with what was decided about it."""
        if difference.locked:
            return difference
        return replace(difference, taken=self.taken.get(difference.key))
