"""Where things are in the pack: the keys that contents, links and bookmarks share."""

from dataclasses import dataclass
from typing import Final

from psg_desktop.domain.packs import PackContents, PackEntry

GLANCE: Final = "glance"
CASES: Final = "cases"
ACTIONS: Final = "actions"
DECISIONS: Final = "decisions"
BACK: Final = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One line of the contents; `key` is the destination of its link."""

    key: str
    text: str
    detail: str = ""
    section: bool = False


def case_key(position: int) -> str:
    """Give the key of the case at this position of the pack, counted from 0."""
    return f"case-{position + 1}"


def agency_key(position: int) -> str:
    """Give the key of the agency at this position of the actions, counted from 0."""
    return f"agency-{position + 1}"


def keys_by_reference(contents: PackContents) -> dict[str, str]:
    """Give the key of each case by its reference; the first wins where two are the same."""
    keys: dict[str, str] = {}
    for position, entry in enumerate(contents.entries):
        keys.setdefault(entry.reference, case_key(position))
    return keys


def places(contents: PackContents) -> list[Place]:
    """List the lines of the contents in the order of the pages."""
    return [
        Place(key=GLANCE, text="This pack at a glance", section=True),
        Place(key=CASES, text="Cases", section=True),
        *(
            Place(key=case_key(position), text=entry.reference, detail=case_line(entry))
            for position, entry in enumerate(contents.entries)
        ),
        Place(key=ACTIONS, text="Actions by agency", section=True),
        Place(key=DECISIONS, text="Decision sheet", section=True),
        Place(key=BACK, text="Returning or destroying this pack", section=True),
    ]


def case_line(entry: PackEntry) -> str:
    """Say in one line what a case is about, such as "Person: noise, exploitation"."""
    focus = ", ".join(entry.focus)
    return f"{entry.kind}: {focus}" if entry.kind and focus else entry.kind or focus
