"""A form beside the page that keeps what it holds through casework, or says what is wrong."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from typing_extensions import override

from psg_desktop.domain.refusals import FieldProblem, Refused
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.side_sheet import SideSheet
from psg_desktop.words import refusals

T = TypeVar("T")
_NONE: Mapping[str, str] = MappingProxyType({})


def by_field(
    problems: Iterable[FieldProblem], renamed: Mapping[str, str] = _NONE
) -> dict[str, str]:
    """Give the sentences of a refusal by the field of the form they stand beside."""
    said: dict[str, str] = {}
    for problem in problems:
        name, words = renamed.get(problem.field, problem.field), refusals.sentence(problem)
        if words not in said.get(name, ""):
            said[name] = f"{said[name]} {words}" if name in said else words
    return said


def edited(shown: object, given: Mapping[str, Any]) -> dict[str, Any]:
    """Give the answers that differ from the record that was shown.

    Only these are put into the record as it is kept now, so that a change made elsewhere while
    the form stood open, such as an undo, is not taken back by saving.
    """
    return {name: value for name, value in given.items() if value != getattr(shown, name)}


class Gathering:
    """Makes several values at once and refuses once, with the problems of all of them."""

    def __init__(self) -> None:
        self._problems: list[FieldProblem] = []

    def make(self, build: Callable[[], T]) -> T | None:
        """Give what *build* makes, or None where it is refused."""
        try:
            return build()
        except Refused as refused:
            self._problems += refused.problems
            return None

    def note(self, problem: FieldProblem) -> None:
        """Add a problem that no value found."""
        self._problems.append(problem)

    def settle(self) -> None:
        """Refuse if anything was found.

        Raises:
            Refused: With every problem found.
        """
        if self._problems:
            raise Refused(*self._problems)


class RecordSheet(SideSheet):
    """A side sheet around a form; `keep(values)` saves, and may refuse by field.

    `renamed` leads from a field of the domain to the field of the form where they differ. `saved`
    is emitted once it is kept, after the sheet has closed.
    """

    saved = Signal()

    def __init__(
        self,
        title: str,
        form: Form,
        keep: Callable[[dict[str, Any]], object],
        *,
        save: str = "Save",
        renamed: Mapping[str, str] = _NONE,
    ) -> None:
        super().__init__(title, form, save=save)
        self.form = form
        self._keep_values = keep
        self._renamed = renamed
        self.save_asked.connect(self._submit)

    @override
    def focus_first(self) -> None:
        if self.form.fields:
            super().focus_first()
        else:
            self._save_button.setFocus()

    def _submit(self) -> None:
        unreadable = self.form.unreadable()
        if unreadable:
            self.form.show_problems(unreadable)
            return
        try:
            self._keep_values(self.form.values())
        except Refused as refused:
            self.form.show_problems(self.sentences(refused))
            return
        self.form.show_problems({})
        self.form.mark_saved()
        self.close_sheet()
        self.saved.emit()

    def sentences(self, refused: Refused) -> dict[str, str]:
        """Give what is said of a refusal, by the field of the form it stands beside."""
        return by_field(refused.problems, self._renamed)


class NewRecordSheet(RecordSheet):
    """A form that adds a record of its own or changes one; `id` is known before it is kept."""

    id: UUID
