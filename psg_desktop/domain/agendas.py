"""Agendas: what a meeting deals with, in which order and how many minutes, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from psg_desktop.domain import text
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.ids import ActionId, AgendaItemId, CaseId, MeetingId, ReviewId
from psg_desktop.domain.refusals import Findings, Problem

# Less than this is not worth a line of its own on an agenda.
FEWEST_MINUTES = 2


class ItemKind(StrEnum):
    """What sort of business an item is, in the order of the papers (domain notes c.1)."""

    APOLOGIES = "apologies"
    LAST_MINUTES = "last_minutes"
    MATTERS_ARISING = "matters_arising"
    NEW_REFERRAL = "new_referral"
    REVIEW = "review"
    PLACE = "place"
    PROJECT = "project"
    CLOSURE = "closure"
    ESCALATION = "escalation"
    INTERVENTION = "intervention"
    OTHER_BUSINESS = "other_business"
    NEXT_DATE = "next_date"


class ItemState(StrEnum):
    """Whether an item was dealt with."""

    TO_COME = "to_come"
    DONE = "done"
    DEFERRED = "deferred"


# How long an item takes beside others where nothing else is known of it.
_WEIGHTS = {
    ItemKind.APOLOGIES: 3,
    ItemKind.LAST_MINUTES: 2,
    ItemKind.MATTERS_ARISING: 10,
    ItemKind.NEW_REFERRAL: 7,
    ItemKind.REVIEW: 5,
    ItemKind.PLACE: 6,
    ItemKind.PROJECT: 4,
    ItemKind.CLOSURE: 3,
    ItemKind.ESCALATION: 8,
    ItemKind.INTERVENTION: 3,
    ItemKind.OTHER_BUSINESS: 3,
    ItemKind.NEXT_DATE: 1,
}
_RISK_WEIGHTS = {RiskLevel.HIGH: 4, RiskLevel.MEDIUM: 2, RiskLevel.STANDARD: 0, None: 1}
_RISK_ORDER = {RiskLevel.HIGH: 0, RiskLevel.MEDIUM: 1, None: 2, RiskLevel.STANDARD: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One line of an agenda.

    Attributes:
        position: Its place in the order, from 0.
        case: The case it is about, where it is about one.
        about: The referral, intervention or action it is about, where there is one.
        title: What the papers call it; "" where the case or the kind says enough.
        ask: What the group is asked to decide.
        minutes: Allotted to it; a pinned item keeps its minutes when others are shared out anew.
        decision: What was decided, as the minutes give it.
        actions: Agreed under this item.
        review: The review of the case that was recorded under this item.

    Raises:
        Refused: A text is too long, the minutes are none, or an item that points at nothing has
            no title.
    """

    id: AgendaItemId
    meeting: MeetingId
    kind: ItemKind
    position: int = 0
    case: CaseId | None = None
    about: UUID | None = None
    title: str = field(default="", repr=False)
    ask: str = field(default="", repr=False)
    minutes: int = FEWEST_MINUTES
    pinned: bool = False
    state: ItemState = ItemState.TO_COME
    decision: str = field(default="", repr=False)
    actions: tuple[ActionId, ...] = ()
    review: ReviewId | None = None

    def __post_init__(self) -> None:
        """Refuse an item that says nothing or takes no time."""
        found = Findings()
        nameless = self.case is None and self.about is None and not self.title.strip()
        needs = self.kind in TITLED_KINDS
        found.when(nameless and needs, "title", Problem.TITLE_MISSING)
        found.when(self.minutes < 1, "minutes", Problem.LENGTH_NOT_POSSIBLE)
        found.when(len(self.title) > text.LINE_LIMIT, "title", Problem.LINE_TOO_LONG)
        for name in ("ask", "decision"):
            found.when(len(getattr(self, name)) > text.TEXT_LIMIT, name, Problem.TEXT_TOO_LONG)
        found.settle()

    @property
    def target(self) -> tuple[ItemKind, UUID | None, UUID | None, str]:
        """What it points at; two items of one agenda with the same target are duplicates."""
        return self.kind, self.case, self.about, text.fold(self.title)


# Kinds that stand on every agenda once and need nothing to point at.
STANDING_KINDS = (
    ItemKind.APOLOGIES,
    ItemKind.LAST_MINUTES,
    ItemKind.MATTERS_ARISING,
    ItemKind.OTHER_BUSINESS,
    ItemKind.NEXT_DATE,
)
TITLED_KINDS = frozenset(ItemKind) - frozenset(STANDING_KINDS)


def weight(kind: ItemKind, risk: RiskLevel | None = None, *, of_case: bool = False) -> int:
    """Give how long an item takes beside others: by its kind, and more for a case at high risk."""
    return _WEIGHTS[kind] + (_RISK_WEIGHTS[risk] if of_case else 0)


def by_risk(risk: RiskLevel | None) -> int:
    """Give the place of a risk level in an agenda: the highest first, not assessed before low."""
    return _RISK_ORDER[risk]


def share(length: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Share out whole minutes by weight, each at least two, summing exactly to *length*.

    Where the length is too short for that, each gets two and the sum is longer; the checks before
    papers go out say so. Largest remainders get the odd minutes, earlier ones first.
    """
    spare = max(0, length - FEWEST_MINUTES * len(weights))
    whole = sum(weights)
    if not weights or not whole:
        return tuple(FEWEST_MINUTES for _ in weights)
    exact = [spare * one for one in weights]
    shares = [FEWEST_MINUTES + one // whole for one in exact]
    odd = spare - sum(one // whole for one in exact)
    first = sorted(range(len(weights)), key=lambda place: (-(exact[place] % whole), place))
    for place in first[:odd]:
        shares[place] += 1
    return tuple(shares)


def allot(
    items: Sequence[AgendaItem], length: int, weights: Sequence[int]
) -> tuple[AgendaItem, ...]:
    """Give each item its minutes: pinned ones keep theirs, the others share the rest by weight."""
    rest = length - sum(one.minutes for one in items if one.pinned)
    free = [place for place, one in enumerate(items) if not one.pinned]
    shares = dict(zip(free, share(rest, [weights[place] for place in free]), strict=True))
    return tuple(
        replace(one, minutes=shares.get(place, one.minutes)) for place, one in enumerate(items)
    )


def numbered(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Give the items the positions they stand in."""
    return tuple(
        one if one.position == place else replace(one, position=place)
        for place, one in enumerate(items)
    )


def moved(items: Sequence[AgendaItem], id_: UUID, to: int) -> tuple[AgendaItem, ...]:
    """Give the agenda with one item at another place, every other in its order."""
    one = next(item for item in items if item.id == id_)
    others = [item for item in items if item.id != id_]
    place = max(0, min(to, len(others)))
    return numbered((*others[:place], one, *others[place:]))


def total(items: Sequence[AgendaItem]) -> int:
    """Give the minutes of all items together."""
    return sum(one.minutes for one in items)
