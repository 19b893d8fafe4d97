"""How a verb ends: an exit code, and plain sentences on stderr."""

import os
import sys
from collections.abc import Iterable
from enum import IntEnum
from io import TextIOWrapper


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
    """Write lines of results to stdout; a reader who has seen enough (`| head`) ends them."""
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go()


def write_whole(text: str) -> None:
    """Write a text to stdout as it is, with its own line ends."""
    try:
        sys.stdout.buffer.write(text.encode(errors="replace"))
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go()


def write_every_letter() -> None:
    """Make results UTF-8 and sentences writable whatever the terminal is set to."""
    for stream, encoding, errors in (
        (sys.stdout, "utf-8", "replace"),
        (sys.stderr, None, "backslashreplace"),
    ):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors=errors)


def _let_go() -> None:
    """Send what is left nowhere, so that closing the program does not fail on it either."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
