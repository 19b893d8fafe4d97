"""The verb that masks identities in any text."""

import json
import sys
from argparse import Namespace

from psg_desktop.casework import identities
from psg_desktop.cli.outcomes import Exit, VerbRefusedError, write_whole
from psg_desktop.cli.vaults import open_vault
from psg_desktop.clock import Clock
from psg_desktop.privacy.identities import Finder
from psg_desktop.privacy.redaction import Placeholders, redact


def redact_input(typed: Namespace, clock: Clock) -> Exit:
    """Read text on standard input; write it masked, or the list of what was found.

    Raises:
        VerbRefusedError: There is no standard input.
    """
    if sys.stdin is None:
        raise VerbRefusedError("There is no text to read: standard input is closed.")
    finder = _finder(typed, clock)
    text = sys.stdin.buffer.read().decode("utf-8", errors="replace")
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


def _finder(typed: Namespace, clock: Clock) -> Finder:
    if typed.vault is None:
        return identities.stranger_finder()
    office = open_vault(typed, clock)
    try:
        return identities.finder(office)
    finally:
        office.close()
