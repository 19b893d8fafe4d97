"""From starting the process to the unlock screen painted: goal at most 2 times an empty window."""

import compileall
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import psg_desktop
from tests.bench.caseloads import filled
from tests.bench.measuring import Figure, best_in_turn

GOAL = 2.0
EMPTY = """
import os, resource, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, leave)
def leave():
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
    os._exit(0)
application = QApplication([])
window = Window()
window.show()
application.exec()
"""
OURS = """
import os, resource, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow
from psg_desktop.__main__ import main
from psg_desktop.ui.vault.door import Door
def paint(self, event):
    QMainWindow.paintEvent(self, event)
    QTimer.singleShot(0, leave)
def leave():
    assert Door.unlock_shown, "the unlock screen is not what was painted"
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
    os._exit(0)
Door.paintEvent = paint
show_unlock = Door.show_unlock
def watched(self, place):
    show_unlock(self, place)
    Door.unlock_shown = self.unlock_page.isVisibleTo(self)
Door.show_unlock = watched
main(sys.argv[1:])
"""


def figures() -> list[Figure]:
    """Start both in turn, byte-compiled as an installed program is; the first only warm up."""
    compileall.compile_dir(Path(psg_desktop.__file__).parent, quiet=1)
    with filled(10) as office, TemporaryDirectory(prefix="psg-desktop-bench-") as folder:
        office.close()
        peaks: list[float] = []

        def ours() -> None:
            peaks.append(_start(OURS, folder, office.place))

        def empty() -> None:
            _start(EMPTY, folder, office.place)

        ours()
        empty()
        mine, plain = best_in_turn(ours, empty, rounds=12)
    return [
        Figure(
            name="window up, unlock screen painted",
            ours=mine,
            yardstick="empty PySide6 window",
            bare=plain,
            goal=GOAL,
            peak_mb=max(peaks),
        )
    ]


def _start(script: str, folder: str, place: Path) -> float:
    """Start a process, wait until it has painted, and give its peak memory in megabytes."""
    kept = dict.fromkeys(("TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"), folder)
    done = subprocess.run(
        [sys.executable, "-c", script, str(place)],
        env=os.environ | kept,
        check=True,
        capture_output=True,
        text=True,
    )
    return int(done.stdout.split()[-1]) * 1024 / 1e6
