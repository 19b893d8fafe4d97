"""The stages of making the sample, in words, so that whoever waits sees how far it is."""

from collections.abc import Callable
from enum import IntEnum

Tell = Callable[[int, int], None]
"""Hears how many stages are behind, and of how many."""


class Stage(IntEnum):
    """What is made next, in this order; `words` says it to a person."""

    FILE = 0
    CASES = 1
    WORK = 2
    PROJECTS = 3
    REFERRALS = 4
    MEETING = 5
    PACK = 6
    # The quarters that are published, the oldest first.
    FIRST = 7
    SECOND = 8
    THIRD = 9
    FOURTH = 10

    @property
    def words(self) -> str:
        """Say what is being made, "" of a quarter: that is published."""
        return _WORDS.get(self, "")


_WORDS: dict[Stage, str] = {
    Stage.FILE: "a sample in an encrypted file",
    Stage.CASES: "people, places and three years of cases",
    Stage.WORK: "risk, demand and what people share",
    Stage.PROJECTS: "projects, the plan and requests about information",
    Stage.REFERRALS: "referrals, support and case reviews",
    Stage.MEETING: "the next meeting",
    Stage.PACK: "a pack",
}


def nothing(_done: int, _total: int) -> None:
    """Hear, and do nothing."""


def said(done: int) -> str:
    """Give the sentence for a stage, such as "Making up the next meeting."."""
    words = Stage(done).words
    return f"Making up {words}." if words else "Publishing a quarter of statistics."
