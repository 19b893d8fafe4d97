"""Every window there is: each module of this folder called `..._windows` adds its own.

Import `WINDOWS` from here, not from `windows`, where all of them are wanted.
"""

import importlib
from pathlib import Path

from tests.ui.windows import WINDOWS, Maker

__all__ = ["KIT", "WINDOWS", "Maker"]

for module in sorted(path.stem for path in Path(__file__).parent.glob("*_windows.py")):
    if not module.startswith("test_"):
        importlib.import_module(f"tests.ui.{module}")

# Windows that show the kit itself and are never seen in the program.
KIT: frozenset[str] = importlib.import_module("tests.ui.kit_windows").WINDOWS_OF_THE_KIT
