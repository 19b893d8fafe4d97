"""Adding to a drawn file what makes it a tagged one: structure, metadata, and the way through it.

ISO 14289-1 (PDF/UA-1) says what there must be; ISO 32000-1, 14.7 how it is written.
"""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import chain
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String

from psg_desktop.tagging.structure import Element, Note, Role, Run, Structure, tag

_UA: Final = "http://www.aiim.org/pdfua/ns/id/"
# Control signs, halves of surrogate pairs and what is no character, by the XML 1.0 rule.
_UNWRITABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def finished(pdf: bytes, structure: Structure, title: str) -> bytes:
    """Give the drawn file with its structure; the same for the same drawing and title.

    Raises:
        ValueError: The document has no title.
    """
    if not title.strip():
        raise ValueError("A document needs a title.")
    made = BytesIO()
    with Pdf.open(BytesIO(pdf)) as document:
        _Writer(document, structure).write()
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
            said.register_xml_namespace(_UA, "pdfuaid")
            said["dc:title"] = _UNWRITABLE.sub("", title)
            said["pdfuaid:part"] = "1"
        document.save(
            made,
            min_version="1.7",
            object_stream_mode=ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return made.getvalue()


class _Writer:
    """Writes one structure into one file."""

    def __init__(self, document: Pdf, structure: Structure) -> None:
        self._document = document
        self._structure = structure
        self._pages: list[Object] = [page.obj for page in document.pages]
        self._written: dict[Element, Object] = {}
        self._attributes: dict[str, Object] = {}

    def write(self) -> None:
        document = self._document
        root = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._element(self._structure.root, root)
        root.ParentTree = document.make_indirect(Dictionary(Nums=Array(self._parents())))
        root.ParentTreeNextKey = len(self._pages) + sum(map(len, self._structure.notes))
        document.Root.StructTreeRoot = root
        document.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: Object) -> Object:
        page = _first_page(element)
        entries = self._entries(element, parent, page)
        made = self._document.make_indirect(Dictionary(entries))
        self._written[element] = made
        kids = [self._kid(kid, made, page) for kid in element.kids]
        if kids:
            made.K = kids[0] if len(kids) == 1 else Array(kids)
        return made

    def _entries(self, element: Element, parent: Object, page: int | None) -> dict[str, Object]:
        entries = {"/S": _name(tag(element)), "/P": parent}
        if page is not None:
            entries["/Pg"] = self._pages[page]
        if element.alt:
            entries["/Alt"] = String(element.alt)
        attributes = self._attribute(element)
        if attributes is not None:
            entries["/A"] = attributes
        return entries

    def _kid(self, kid: Element | Run | Note, parent: Object, page: int | None) -> Object | int:
        if isinstance(kid, Element):
            return self._element(kid, parent)
        if isinstance(kid, tuple):
            if kid[0] == page:
                return kid[1]
            return Dictionary(Type=Name.MCR, Pg=self._pages[kid[0]], MCID=kid[1])
        there = self._pages[kid.page]
        return Dictionary(Type=Name.OBJR, Pg=there, Obj=there.Annots[kid.place])

    def _attribute(self, element: Element) -> Object | None:
        if element.role is Role.FIGURE and element.box:
            box = Array([round(edge, 2) for edge in element.box])
            return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
        if element.scope is not None:
            return self._shared(element.scope.value, O=Name.Table, Scope=element.scope.value)
        return None

    def _shared(self, key: str, *, O: Name, Scope: str) -> Object:  # noqa: N803, E741 PDF's names
        if key not in self._attributes:
            made = Dictionary(O=O, Scope=Name("/" + Scope))
            self._attributes[key] = self._document.make_indirect(made)
        return self._attributes[key]

    def _parents(self) -> Iterator[Object | int]:
        """Lead back from pages and annotations to their owners; each gets its key."""
        for key, (page, owners) in enumerate(zip(self._pages, self._structure.pages, strict=True)):
            page.StructParents = key
            page.Tabs = Name.S
            yield key
            yield self._document.make_indirect(Array([self._written[one] for one in owners]))
        notes = chain.from_iterable(
            zip(page.get(Name.Annots, Array()), owners, strict=True)
            for page, owners in zip(self._pages, self._structure.notes, strict=True)
        )
        for key, (note, owner) in enumerate(notes, start=len(self._pages)):
            note.StructParent = key
            yield key
            yield self._written[owner]


def _first_page(element: Element) -> int | None:
    """Give the page on which the first run of an element itself stands."""
    for kid in element.kids:
        if isinstance(kid, tuple):
            return kid[0]
    return None


@cache
def _name(kind: str) -> Name:
    return Name(f"/{kind}")
