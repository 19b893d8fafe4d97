"""The page of one ASB case review: where it stands, its clocks, and every step of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from psg_desktop.casework import lists
from psg_desktop.casework.asb_reviews import applications, review_lists, review_rules
from psg_desktop.casework.office import Office
from psg_desktop.domain.case_review_counting import counted
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import CaseReviewId
from psg_desktop.ui.case_reviews import entries, panel_sheets, step_sheets
from psg_desktop.ui.case_reviews.facts import application_facts, decision_facts, linked
from psg_desktop.ui.case_reviews.threshold_sheet import count_words, threshold_sheet
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.case_review_form import amend_sheet
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.passages import Passage
from psg_desktop.ui.parts.record_cards import EntryCard, HistoryCard, LiveCard
from psg_desktop.ui.parts.record_page import RecordPage
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.buttons import button, link, primary
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import fields

_SheetOf = Callable[[Office, CaseReview], RecordSheet]
_PlacedSheet = Callable[[Office, CaseReview, int], RecordSheet]


class CaseReviewPage(RecordPage):
    """Shows one review, and asks for each step of it."""

    def __init__(self, office: Office, notifier: Notifier, review: CaseReviewId) -> None:
        self._steps: dict[str, QPushButton] = {
            "acknowledge": primary("Acknowledge"),
            "decide": primary("Decide on the threshold"),
            "panel": primary("Record the panel"),
            "tell": primary("Tell the outcome"),
            "result": primary("Result of the appeal"),
            "close": button("Close"),
            "withdraw": button("Withdrawn"),
            "reopen": button("Reopen"),
        }
        super().__init__(notifier, "Application")
        self._office, self.id = office, review
        self._make_cards()
        self._wire()
        self._seen: object = None

    @override
    def more_tools(self) -> tuple[QPushButton, ...]:
        return tuple(self._steps.values())

    @override
    def read(self) -> None:
        review = applications.get(self._office, self.id)
        self.retitle(heading=f"ASB case review {review.reference}")
        self._show_tools(review)
        rules = review_rules.rules(self._office, review.received_on)
        clocks = review_lists.deadlines_of(self._office, review)
        agencies = lists.agency_names(self._office)
        seen = (review, rules.threshold, clocks, agencies, self._office.today())
        if seen != self._seen:
            self._seen = seen
            self._show_facts(review)
            self._show_threshold(review)
            self._show_rest(review)
        self.clocks.show_entries(
            (clocks, self._office.today()),
            entries.clock_entries(clocks, self._office.today()),
            "No time is set. The settings hold the times of each step.",
        )
        self.incidents.show_entries(
            (review, rules.threshold),
            entries.incident_entries(review, rules.threshold, agencies),
            "No incident is named yet. Change the application to add them.",
        )
        self.history.show_record(self.id)

    @override
    def ask_change(self) -> None:
        self._ask(amend_sheet)

    @override
    def focus_start(self) -> None:
        shown = [one for one in (*self._steps.values(), self.change) if not one.isHidden()]
        shown[0].setFocus()

    def _make_cards(self) -> None:
        self.correct = button("Correct or add who was told")
        self.ask = button("Ask an agency", "plus")
        self.add_panel = button("Add a panel", "plus")
        self.recommend = button("Add a recommendation", "plus")
        self.appeal = button("Record an appeal")
        self.facts = LiveCard("Application")
        self.threshold = LiveCard("Threshold", self.correct)
        self.incidents = EntryCard("Incidents and reports")
        self.requests = EntryCard("Information asked for", self.ask)
        self.panels = EntryCard("Panel", self.add_panel)
        self.recommendations = EntryCard("Recommendations", self.recommend)
        self.outcome = EntryCard("Outcome and appeals", self.appeal)
        self.clocks = EntryCard("Clocks")
        self.history = HistoryCard(
            self._office, lambda: fields.by_text(lists.agency_names(self._office))
        )
        self.add_cards(
            main=(
                self.facts, self.threshold, self.incidents, self.panels, self.recommendations,
                self.outcome,
            ),
            side=(self.clocks, self.requests, self.history),
        )  # fmt: skip

    def _wire(self) -> None:
        sheets: dict[QPushButton, _SheetOf] = {
            self._steps["acknowledge"]: step_sheets.acknowledge_sheet,
            self._steps["decide"]: threshold_sheet,
            self._steps["panel"]: _next_panel,
            self._steps["tell"]: step_sheets.outcome_sheet,
            self._steps["result"]: step_sheets.result_sheet,
            self._steps["close"]: step_sheets.close_sheet,
            self._steps["withdraw"]: partial(step_sheets.close_sheet, withdrawn=True),
            self.correct: partial(threshold_sheet, correcting=True),
            self.ask: panel_sheets.request_sheet,
            self.add_panel: panel_sheets.panel_sheet,
            self.recommend: panel_sheets.recommendation_sheet,
            self.appeal: step_sheets.appeal_sheet,
        }
        for tool, sheet in sheets.items():
            tool.clicked.connect(partial(self._ask_clicked, sheet))
        self._steps["reopen"].clicked.connect(self._reopen)

    def _show_tools(self, review: CaseReview) -> None:
        going, decision = not review.finished, review.decision
        met = decision is not None and decision.met and not review.decides_again
        pending = review.appeal_pending is not None
        shown = {
            "acknowledge": going and review.acknowledged_on is None and not pending,
            "decide": going and not pending and (decision is None or review.decides_again),
            "panel": going and met and review.held is None and not pending,
            "tell": going and review.held is not None and review.outcome is None and not pending,
            "result": pending,
            "close": going and not pending and decision is not None,
            "withdraw": going and not pending and review.held is None,
            "reopen": not going,
        }
        for name, tool in self._steps.items():
            tool.setVisible(shown[name])
        self.correct.setVisible(going and decision is not None and not review.decides_again)
        self.ask.setVisible(going)
        self.add_panel.setVisible(going and met)
        self.recommend.setVisible(review.held is not None)
        self.appeal.setVisible(decision is not None and not pending)

    def _show_facts(self, review: CaseReview) -> None:
        self.facts.clear()
        self.facts.add(Facts(application_facts(review)))
        for words, text in (("What happens", review.behaviour), ("Asked for", review.asks)):
            if text:
                self.facts.add(label(words, "overline"))
                self.facts.add(Passage(text, words))
        if review.case is not None:
            reference = lists.case_page(self._office, review.case).case.reference
            opened = link(f"Open case {reference}")
            opened.clicked.connect(lambda: self.case_chosen.emit(review.case))
            self.facts.add(opened)
        for kind, id_, name in linked(self._office, review):
            opened = link(f"Open {name}")
            opened.clicked.connect(partial(self._open_party, kind, id_))
            self.facts.add(opened)

    def _show_threshold(self, review: CaseReview) -> None:
        rule = review_rules.rules(self._office, review.received_on).threshold
        self.threshold.clear()
        counts = count_words(counted(review, rule), rule)
        self.threshold.add(label(counts, "secondary", wrap=True))
        for number, decision in enumerate(review.decisions, start=1):
            if len(review.decisions) > 1:
                self.threshold.add(label(f"Decision {number}", "overline"))
            self.threshold.add(Facts(decision_facts(decision)))

    def _show_rest(self, review: CaseReview) -> None:
        agencies = lists.agency_names(self._office)
        going = not review.finished
        change = partial(self._change_step, shown=going)
        self.requests.show_entries(
            (review, agencies),
            [
                entries.request_entry(
                    place, one, agencies, change(panel_sheets.request_sheet, place)
                )
                for place, one in enumerate(review.requests)
            ],
            "No agency was asked for information yet.",
        )
        self.panels.show_entries(
            (review, agencies),
            [
                entries.panel_entry(place, one, agencies, change(panel_sheets.panel_sheet, place))
                for place, one in enumerate(review.panels)
            ],
            "No panel yet. It meets once the threshold is met.",
        )
        update = partial(self._change_step, panel_sheets.recommendation_sheet, shown=True)
        self.recommendations.show_entries(
            (review, agencies),
            [
                entries.recommendation_entry(place, one, agencies, update(place))
                for place, one in enumerate(review.recommendations)
            ],
            "None yet.",
        )
        self.outcome.show_entries(review, self._answers(review), "The outcome is not told yet.")

    def _answers(self, review: CaseReview) -> list[Entry]:
        found = []
        if review.outcome is not None:
            again = Step(words="Change", done=partial(self._ask, step_sheets.outcome_sheet))
            found.append(entries.letter_entry(review.outcome, () if review.finished else (again,)))
        last = len(review.appeals) - 1
        for place, one in enumerate(review.appeals):
            words = "Correct the result" if one.result else "Record the result"
            step = Step(words=words, done=partial(self._ask, step_sheets.result_sheet))
            found.append(entries.appeal_entry(place, one, (step,) if place == last else ()))
        return found

    def _change_step(self, sheet: _PlacedSheet, place: int, *, shown: bool) -> tuple[Step, ...]:
        if not shown:
            return ()
        placed = partial(self._ask_placed, sheet, place)
        return (Step(words="Change", done=placed),)

    def _ask_placed(self, sheet: _PlacedSheet, place: int) -> None:
        review = applications.get(self._office, self.id)
        self.sheet_asked.emit(sheet(self._office, review, place))

    def _ask_clicked(self, sheet: _SheetOf, _checked: object = None) -> None:
        self._ask(sheet)

    def _ask(self, sheet: _SheetOf) -> None:
        self.sheet_asked.emit(sheet(self._office, applications.get(self._office, self.id)))

    def _reopen(self) -> None:
        applications.reopen(self._office, self.id)

    def _open_party(self, kind: CaseKind, id_: object, _checked: object = None) -> None:
        self.party_chosen.emit(kind, id_)


def _next_panel(office: Office, review: CaseReview) -> RecordSheet:
    """Give the form of the panel that is planned, else of a new one."""
    planned = [place for place, one in enumerate(review.panels) if not one.held]
    return panel_sheets.panel_sheet(office, review, planned[0] if planned else None)
