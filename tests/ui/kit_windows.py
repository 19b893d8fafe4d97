"""The windows of the kit itself: each widget once, in a frame or alone."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.pages import Page, Section, View
from psg_desktop.ui.shortcuts import ShortcutList
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.choices import SearchChoice, Ticks, among
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.dates import BirthDate, DateLine
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.marked_text import Span
from psg_desktop.ui.widgets.row_editor import RowEditor
from psg_desktop.ui.widgets.rows import Column, PagedRows, Sift
from psg_desktop.ui.widgets.sections import Card, Entry, Facts, ReadingColumn, TimeLine
from psg_desktop.ui.widgets.side_sheet import SideSheet
from psg_desktop.ui.widgets.table import TableView
from psg_desktop.ui.widgets.text_compare import TextCompare
from psg_desktop.ui.widgets.wizard import Step, Wizard
from tests.ui.windows import WINDOWS, window

RISKS = (("red", "High"), ("amber", "Medium"), ("green", "Standard"), ("none", "Not assessed"))
LONG_PROBLEM = (
    "The vault is no longer where it was opened: its folder was moved or renamed, or its disk was "
    "taken out. Put it back as it was and save again; what you typed stays here until then."
)
COLUMNS: tuple[Column[int], ...] = (
    Column("Reference", lambda row: f"PSG-2026-{row:03d}", "reference"),
    Column("Title", lambda row: f"Noise at night {row}", "title", stretch=True, sift=Sift.CONTAINS),
    Column(
        "Risk",
        lambda row: RISKS[row % 4][1],
        "risk",
        sift=Sift.VALUES,
        status=lambda row: Status(*RISKS[row % 4]),
    ),
    Column("Review", lambda _row: "Thu 3 Dec 2026", "review", sift=Sift.RANGE),
)


def grid(total: int = 40) -> TableView[int]:
    """Make a grid of plain rows."""
    table = TableView[int]("Cases", COLUMNS, key=lambda row: row)
    table.set_empty(EmptyState("No case yet", "A case begins with a referral.", "Add a case"))
    table.show_rows(PagedRows(lambda start, most: range(start, min(start + most, total)), total))
    return table


class CasesPage(Page):
    """A page with one grid and two tools."""

    previews = True

    def __init__(self, heading: str = "Caseload", total: int = 40) -> None:
        super().__init__(heading)
        self.table = grid(total)
        self._tools = (button("Filters", "filter"), button("Columns", "columns"))
        self.refreshed = 0
        self.view = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.retitle(summary=f"{total} cases")

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return self._tools

    @override
    def refresh(self) -> None:
        self.refreshed += 1

    @override
    def show_view(self, view: str) -> None:
        self.view = view

    @override
    def focus_start(self) -> None:
        self.table.setFocus()


def sections() -> tuple[Section, ...]:
    """Give the sections of a small frame."""
    views = (View("reviews", "Reviews due"), View("overdue", "Overdue actions"))
    return (
        Section("today", "Today", "today", lambda: CasesPage("Today", 0)),
        Section("caseload", "Caseload", "caseload", CasesPage, views),
        Section("people", "People", "people", lambda: CasesPage("People")),
    )


def frame(application: Application) -> Frame:
    """Make a frame that shows the caseload."""
    made = Frame(sections(), "A. Coordinator", application.appearance)
    made.top.offer_new("case", "Case", "Ctrl+Shift+C")
    made.status.show_field("saved", "Saved 14:32")
    made.status.show_field("backup", "Last verified backup today 09:02")
    made.status.show_field("meeting", "Next meeting Thu 3 Dec")
    made.status.show_field("offline", "Offline, as always")
    made.go("caseload")
    return made


def every_control() -> Form:
    """Make a form with one of each control."""
    form = Form()
    agencies = [Option(key, words) for key, words in enumerate(("Housing", "Police", "Fire"))]
    form.add("what", "What will be done", Line(), hint="Start with a verb.")
    form.add("owner", "Owner agency", SearchChoice(among(agencies), add="Add a new agency"))
    form.add("due", "Due date", DateLine(_read, lambda day: f"{day:%A %d %B %Y}"))
    form.add("born", "Date of birth", BirthDate(), hint="For example, 31 3 1980", optional=True)
    form.add("kind", "Kind", Choice([Option("s", "Support"), Option("e", "Enforcement")]))
    form.add("focus", "Focus areas", Ticks([Option(1, "Cuckooing"), Option(2, "Noise & smell")]))
    many = [Option(number, f"Ward {number}") for number in range(20)]
    form.add("wards", "Wards", Ticks(many), optional=True)
    phones = RowEditor("phone number", lambda: {"number": ("Number", Line())})
    form.add("phones", "Phones", phones, optional=True).set_value([{"number": "01632 960001"}])
    form.add("notes", "Notes", LongText(lines=3), optional=True)
    form.mark_saved()
    return form


def _read(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return "Write the date as 2026-12-03."


@window("frame with a grid")
def _frame(application: Application) -> QWidget:
    made = frame(application)
    made.side.show_preview(shown=True)
    made.offer_undo("Case closed.", lambda: None)
    return made


@window("frame with an empty grid")
def _empty(application: Application) -> QWidget:
    made = frame(application)
    made.go("today")
    return made


@window("frame with a sheet")
def _sheet(application: Application) -> QWidget:
    made = frame(application)
    made.open_sheet(SideSheet("New action", every_control(), save="Save action"))
    return made


@window("sheet with problems")
def _problems(application: Application) -> QWidget:
    made = frame(application)
    form = every_control()
    made.open_sheet(SideSheet("New action", form, save="Save action"))
    form.show_problems({"what": "Say what will be done.", "owner": "Choose who will do it."})
    return made


@window("sheet with a long problem")
def _long_problem(application: Application) -> QWidget:
    made = frame(application)
    form = every_control()
    made.open_sheet(SideSheet("New action", form, save="Save action"))
    form.show_problems({"what": LONG_PROBLEM, "elsewhere": LONG_PROBLEM})
    return made


@window("keyboard shortcuts")
def _shortcuts(application: Application) -> QWidget:
    owner = frame(application)
    made = ShortcutList(owner)
    made.destroyed.connect(owner.deleteLater)
    return made


@window("wizard")
def _wizard(_application: Application) -> QWidget:
    made = Wizard([Step("Choose a file", button("Choose…")), Step("Check", grid(5), "Import")])
    made.resize(900, 500)
    return made


@window("page to read")
def _reading(_application: Application) -> QWidget:
    made = ReadingColumn("Case PSG-2026-014")
    facts = Card("Summary", button("Edit", "edit"))
    facts.add(Facts([("State", "Active plan"), ("Risk", Status("red", "High"))]))
    line = Card("Chronology", button("Add a note", "note"))
    line.add(TimeLine([Entry(1, "Thu 3 Dec 2026", "Fact, Police", "Called twice at night.")]))
    made.add("summary", facts)
    made.add("chronology", line)
    made.resize(900, 500)
    return made


@window("two texts")
def _texts(_application: Application) -> QWidget:
    made = TextCompare("As written", "As printed", ("Replace", "Keep"), editable=True)
    marked = [Span(0, 7, "doubtful", "May be a name."), Span(12, 17, "removed", "A street.")]
    made.show_texts(("Rowan B lives at Mill Lane.", marked), ("A man lives locally.", ()))
    made.resize(900, 500)
    return made


def bad_window() -> QWidget:
    """Make a window that breaks rules, so that the rules themselves are tested."""
    made = QWidget()
    layout = QVBoxLayout(made)
    nameless = QLineEdit()
    tiny = button("Tiny")
    tiny.setFixedSize(20, 20)
    tiny.setToolTip("<b>Tiny</b>")
    twin = button("Save")
    twin.setAccessibleName("Store")
    other = button("Store")
    narrow = QScrollArea()
    narrow.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    narrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    narrow.setWidgetResizable(True)
    wide = QWidget()
    wide.setMinimumWidth(900)
    narrow.setWidget(wide)
    for part in (nameless, tiny, twin, other, narrow):
        layout.addWidget(part)
    return made


WINDOWS_OF_THE_KIT = frozenset(WINDOWS)
