"""A form in one column: labels above, hints below, what is wrong beside its field and on top."""

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import LinkLine
from psg_desktop.ui.widgets.controls import Control
from psg_desktop.ui.widgets.labels import label

C = TypeVar("C", bound=Control)


class Field(QWidget):
    """One question: its label, its hint, what is wrong with the answer, and the control."""

    def __init__(
        self, words: str, control: Control, *, hint: str = "", optional: bool = False
    ) -> None:
        super().__init__()
        self.words = words
        self.control = control
        self._hint = hint
        self._label = label("", "label")
        self.show_optional(optional=optional)
        self._label.setBuddy(control.parts()[0])
        self._problem = label(role="problem", wrap=True)
        self._problem.hide()
        self._wrong = False
        control.name(words)
        control.describe(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._label)
        if hint:
            layout.addWidget(label(hint, "hint", wrap=True))
        layout.addWidget(self._problem)
        layout.addWidget(control)

    def show_optional(self, *, optional: bool) -> None:
        """Say beside the label whether an answer can be left out."""
        self._label.setText(f"{self.words} (optional)" if optional else self.words)

    @property
    def problem(self) -> str:
        """Give the sentence shown above the control."""
        return self._problem.text()

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong, or nothing."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.control.describe(" ".join(part for part in (sentence, self._hint) if part))
        if bool(sentence) is not self._wrong:
            self._wrong = bool(sentence)
            self.control.mark(wrong=self._wrong)


class ProblemSummary(QFrame):
    """What is wrong, at the top: each line goes to its field."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", "problem")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = label(role="strong", wrap=True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 10)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._title)
        self._lines: list[QWidget] = []
        self.hide()

    def show_problems(self, problems: Mapping[str, str], fields: Mapping[str, Field]) -> None:
        """List the sentences; those of no field of this form stand as plain lines."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        said = Counter(problems.values())
        self._lines = [
            self._line(words, fields.get(name), alone=said[words] == 1)
            for name, words in problems.items()
        ]
        for line in self._lines:
            self._layout.addWidget(line)
        count = len(problems)
        self._title.setText(
            "One answer needs another look."
            if count == 1
            else f"{count} answers need another look."
        )
        self.setAccessibleName(" ".join((self._title.text(), *problems.values())))
        self.setVisible(bool(problems))

    def _line(self, words: str, field: Field | None, *, alone: bool) -> QWidget:
        """Give the line of a field; one whose sentence others share is named."""
        if field is None:
            return label(words, "problem", wrap=True)
        line = LinkLine(words if alone else f"{field.words}: {words}")
        target = field.control.parts()[0]
        line.setAccessibleName(f"{words} Go to {field.words}")
        line.clicked.connect(lambda: target.setFocus(Qt.FocusReason.OtherFocusReason))
        return line


class Form(QWidget):
    """Fields by name; says what was entered, whether it changed, and shows what is wrong."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self._summary = ProblemSummary()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)
        self._layout.addWidget(self._summary)
        self._layout.addStretch()
        self._clean: dict[str, Any] = {}
        self._told: dict[str, str] = {}

    def add(
        self, name: str, words: str, control: C, *, hint: str = "", optional: bool = False
    ) -> C:
        """Add a field below the others and give back its control."""
        field = Field(words, control, hint=hint, optional=optional)
        control.edited.connect(self.changed)
        self.fields[name] = field
        self._put(field)
        self._clean[name] = control.typed()
        return control

    def add_heading(self, words: str) -> None:
        """Start a new part of the form."""
        self._put(label(words, "section"))

    def add_widget(self, widget: QWidget) -> None:
        """Put something that is no field below the others."""
        self._put(widget)

    def show_only(self, name: str, *, shown: bool) -> None:
        """Show or hide a field that depends on another answer."""
        self.fields[name].setVisible(shown)

    def values(self) -> dict[str, Any]:
        """Give every answer by the name of its field; a hidden field is left out."""
        return {name: field.control.value() for name, field in self._shown().items()}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show answers without counting them as changes."""
        for name, value in values.items():
            self.fields[name].control.set_value(value)
        self.mark_saved()

    def mark_saved(self) -> None:
        """Take what stands there now as saved."""
        self._clean = {name: field.control.typed() for name, field in self.fields.items()}

    def is_changed(self) -> bool:
        """Tell whether anything would be lost."""
        return any(
            field.control.typed() != self._clean[name] for name, field in self.fields.items()
        )

    def unreadable(self) -> dict[str, str]:
        """Give what the controls themselves cannot read, by field."""
        said = {name: field.control.problem() for name, field in self._shown().items()}
        return {name: words for name, words in said.items() if words}

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Show every sentence beside its field and in the summary, in the order of the form.

        The summary takes the focus, but for one field alone: that field does, to be put right.
        """
        order = list(self.fields)
        told = sorted(problems, key=lambda name: order.index(name) if name in order else -1)
        problems = {name: problems[name] for name in told}
        self._told = dict(problems)
        for name, field in self.fields.items():
            field.show_problem(problems.get(name, ""))
        self._summary.show_problems(problems, self.fields)
        if not problems:
            return
        only = self._shown().get(told[0]) if len(told) == 1 else None
        first = only.control.parts()[0] if only else self._summary
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._summary.accessibleName(), urgent=True)
        # Once more when the sentences just shown have taken their room.
        self._bring_into_sight(only or self._summary)
        QTimer.singleShot(0, self, partial(self._bring_into_sight, only or self._summary))

    def withdraw(self, name: str) -> None:
        """Take back what was said of a field whose answer is now good; the focus stays."""
        if self._told.pop(name, ""):
            self.fields[name].show_problem("")
            self._summary.show_problems(self._told, self.fields)

    def focus_first(self) -> None:
        """Go to the first field."""
        shown = self._shown()
        if shown:
            next(iter(shown.values())).control.parts()[0].setFocus()

    def _bring_into_sight(self, part: QWidget) -> None:
        area = self._scroll_area()
        if area is not None:
            area.ensureWidgetVisible(part)

    def _shown(self) -> dict[str, Field]:
        return {name: field for name, field in self.fields.items() if not field.isHidden()}

    def _put(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def _scroll_area(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above
