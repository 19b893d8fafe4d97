"""The forms of death reviews: no word of them may point to somebody."""

from collections.abc import Callable
from functools import partial
from typing import Any

from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import death_reviews
from psg_desktop.domain.death_reviews import (
    DeathReview,
    DeathReviewKind,
    Recommendation,
    ReviewStage,
    Step,
)
from psg_desktop.domain.ids import DeathReviewId, RecommendationId
from psg_desktop.domain.refusals import FieldProblem, Problem, Refused
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import AgencyChoice, choice_of
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.record_rows import RecordRows
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.plan.removing import offer_removal
from psg_desktop.ui.widgets.choices import Ticks
from psg_desktop.ui.widgets.controls import Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.row_editor import Cells

_REVIEW = ("kind", "reference", "title", "stage", "since")
_RECOMMENDATION = (
    "number", "text", "agency", "made_on", "sent", "acknowledged", "owner", "due", "steps",
    "evidence", "done",
)  # fmt: skip
_LAW = (
    "Section 19 of the Victims and Prisoners Act 2024 renames Domestic Homicide Reviews. From "
    "which day could not be confirmed: check this with your legal team. A review keeps the name "
    "it was begun under."
)
_NAMELESS = (
    "Only recommendations are kept here. Name nobody who died, nobody around them, no address and "
    "no exact date of a death."
)
Value = DeathReview | Recommendation


class NamelessSheet(RecordSheet):
    """Keeps a value whose words point to nobody.

    Words that do are named beside their field and refused; words that may are kept once the worker
    says that they name nobody.
    """

    def __init__(
        self, office: Office, title: str, form: Form, make: Callable[[dict[str, Any]], Value]
    ) -> None:
        form.add("checked", "The marked words", Ticks([Option(key=True, words="name nobody")]))
        form.show_only("checked", shown=False)
        form.mark_saved()
        super().__init__(title, form, self._keep_nameless)
        self._office, self._make = office, make
        self._marked: tuple[death_reviews.Pointing, ...] = ()

    @override
    def sentences(self, refused: Refused) -> dict[str, str]:
        said = super().sentences(refused)
        for name in said:
            found = (f"“{one.words}”" for one in self._marked if one.field == name)
            words = ", ".join(dict.fromkeys(found))
            said[name] += f" Marked: {words}." if words else ""
        if any(one.problem is Problem.MAY_NAME_SOMEBODY for one in refused.problems):
            said["checked"] = "Tick this only if the marked words name nobody."
        return said

    def _keep_nameless(self, given: dict[str, Any]) -> None:
        checked = bool(given.pop("checked", ()))
        self._marked = ()
        value = self._make(given)
        try:
            if isinstance(value, DeathReview):
                death_reviews.save(self._office, value, checked=checked)
            else:
                death_reviews.save_recommendation(self._office, value, checked=checked)
        except Refused:
            self._marked = death_reviews.pointing(self._office, value)
            doubtful = any(not one.sure for one in self._marked)
            self.form.show_only("checked", shown=doubtful)
            raise


def review_sheet(office: Office, known: DeathReview | None = None) -> NamelessSheet:
    """Give the form that adds a review, or changes one."""
    form = Form()
    form.add_widget(label(_NAMELESS, "secondary", wrap=True))
    form.add("kind", "Called", choice_of(DeathReviewKind), hint=_LAW)
    form.add("reference", "Reference", Line(longest=LINE_LIMIT), hint="Such as “DARDR 3”.")
    form.add(
        "title", "Title that points to nobody", Line(longest=LINE_LIMIT),
        hint="Such as “Adult A”. A name, an address, an age or an exact date is refused.",
    )  # fmt: skip
    form.add("stage", "Stage", choice_of(ReviewStage))
    form.add("since", "Since", date_back(office))
    id_ = known.id if known else DeathReviewId(office.new_id())
    start: dict[str, Any] = {
        "kind": DeathReviewKind.RELATED_DEATH,
        "stage": ReviewStage.COMMISSIONED,
        "since": office.today(),
    }
    if known is not None:
        start = {name: getattr(known, name) for name in _REVIEW}
    form.show_values(start)

    def make(given: dict[str, Any]) -> DeathReview:
        _refuse_missing(given, kind=Problem.NOTHING_CHOSEN, stage=Problem.NOTHING_CHOSEN,
                        since=Problem.DATE_MISSING)  # fmt: skip
        return DeathReview(id=id_, **given)

    sheet = NamelessSheet(office, "Change the review" if known else "Add a review", form, make)
    if known is not None:
        offer_removal(sheet, partial(death_reviews.remove, office, known.id))
    return sheet


def recommendation_sheet(
    office: Office, review: DeathReviewId, known: Recommendation | None = None
) -> NamelessSheet:
    """Give the form that adds a recommendation to a review, or follows one up."""
    form = _recommendation_form(office)
    id_ = known.id if known else RecommendationId(office.new_id())
    if known is not None:
        form.show_values({name: getattr(known, name) for name in _RECOMMENDATION})
    else:
        form.show_values({"made_on": office.today()})

    def make(given: dict[str, Any]) -> Recommendation:
        _refuse_missing(given, made_on=Problem.DATE_MISSING)
        return Recommendation(id=id_, review=review, **given)

    words = "Follow up the recommendation" if known else "Add a recommendation"
    sheet = NamelessSheet(office, words, form, make)
    if known is not None:
        offer_removal(sheet, partial(death_reviews.remove_recommendation, office, known.id))
    return sheet


def _recommendation_form(office: Office) -> Form:
    form = Form()
    form.add_widget(label(_NAMELESS, "secondary", wrap=True))
    form.add("number", "Number", Line(width=8, longest=LINE_LIMIT), hint="As in the report.")
    form.add("text", "Recommendation", LongText(lines=4))
    form.add("agency", "Addressed to", AgencyChoice(office))
    form.add("made_on", "Agreed on", date_back(office))
    form.add("due", "Due date", date_ahead(office))
    form.add("sent", "Sent to the addressee on", date_back(office), optional=True)
    form.add("acknowledged", "Acknowledged on", date_back(office), optional=True)
    form.add("owner", "Owner there", Line(longest=LINE_LIMIT), optional=True,
             hint="The officer who looks after it.")  # fmt: skip
    form.add("steps", "Milestones", step_rows(office), optional=True)
    form.add("evidence", "Evidence", LongText(lines=4), optional=True,
             hint="What shows that it was done, and where it is kept.")  # fmt: skip
    form.add("done", "Done on", date_back(office), optional=True)
    return form


def step_rows(office: Office) -> RecordRows:
    """Give the editor of the milestones of a recommendation."""

    def cells() -> Cells:
        return {
            "what": ("What", Line(longest=LINE_LIMIT)),
            "due": ("Due (optional)", date_ahead(office)),
            "reached": ("Reached (optional)", date_back(office)),
        }

    return RecordRows(
        "milestone",
        cells,
        lambda given: Step(**given),
        lambda one: {"what": one.what, "due": one.due, "reached": one.reached},
    )


def _refuse_missing(given: dict[str, Any], **missing: Problem) -> None:
    found = [
        FieldProblem(field=name, problem=problem)
        for name, problem in missing.items()
        if given[name] is None
    ]
    if found:
        raise Refused(*found)
