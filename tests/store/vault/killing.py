"""Programs to be killed, each forked from one that has already loaded everything.

Starting Python anew for each of many kills would take most of the time. What is killed is a real
process of its own all the same, and the next opener waits until the system has let go of it.
"""

import json
import os
import select
import signal
from pathlib import Path

from tests.store.vault.caseload import child

NURSE = """
import json, os, sys
from tests.store.vault.caseload import *
for line in sys.stdin:
    source, folder, pipe = json.loads(line)
    born = os.fork()
    if not born:
        try:
            sys.argv[1:] = [folder]
            sys.stdout = open(pipe, "w", buffering=1)
            exec(source, {})
        finally:
            os._exit(1)
    print(born, flush=True)
    os.waitpid(born, 0)
    print("gone", flush=True)
"""


class Nursery:
    """Starts programs on a vault and kills them."""

    def __init__(self, place: Path) -> None:
        self._pipe = place / "said"
        os.mkfifo(self._pipe)
        self._nurse = child(NURSE)

    def close(self) -> None:
        self._nurse.communicate()

    def kill_after(self, source: str, folder: Path, lines: int, wait: float) -> list[str]:
        """Run a program, kill it `wait` seconds after its nth line; give its whole lines."""
        orders, answers = self._nurse.stdin, self._nurse.stdout
        assert orders
        assert answers
        orders.write(json.dumps([source, str(folder), str(self._pipe)]) + "\n")
        orders.flush()
        born = int(answers.readline())
        with self._pipe.open() as said:
            first = [said.readline() for _ in range(lines)]
            select.select([], [], [], wait)
            os.kill(born, signal.SIGKILL)
            found = [*first, *said]
        assert answers.readline() == "gone\n"
        assert all(first), "the program ended by itself"
        return [line for line in found if line.endswith("\n")]
