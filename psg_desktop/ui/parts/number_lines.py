"""Boxes for whole numbers and for money."""

import re
from typing import Any

from typing_extensions import override

from psg_desktop.domain.refusals import FieldProblem, Problem
from psg_desktop.ui.widgets.controls import Line
from psg_desktop.words import projects, refusals

_MONEY = re.compile(r"(\d{1,10})(?:\.(\d{1,2}))?")
_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,4})?")
_PENCE = 100


def read_pence(typed: str) -> int | None:
    """Give the pence of "£1,250.50", "1250" or "1 250.5", else None."""
    found = _MONEY.fullmatch(re.sub(r"[£,\s]", "", typed))
    if found is None:
        return None
    return int(found[1]) * _PENCE + int((found[2] or "").ljust(2, "0"))


class MoneyLine(Line):
    """An amount in pounds; the value is in pence, 0 where it is empty."""

    def __init__(self) -> None:
        super().__init__(width=14, longest=20)

    @override
    def value(self) -> Any:
        return read_pence(self.typed()) or 0

    @override
    def set_value(self, value: object) -> None:
        pence = value if isinstance(value, int) else 0
        whole, rest = divmod(pence, _PENCE)
        self.line.setText(f"{whole:,}.{rest:02}" if pence else "")

    @override
    def typed(self) -> str:
        return self.line.text().strip()

    @override
    def problem(self) -> str:
        if not self.typed() or read_pence(self.typed()) is not None:
            return ""
        found = FieldProblem(field="pence", problem=Problem.AMOUNT_NOT_MONEY)
        return refusals.sentence(found)


class CountLine(Line):
    """A whole number such as a number of days; the value is 0 where it is empty.

    `sentence` is what to say of anything else.
    """

    def __init__(self, sentence: str = "Enter a whole number, such as 28.") -> None:
        super().__init__(width=6, longest=6)
        self._sentence = sentence

    @override
    def value(self) -> Any:
        typed = self.typed()
        return int(typed) if typed.isdecimal() else 0

    @override
    def set_value(self, value: object) -> None:
        self.line.setText(str(value) if value else "")

    @override
    def typed(self) -> str:
        return self.line.text().strip()

    @override
    def problem(self) -> str:
        return self._sentence if self.typed() and not self.typed().isdecimal() else ""


class WholeLine(CountLine):
    """A whole number where 0 is an answer; the value is None where it is empty."""

    def __init__(self) -> None:
        super().__init__(refusals.sentence(FieldProblem(field="", problem=Problem.NOT_A_COUNT)))

    @override
    def value(self) -> Any:
        return super().value() if self.typed() else None

    @override
    def set_value(self, value: object) -> None:
        self.line.setText("" if value is None else str(value))


class KnownMoneyLine(MoneyLine):
    """An amount in pounds where nothing is an answer; the value is None where it is empty."""

    @override
    def value(self) -> Any:
        return read_pence(self.typed()) if self.typed() else None

    @override
    def set_value(self, value: object) -> None:
        super().set_value(value)
        if value == 0:
            self.line.setText("0.00")


def read_number(typed: str) -> float | None:
    """Give the number of "1,250", "12.5" or "-3", else None."""
    plain = re.sub(r"[,\s]", "", typed)
    return float(plain) if _NUMBER.fullmatch(plain) else None


class NumberLine(Line):
    """Any number; the value is None where it is empty."""

    def __init__(self) -> None:
        super().__init__(width=14, longest=20)

    @override
    def value(self) -> Any:
        return read_number(self.typed())

    @override
    def set_value(self, value: object) -> None:
        known = value if isinstance(value, int | float) else None
        self.line.setText("" if known is None else projects.number(known))

    @override
    def typed(self) -> str:
        return self.line.text().strip()

    @override
    def problem(self) -> str:
        if not self.typed() or read_number(self.typed()) is not None:
            return ""
        return refusals.sentence(FieldProblem(field="", problem=Problem.NOT_A_NUMBER))
