"""The values of one row by field, and the texts that go into its notes."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from psg_desktop.domain import text
from psg_desktop.exchange.cells import Value
from psg_desktop.exchange.fields import FACTS, Field


@dataclass(slots=True)
class RowValues:
    """What one row says, field by field, in the order of its columns."""

    _values: dict[Field, list[Value]] = field(default_factory=dict)
    _aside: list[str] = field(default_factory=list)

    def has(self, *places: Field) -> bool:
        """Say whether any of the fields has a value."""
        return not self._values.keys().isdisjoint(places)

    def line(self, place: Field) -> str:
        """Give the first text of a field, or ""."""
        values = self._values.get(place)
        return str(values[0]) if values else ""

    def lines(self, place: Field) -> tuple[str, ...]:
        """Give all different texts of a field."""
        return tuple(dict.fromkeys(str(value) for value in self._values.get(place, ())))

    def day(self, place: Field) -> date | None:
        """Give the date of a field, or None."""
        values = self._values.get(place)
        return values[0] if values and isinstance(values[0], date) else None

    def joined(self, *places: Field, without: str = "") -> str:
        """Join the parts of an address that differ, leaving out the postcode that stands alone."""
        plain = without.replace(" ", "").casefold()
        parts: dict[str, str] = {}
        for place in places:
            for part in self.lines(place):
                key = part.replace(" ", "").casefold()
                if key != plain:
                    parts.setdefault(key, part.strip(" ,"))
        return ", ".join(parts.values())

    def narrative(self, used: frozenset[Field]) -> str:
        """Write the notes: what was written as a note, then everything that found no field."""
        told = [str(note) for note in self._values.get(Field.NOTE, ())]
        left = self._values.keys() - used
        if self._aside or left:
            told.append("\n".join((*self._aside, *self._remainder(left))))
        return text.prose("\n\n".join(told)) if told else ""

    def _remainder(self, left: AbstractSet[Field]) -> list[str]:
        """Tell what the row says in fields the records of this import do not have."""
        return [
            f"{FACTS[place].label}: {', '.join(self.lines(place))}"
            for place in self._values
            if place in left
        ]
