"""The page of one case: head, contents at the left, and its sections in the order of work."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import notes
from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act, Changes, RecordKind
from psg_desktop.domain.ids import ActionId, CaseId
from psg_desktop.domain.refusals import Refused
from psg_desktop.ui import appearance
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.cases.case_reviews_card import CaseReviewsCard
from psg_desktop.ui.cases.chronology_card import ChronologyCard
from psg_desktop.ui.cases.decisions_card import DecisionsCard
from psg_desktop.ui.cases.demand.card import DemandCard
from psg_desktop.ui.cases.documents_card import DocumentsCard
from psg_desktop.ui.cases.draft_offer import DraftOffer
from psg_desktop.ui.cases.head import HeadCard
from psg_desktop.ui.cases.information_card import InformationCard
from psg_desktop.ui.cases.interventions_card import InterventionsCard
from psg_desktop.ui.cases.leads_card import LeadsCard
from psg_desktop.ui.cases.people_card import PeopleCard
from psg_desktop.ui.cases.plan_card import PlanCard
from psg_desktop.ui.cases.problem_card import ProblemCard
from psg_desktop.ui.cases.project_card import ProjectCard
from psg_desktop.ui.cases.related_card import RelatedCard
from psg_desktop.ui.cases.risk.card import RiskCard
from psg_desktop.ui.cases.serving_card import ServingCard
from psg_desktop.ui.cases.support_card import SupportCard
from psg_desktop.ui.cases.trail_card import TrailCard
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.contents import Contents
from psg_desktop.ui.parts.dropping import dropped_files
from psg_desktop.ui.widgets.sections import ReadingColumn

_NARROW = 860
_NEAR = 60
_SHOWN = tuple(
    RecordKind[name]
    for name in (
        "CASE", "INVOLVEMENT", "CASE_LINK", "ACTION", "REVIEW", "NOTE", "PERSON", "PLACE",
        "PROJECT", "OBJECTIVE", "REPORTING", "PROJECT_REPORT", "PROJECT_RATING", "CLAWBACK",
        "AGENCY", "FOCUS_AREA", "CLOSURE_REASON", "PROBLEM_ANALYSIS",
        "RISK_ASSESSMENT", "RISK_INSTRUMENT",
        "INTERVENTION", "DEMAND_COUNT", "DEMAND_MEASURE", "DEMAND_TRIGGER",
        "REFERRAL", "CLOSURE_PROPOSAL", "HOLD_CHECK", "LEGAL_BASIS", "DISCLOSURE", "RELEASE",
        "ATTACHMENT", "DOCUMENT_KIND",
        "SUPPORT_OFFER", "SUPPORT_CODE", "CASE_REVIEW",
        "PLAN", "PLAN_PRIORITY", "PLAN_LINK",
    )
)  # fmt: skip


class CaseScreen(Page):
    """Shows one case and everything around it; redraws when a change concerns it.

    Emits `sheet_asked(SideSheet)` for the frame to show beside it, `party_chosen(CaseKind, UUID)`
    when a person, place or project is opened, `case_chosen(CaseId)` for a linked case,
    `referral_chosen(ReferralId)` for the referral it came from, `attach_asked(Owner, files)` and
    `document_chosen(AttachmentId)`, `priority_chosen(PlanPriorityId)`, and `gone` when the case is
    no longer there, as after its opening was undone.
    """

    sheet_asked = Signal(object)
    party_chosen = Signal(object, object)
    case_chosen = Signal(object)
    referral_chosen = Signal(object)
    case_review_chosen = Signal(object)
    application_asked = Signal(object)
    priority_chosen = Signal(object)
    gone = Signal()
    as_at_asked = Signal(object)
    attach_asked = Signal(object, object)
    document_chosen = Signal(object)

    def __init__(self, office: Office, notifier: Notifier, case: CaseId) -> None:
        super().__init__("Case")
        self._office = office
        self.case = case
        self.draft_offer = DraftOffer()
        self.head = HeadCard(office)
        self.plan = PlanCard(office)
        self.risk = RiskCard(office)
        self.chronology = ChronologyCard(office)
        self.documents = DocumentsCard(office)
        self.decisions = DecisionsCard(office)
        self.trail = TrailCard(office)
        self.case_reviews = CaseReviewsCard(office)
        serving = ServingCard(office)
        serving.priority_chosen.connect(self.priority_chosen)
        self.cards: dict[str, CaseCard] = {
            "head": self.head,
            "risk": self.risk,
            "project": ProjectCard(office),
            "problem": ProblemCard(office),
            "people": PeopleCard(office),
            "plan": self.plan,
            "interventions": InterventionsCard(office),
            "support": SupportCard(office),
            "demand": DemandCard(office),
            "chronology": self.chronology,
            "documents": self.documents,
            "decisions": self.decisions,
            "case_reviews": self.case_reviews,
            "leads": LeadsCard(office),
            "information": InformationCard(office),
            "serving": serving,
            "related": RelatedCard(office),
            "trail": self.trail,
        }
        self.contents = Contents("Sections of the case", _CONTENTS)
        self._column = ReadingColumn("Case")
        self._build()
        self._wire(notifier)
        self._offer_keys()

    @override
    def refresh(self) -> None:
        try:
            page = lists.case_page(self._office, self.case)
        except Refused:
            self.gone.emit()
            return
        self.retitle(heading=page.case.reference)
        for key, card in self.cards.items():
            card.show_page(page)
            card.setVisible(card.there(page))
            self.contents.offer(key, offered=card.there(page))
            self.contents.show_count(key, card.count(page))
        self._offer_draft()

    @override
    def focus_start(self) -> None:
        (self.contents if self.contents.isVisible() else self._column).setFocus()

    @override
    def focus_search(self) -> None:
        self.go("chronology")
        self.chronology.source.combo.setFocus()

    @override
    def show_view(self, view: str) -> None:
        if view in self.cards:
            self.go(view)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.contents.setVisible(self.width() >= appearance.current().px(_NARROW))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event) and not self.head.page.case.closed:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.documents.take(dropped_files(event))

    def go(self, section: str) -> None:
        """Scroll to a section: head, problem, people, plan, chronology, decisions, leads, ..."""
        if section == "trail":
            self.trail.unfold()
        self._column.go(section)
        self.contents.show_section(section)

    def show_action(self, action: ActionId) -> None:
        """Go to one action of the plan, with the focus on what can be done with it."""
        self.go("plan")
        entry = self.plan.entry(action)
        if entry is not None:
            self._column.go_into("plan", entry)
            for step in entry.buttons[:1]:
                step.setFocus()

    def _build(self) -> None:
        for key, card in self.cards.items():
            self._column.add(key, card)
        right = QWidget()
        down = QVBoxLayout(right)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addWidget(self.draft_offer)
        down.addWidget(self._column, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.contents, alignment=Qt.AlignmentFlag.AlignTop)
        across.addWidget(right, 1)

    def _wire(self, notifier: Notifier) -> None:
        notifier.changed.connect(self._hear)
        for card in self.cards.values():
            card.sheet_asked.connect(self.sheet_asked)
            card.party_chosen.connect(self.party_chosen)
            card.case_chosen.connect(self.case_chosen)
            card.referral_chosen.connect(self.referral_chosen)
            card.case_review_chosen.connect(self.case_review_chosen)
        self.documents.attach_asked.connect(self.attach_asked)
        self.documents.document_chosen.connect(self.document_chosen)
        self.setAcceptDrops(True)
        self.case_reviews.application_asked.connect(self.application_asked)
        self.trail.as_at_asked.connect(lambda: self.as_at_asked.emit(self.case))
        self.contents.section_chosen.connect(self.go)
        self._column.verticalScrollBar().valueChanged.connect(self._follow_scroll)
        self.draft_offer.restored.connect(self._restore_draft)
        self.draft_offer.discarded.connect(self._discard_draft)

    def _follow_scroll(self, top: int) -> None:
        inside = self._column.widget()
        if inside is None:
            return
        passed = [
            key
            for key, card in self.cards.items()
            if not card.isHidden()
            and card.mapTo(inside, QPoint(0, 0)).y() <= top + appearance.current().px(_NEAR)
        ]
        if passed and not self.contents.hasFocus():
            self.contents.show_section(passed[-1])

    def _offer_keys(self) -> None:
        for words, keys, done in (
            ("Add an action", "Ctrl+Shift+A", self.plan.add_action),
            ("Add a note", "Ctrl+Shift+N", self.chronology.add_note),
            ("Record a review", "Ctrl+Shift+R", self.decisions.record_review),
            ("Assess the risk", "Ctrl+Shift+K", self.risk.assess),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda *_, done=done: self._unless_closed(done))
            self.addAction(action)

    def _unless_closed(self, done: object) -> None:
        if callable(done) and not self.head.page.case.closed:
            done()

    def _offer_draft(self) -> None:
        quiet = self.head.page.case.closed or self.chronology.writing
        draft = None if quiet else notes.draft(self._office, notes.draft_key(self.case))
        self.draft_offer.offer(draft)

    def _restore_draft(self) -> None:
        self.draft_offer.hide()
        self.chronology.add_note()

    def _discard_draft(self) -> None:
        notes.discard_draft(self._office, notes.draft_key(self.case))
        self._offer_draft()

    def _hear(self, changes: object) -> None:
        if isinstance(changes, Changes) and self.isVisible() and self._concerned(changes):
            self.refresh()

    def _concerned(self, changes: Changes) -> bool:
        if changes.act in {Act.UNDO, Act.IMPORT_RECORDS}:
            return True
        return changes.concern(*_SHOWN)


_CONTENTS = (
    ("head", "Summary"),
    ("risk", "Risk"),
    ("project", "The project"),
    ("problem", "The problem"),
    ("people", "People and places"),
    ("plan", "Plan"),
    ("interventions", "Interventions"),
    ("support", "Support"),
    ("demand", "Demand"),
    ("chronology", "Chronology"),
    ("documents", "Documents"),
    ("decisions", "Reviews"),
    ("case_reviews", "ASB case reviews"),
    ("leads", "External lead"),
    ("information", "Information"),
    ("serving", "Priorities of the plan"),
    ("related", "Related cases"),
    ("trail", "History of changes"),
)
