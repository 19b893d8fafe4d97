"""What the box at the top finds: records of the vault, places in the window, and commands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from psg_desktop.domain.agencies import AgencyKind
from psg_desktop.domain.lists import Found, FoundKind
from psg_desktop.ui import search_box
from psg_desktop.words import dates, names, plan

_ICONS = {
    FoundKind.CASE: "caseload",
    FoundKind.PERSON: "person",
    FoundKind.PLACE: "place",
    FoundKind.PROJECT: "project",
    FoundKind.AGENCY: "agency",
    FoundKind.ACTION: "action",
    FoundKind.REFERRAL: "phone",
    FoundKind.DOCUMENT: "document",
    FoundKind.CASE_REVIEW: "review",
    FoundKind.PRIORITY: "tick",
    FoundKind.RECOMMENDATION: "review",
    FoundKind.DEATH_REVIEW: "review",
}
_MOST_COMMANDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something the window can do, in words, with its keys if it has any."""

    words: str
    done: Callable[[], object]
    keys: str = ""
    icon: str = "chevron-right"


def offered(
    typed: str, found: Sequence[Found], commands: Sequence[Command]
) -> list[search_box.Found]:
    """Give the lines to drop down: commands whose words begin as typed, then the records."""
    return [*_commands(typed, commands), *(_record(one) for one in found)]


def _commands(typed: str, commands: Sequence[Command]) -> list[search_box.Found]:
    wanted = typed.casefold().split()
    fitting = [
        one
        for one in commands
        if all(
            any(held.startswith(word) for held in one.words.casefold().split()) for word in wanted
        )
    ]
    return [
        search_box.Found(key=one, words=one.words, detail=one.keys, icon=one.icon)
        for one in fitting[:_MOST_COMMANDS]
    ]


def _record(found: Found) -> search_box.Found:
    detail = found.detail
    if found.kind is FoundKind.PERSON and detail:
        detail = f"born {dates.prose(date.fromisoformat(detail))}"
    if found.kind is FoundKind.AGENCY and detail:
        detail = names.name(AgencyKind(detail))
    if found.kind is FoundKind.PRIORITY:
        detail = plan.plan_name(int(detail))
    kind = names.name(found.kind)
    return search_box.Found(
        key=found,
        words=found.label,
        detail=f"{kind}, {detail}" if detail else kind,
        icon=_ICONS[found.kind],
    )
