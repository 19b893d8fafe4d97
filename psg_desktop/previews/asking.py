"""Has one page of a file from outside drawn by a confined process, and never waits for long.

The file goes to the process through a pipe: no temporary file is written. What comes back is
checked by its lengths alone. A process that takes too long, or says too much, is ended.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Final

from psg_desktop.faults import Unreadable
from psg_desktop.previews import limits
from psg_desktop.previews.protocol import ASKED, LONGEST, Drawn, Form, Verdict, read_answer

# The word that makes the program a confined process; see `psg_desktop.__main__`.
VERB: Final = "--draw-one-page"
_NO_CONSOLE: Final = 0x08000000  # CREATE_NO_WINDOW, winbase.h
_LOOK: Final = 0.05
_COPY: Final = "Save a copy outside the vault to open it in another program."
_SENTENCES: Final = {
    Verdict.DAMAGED: f"This file is damaged, or is not what it seems to be. {_COPY}",
    Verdict.TOO_LARGE: f"This picture is too large to be shown here. {_COPY}",
    Verdict.LOCKED: f"This PDF is locked with a password, so it cannot be shown here. {_COPY}",
}
_GIVEN_UP: Final = (
    f"Showing this took more time or memory than a document should, so it was given up. {_COPY}"
)


def _unwatched() -> None:
    """Let the drawing go on."""


def page(
    form: Form,
    content: bytes,
    number: int,
    width: int,
    watch: Callable[[], None] = _unwatched,
) -> Drawn:
    """Have a page drawn, counted from 0, about so many pixels wide.

    `watch` is called again and again meanwhile; what it raises ends the drawing.

    Raises:
        Unreadable: It cannot be shown; with the reason and what to do.
    """
    found = read_answer(_said(_request(form, content, number, width), watch))
    if found is None:
        raise Unreadable(_GIVEN_UP)
    verdict, drawn = found
    if drawn is None:
        raise Unreadable(_SENTENCES[verdict])
    return drawn


def _request(form: Form, content: bytes, number: int, width: int) -> bytes:
    return ASKED.pack(form, number, width, len(content)) + content


def _said(request: bytes, watch: Callable[[], None]) -> bytes:
    process = _started()
    heard: list[bytes] = []
    threads = (
        threading.Thread(target=_tell, args=(process.stdin, request), daemon=True),
        threading.Thread(target=_hear, args=(process.stdout, heard), daemon=True),
    )
    ends = time.monotonic() + limits.SECONDS
    try:
        for thread in threads:
            thread.start()
        while threads[1].is_alive() and time.monotonic() < ends:
            threads[1].join(_LOOK)
            watch()
    finally:
        process.kill()
        process.wait()
        for thread in threads:
            thread.join()
        for pipe in (process.stdin, process.stdout):
            _close(pipe)
    return b"".join(heard)


def _started() -> subprocess.Popen[bytes]:
    root = Path(__file__).resolve().parents[2]
    try:
        return subprocess.Popen(  # noqa: S603 - our own program, with no shell and fixed words
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=root if root.is_dir() else None,
            env=_surroundings(root),
            creationflags=_NO_CONSOLE if sys.platform == "win32" else 0,
        )
    except OSError as problem:
        raise Unreadable(_GIVEN_UP) from problem


def command() -> list[str]:
    """Give the words that start the confined process, also from the built program."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "psg_desktop", VERB]
    # The program without a console has no input and output on Windows; its twin has.
    twin = Path(sys.executable).with_name("psg-desktop.exe")
    return [str(twin) if twin.exists() else sys.executable, VERB]


def _surroundings(root: Path) -> dict[str, str]:
    """Give the few variables a process needs to start; none of the others is its business."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ}
    own = {} if getattr(sys, "frozen", False) else {"PYTHONPATH": str(root)}
    return {**kept, **own, "PYTHONUTF8": "1"}


def _tell(pipe: IO[bytes] | None, request: bytes) -> None:
    if pipe is None:
        return
    try:
        pipe.write(request)
        pipe.close()
    except OSError:
        return  # it ended before it had read everything; what it said, if anything, tells why


def _hear(pipe: IO[bytes] | None, heard: list[bytes]) -> None:
    if pipe is not None:
        heard.append(pipe.read(LONGEST + 1))


def _close(pipe: IO[bytes] | None) -> None:
    try:
        if pipe is not None:
            pipe.close()
    except OSError:
        return  # what was still to be written has no reader any more
