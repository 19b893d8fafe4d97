"""Rows of a form that stand for records, such as addresses: each is checked as it would be kept."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from typing_extensions import override

from psg_desktop.domain.refusals import Refused
from psg_desktop.ui.widgets.row_editor import Cells, RowEditor
from psg_desktop.words import refusals


class RecordRows(RowEditor):
    """The value is a tuple of what `make(answers)` gives for each row that is not blank.

    `show(record)` gives the answers of a row; a record that is refused is named with its number.
    """

    def __init__(
        self,
        noun: str,
        cells: Callable[[], Cells],
        make: Callable[[dict[str, Any]], Any],
        show: Callable[[Any], Mapping[str, Any]],
        *,
        upright: bool = False,
    ) -> None:
        super().__init__(noun, cells, upright=upright)
        self._make, self._show = make, show

    @override
    def value(self) -> tuple[Any, ...]:
        return tuple(self._make(given) for given in super().value())

    @override
    def set_value(self, value: Sequence[Any] | None) -> None:
        super().set_value([self._show(record) for record in value or ()])

    @override
    def problem(self) -> str:
        return super().problem() or self._refusal()

    def _refusal(self) -> str:
        for place, row in enumerate(self._rows, 1):
            try:
                if not row.is_blank():
                    self._make(row.value())
            except Refused as refused:
                said = " ".join(refusals.sentences(refused.problems))
                return f"{self._noun[:1].upper()}{self._noun[1:]} {place}: {said}"
        return ""


def lines(noun: str, heading: str, control: Callable[[], Any]) -> RecordRows:
    """Give an editor of several lines of text, such as phone numbers; the value is a tuple."""
    return RecordRows(
        noun,
        lambda: {"line": (heading, control())},
        lambda given: given["line"],
        lambda line: {"line": line},
    )
