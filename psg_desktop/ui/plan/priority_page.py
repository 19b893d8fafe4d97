"""The page of one priority: how it stands, its actions and measures, and what serves it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import plan as plans
from psg_desktop.casework.partnership import plan_links, plan_pages, settings
from psg_desktop.domain.cases import CaseKind, CaseState
from psg_desktop.domain.ids import PlanPriorityId
from psg_desktop.domain.plan import PlanAction, PlanPriority, year_words
from psg_desktop.domain.plan_lists import PriorityPage as Shown
from psg_desktop.domain.plan_lists import ServingCase, ServingProject
from psg_desktop.domain.plan_measures import PlanMeasure
from psg_desktop.domain.refusals import Refused
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.passages import Passage, breakable
from psg_desktop.ui.parts.record_cards import EntryCard, HistoryCard, LiveCard
from psg_desktop.ui.parts.record_page import RecordPage
from psg_desktop.ui.plan import entries
from psg_desktop.ui.plan.link_sheets import link_case_sheet, link_project_sheet
from psg_desktop.ui.plan.measure_sheet import measure_sheet
from psg_desktop.ui.plan.sheets import PrioritySheet, action_sheet, judge_sheet
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import dates, fields, names

_MOST = 30


class PriorityPage(RecordPage):
    """Shows one priority of a plan; a case or project that serves it opens from here."""

    def __init__(self, office: Office, notifier: Notifier, priority: PlanPriorityId) -> None:
        super().__init__(notifier, "Priority")
        self._office, self._id = office, priority
        self.facts = LiveCard("Priority")
        self.rate = button("Rate", "edit")
        self.standing = EntryCard("How it stands", self.rate)
        self.add_action = button("Add an action", "plus")
        self.promises = EntryCard("Actions", self.add_action)
        self.add_measure = button("Add a measure", "plus")
        self.measures = EntryCard("Measures", self.add_measure)
        self.add_case = button("Link a case", "link")
        self.cases = EntryCard("Cases", self.add_case)
        self.take_all = button("Link all of these", "link")
        self.proposals = EntryCard("Proposed by their focus areas", self.take_all)
        self.add_project = button("Link a project", "link")
        self.projects = EntryCard("Projects", self.add_project)
        self.history = HistoryCard(office, self._known)
        self.remove = button("Remove")
        self.remove.setAccessibleName("Remove the priority")
        self._shown: Shown | None = None
        self._connect()
        self.add_cards(
            main=(self.standing, self.promises, self.measures),
            side=(self.facts, self.cases, self.proposals, self.projects, self.history),
        )

    def _connect(self) -> None:
        office, id_ = self._office, self._id
        ask = self.sheet_asked.emit
        self.rate.clicked.connect(lambda: ask(judge_sheet(office, self._priority)))
        self.add_action.clicked.connect(lambda: ask(action_sheet(office, self._priority)))
        self.add_measure.clicked.connect(lambda: ask(measure_sheet(office, id_)))
        self.add_case.clicked.connect(lambda: ask(link_case_sheet(office, id_)))
        self.add_project.clicked.connect(lambda: ask(link_project_sheet(office, id_)))
        self.take_all.clicked.connect(lambda: plan_links.accept_proposed(office, id_))
        # Later, because the page is gone once its priority is.
        self.remove.clicked.connect(self._remove, Qt.ConnectionType.QueuedConnection)

    @property
    def _priority(self) -> PlanPriority:
        return plan_pages.priority(self._office, self._id).overview.priority

    @override
    def more_tools(self) -> tuple[QPushButton, ...]:
        return (self.remove,)

    @override
    def ask_change(self) -> None:
        known = self._priority
        self.sheet_asked.emit(PrioritySheet(self._office, known.plan, known))

    @override
    def read(self) -> None:
        page = plan_pages.priority(self._office, self._id)
        known, today = page.overview.priority, self._office.today()
        self.retitle(heading=known.name, summary=f"Plan {year_words(page.plan.year)}")
        if page != self._shown:
            self._shown = page
            self._show_facts(page)
        judged = [_judgement(known, place) for place in reversed(range(len(known.judgements)))]
        self.standing.show_entries(known.judgements, judged, "Nobody has rated it yet.")
        actions = page.overview.actions
        shown = [self._action(page, one) for one in actions]
        self.promises.show_entries((actions, page.agencies, today), shown, "No action is set down.")
        measures = page.overview.measures
        self.measures.show_entries(
            measures,
            [self._measure(one) for one in measures],
            "No measure is set down. A measure needs a baseline to be compared with.",
        )
        self._show_serving(page)
        beside = [*(one.id for one in actions), *(one.id for one in measures)]
        self.history.show_record(self._id, beside)
        self.remove.setVisible(
            not (actions or measures or page.cases or page.projects),
        )

    def _known(self) -> dict[str, str]:
        codes = {one.code: one.name for one in settings.focus_areas(self._office)}
        agencies = fields.by_text(lists.agency_names(self._office))
        return codes | plan_pages.names(self._office) | agencies

    def _show_facts(self, page: Shown) -> None:
        known = page.overview.priority
        self.facts.clear()
        if known.objective:
            self.facts.add(Passage(known.objective, "Objective"))
        agency = page.agencies.get(known.lead_agency, "") if known.lead_agency else ""
        facts = (
            ("Lead officer", known.lead_officer or "not named"),
            ("Lead agency", agency or "not chosen"),
            ("Focus areas", ", ".join(page.focus_areas) or "none"),
        )
        self.facts.add(Facts([(term, breakable(words)) for term, words in facts]))

    def _show_serving(self, page: Shown) -> None:
        cases = [self._case(one) for one in page.cases[:_MOST]]
        self.cases.show_entries(
            page.cases, cases, "No case is linked with it.", max(0, len(page.cases) - _MOST)
        )
        proposals = page.proposals
        self.proposals.setVisible(bool(proposals))
        self.proposals.show_entries(
            proposals,
            [self._proposal(one) for one in proposals[:_MOST]],
            "Nothing more is proposed.",
            max(0, len(proposals) - _MOST),
        )
        projects = [self._project(one) for one in page.projects]
        self.projects.show_entries(page.projects, projects, "No project is linked with it.")

    def _action(self, page: Shown, one: PlanAction) -> Entry:
        def change() -> None:
            self.sheet_asked.emit(action_sheet(self._office, self._priority, one))

        steps = (Step(words="Change", done=change),)
        return entries.action_entry(one, page.agencies, self._office.today(), steps)

    def _measure(self, one: PlanMeasure) -> Entry:
        def change() -> None:
            self.sheet_asked.emit(measure_sheet(self._office, self._id, one))

        return entries.measure_entry(one, (Step(words="Change or add a reading", done=change),))

    def _case(self, one: ServingCase) -> Entry:
        closed = one.state is CaseState.CLOSED
        steps: tuple[Step, ...] = ()
        if one.link is not None and not closed:
            unlink = partial(plan_links.unlink, self._office, one.link)
            steps = (Step(words="Remove the link", done=unlink),)
        return self._of_case(one, steps)

    def _proposal(self, one: ServingCase) -> Entry:
        link = partial(plan_links.link_case, self._office, self._id, one.case)
        return self._of_case(one, (Step(words="Link", done=link),))

    def _of_case(self, one: ServingCase, steps: tuple[Step, ...]) -> Entry:
        return Entry(
            key=one.case,
            title=f"{one.reference}  {one.title}",
            facts=names.name(one.state),
            opens=partial(self.case_chosen.emit, one.case),
            steps=steps,
        )

    def _project(self, one: ServingProject) -> Entry:
        return Entry(
            key=one.link,
            title=one.name,
            facts=f"ends {dates.grid(one.ends)}" if one.ends else "no end set",
            opens=partial(self.party_chosen.emit, CaseKind.PROJECT, one.project),
            steps=(
                Step(
                    words="Remove the link",
                    done=partial(plan_links.unlink, self._office, one.link),
                ),
            ),
        )

    def _remove(self) -> None:
        try:
            plans.remove_priority(self._office, self._id)
        except Refused:
            self.refresh()  # something was added to it since: the button goes


def _judgement(priority: PlanPriority, place: int) -> Entry:
    one = priority.judgements[place]
    return Entry(
        key=place,
        title=one.reason,
        marks=(Status(one.rag.value, names.name(one.rag)),),
        facts=f"{dates.grid(one.on)}, {one.by}",
    )
