"""Keeps the workbook reader from writing to the terminal.

The reader is Rust. Where a damaged file breaks one of its assumptions it first prints a trace of
its own to the standard error stream, past Python, and only then raises.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_STANDARD_ERROR = 2
_ONE_AT_A_TIME = Lock()


@contextmanager
def unheard() -> Iterator[None]:
    """Send what is written to standard error nowhere, as long as this lasts."""
    with _ONE_AT_A_TIME:
        try:
            kept = os.dup(_STANDARD_ERROR)
        except OSError:  # a program with a window and no terminal has no such stream
            yield
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, _STANDARD_ERROR)
            yield
        finally:
            os.dup2(kept, _STANDARD_ERROR)
            os.close(kept)
            os.close(nowhere)
