"""The pages of the help, read from the Markdown that ships with the program."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from psg_desktop.paths import resource

# In the order they are read.
KEYS = (
    "first-steps", "month", "cases", "referrals", "actions", "meetings", "reviews",
    "interventions", "case-reviews", "projects", "plan", "statistics", "documents", "import",
    "pack", "vault", "retention", "requests", "keyboard", "command-line", "privacy",
)  # fmt: skip
FIRST = KEYS[0]
# Which page helps with which section of the window.
_OF_SECTION = {
    "today": FIRST,
    "caseload": "cases",
    "referrals": "referrals",
    "case_reviews": "case-reviews",
    "people": "cases",
    "places": "cases",
    "projects": "projects",
    "plan": "plan",
    "statistics": "statistics",
    "agencies": "actions",
    "actions": "actions",
    "interventions": "interventions",
    "meetings": "meetings",
    "reviews": "reviews",
    "packs": "pack",
    "import": "import",
    "vault": "vault",
    "retention": "retention",
    "settings": "privacy",
}
_SIGNS = re.compile(r"[*`#|]+|\]\([^)]*\)|\[")


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One page of the help, in Markdown."""

    key: str
    title: str
    text: str = field(repr=False)

    @property
    def plain(self) -> str:
        """The words without their Markdown, for searching."""
        return _SIGNS.sub(" ", self.text)


@cache
def topics() -> tuple[Topic, ...]:
    """Read every page."""
    return tuple(_read(key) for key in KEYS)


def topic(key: str) -> Topic:
    """Give one page; the first for a key that there is not."""
    return next((one for one in topics() if one.key == key), topics()[0])


def topic_of(section: str) -> str:
    """Give the key of the page that helps with a section of the window."""
    return _OF_SECTION.get(section, FIRST)


def found(words: str) -> Sequence[Topic]:
    """Give the pages that hold every word, those with a word in the title first."""
    wanted = words.casefold().split()
    holding = [one for one in topics() if all(word in one.plain.casefold() for word in wanted)]
    return sorted(holding, key=lambda one: not any(w in one.title.casefold() for w in wanted))


def _read(key: str) -> Topic:
    text = resource(f"help/{key}.md").read_text(encoding="utf-8")
    title = text.split("\n", maxsplit=1)[0].removeprefix("# ").strip()
    return Topic(key=key, title=title, text=text)
