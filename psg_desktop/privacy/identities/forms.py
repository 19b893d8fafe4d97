"""The shapes in which one known identity can turn up, as letters and digits alone."""

from enum import IntEnum
from typing import NamedTuple


class Shape(IntEnum):
    """How much a spelling says; the larger, the surer."""

    INITIALS = 1
    SHORT = 2
    CORE = 3
    PART = 4
    WHOLE = 5


class Form(NamedTuple):
    """One shape of an identity: `letters` are folded and hold no space or mark.

    `derived` shapes (a nickname, a prefix taken off) were not written in the vault.
    """

    letters: str
    shape: Shape
    derived: bool = False
