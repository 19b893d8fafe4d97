"""Running a verb: arguments in, exit code out, every fault one plain sentence."""

import traceback
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from psg_desktop.cli import (
    auditing,
    caseload,
    documents,
    redacting,
    sample,
    statistics,
    subject_access,
    vaults,
)
from psg_desktop.cli.arguments import parse
from psg_desktop.cli.importing import import_file
from psg_desktop.cli.outcomes import Exit, VerbRefusedError, say, write_every_letter
from psg_desktop.clock import Clock, SystemClock
from psg_desktop.domain.refusals import Refused
from psg_desktop.faults import Fault
from psg_desktop.words.refusals import sentences

Verb = Callable[[Namespace, Clock], Exit]

_VERBS: dict[str, Verb] = {
    "demo": sample.demo,
    "create": vaults.create,
    "import": import_file,
    "list": caseload.list_records,
    "export": documents.export,
    "pack": documents.pack,
    "subject-access": subject_access.subject_access,
    "redact": redacting.redact_input,
    "statistics": statistics.statistics,
    "releases": statistics.releases,
    "audit": auditing.audit,
    "backup": vaults.backup,
    "verify": vaults.verify,
    "restore": vaults.restore,
    "self-test": vaults.self_test,
}
VERBS = tuple(_VERBS)


def run(arguments: list[str], clock: Clock | None = None) -> int:
    """Run one verb and give its exit code."""
    write_every_letter()
    typed = parse(arguments)
    try:
        return _VERBS[typed.verb](typed, clock or SystemClock())
    except (Fault, VerbRefusedError) as refusal:
        say(str(refusal))
    except Refused as refusal:
        for sentence in sentences(refusal.problems):
            say(sentence)
    except KeyboardInterrupt:
        say("Stopped. Nothing unfinished was kept.")
    except Exception as bug:  # noqa: BLE001 - the last net: a bug is told without any record's words
        say(_apology(bug))
    return Exit.REFUSED


def _apology(bug: Exception) -> str:
    last = traceback.extract_tb(bug.__traceback__)[-1]
    return (
        "The program met a mistake of its own and stopped; what was saved is safe. Please report "
        f"this line: {type(bug).__name__} at {Path(last.filename).name}:{last.lineno}."
    )
