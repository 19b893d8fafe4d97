"""What a worker does next, drawn by Hypothesis so that a failing run shrinks to a short one."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from enum import Enum
from typing import TypeVar

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

TEXTS = ("Seen near the bench.", "Zoë rang back; no answer.", "“Quiet” since\nthe 3rd", "0")
NAMES = ("Wilf Marrowby", "Ansel Quorbleton", "Ėglė O'Reedley", "Tansy Fitzwhistle")


class Nothing(Exception):
    """There is nothing this move could be made with."""


class Choose:
    """Draws the particulars of a move; what comes first is what a failing run shrinks to."""

    def __init__(self, number: Callable[[int, int], int]) -> None:
        self.number = number  # a whole number from one to another, both included

    def one(self, among: Sequence[T]) -> T:
        """Choose one of these.

        Raises:
            Nothing: There are none.
        """
        if not among:
            raise Nothing
        return among[self.number(0, len(among) - 1)]

    def likely(self, among: Sequence[T], fits: Callable[[T], object]) -> T:
        """Choose one of these, mostly one of which the move under way can be made.

        Raises:
            Nothing: There are none.
        """
        fitting = [one for one in among if fits(one)]
        return self.one(among if self.rarely() or not fitting else fitting)

    def of(self, kind: type[E]) -> E:
        """Choose a member of an enumeration."""
        return self.one(list(kind))

    def maybe(self, among: Sequence[T]) -> T | None:
        """Choose one of these, or none."""
        return self.one((None, *among))

    def some(self, among: Sequence[T]) -> tuple[T, ...]:
        """Choose any of these, in their order."""
        return tuple(one for one in among if self.flag())

    def flag(self) -> bool:
        """Toss a coin."""
        return self.number(0, 1) == 1

    def rarely(self) -> bool:
        """Say yes once in eight."""
        return self.number(0, 7) == 7

    def day(self, today: date, least: int = -30, most: int = 30) -> date:
        """Choose a day so many days from today."""
        return today + timedelta(days=self.number(least, most))

    def text(self) -> str:
        """Choose some words; once in eight there are none, which most moves refuse."""
        return "  " if self.rarely() else self.one(TEXTS)

    def name(self) -> str:
        """Choose a name; once in eight there is none."""
        return "" if self.rarely() else self.one(NAMES)
