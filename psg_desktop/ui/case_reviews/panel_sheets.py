"""Forms around the panel of a case review: what is asked for, who comes, what it recommends."""

from typing import Any

from psg_desktop.casework.asb_reviews import applications
from psg_desktop.casework.office import Office
from psg_desktop.domain.case_review_facts import (
    InformationRequest,
    Panel,
    PanelMember,
    Recommendation,
    RecommendationAnswer,
    VictimPart,
)
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.refusals import FieldProblem, Findings, Problem
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.case_reviews.threshold_sheet import yes_no
from psg_desktop.ui.parts.choosing import AgencyChoice, choice_of, give_way
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.record_rows import RecordRows
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.row_editor import Cells


def need(given: dict[str, Any], **fields: Problem) -> None:
    """Refuse answers that are missing, each beside its field.

    Raises:
        Refused: With every field that has no answer.
    """
    found = Findings()
    for name, problem in fields.items():
        found.when(given[name] is None, name, problem)
    found.settle()


def request_sheet(office: Office, review: CaseReview, place: int | None = None) -> RecordSheet:
    """Give the form of what an agency is asked for; *place* is the one it corrects."""
    form = Form()
    form.add("agency", "Agency", AgencyChoice(office))
    form.add("what", "What it is asked for", LongText(lines=2), optional=True)
    form.add("asked_on", "Asked on", date_back(office))
    form.add("answered_on", "Answered on", date_back(office), optional=True)
    form.show_values({"asked_on": office.today()})
    if place is not None:
        names = ("agency", "what", "asked_on", "answered_on")
        form.show_values({name: getattr(review.requests[place], name) for name in names})

    def keep(given: dict[str, Any]) -> None:
        need(given, asked_on=Problem.DATE_MISSING)
        applications.ask_information(office, review.id, place, InformationRequest(**given))

    return RecordSheet("Information asked for", form, keep)


class PanelForm(Form):
    """Asks for a panel; why the victim was left out is asked where they were."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.add("on", "Day of the panel", date_ahead(office))
        self.add("held", "Was it held?", yes_no("Yes, held", "No, planned"))
        self.add("chair", "Chair", Line(longest=LINE_LIMIT), optional=True)
        self.add("chair_from", "Where the chair comes from", Line(longest=LINE_LIMIT),
                 optional=True)  # fmt: skip
        self.add("independent", "Is the chair independent?", yes_no(),
                 hint="Somebody who had no part in answering the complaints.")  # fmt: skip
        self.add("members", "Agencies of the panel", _member_rows(office), optional=True)
        self.victim = self.add("victim", "The victim", give_way(choice_of(VictimPart)),
                               hint="The panel hears the harm best from them.")  # fmt: skip
        self.add("representative", "Who came for the victim", Line(longest=LINE_LIMIT),
                 optional=True)  # fmt: skip
        self.add("why_not", "Why the victim was not invited", LongText(lines=2))
        self.add("findings", "What the panel found", LongText(lines=4), optional=True)
        self.victim.edited.connect(self.follow)

    def follow(self) -> None:
        """Ask what belongs to the part the victim had."""
        part = self.victim.value()
        self.show_only("why_not", shown=part is VictimPart.NOT_INVITED)
        self.show_only("representative", shown=part is VictimPart.REPRESENTED)


_PANEL = ("on", "held", "chair", "chair_from", "independent", "members", "victim",
          "representative", "why_not", "findings")  # fmt: skip


def panel_sheet(office: Office, review: CaseReview, place: int | None = None) -> RecordSheet:
    """Give the form of a panel, planned or held; *place* is the one it corrects."""
    form = PanelForm(office)
    if place is None:
        form.show_values({"held": False, "independent": True, "victim": VictimPart.INVITED_ONLY})
    else:
        form.show_values({name: getattr(review.panels[place], name) for name in _PANEL})
    form.follow()

    def keep(given: dict[str, Any]) -> None:
        missing = dict.fromkeys(("held", "independent", "victim"), Problem.NOTHING_CHOSEN)
        need(given, on=Problem.DATE_MISSING, **missing)
        applications.meet(office, review.id, place, Panel(**given))

    return RecordSheet("Panel", form, keep)


class RecommendationForm(Form):
    """Asks what is recommended to whom, what they said, and whether it was done."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.add("what", "What is recommended", LongText(lines=3))
        self.add("agency", "Addressee", AgencyChoice(office, nothing="Not on file"))
        self.add("addressee", "If not on file, to whom", Line(longest=LINE_LIMIT), optional=True)
        self.add("made_on", "Made on", date_back(office))
        self.add("answer_by", "Answer due", date_ahead(office), optional=True, hint="Such as +2w.")
        self.add("due", "To be done by", date_ahead(office), optional=True, hint="Such as +2m.")
        self.add_heading("The addressee's answer")
        answer = choice_of(RecommendationAnswer, nothing="No answer yet")
        self.add("answer", "Answer", give_way(answer), optional=True)
        self.add("answered_on", "Answered on", date_back(office), optional=True)
        self.add("answer_text", "What they said", LongText(lines=2), optional=True)
        self.add_heading("Carrying it out")
        self.add("done_on", "Done on", date_back(office), optional=True)
        self.add("evidence", "Evidence", LongText(lines=2), optional=True)


_RECOMMENDATION = ("what", "agency", "addressee", "made_on", "answer_by", "due", "answer",
                   "answered_on", "answer_text", "done_on", "evidence")  # fmt: skip


def recommendation_sheet(
    office: Office, review: CaseReview, place: int | None = None
) -> RecordSheet:
    """Give the form of a recommendation; *place* is the one it changes."""
    form = RecommendationForm(office)
    if place is None:
        form.show_values({"made_on": review.held.on if review.held else office.today()})
    else:
        known = review.recommendations[place]
        form.show_values({name: getattr(known, name) for name in _RECOMMENDATION})

    def keep(given: dict[str, Any]) -> None:
        gathered = Gathering()
        if given["made_on"] is None:
            gathered.note(FieldProblem(field="made_on", problem=Problem.DATE_MISSING))
        whole = given | {"made_on": given["made_on"] or office.today()}
        made = gathered.make(lambda: Recommendation(**whole))
        gathered.settle()
        if made is not None:
            applications.recommend(office, review.id, place, made)

    title = "New recommendation" if place is None else f"Recommendation {place + 1}"
    return RecordSheet(title, form, keep)


def _member_rows(office: Office) -> RecordRows:
    def cells() -> Cells:
        return {
            "agency": ("Agency", AgencyChoice(office)),
            "officer": ("Who", Line(longest=LINE_LIMIT)),
            "attended": ("Attended", yes_no()),
        }

    def made(given: dict[str, Any]) -> PanelMember:
        return PanelMember(**given | {"attended": bool(given["attended"])})

    def shown(one: PanelMember) -> dict[str, Any]:
        return {name: getattr(one, name) for name in ("agency", "officer", "attended")}

    return RecordRows("agency", cells, made, shown)
