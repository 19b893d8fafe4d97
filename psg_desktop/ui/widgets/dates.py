"""Dates typed by a person: a near date in one line, a remembered one in three boxes."""

from calendar import month_name
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from psg_desktop.ui import appearance
from psg_desktop.ui.widgets.controls import Control
from psg_desktop.ui.widgets.labels import label

_MONTHS = [name.casefold() for name in month_name]
_FEWEST_LETTERS = 3
_YEAR_DIGITS = 4
_UNREADABLE = (
    "Enter a day, a month and a year of four figures, such as 31 3 1980, or leave all three empty."
)


class DateLine(Control):
    """One line such as "3 dec" or "+2w" that echoes the full date; a calendar is one button away.

    `parse(text)` gives a date, or the sentence that says what is wrong; `echo(date)` its full form.
    """

    def __init__(self, parse: Callable[[str], date | str], echo: Callable[[date], str]) -> None:
        super().__init__()
        self._parse = parse
        self._echo_words = echo
        self.line = QLineEdit()
        self.line.setMaxLength(60)
        self.line.setFixedWidth(appearance.current().px(220))
        self.line.textChanged.connect(self._say)
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        self._calendar = QToolButton()
        self._calendar.setProperty("role", "icon")
        appearance.dress(self._calendar, "calendar")
        self._calendar.clicked.connect(self._open_calendar)
        self._echo = label(role="hint", wrap=True)
        self._echo.hide()
        across = QHBoxLayout()
        across.setSpacing(4)
        across.addWidget(self.line)
        across.addWidget(self._calendar)
        across.addStretch()
        # Below the box, where there is the whole width of the form: beside it the words wrapped.
        box = QWidget()
        down = QVBoxLayout(box)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(2)
        down.addLayout(across)
        down.addWidget(self._echo)
        self.fill(box)

    @override
    def parts(self) -> tuple[QWidget, ...]:
        return (self.line, self._calendar)

    @override
    def name(self, label: str) -> None:
        super().name(label)
        self._calendar.setAccessibleName(f"Calendar for {label}")
        self._calendar.setToolTip("Choose from a calendar")

    @override
    def mark(self, *, wrong: bool) -> None:
        self.line.setProperty("problem", "true" if wrong else "false")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    @override
    def value(self) -> date | None:
        found = self._read()
        return found if isinstance(found, date) else None

    @override
    def set_value(self, value: date | None) -> None:
        self.line.setText(f"{value.day} {month_name[value.month]} {value.year}" if value else "")

    @override
    def typed(self) -> str:
        return self.line.text().strip()

    @override
    def problem(self) -> str:
        found = self._read()
        return found if isinstance(found, str) else ""

    def _read(self) -> date | str | None:
        words = self.typed()
        return self._parse(words) if words else None

    def _say(self) -> None:
        found = self.value()
        self._echo.setText(self._echo_words(found) if found else "")
        self._echo.setVisible(bool(found))
        self.line.setAccessibleDescription(self._echo.text())

    def _open_calendar(self) -> None:
        popup = _Calendar(self.value(), self._calendar)
        popup.calendar.setAccessibleName(f"Calendar for {self.label}")
        popup.calendar.activated.connect(self._take)
        popup.calendar.clicked.connect(self._take)
        popup.calendar.activated.connect(popup.close)
        popup.calendar.clicked.connect(popup.close)
        popup.move(self._calendar.mapToGlobal(self._calendar.rect().bottomLeft()))
        popup.show()
        popup.calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.set_value(date(day.year(), day.month(), day.day()))
        self.line.setFocus()
        self.edited.emit()


class _Calendar(QFrame):
    def __init__(self, shown: date | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget()
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        header = QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        self.calendar.setVerticalHeaderFormat(header)
        plain = QTextCharFormat()
        plain.setForeground(appearance.current().colour("ink"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        if shown is not None:
            self.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.calendar)


class BirthDate(Control):
    """A remembered date in three boxes; a month may be a figure or a name. No box jumps ahead."""

    def __init__(self) -> None:
        super().__init__()
        self._boxes: list[QLineEdit] = []
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        for words, width in (("Day", 52), ("Month", 116), ("Year", 76)):
            across.addLayout(self._box(words, width))
        across.addStretch()
        self.fill(row)

    def _box(self, words: str, width: int) -> QVBoxLayout:
        box = QLineEdit()
        box.setMaxLength(12)
        box.setFixedWidth(appearance.current().px(width))
        box.textEdited.connect(lambda _text: self.edited.emit())
        above = label(words)
        above.setBuddy(box)
        self._boxes.append(box)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(above)
        column.addWidget(box)
        return column

    @override
    def parts(self) -> tuple[QWidget, ...]:
        return tuple(self._boxes)

    @override
    def name(self, label: str) -> None:
        self.label = label
        for box, words in zip(self._boxes, ("Day", "Month", "Year"), strict=True):
            box.setAccessibleName(f"{words}, {label}")

    @override
    def value(self) -> date | None:
        found = self._read()
        return found if isinstance(found, date) else None

    @override
    def set_value(self, value: date | None) -> None:
        texts = (value.day, value.month, value.year) if value else ("", "", "")
        for box, text in zip(self._boxes, texts, strict=True):
            box.setText(str(text))

    @override
    def typed(self) -> tuple[str, ...]:
        return tuple(box.text().strip() for box in self._boxes)

    @override
    def problem(self) -> str:
        found = self._read()
        return found if isinstance(found, str) else ""

    def _read(self) -> date | str | None:
        day, month, year = self.typed()
        if not (day or month or year):
            return None
        number = _month(month)
        if number is None or not (day.isdecimal() and year.isdecimal()):
            return _UNREADABLE
        if len(year) != _YEAR_DIGITS:
            return "Enter the year with four figures, such as 1980."
        try:
            return date(int(year), number, int(day))
        except ValueError:
            return f"There is no {day} {month_name[number]} {year}. Check the day and the month."


def _month(text: str) -> int | None:
    """Read a month from a figure or at least three letters of its name."""
    if text.isdecimal():
        number = int(text)
        return number if 1 <= number < len(_MONTHS) else None
    word = text.casefold().rstrip(".")
    if len(word) < _FEWEST_LETTERS:
        return None
    return next((place for place, name in enumerate(_MONTHS) if name.startswith(word)), None)
