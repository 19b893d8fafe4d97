"""The second step: every column of the file beside the field it fills; none is lost silently."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from psg_desktop.exchange.dates import Order
from psg_desktop.exchange.fields import FACTS, Field, Record, Shape, label_of
from psg_desktop.exchange.mapping import ColumnUse, Mapping, Purpose, Template, Use
from psg_desktop.exchange.purposes import fields_of
from psg_desktop.ui.imports.importing import Importing
from psg_desktop.ui.imports.sentences import PURPOSES
from psg_desktop.ui.parts.choosing import give_way
from psg_desktop.ui.widgets import forms
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.controls import Choice, Line, Option
from psg_desktop.ui.widgets.labels import label

_DATES = frozenset({Shape.DATE, Shape.BIRTH_DATE, Shape.MONTH})
_NOTES = Option(Use.NOTES, "Put in the notes")
_ORDERS = (
    Option(Order.DAY_FIRST, "Day first, 3/12/2026"),
    Option(Order.MONTH_FIRST, "Month first, 12/3/2026"),
)


class MatchStep(QWidget):
    """Emits what is wanted: `matched(mapping)`, `template_chosen(template)` and the like.

    `purpose_chosen(purpose)` asks for the columns to be matched anew for what each row is.
    """

    matched = Signal(object)
    purpose_chosen = Signal(object)
    template_chosen = Signal(object)
    remember_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._mapping: Mapping | None = None
        self.targets: dict[str, Choice] = {}
        self._offered: list[Option] = []
        self.purpose = give_way(
            Choice([Option(one, words) for one, words in PURPOSES.items()], nothing="Choose")
        )
        self.purpose.edited.connect(self._set_purpose)
        self.templates = give_way(Choice((), nothing="None"))
        self.templates.edited.connect(self._choose_template)
        self.name = Line(width=24, longest=60)
        self.remember = button("Remember", "save")
        self.remember.clicked.connect(lambda: self.remember_asked.emit(self.name.value()))
        self._area = QScrollArea()
        self._area.setObjectName("surface")
        self._area.setAccessibleName("Columns of the file")
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(forms.Field("Each row is", self.purpose), 1)
        across.addWidget(forms.Field("Remembered matching", self.templates), 1)
        across.addWidget(forms.Field("Remember this one as", self.name), 1)
        across.addWidget(self.remember, alignment=Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(across)
        layout.addWidget(self._area, 1)

    def show_import(self, state: Importing, templates: Sequence[Template]) -> None:
        """Show every column with what becomes of it."""
        self._mapping = state.mapping
        self.purpose.set_value(state.mapping.purpose)
        self.templates.set_options([Option(one, one.name) for one in templates])
        named = {one.name: one for one in templates}
        self.templates.set_value(named.get(state.offered.template))
        if not self.name.value():
            self.name.set_value(state.offered.template or state.place.stem)
        self._fill(state.mapping)

    def _fill(self, mapping: Mapping) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.addWidget(label("Our field", "overline"), 0, 0)
        grid.addWidget(label("Their column", "overline"), 0, 1)
        self.targets = {}
        parts = range(1, max(mapping.parts) + 2)
        self._offered = _targets(parts, mapping.purpose)
        for line, column in enumerate(mapping.columns, start=1):
            grid.addWidget(self._target(column), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_column(column), line, 1)
        grid.setRowStretch(len(mapping.columns) + 1, 1)
        place = self._area.verticalScrollBar().value()
        self._area.setWidget(inside)
        self._area.verticalScrollBar().setValue(place)

    def _target(self, column: ColumnUse) -> QWidget:
        target = give_way(Choice(self._offered, nothing="Leave out"))
        target.name(f"What becomes of {column.header}")
        filled = (column.field, column.part) if column.use is Use.FIELD else _kept(column.use)
        target.set_value(filled)
        target.edited.connect(lambda: self._set(column.header, target.value()))
        self.targets[column.header] = target
        if column.field is None or FACTS[column.field].shape not in _DATES:
            return target
        order = give_way(Choice(_ORDERS, nothing="Day first, 3/12/2026"))
        order.name(f"How dates are written in {column.header}")
        order.set_value(column.order)
        order.edited.connect(lambda: self._set_order(column.header, order.value()))
        both = QWidget()
        down = QVBoxLayout(both)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addWidget(target)
        down.addWidget(order)
        return both

    def _set(self, header: str, target: tuple[Field, int] | Use | None) -> None:
        mapping = self._mapping
        if mapping is None:
            return
        if isinstance(target, tuple):
            self._change(mapping.assign(header, *target))
        elif target is Use.NOTES:
            self._change(mapping.put_in_notes(header))
        else:
            self._change(mapping.leave_out(header))
        self.targets[header].setFocus()

    def _set_order(self, header: str, order: Order | None) -> None:
        if self._mapping is not None:
            self._change(self._mapping.with_order(header, order or Order.DAY_FIRST))

    def _set_purpose(self) -> None:
        chosen: Purpose | None = self.purpose.value()
        if self._mapping is not None and chosen is not None:
            self.purpose_chosen.emit(chosen)

    def _change(self, mapping: Mapping) -> None:
        self._mapping = mapping
        self._fill(mapping)
        self.matched.emit(mapping)

    def _choose_template(self) -> None:
        chosen: Any = self.templates.value()
        if isinstance(chosen, Template):
            self.name.set_value(chosen.name)
            self.template_chosen.emit(chosen)


def _targets(parts: Iterable[int], purpose: Purpose) -> list[Option]:
    """Give what a column can become; the fields of an action once for each action of a row."""
    offered = [
        Option((one, part), label_of(one, part))
        for part in parts
        for one in fields_of(purpose)
        if part == 1 or FACTS[one].record is Record.ACTION
    ]
    if purpose is Purpose.DEMAND:
        return offered
    told = Option(Use.NOTES, "Tell it below the problem")
    return [*offered, told if purpose is Purpose.REFERRALS else _NOTES]


def _kept(use: Use) -> Use | None:
    return use if use is Use.NOTES else None


def _column(column: ColumnUse) -> QWidget:
    shown = QWidget()
    samples = ", ".join(f"“{one}”" for one in column.samples) or "nothing in it"
    share = f"{column.filled:.0%}".removesuffix("%")
    filled = "Every row has a value" if share == "100" else f"{share}% of rows have a value"
    down = QVBoxLayout(shown)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(0)
    down.addWidget(label(column.header, "strong", wrap=True))
    down.addWidget(label(samples, wrap=True))
    down.addWidget(
        label(
            f"{filled}. {column.why[:1].upper()}{column.why[1:]}." if column.why else f"{filled}.",
            "secondary",
            wrap=True,
        )
    )
    return shown
