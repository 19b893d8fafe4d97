"""Attack many caseloads and print what was found: python -m tests.attacks.statistics [COUNT].

Caseloads are told apart by their numbers, so that a run can be gone on with: --first 100.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from tests.attacks.statistics.releases import attack
from tests.attacks.statistics.soak import Control, Share, controlled, told

SMALLEST, LARGEST = 30, 300
INSIDERS = 6


@dataclass
class Account:
    """What became of all caseloads so far."""

    caseloads: int = 0
    units: int = 0
    releases: int = 0
    refused: int = 0
    left_out: int = 0
    sensitive: int = 0
    insiders: int = 0
    shown: Share = field(default_factory=Share)
    failures: list[str] = field(default_factory=list)
    numbers: Share = field(default_factory=Share)
    changes: Share = field(default_factory=Share)
    forgotten: Share = field(default_factory=Share)
    leaks: int = 0
    seconds: float = 0.0

    def add(self, seed: int, size: int, control: Control) -> None:
        """Tell one caseload and attack it."""
        story = told(seed, size)
        self.caseloads += 1
        self.units += size
        self.releases += story.releases
        self.refused += story.refused
        self.left_out += story.left_out
        numbers = story.hands.numbers.values()
        self.shown += Share(sum(one.number is not None for one in numbers), len(numbers))
        if story.population is not None:
            found = attack(story.hands, story.population, Random(seed), INSIDERS)
            self.sensitive += found.sensitive
            self.insiders += found.insiders
            self.failures += [f"caseload {seed} of {size}: {one}" for one in found.failures]
        self.numbers += control.numbers
        self.changes += control.changes
        self.forgotten += Share(control.forgotten > 0, 1)
        self.leaks += control.forgotten

    def lines(self) -> Sequence[str]:
        """Give it as a table."""
        return (
            f"caseloads of {SMALLEST} to {LARGEST} cases    {self.caseloads}",
            f"cases                           {self.units}",
            f"releases, four quarters each    {self.releases}",
            f"releases refused as unsafe      {self.refused}",
            f"tables left out                 {self.left_out}",
            f"numbers shown                   {self.shown}",
            f"sensitive quantities attacked   {self.sensitive}",
            f"insiders                        {self.insiders}",
            f"failures of S1 to S6            {len(self.failures)}",
            f"hide 1 to 4: numbers exact      {self.numbers}",
            f"hide 1 to 4: changes exact      {self.changes}",
            f"no ledger: caseloads that leak  {self.forgotten}, {self.leaks} quantities",
            f"seconds of one core             {self.seconds:.0f}",
            *self.failures,
        )


def main() -> int:
    """Print what was found after every caseload that fails, every fifth and the last."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks.statistics", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="the number of the first caseload")
    typed = parser.parse_args()
    account = Account()
    for seed in range(typed.first, typed.first + typed.count):
        size = Random(seed).randint(SMALLEST, LARGEST)
        begun, failed = time.process_time(), len(account.failures)
        account.add(seed, size, controlled(seed, size))
        account.seconds += time.process_time() - begun
        sys.stdout.write(f"{seed}: {size} cases, {time.process_time() - begun:.0f} s\n")
        last = seed == typed.first + typed.count - 1
        if last or account.caseloads % 5 == 0 or len(account.failures) > failed:
            sys.stdout.write("\n".join([*account.lines(), ""]))
        sys.stdout.flush()
    return int(bool(account.failures))


if __name__ == "__main__":
    sys.exit(main())
