"""What a Delivery Group pack says: printed words only, and nobody.

This module imports nothing of the domain, so no person, place or case can be inside a pack.
A pack is made by `approve`, which is called with the words a worker accepted one by one.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date


class NotApprovedError(Exception):
    """A pack was put together without the approval that belongs to its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackAction:
    """One action as the pack prints it.

    Attributes:
        entry: The release reference of the case it belongs to, such as "Case 7".
        what: The approved words.
        due: A month in words, or "" where none is set.
        state: The state in words, such as "Overdue".
        overdue: Whether a mark is printed beside it.
    """

    entry: str
    what: str
    due: str
    state: str
    overdue: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyActions:
    """The open actions of one agency."""

    agency: str
    actions: tuple[PackAction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackStep:
    """One thing that was done: a month in words, the agency, the approved words."""

    month: str
    agency: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackEntry:
    """One case as the group may see it; every field is words that were approved.

    Attributes:
        reference: Given anew in each release, derived from nothing, such as "Case 7".
        kind: "Person", "Place" or "Project".
        focus: Focus areas in words.
        age_band: Such as "25 to 34", "" where there is no person.
        area: No finer than the level chosen in the settings.
        state: The state in words.
        risk: The risk level in words.
        opened: A month in words.
        agencies: Agencies involved, by name.
        text: The approved text for the group, paragraphs parted by blank lines.
        done: What was done, newest last.
        blocked: What is blocked, "" where nothing is.
        next_review: A month in words, "" where none is set.
    """

    reference: str
    kind: str
    focus: tuple[str, ...]
    age_band: str
    area: str
    state: str
    risk: str
    opened: str
    agencies: tuple[str, ...]
    text: str
    done: tuple[PackStep, ...]
    blocked: str
    next_review: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GlanceLine:
    """One figure at a glance, a plain count of what the pack itself prints."""

    label: str
    figure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackContents:
    """Everything the pages show, before approval.

    Attributes:
        title: Such as "Delivery Group pack".
        partnership: The Community Safety Partnership's name.
        marking: Printed on each page, such as "OFFICIAL-SENSITIVE".
        handling: One line under the marking.
        meeting_on: The date of the meeting.
        as_at: The day the pack was made: what is overdue, and every state, is as at this day.
        sample: Whether a SAMPLE banner is printed because the caseload is made up.
    """

    title: str
    partnership: str
    marking: str
    handling: str
    meeting_on: date
    as_at: date
    glance: tuple[GlanceLine, ...]
    entries: tuple[PackEntry, ...]
    actions: tuple[AgencyActions, ...]
    sample: bool = False


def digest_of(contents: PackContents) -> str:
    """Give the SHA-256 of the contents as 64 hexadecimal digits."""
    canonical = json.dumps(asdict(contents), sort_keys=True, ensure_ascii=False, default=str)
    # Half a letter, as some programs paste, has no bytes of its own in UTF-8.
    return hashlib.sha256(canonical.encode(errors="surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """An approved pack; the only thing that can be drawn.

    Raises:
        NotApprovedError: The approval is not that of these contents, or a text is not printable.
    """

    contents: PackContents
    approval: str

    def __post_init__(self) -> None:
        """Refuse contents other than those that were approved."""
        if self.approval != digest_of(self.contents):
            raise NotApprovedError("These are not the words that were approved.")

    @property
    def version(self) -> str:
        """A short mark, such as "9F3A-21C0", by which two readers see they hold the same pack."""
        mark = self.approval[:8].upper()
        return f"{mark[:4]}-{mark[4:]}"


def approve(contents: PackContents, *, undecided: int) -> Pack:
    """Make the pack of these contents.

    Args:
        contents: The words as they will be printed.
        undecided: How many passages still wait for a person's decision.

    Raises:
        NotApprovedError: A passage is undecided.
    """
    if undecided:
        raise NotApprovedError("A passage still waits for a decision.")
    return Pack(contents=contents, approval=digest_of(contents))
