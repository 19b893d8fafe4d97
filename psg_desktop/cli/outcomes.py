"""How a verb ends: an exit code, and plain sentences on stderr."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from io import TextIOWrapper
from typing import TextIO


class Exit(IntEnum):
    """The exit codes of every verb."""

    DONE = 0
    REFUSED = 1
    WRONG_USAGE = 2
    NEEDS_DECISION = 3


class VerbRefusedError(Exception):
    """A verb refuses, with one plain sentence."""


def say(sentence: str) -> None:
    """Write a sentence for a person to stderr, if there is one and its reader has stayed."""
    if sys.stderr is None:  # closed by the shell: print would put it among the results
        return
    with suppress(BrokenPipeError):
        print(sentence, file=sys.stderr, flush=True)


def show(lines: Iterable[str]) -> None:
    """Write lines of results to stdout; a reader who has seen enough (`| head`) ends them."""
    with _results() as out:
        for line in lines:
            print(line, file=out)


def write_whole(text: str) -> None:
    """Write a text to stdout as it is, with its own line ends."""
    with _results() as out:
        out.buffer.write(text.encode(errors="replace"))


def write_every_letter() -> None:
    """Make results UTF-8 and sentences writable whatever the terminal is set to."""
    for stream, encoding, errors in (
        (sys.stdout, "utf-8", "replace"),
        (sys.stderr, None, "backslashreplace"),
    ):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors=errors)


@contextmanager
def _results() -> Iterator[TextIO]:
    """Give stdout; a closed one and a full disk behind it are refused in words."""
    if sys.stdout is None:
        raise VerbRefusedError("There is nowhere to write the result: standard output is closed.")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go()
    except OSError:
        _let_go()
        raise VerbRefusedError(
            "The result could not be written whole. Free some space, or send it elsewhere."
        ) from None


def _let_go() -> None:
    """Send what is left nowhere, so that closing the program does not fail on it either."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
