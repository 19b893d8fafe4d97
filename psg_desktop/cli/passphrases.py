"""The passphrase, from a file or a prompt; never from an argument, which others could see."""

import sys
from getpass import getpass
from pathlib import Path

from psg_desktop.cli.outcomes import VerbRefusedError

_LONGEST = 4096


def passphrase(file: Path | None, *, new: bool = False) -> str:
    """Get the passphrase: the first line of a file, or what is typed at the prompt.

    Raises:
        VerbRefusedError: The file cannot be read, nothing was given, or a new one was typed in
            two ways.
    """
    given = _from_file(file) if file is not None else _from_prompt(new=new)
    if not given:
        raise VerbRefusedError("The passphrase is empty. Nothing was opened.")
    return given


def _from_file(file: Path) -> str:
    try:
        with file.open(encoding="utf-8-sig") as lines:
            return lines.readline(_LONGEST).rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise VerbRefusedError(
            "The passphrase file cannot be read. Check its place and that it is plain text."
        ) from None


def _from_prompt(*, new: bool) -> str:
    if not any(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        raise VerbRefusedError(
            "Nobody can be asked for the passphrase here. Give it with --passphrase-file FILE."
        )
    given = getpass("Passphrase: ")
    if new and getpass("The same again: ") != given:
        raise VerbRefusedError("The two passphrases differ. Nothing was made; try again.")
    return given
