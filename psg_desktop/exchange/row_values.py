"""The values of one row by field, and the texts that go into its notes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from psg_desktop.domain import text
from psg_desktop.exchange.cells import Value
from psg_desktop.exchange.fields import Field, label_of


@dataclass(slots=True)
class RowValues:
    """What one row says, field by field, in the order of its columns."""

    _values: dict[Field, list[Value]] = field(default_factory=dict)
    _aside: list[str] = field(default_factory=list)
    _further: Mapping[int, "RowValues"] = field(default_factory=dict)

    def actions(self) -> Iterator[tuple[int, "RowValues"]]:
        """Give what the row says of each of its actions, with the number of the action."""
        yield 1, self
        yield from self._further.items()

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
        remainder = self.told(place for place in self._values if place in left)
        if self._aside or remainder:
            told.append("\n".join((*self._aside, *remainder)))
        return text.prose("\n\n".join(told)) if told else ""

    def told(self, places: Iterable[Field], part: int = 1) -> list[str]:
        """Tell what the row says in some fields, a line for each that has a value."""
        return [
            f"{label_of(place, part)}: {', '.join(self.lines(place))}"
            for place in places
            if self.has(place)
        ]
