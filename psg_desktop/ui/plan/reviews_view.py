"""Death reviews and where each of their recommendations stands."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import board_tables, death_reviews
from psg_desktop.casework.partnership.death_reviews import FollowedReview
from psg_desktop.domain.death_reviews import (
    PRESSING,
    DeathReview,
    Recommendation,
    RecommendationStanding,
)
from psg_desktop.domain.ids import AgencyId
from psg_desktop.faults import Fault
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.recommendations import standing_status
from psg_desktop.ui.parts.record_cards import EntryCard
from psg_desktop.ui.plan.review_sheets import recommendation_sheet, review_sheet
from psg_desktop.ui.plan.saving import choose_place
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import ReadingColumn
from psg_desktop.words import dates, names, plan

_INTRODUCTION = (
    "Recommendations of Domestic Abuse Related Death Reviews (before: Domestic Homicide Reviews), "
    "followed until there is evidence. Nobody who died and nobody around them is named here."
)
_ORDER = (
    *PRESSING, RecommendationStanding.WAITING, RecommendationStanding.IN_HAND,
    RecommendationStanding.DONE,
)  # fmt: skip
Chooser = Callable[[QWidget, str], Path | None]


class ReviewsView(QWidget):
    """Emits `sheet_asked(SideSheet)`, `said(sentence)` and `warned(sentence)`."""

    sheet_asked = Signal(object)
    said = Signal(str)
    warned = Signal(str)

    def __init__(self, office: Office, choose: Chooser = choose_place) -> None:
        super().__init__()
        self._office, self.choose = office, choose
        self.add = button("Add a review", "plus")
        self.add.clicked.connect(lambda: self._ask(review_sheet(office)))
        self.save = button("Save progress as a workbook...", "export")
        self.save.clicked.connect(self._save)
        self.reviews = EntryCard("Reviews")
        self.recommendations = EntryCard("Recommendations")
        column = ReadingColumn("Death reviews")
        column.add("tools", FlowRow(self.add, self.save))
        column.add("introduction", label(_INTRODUCTION, "secondary", wrap=True))
        column.add("recommendations", self.recommendations)
        column.add("reviews", self.reviews)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)

    def refresh(self) -> None:
        """Read the reviews again."""
        found = death_reviews.followed(self._office)
        today, agencies = self._office.today(), death_reviews.agency_names(self._office)
        self.save.setVisible(bool(found))
        self.reviews.show_entries(
            found,
            [self._review(one) for one in found],
            "No review is entered yet.",
        )
        every = [(one.review, each) for one in found for each in one.recommendations]
        every.sort(key=lambda pair: (_ORDER.index(pair[1].standing(today)), str(pair[1].due)))
        self.recommendations.setVisible(bool(found))
        self.recommendations.show_entries(
            (found, today, agencies),
            [self._recommendation(review, one, agencies) for review, one in every],
            "No recommendation is entered yet. Add the first one from its review.",
        )

    def _review(self, one: FollowedReview) -> Entry:
        review, today = one.review, self._office.today()
        done = sum(each.done is not None for each in one.recommendations)
        pressing = sum(each.presses(today) for each in one.recommendations)
        count = len(one.recommendations)
        facts = [
            names.name(review.kind),
            f"{names.name(review.stage)} since {dates.grid(review.since)}",
            f"{count:,} recommendation{'' if count == 1 else 's'}, {done:,} done",
        ]
        if pressing:
            facts.append(f"{pressing:,} to look after")
        return Entry(
            key=review.id,
            title=f"{review.reference}  {review.title}",
            facts="  ·  ".join(facts),
            steps=self._steps(review),
        )

    def _steps(self, review: DeathReview) -> tuple[Step, ...]:
        def add() -> None:
            self._ask(recommendation_sheet(self._office, review.id))

        def change() -> None:
            self._ask(review_sheet(self._office, review))

        return (
            Step(words="Add a recommendation", done=add),
            Step(words="Change", done=change),
        )

    def _recommendation(
        self, review: DeathReview, one: Recommendation, agencies: dict[AgencyId, str]
    ) -> Entry:
        def follow_up() -> None:
            self._ask(recommendation_sheet(self._office, review.id, one))

        agency = agencies.get(one.agency, "") if one.agency else ""
        facts = (
            f"{agency}, {one.owner}" if one.owner else f"{agency}, no owner named",
            f"sent {dates.grid(one.sent)}" if one.sent else "not sent",
            f"acknowledged {dates.grid(one.acknowledged)}" if one.acknowledged else "",
            f"due {dates.grid(one.due)}" if one.due else "",
        )
        evidence = f"Evidence: {one.evidence}" if one.evidence else ""
        return Entry(
            key=one.id,
            title=f"{review.reference}, {one.number}: {one.text}",
            marks=(standing_status(one, self._office.today()),),
            facts="  ·  ".join(filter(None, facts)),
            text="\n".join(filter(None, (plan.steps(one.steps), evidence))),
            about="Milestones and evidence",
            steps=(Step(words="Follow up", done=follow_up),),
        )

    def _save(self) -> None:
        place = self.choose(self, "Death review recommendations.xlsx")
        if place is None:
            return
        try:
            board_tables.write_progress(self._office, place)
        except Fault as fault:
            self.warned.emit(str(fault))
        else:
            self.said.emit(f"The progress of the recommendations is saved as {place.name}.")

    def _ask(self, sheet: object) -> None:
        self.sheet_asked.emit(sheet)
