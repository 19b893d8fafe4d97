"""How a verb ends: an exit code, and plain sentences on stderr."""

import sys
from collections.abc import Iterable
from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of every verb."""

    DONE = 0
    REFUSED = 1
    WRONG_USAGE = 2
    NEEDS_DECISION = 3


class VerbRefusedError(Exception):
    """A verb refuses, with one plain sentence."""


def say(sentence: str) -> None:
    """Write a sentence for a person to stderr."""
    print(sentence, file=sys.stderr)


def show(lines: Iterable[str]) -> None:
    """Write lines of results to stdout."""
    for line in lines:
        print(line)
