"""What lies on the sheets of an Excel workbook besides its cells: comments, pictures, charts.

Each sheet names the parts that hold them in its relations (ECMA-376 part 2, chapter 9); comments
are those of chapter 18.7 of part 1, and the threaded ones Microsoft added to them ([MS-XLSX]
2.1.10), which repeat themselves as plain comments for programs that do not know them.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from psg_desktop.domain import text
from psg_desktop.exchange import limits
from psg_desktop.exchange.cell_places import cell_place
from psg_desktop.exchange.shapes import Shape
from psg_desktop.exchange.sheets import Comment
from psg_desktop.faults import Unreadable

RELATIONS = re.compile(r"\Axl/worksheets/_rels/[^/]+\.rels\Z", re.IGNORECASE)
_REPEATS_A_THREAD = "[Threaded comment]"
_TOO_MANY = (
    f"The workbook holds more than {limits.COMMENTS:,} comments on cells, which no caseload needs. "
    "Copy the rows you need to a new workbook."
)


@dataclass(slots=True)
class ExcelExtras:
    """The extras of a workbook, by the part that holds them.

    Attributes:
        parts: By the name of a sheet's part, the paths its relations lead to and their kinds.
    """

    parts: dict[str, dict[str, str]] = field(default_factory=dict)
    comments: dict[str, list[Comment]] = field(default_factory=dict)
    objects: dict[str, int] = field(default_factory=dict)

    def walk_of(self, path: str) -> "_RelationsWalk | CommentsWalk | _DrawingWalk | None":
        """Give the walk for a part, or None when it holds no extras."""
        key = path.casefold()
        if RELATIONS.match(path):
            sheet = PurePosixPath(key).name.removesuffix(".rels")
            return _RelationsWalk(self.parts.setdefault(sheet, {}))
        kind = next((led[key] for led in self.parts.values() if key in led), "")
        if kind in {"comments", "threadedcomment"}:
            return CommentsWalk(self.comments.setdefault(key, []))
        return _DrawingWalk(self.objects, key) if kind == "drawing" else None

    def add_to(self, shape: Shape, sheet: str) -> None:
        """Add the extras of a sheet, known by the name of its part, to its shape."""
        for part in sorted(self.parts.get(sheet, ())):
            shape.objects += self.objects.get(part, 0)
            shape.comments.extend(self.comments.get(part, ()))
        if any(one.threaded for one in shape.comments):
            shape.comments = [
                one for one in shape.comments if not one.text.startswith(_REPEATS_A_THREAD)
            ]
        shape.comments.sort(key=lambda one: (one.row, one.column))


class _RelationsWalk:
    """Gathers the parts a sheet leads to, as paths within the archive."""

    def __init__(self, parts: dict[str, str]) -> None:
        self._parts = parts

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an opening tag."""
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2].casefold()
            self._parts[_resolved(attributes.get("Target", ""))] = kind

    def closed(self, name: str) -> None:
        """Take a closing tag."""

    def said(self, words: str) -> None:
        """Take text."""


class CommentsWalk:
    """Gathers the comments of one part, plain or threaded."""

    def __init__(self, found: list[Comment]) -> None:
        self._found = found
        self._authors: list[str] = []
        self._author = ""
        self._place: tuple[int, int] | None = None
        self._threaded = False
        self._words: list[str] | None = None
        self._starts: dict[str, Callable[[Mapping[str, str]], None]] = {
            "author": lambda _attributes: self._listen(),
            "comment": self._comment,
            "threadedComment": self._thread,
            "t": lambda _attributes: self._listen(),
            "text": self._text,
        }

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an opening tag."""
        start = self._starts.get(name)
        if start is not None:
            start(attributes)

    def closed(self, name: str) -> None:
        """Take a closing tag."""
        if name == "author":
            self._authors.append(self._heard())
        elif name in {"comment", "threadedComment"}:
            self._keep()

    def said(self, words: str) -> None:
        """Take text."""
        if self._words is not None:
            self._words.append(words)

    def _listen(self) -> None:
        if self._words is None:
            self._words = []

    def _heard(self) -> str:
        words, self._words = "".join(self._words or ()), None
        return text.prose(words)

    def _comment(self, attributes: Mapping[str, str]) -> None:
        self._heard()
        self._place = cell_place(attributes.get("ref", ""))
        number = attributes.get("authorId", "")
        known = number.isdecimal() and int(number) < len(self._authors)
        self._author = self._authors[int(number)] if known else ""
        self._threaded = False

    def _thread(self, attributes: Mapping[str, str]) -> None:
        self._comment({"ref": attributes.get("ref", "")})
        self._threaded = True

    def _text(self, _attributes: Mapping[str, str]) -> None:
        if self._threaded:
            self._listen()

    def _keep(self) -> None:
        said = self._heard()
        if self._place is None or not said:
            return
        if len(self._found) >= limits.COMMENTS or len(said) > limits.CELL_LENGTH:
            raise Unreadable(_TOO_MANY)
        row, column = self._place
        author = "" if said.startswith((self._author, _REPEATS_A_THREAD)) else self._author
        self._found.append(
            Comment(row=row, column=column, text=said, author=author, threaded=self._threaded)
        )


class _DrawingWalk:
    """Counts what is anchored on a sheet: pictures, charts, shapes."""

    def __init__(self, objects: dict[str, int], part: str) -> None:
        self._objects = objects
        self._part = part

    def opened(self, name: str, _attributes: Mapping[str, str]) -> None:
        """Take an opening tag."""
        if name in {"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"}:
            self._objects[self._part] = self._objects.get(self._part, 0) + 1

    def closed(self, name: str) -> None:
        """Take a closing tag."""

    def said(self, words: str) -> None:
        """Take text."""


def _resolved(target: str) -> str:
    """Give the path of a part a sheet names, absolute or relative to `xl/worksheets`."""
    plain = target.replace("\\", "/").casefold()
    if plain.startswith("/"):
        return plain.lstrip("/")
    steps = ["xl", "worksheets"]
    for step in plain.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps)
