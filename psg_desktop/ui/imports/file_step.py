"""The first step: the file, its sheet, the row that names the columns, and what is odd about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from psg_desktop.exchange.cells import as_text
from psg_desktop.exchange.headers import guess_header
from psg_desktop.exchange.sheets import Row, Sheet, Workbook, counted, listed
from psg_desktop.exchange.tables import Table, TableRow
from psg_desktop.ui import appearance
from psg_desktop.ui.imports.importing import Importing
from psg_desktop.ui.parts.choosing import give_way
from psg_desktop.ui.widgets.buttons import button, link, row
from psg_desktop.ui.widgets.controls import Choice, Option
from psg_desktop.ui.widgets.forms import Field
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.ui.widgets.table import TableView

_ROWS, _COLUMNS = 50, 40
_HEADERS_OFFERED = 30
_CELLS_NAMED = 5
_LONGEST = 80
_KINDS = "Excel (.xlsx, .xls), OpenDocument (.ods) or text (.csv, any delimiter)."


class FileStep(QWidget):
    """Emits what is wanted: a file, a sheet (from 0), a header row (from 0, None), the template."""

    file_wanted = Signal()
    template_wanted = Signal()
    sheet_chosen = Signal(int)
    header_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._name = label("No file chosen yet", "strong", wrap=True)
        self.choose = button("Choose a file…", "document")
        self.choose.clicked.connect(self.file_wanted)
        template = link("Save the caseload template…")
        template.clicked.connect(self.template_wanted)
        self.sheet = give_way(Choice((), nothing="Choose a sheet"))
        self.sheet.edited.connect(self._choose_sheet)
        self.header = give_way(Choice((), nothing="No row names the columns"))
        self.header.edited.connect(lambda: self.header_chosen.emit(self.header.value()))
        self._found = label(role="secondary", wrap=True)
        self._preview: TableView[TableRow] | None = None
        self._below = self._read_parts()
        self._below.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._name)
        layout.addWidget(
            label(f"Drop a file on this page or choose one. {_KINDS}", "hint", wrap=True)
        )
        layout.addLayout(row(self.choose, template))
        layout.addWidget(self._below, 1)
        self._end = QWidget()
        layout.addWidget(self._end, 1)

    def show_nothing(self) -> None:
        """Show that no file was chosen yet."""
        self._name.setText("No file chosen yet")
        self._below.hide()
        self._end.show()

    def show_import(self, state: Importing) -> None:
        """Show a file that was read."""
        sheets = state.book.sheets
        self._name.setText(state.book.name)
        self.sheet.set_options(
            [Option(n, _sheet_words(one, _rows(one, state))) for n, one in enumerate(sheets)]
        )
        self.sheet.set_value(sheets.index(state.sheet))
        self.header.set_options(_headers(state.sheet.rows))
        self.header.set_value(state.offered.header.row)
        said = [
            *_sheets_said(state.book, state.sheet),
            *(note.sentence for note in state.offered.table.notes),
        ]
        self._found.setText("\n".join(said) or "Nothing odd was found in this sheet.")
        self._show_rows(state.offered.table)
        self._below.show()
        self._end.hide()

    def _read_parts(self) -> QWidget:
        """Give what is shown once a file was read."""
        below = QWidget()
        self._body = QVBoxLayout(below)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(8)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(Field("Sheet", self.sheet), 1)
        across.addWidget(Field("Row that names the columns", self.header), 2)
        self._body.addLayout(across)
        self._body.addWidget(_scrolled(self._found))
        return below

    def _show_rows(self, table: Table) -> None:
        if self._preview is not None:
            self._body.removeWidget(self._preview)
            self._preview.hide()
            self._preview.deleteLater()
        self._preview = TableView[TableRow](
            "First rows", _columns(table.headers[:_COLUMNS]), key=lambda one: one.number
        )
        self._preview.show_rows(table.rows[:_ROWS])
        self._body.addWidget(self._preview, 1)

    def _choose_sheet(self) -> None:
        chosen = self.sheet.value()
        if chosen is not None:
            self.sheet_chosen.emit(chosen)


def _columns(headers: Sequence[str]) -> tuple[Column[TableRow], ...]:
    def shown(place: int) -> Column[TableRow]:
        return Column(headers[place], lambda one: as_text(one.cells[place])[:_LONGEST], width=140)

    number: Column[TableRow] = Column("Row", lambda one: str(one.number), width=56, number=True)
    return (number, *(shown(place) for place in range(len(headers))))


def _headers(rows: Sequence[Row]) -> list[Option]:
    offered = []
    for place, cells in enumerate(rows[:_HEADERS_OFFERED]):
        texts = [as_text(cell) for cell in cells if as_text(cell)]
        if texts:
            named = ", ".join(texts[:_CELLS_NAMED])[:_LONGEST]
            offered.append(Option(place, f"Row {place + 1}: {named}"))
    return offered


def _rows(sheet: Sheet, state: Importing) -> int:
    """Count the rows of a sheet below the one that names its columns."""
    if sheet is state.sheet:
        return len(state.offered.table.rows)
    header = guess_header(sheet).row
    return len(sheet.rows) - (0 if header is None else header + 1)


def _sheet_words(sheet: Sheet, count: int) -> str:
    rows = counted(count, "row")
    return f"{sheet.name} (hidden, {rows})" if sheet.hidden else f"{sheet.name} ({rows})"


def _sheets_said(book: Workbook, chosen: Sheet) -> list[str]:
    """Name the sheets that are not read; nothing of a file is left out in silence."""
    others = [
        f"{sheet.name} (hidden)" if sheet.hidden else sheet.name
        for sheet in book.sheets
        if sheet is not chosen
    ]
    others.extend(f"{name} (a chart)" for name in book.without_cells)
    if not others:
        return []
    return [f"One sheet is imported at a time. Not read: {listed(others, limit=12)}."]


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName("What was found in the file")
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setMaximumHeight(appearance.current().px(96))
    return area
