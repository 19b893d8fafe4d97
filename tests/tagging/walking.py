"""Reading a tagged PDF with pikepdf: what each operator belongs to, and the structure as a tree.

Nothing here is shared with what writes the structure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf

SHOWING = {"Tj", "TJ", "'", '"'}
PAINTING = {*SHOWING, "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "INLINE IMAGE"}


def opened(pdf: bytes) -> Pdf:
    return pikepdf.open(BytesIO(pdf))


@dataclass
class Content:
    """The content stream of a page, as its marks part it."""

    stray: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    artefacts: int = 0


def content_of(page: Object) -> Content:
    found = Content()
    marks: list[int] = []
    depth = 0
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        depth += {"q": 1, "Q": -1}.get(name, 0)
        if name in ("BDC", "BMC"):
            _begin(found, operands, marks)
            marks.append(depth)
        elif name == "EMC" and marks.pop() != depth:
            found.faults.append("a mark across a saved state")
        elif name in PAINTING and not marks:
            found.stray.append(name)
    if marks:
        found.faults.append("a mark without an end")
    return found


def _begin(found: Content, operands: Sequence[Object], marks: Sequence[int]) -> None:
    if marks:
        found.faults.append("a mark within a mark")
    if operands[0] == Name.Artifact:
        found.artefacts += 1
    else:
        found.numbers.append(int(operands[1].MCID))


def kids(element: Object) -> list[Object | int]:
    held = element.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def elements(element: Object) -> Iterator[Object]:
    """Give every element below one, in reading order."""
    for kid in kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def of_kind(document: Pdf, *kinds: str) -> list[Object]:
    every = elements(document.Root.StructTreeRoot)
    return [it for it in every if str(it.S).lstrip("/") in kinds]


def runs(element: Object) -> Iterator[tuple[tuple[int, int], int]]:
    """Give the page, by its object, and the number of each run that an element itself holds."""
    for kid in kids(element):
        if isinstance(kid, int):
            yield element.Pg.objgen, kid
        elif kid.get("/Type") == "/MCR":
            yield kid.Pg.objgen, int(kid.MCID)


def annotations(element: Object) -> list[Object]:
    return [kid.Obj for kid in kids(element) if isinstance(kid, Dictionary) and "/Obj" in kid]


def parents(document: Pdf) -> dict[int, Object]:
    return dict(pikepdf.NumberTree(document.Root.StructTreeRoot.ParentTree))
