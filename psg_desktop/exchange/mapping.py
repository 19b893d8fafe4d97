"""Which column fills which field: each is matched, put in the notes, or left out by name."""

from collections.abc import Mapping as ReadOnlyMapping
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from enum import StrEnum
from typing import cast

from psg_desktop.exchange.comments import COMMENTS_HEADER
from psg_desktop.exchange.dates import Order
from psg_desktop.exchange.fields import FACTS, SUBJECTS, Field
from psg_desktop.exchange.headings import folded_header
from psg_desktop.exchange.sheets import listed

ROW_HEADER = "Row in the file"
REASON_HEADER = "Why it was not imported"
OWN_HEADERS = frozenset({ROW_HEADER, REASON_HEADER})
"""Columns this program writes beside rejected rows, and leaves out when they come back."""


class Use(StrEnum):
    """What becomes of a column."""

    FIELD = "field"
    NOTES = "notes"
    LEAVE_OUT = "leave_out"


class Purpose(StrEnum):
    """What each row of the table stands for."""

    CASES = "cases"
    PEOPLE = "people"
    PLACES = "places"
    INCIDENTS = "incidents"
    REFERRALS = "referrals"
    DEMAND = "demand"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnUse:
    """What becomes of one column.

    Attributes:
        field: The field it fills, when its use is `Use.FIELD`.
        why: In a few words why this was proposed.
        part: Of which action of the row it tells, from 1, where a row has several.
        order: How its dates are written, if it holds dates.
        samples: Up to three different values, as text.
        filled: The share of rows with something in the column, from 0 to 1.
    """

    header: str
    use: Use
    field: Field | None = None
    why: str = ""
    part: int = 1
    order: Order = Order.DAY_FIRST
    samples: tuple[str, ...] = dataclass_field(default=(), repr=False)
    filled: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """What becomes of every column of a table, and what a row stands for."""

    purpose: Purpose
    columns: tuple[ColumnUse, ...]

    def assign(self, header: str, field: Field, part: int = 1) -> "Mapping":
        """Let a column fill a field; a field of one column is taken from the column before.

        The part says of which action of the row the column tells, counted from 1.
        """
        changed = []
        for column in self.columns:
            if column.header == header:
                changed.append(
                    replace(column, use=Use.FIELD, field=field, part=part, why="chosen by hand")
                )
            elif (column.field, column.part) == (field, part) and not FACTS[field].joins:
                changed.append(
                    replace(column, use=Use.NOTES, field=None, part=1, why="replaced by hand")
                )
            else:
                changed.append(column)
        return replace(self, columns=tuple(changed))

    def put_in_notes(self, header: str) -> "Mapping":
        """Let a column go into the notes."""
        return self._changed(header, use=Use.NOTES)

    def leave_out(self, header: str) -> "Mapping":
        """Leave a column out."""
        return self._changed(header, use=Use.LEAVE_OUT)

    def _changed(self, header: str, use: Use) -> "Mapping":
        return replace(
            self,
            columns=tuple(
                replace(column, use=use, field=None, part=1, why="chosen by hand")
                if column.header == header
                else column
                for column in self.columns
            ),
        )

    def with_order(self, header: str, order: Order) -> "Mapping":
        """Say which number comes first in the dates of a column."""
        return replace(
            self,
            columns=tuple(
                replace(column, order=order) if column.header == header else column
                for column in self.columns
            ),
        )

    def headers_of(self, field: Field, part: int = 1) -> tuple[str, ...]:
        """Give the headers of the columns that fill a field."""
        return tuple(
            column.header
            for column in self.columns
            if column.field is field and column.part == part
        )

    @property
    def parts(self) -> tuple[int, ...]:
        """The numbers of the actions a row can tell of, 1 always among them."""
        return tuple(sorted({1, *(column.part for column in self.columns)}))

    @property
    def fields(self) -> frozenset[Field]:
        """All fields some column fills."""
        return frozenset(column.field for column in self.columns if column.field is not None)

    @property
    def refusal(self) -> str:
        """Why nothing can be imported with this mapping, or nothing when it can."""
        if self.purpose is Purpose.INCIDENTS:
            if self.fields & {Field.INCIDENT_PLACE, Field.WARD}:
                return ""
            return f"No column holds the place of an incident: {self._names()}."
        if self.purpose is Purpose.DEMAND:
            return self._without_counts()
        if self.purpose is Purpose.REFERRALS and Field.PROBLEM not in self.fields:
            return f"No column says what the problem is: {self._names()}. Match one by hand."
        if self.fields & SUBJECTS:
            return ""
        return (
            f"No column holds a person, a place or a project: {self._names()}. If one does, match "
            "it by hand; otherwise there is nothing here to import."
        )

    def _without_counts(self) -> str:
        """Say what a table of counts lacks, or nothing."""
        fields = self.fields
        lacking = (
            (fields & (SUBJECTS | {Field.REFERENCE}), "says whose case is counted"),
            (Field.MEASURE in fields, "says what was counted"),
            (fields & {Field.COUNT, Field.MONTH_COUNT}, "holds the numbers"),
            (fields & {Field.MONTH, Field.MONTH_COUNT}, "says in which month it was"),
        )
        for there, what in lacking:
            if not there:
                return f"No column {what}: {self._names()}. Match one by hand."
        return ""

    def _names(self) -> str:
        names = [f"\u201c{column.header}\u201d" for column in self.columns]
        return f"the columns are {listed(names)}" if names else "the sheet has no columns"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A mapping kept under a name, to be used again on a table with the same headers."""

    name: str
    mapping: Mapping

    def fits(self, headers: tuple[str, ...]) -> bool:
        """Say whether a table has exactly the columns of this template, in any order.

        Comments on cells are a column in one month's file and none in the next.
        """
        mine = {folded_header(column.header) for column in self.mapping.columns}
        theirs = {folded_header(header) for header in headers}
        return mine ^ theirs <= {folded_header(COMMENTS_HEADER)}

    def applied_to(self, proposed: Mapping) -> Mapping:
        """Give a proposed mapping the uses this template remembers."""
        remembered = {folded_header(column.header): column for column in self.mapping.columns}
        return Mapping(
            purpose=self.mapping.purpose,
            columns=tuple(
                _remembered(column, remembered.get(folded_header(column.header)))
                for column in proposed.columns
            ),
        )

    def to_dict(self) -> dict[str, object]:
        """Give the template as a value JSON can hold; it holds headers and never a cell."""
        return {
            "name": self.name,
            "purpose": self.mapping.purpose.value,
            "columns": [
                {
                    "header": column.header,
                    "use": column.use.value,
                    "field": column.field.value if column.field is not None else "",
                    "part": str(column.part),
                    "order": column.order.value,
                }
                for column in self.mapping.columns
            ],
        }

    @classmethod
    def from_dict(cls, kept: ReadOnlyMapping[str, object]) -> "Template":
        """Take a template from the value `to_dict` gave.

        Raises:
            ValueError: The value is not one of those.
        """
        try:
            columns = cast("list[dict[str, str]]", kept["columns"])
            mapping = Mapping(
                purpose=Purpose(str(kept["purpose"])),
                columns=tuple(_kept_column(column) for column in columns),
            )
            return cls(name=str(kept["name"]), mapping=mapping)
        except (KeyError, TypeError, AttributeError) as damage:
            message = "This is not a column template."
            raise ValueError(message) from damage


def _kept_column(kept: ReadOnlyMapping[str, str]) -> ColumnUse:
    return ColumnUse(
        header=str(kept["header"]),
        use=Use(kept["use"]),
        field=Field(kept["field"]) if kept["field"] else None,
        part=max(1, int(kept.get("part", "1"))),
        order=Order(kept["order"]),
        why="remembered",
    )


def _remembered(column: ColumnUse, kept: ColumnUse | None) -> ColumnUse:
    if kept is None:
        return column
    return replace(
        column,
        use=kept.use,
        field=kept.field,
        part=kept.part,
        order=kept.order,
        why="remembered",
    )
