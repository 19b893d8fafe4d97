"""Police figures: the wards by measure and quarter, and the priority areas they propose."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import police_reviewing
from psg_desktop.casework.statistics.police_reviewing import DataReview
from psg_desktop.domain.changes import Act, Changes, RecordKind
from psg_desktop.domain.police_counts import PoliceFigure
from psg_desktop.domain.police_review import ALL, WardFigure, review
from psg_desktop.ui import appearance
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.police import choosers
from psg_desktop.ui.police.bringing_in import BringingIn
from psg_desktop.ui.police.filters import Filters
from psg_desktop.ui.police.proposals_card import ProposalsCard
from psg_desktop.ui.police.ward_table import WardTable
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import ReadingColumn
from psg_desktop.words import dates
from psg_desktop.words import police as words
from psg_desktop.words import police_review as review_words

_SHOWN = (RecordKind.POLICE_MONTH, RecordKind.PRIORITY_STATUS, RecordKind.PLACE)
_WARDS, _PROPOSALS, _NOTHING = range(3)
_LEAST = 160


class PoliceFiguresPage(Page):
    """Emits `sheet_asked(SideSheet)` and `record_asked(AreaProposal)`."""

    sheet_asked = Signal(object)
    record_asked = Signal(object)

    def __init__(self, office: Office, notifier: Notifier, runner: Runner) -> None:
        super().__init__("Police figures")
        self._office, self._names = office, dict[str, str]()
        self.bringing = BringingIn(office, runner)
        self.bringing.sheet_asked.connect(self.sheet_asked)
        self.filters = Filters()
        self.filters.edited.connect(self.refresh)
        self.table, self.proposals = WardTable(), ProposalsCard()
        self.table.chosen.connect(self._show_areas)
        self.proposals.record_asked.connect(self.record_asked)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Parts of the police figures")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.said = label(words.LABEL, "secondary", wrap=True)
        self.areas = label("", wrap=True)
        self.note = label("", "hint", wrap=True)
        self._views = QStackedWidget()
        self._build()
        notifier.changed.connect(self._hear)

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.bringing.button,)

    @override
    def focus_start(self) -> None:
        if self._views.currentIndex() == _NOTHING:
            self.bringing.button.setFocus()
        elif self._views.currentIndex() == _WARDS and self.table.table_model.rows:
            if self.table.current is None:
                self.table.setCurrentIndex(self.table.table_model.index(0, 0))
            self.table.setFocus()
        else:
            self.tabs.setFocus()

    @override
    def refresh(self) -> None:
        """Read the chosen quarter again; another one where it is gone."""
        kind = self.filters.kind
        known = police_reviewing.quarters_known(self._office, kind)
        self.filters.offer_quarters(known)
        quarter = self.filters.quarter
        found = police_reviewing.data_review(self._office, kind, quarter) if quarter else None
        self._show(kind, found)

    def _show(self, kind: PoliceFigure, found: DataReview | None) -> None:
        recorded = kind is PoliceFigure.RECORDED
        self.tabs.setVisible(recorded and found is not None)
        self.filters.show_only_kind(alone=found is None)
        if found is None:
            self._views.setCurrentIndex(_NOTHING)
            self.retitle(summary="")
            return
        self._names = found.ward_names
        self.filters.offer_categories(found.recorded.categories)
        category = self.filters.category or ALL
        self.table.show_figures(review(found.recorded, category, found.quarter), found.ward_names)
        self._show_areas(self.table.current)
        self.proposals.show_review(found)
        self.said.setText(words.MADE_UP if found.made_up else words.LABEL)
        source = "" if found.made_up else words.ATTRIBUTION
        self.note.setText(f"{review_words.note(len(found.recorded.wards))} {source}".strip())
        count = len(found.proposals)
        self.tabs.setTabText(_PROPOSALS, f"Proposed priority areas ({count})")
        view = self.tabs.currentIndex() if recorded else _WARDS
        self._views.setCurrentIndex(view)
        self.filters.categories.setVisible(view == _WARDS)
        self.retitle(summary=self._said_of(found, recorded=recorded))

    def _show_areas(self, row: WardFigure | None) -> None:
        """Say how the count of the chosen ward is spread over its small areas."""
        quarter, said = self.filters.quarter, ""
        if row is not None and quarter is not None:
            asked = (self.filters.kind, quarter, row.ward, self.filters.category)
            held = police_reviewing.small_areas(self._office, *asked)
            counts = [(one.name, one.count) for one in held]
            said = words.by_small_area(self._names.get(row.ward, row.ward), counts)
        self.areas.setText(said)
        self.areas.setVisible(bool(said))

    def _said_of(self, found: DataReview, *, recorded: bool) -> str:
        brought = f"brought in {dates.grid(found.taken_in)}"
        if not recorded:
            return brought
        said = review_words.summary(len(found.proposals), len(found.recorded.wards))
        return f"{said}, {brought}"

    def _build(self) -> None:
        column = ReadingColumn("Proposed priority areas")
        note = label(review_words.PROPOSALS_NOTE, "secondary", wrap=True)
        column.add("note", note)
        column.add("proposals", self.proposals)
        below = QWidget()
        down = QVBoxLayout(below)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.table, 1)
        self.table.setMinimumHeight(appearance.current().px(_LEAST))
        down.addWidget(self.areas)
        down.addWidget(self.note)
        empty = EmptyState(words.NONE_YET, words.WHERE_FROM, "Bring in a folder...")
        empty.stepped.connect(lambda: self.bringing.choose(choosers.folder))
        for view in (below, column, empty):
            self._views.addWidget(view)
        for said in ("By ward", "Proposed priority areas"):
            self.tabs.addTab(said)
        self.tabs.currentChanged.connect(lambda _place: self.refresh())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bringing)
        layout.addWidget(self._scrolling(), 1)

    def _scrolling(self) -> QScrollArea:
        """Let all of it scroll where letters are large; elsewhere the table alone does."""
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        for part in (self.said, self.filters, self.tabs):
            whole.addWidget(part)
        whole.addWidget(self._views, 1)
        area = QScrollArea()
        area.setAccessibleName("Police figures")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _hear(self, changes: object) -> None:
        if isinstance(changes, Changes) and self.isVisible() and _concerned(changes):
            self.refresh()


def _concerned(changes: Changes) -> bool:
    return changes.act is Act.UNDO or changes.concern(*_SHOWN)
