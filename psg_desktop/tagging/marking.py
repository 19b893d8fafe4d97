"""The drawing operators of a page, put between the marks that say what each of them belongs to.

ReportLab keeps a page as a list of pieces, each an operator or several that belong together. Marks
are set around pieces that draw, never across a change of the saved state, and change nothing that
is seen.
"""

from collections.abc import Iterable
from enum import Enum, auto
from typing import Final, Self

from typing_extensions import override

from psg_desktop.tagging.structure import (
    HOLDING_CONTENT,
    KEPT_EMPTY,
    Artefact,
    Element,
    Structure,
    tag,
)

Owner = Element | Artefact | None


class Undeclared(Exception):
    """Text, a picture or a link was drawn that is neither tagged nor an artefact."""


class Owned(str):
    """A piece that draws nothing: from here on what is drawn belongs to this owner."""

    __slots__ = ("owner",)
    owner: Owner

    @override
    def __new__(cls, owner: Owner) -> Self:
        made = super().__new__(cls, "")
        made.owner = owner
        return made


class Linked(str):
    """A piece that draws nothing: the next annotation of the page belongs to this element."""

    __slots__ = ("element",)
    element: Element

    @override
    def __new__(cls, element: Element) -> Self:
        made = super().__new__(cls, "")
        made.element = element
        return made


class _Kind(Enum):
    LEVEL = auto()
    STATE = auto()
    PATH = auto()
    DECLARED = auto()


_LEVELS: Final = frozenset({"q", "Q"})
_STATES: Final = frozenset(
    (
        "cm", "w", "J", "j", "M", "d", "ri", "i", "gs", "g", "G", "rg", "RG", "k", "K",
        "cs", "CS", "sc", "SC", "scn", "SCN", "W", "W*", "n",
    )
)  # fmt: skip


def _kind(piece: str) -> _Kind:
    if piece.startswith("BT"):
        shows = "Tj" in piece or "TJ" in piece
        return _Kind.DECLARED if shows else _Kind.STATE
    last = piece.rsplit(None, 1)
    if not last or (last[-1] in _STATES and piece != "n"):
        return _Kind.STATE
    return _Kind.DECLARED if last[-1] in ("Do", "EI", "sh") else _Kind.PATH


def marked(pieces: Iterable[str], structure: Structure) -> list[str]:
    """Mark the pieces of the structure's last page and enter them into it.

    Raises:
        Undeclared: Text or a picture is neither tagged nor an artefact.
    """
    made: list[str] = []
    owner: Owner = None
    within = False
    for piece in pieces:
        if piece.__class__ is not str:
            within = _closed(made, within)
            owner = _turned(piece, owner, structure)
            continue
        kind = _Kind.LEVEL if piece in _LEVELS else _kind(piece)
        if kind is _Kind.LEVEL:
            within = _closed(made, within)
        elif kind is not _Kind.STATE:
            if kind is _Kind.DECLARED and not _is_declared(owner):
                raise Undeclared("Text or a picture was drawn outside any tag or artefact.")
            if not within:
                made.append(_opening(owner, structure))
            within = True
        made.append(piece)
    _closed(made, within)
    return made


def _closed(made: list[str], within: bool) -> bool:  # noqa: FBT001 the state of one loop
    if within:
        made.append("EMC")
    return False


def _turned(piece: str, owner: Owner, structure: Structure) -> Owner:
    if isinstance(piece, Linked):
        structure.add_note(piece.element)
    if not isinstance(piece, Owned):
        return owner
    if isinstance(piece.owner, Element) and piece.owner.role in KEPT_EMPTY:
        structure.hang(piece.owner)
    return piece.owner


def _is_declared(owner: Owner) -> bool:
    if isinstance(owner, Element):
        return owner.role in HOLDING_CONTENT
    return owner is not None


def _opening(owner: Owner, structure: Structure) -> str:
    if isinstance(owner, Element) and owner.role in HOLDING_CONTENT:
        number = structure.add_run(owner)
        return f"/{tag(owner)} <</MCID {number}>> BDC"
    kind = owner if isinstance(owner, Artefact) else Artefact.LAYOUT
    return f"/Artifact {kind.value} BDC"
