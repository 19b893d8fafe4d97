"""Lists and numbered paragraphs: a label in the margin, and the words it belongs to."""

from collections.abc import Sequence
from typing import Any, TypeVar

from typing_extensions import override

from psg_desktop.tagging.flowables import Prose
from psg_desktop.tagging.structure import Element, Role


class Item(Prose):
    """One item of a list; its style leaves room for the label on the left.

    ReportLab makes the pieces of a split paragraph itself, so the constructor stays its own and
    `listed` fills in the rest.
    """

    label: str = ""
    _label_element: Element | None = None

    def join(self, listing: Element, label: str) -> None:
        """Take this for the next item of a list."""
        item = Element(role=Role.ITEM, parent=listing)
        self._label_element = Element(role=Role.LABEL, parent=item)
        self._element = Element(role=Role.BODY, parent=item)
        self.label = label

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        pieces: list[Any] = super().split(availWidth, availHeight)
        if pieces and pieces[0] is not self:
            first: Item = pieces[0]
            first.label, first._label_element = self.label, self._label_element
        return pieces

    @override
    def draw(self) -> None:
        if self.label and self._label_element is not None:
            canvas, style = self.canv, self.style
            canvas.setFont(style.fontName, style.fontSize)
            canvas.setFillColor(style.textColor)
            with canvas.tagged(self._label_element):
                canvas.drawString(0, self.height - style.fontSize, f"{self.label} ")
        super().draw()


Kind = TypeVar("Kind", bound=Item)


def listed(items: Sequence[tuple[str, Kind]]) -> list[Kind]:
    """Make one list of items and their labels, such as "1.2" or a bullet."""
    listing = Element(role=Role.LIST)
    for label, item in items:
        item.join(listing, label)
    return [item for _, item in items]
