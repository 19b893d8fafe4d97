"""The verb that masks identities in any text."""

import json
import sys
from argparse import Namespace
from contextlib import suppress

from psg_desktop.casework.parties import identities
from psg_desktop.cli.outcomes import Exit, VerbRefusedError, say, write_whole
from psg_desktop.cli.vaults import open_vault
from psg_desktop.clock import Clock
from psg_desktop.privacy.identities import Finder
from psg_desktop.privacy.redaction import Placeholders, redact


def redact_input(typed: Namespace, clock: Clock) -> Exit:
    """Read text on standard input; write it masked, or the list of what was found.

    Raises:
        VerbRefusedError: There is no standard input, or it is no text.
    """
    if sys.stdin is None:
        raise VerbRefusedError("There is no text to read: standard input is closed.")
    text = _text(sys.stdin.buffer.read())
    finder = _finder(typed, clock)
    spans = finder.find(text)
    if typed.json:
        found = [
            {
                "start": span.start,
                "end": span.end,
                "kind": span.kind.value,
                "text": text[span.start : span.end],
                "layer": span.layer.value,
                "doubtful": span.doubtful,
            }
            for span in spans
        ]
        written = json.dumps(found, ensure_ascii=False) + "\n"
    else:
        written = redact(text, spans, Placeholders())
    write_whole(written)
    return Exit.DONE


def _text(given: bytes) -> str:
    """Read UTF-8, as PSG Desktop writes it, or the Windows-1252 of older Windows programs.

    A letter read wrongly is a name not found, so what is neither is refused.

    Raises:
        VerbRefusedError: It is neither.
    """
    with suppress(UnicodeDecodeError):
        return given.decode("utf-8")
    if 0 not in given:
        with suppress(UnicodeDecodeError):
            text = given.decode("cp1252")
            say("The text is not UTF-8; it was read as Windows-1252. Check its special letters.")
            return text
    raise VerbRefusedError(
        "The text on standard input is neither UTF-8 nor Windows-1252, so names in it could be "
        "missed. Nothing was masked. Save it as UTF-8 and try again."
    )


def _finder(typed: Namespace, clock: Clock) -> Finder:
    if typed.vault is None:
        return identities.stranger_finder()
    with open_vault(typed, clock) as office:
        return identities.finder(office)
