"""Run every measurement and print one table: python -m tests.bench [--quick] [NAME ...]."""

import argparse
import sys

from tests.bench import (
    agenda,
    alike,
    auditing,
    counting,
    disposal,
    importing,
    listing,
    opening,
    pack,
    past,
    saving,
    starting,
    statistics_peers,
    statistics_release,
    subject_access,
)
from tests.bench.measuring import HEADING, Figure, alone

_ALL = {
    "listing": listing.figures,
    "saving": saving.figures,
    "opening": opening.figures,
    "starting": starting.figures,
    "importing": importing.figures,
    "pack": pack.figures,
    "past": past.figures,
    "many": listing.many,
    "alike": alike.figures,
    "agenda": agenda.figures,
    "disposal": disposal.figures,
    "counting": counting.figures,
    "subject-access": subject_access.figures,
    "statistics": statistics_release.figures,
    "statistics-peers": statistics_peers.figures,
    "auditing": auditing.figures,
}


def main() -> int:
    """Print the table; give 1 where a goal was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(_ALL))
    parser.add_argument("--quick", action="store_true", help="leave out the 100,000 cases")
    typed = parser.parse_args()
    chosen = typed.names or [name for name in _ALL if name != "many" or not typed.quick]
    print(HEADING, flush=True)
    found: list[Figure] = []
    for name in chosen:
        # Each in a process of its own, one after the other, so that memory and caches are its own.
        figures = alone(_ALL[name])
        for figure in figures:
            print(figure.line(), flush=True)
        found += figures
    missed = [figure.name for figure in found if figure.missed]
    print(f"Goals missed: {', '.join(missed)}." if missed else "Every goal was met.")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
