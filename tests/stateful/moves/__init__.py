"""Every move a worker can make, by what it is about; each module adds its own to the list."""

import importlib
from pathlib import Path

from tests.stateful.world import MOVES, Move

__all__ = ["MOVES", "Move"]

for _module in sorted(path.stem for path in Path(__file__).parent.glob("*.py")):
    if _module != "__init__":
        importlib.import_module(f"tests.stateful.moves.{_module}")
