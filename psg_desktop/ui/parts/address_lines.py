"""Boxes for what places are found by: a postcode, and a unique property reference number."""

from typing_extensions import override

from psg_desktop.domain.addresses import tidy_postcode
from psg_desktop.domain.refusals import FieldProblem, Problem
from psg_desktop.ui.widgets.controls import Line
from psg_desktop.words import refusals

# A UPRN has up to twelve digits (GeoPlace, Data Entry Conventions for addresses).
_UPRN_DIGITS = 12


class PostcodeLine(Line):
    """A postcode in any spelling; the value is its usual form, "" where it is none."""

    def __init__(self) -> None:
        super().__init__(width=12, longest=16)

    @override
    def value(self) -> str:
        return tidy_postcode(self.typed()) or ""

    @override
    def typed(self) -> str:
        return self.line.text().strip()

    @override
    def problem(self) -> str:
        if not self.typed() or self.value():
            return ""
        found = FieldProblem(field="postcode", problem=Problem.POSTCODE_UNKNOWN_SHAPE)
        return refusals.sentence(found)


class UprnLine(Line):
    """A unique property reference number; the value is its digits."""

    def __init__(self) -> None:
        super().__init__(width=14, longest=20)

    @override
    def value(self) -> str:
        return "".join(self.line.text().split())

    @override
    def typed(self) -> str:
        return self.line.text().strip()

    @override
    def problem(self) -> str:
        value = self.value()
        wrong = bool(value) and not (value.isdecimal() and len(value) <= _UPRN_DIGITS)
        return "Enter the UPRN as up to 12 figures, or leave it empty." if wrong else ""
