"""The form of an application for an ASB case review: who, what, and each incident reported."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import Signal

from psg_desktop.casework import lists
from psg_desktop.casework.asb_reviews import applications
from psg_desktop.casework.office import Office
from psg_desktop.domain.case_review_applications import (
    Applicant,
    ApplicantKind,
    ApplicationRoute,
    Incident,
)
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import CaseId, CaseReviewId
from psg_desktop.domain.lists import CaseFilter, CaseView
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.refusals import FieldProblem, Problem, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts import parties
from psg_desktop.ui.parts.address_lines import PostcodeLine
from psg_desktop.ui.parts.choosing import AgencyChoice, choice_of, give_way
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.record_rows import RecordRows
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.widgets.choices import SearchChoice
from psg_desktop.ui.widgets.controls import Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.row_editor import Cells

_OFFERED = 8
_APPLICANT = tuple(one.name for one in fields(Applicant))
_INCIDENT = tuple(one.name for one in fields(Incident))
_OWN = ("reference", "received_on", "route", "victim", "behaviour", "asks", "incidents")
_LINKS = ("person", "place", "case")


def incident_rows(office: Office) -> RecordRows:
    """Give an editor of incidents and their reports; the value is a tuple of them."""

    def cells() -> Cells:
        agency = AgencyChoice(office, nothing="Not on file")
        return {
            "happened_on": ("Happened on", date_back(office)),
            "reported_on": ("Reported on", date_back(office)),
            "agency": ("Reported to", agency),
            "reported_to": ("If not on file, to whom", Line(longest=LINE_LIMIT)),
            "reference": ("Their reference", Line(longest=LINE_LIMIT)),
            "reporter": ("Reported by, if not the applicant", Line(longest=LINE_LIMIT)),
            "what": ("What happened", Line(longest=LINE_LIMIT)),
        }

    def made(given: dict[str, Any]) -> Incident:
        if given["reported_on"] is None:
            raise refuse("reported_on", Problem.DATE_MISSING)
        return Incident(**given)

    def shown(one: Incident) -> dict[str, Any]:
        return {name: getattr(one, name) for name in _INCIDENT}

    return RecordRows("incident", cells, made, shown)


class ApplicationForm(Form):
    """Asks for an application; more is asked where another than the victim applies."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.add("reference", "Reference", Line(width=16, longest=LINE_LIMIT))
        self.add("received_on", "Received on", date_back(office))
        self.add("route", "How it came", give_way(choice_of(ApplicationRoute)))
        self._ask_applicant()
        self.add_heading("The behaviour")
        self.add("behaviour", "What happens", LongText(lines=4))
        self.add("asks", "What the applicant asks for", LongText(lines=2), optional=True)
        self.add(
            "incidents",
            "Incidents, and whom they were reported to",
            incident_rows(office),
            optional=True,
            hint="Each report counts on its own. Whether it qualifies is worked out for you.",
        )
        self._ask_links()
        self._kind.edited.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Ask what belongs to whoever applies."""
        kind = self._kind.value()
        other = kind not in {None, ApplicantKind.VICTIM}
        for name, shown in (
            ("relation", other),
            ("victim", other),
            ("consent_how", kind is ApplicantKind.ON_BEHALF),
            ("consent_on", kind is ApplicantKind.ON_BEHALF),
        ):
            self.show_only(name, shown=shown)

    def show_review(self, review: CaseReview) -> None:
        """Show an application to be corrected."""
        self.show_values({name: getattr(review, name) for name in _OWN})
        told = {name: getattr(review.applicant, name) for name in _APPLICANT if name != "kind"}
        self.show_values(told | {"applicant": review.applicant.kind})
        for name, kind in (("person", CaseKind.PERSON), ("place", CaseKind.PLACE)):
            id_ = getattr(review, name)
            if id_ is not None:
                words = parties.name_of(self._office, kind, id_)
                self.fields[name].control.set_value(Option(id_, words))
        if review.case is not None:
            self.show_case(review.case)
        self.follow()
        self.mark_saved()

    def show_case(self, case: CaseId) -> None:
        """Show the case it is about."""
        page = lists.case_page(self._office, case)
        option = Option(case, page.case.reference, page.case.title)
        self.fields["case"].control.set_value(option)
        self.mark_saved()

    def _ask_applicant(self) -> None:
        self.add_heading("Who applies")
        self._kind = self.add("applicant", "Who applies", give_way(choice_of(ApplicantKind)))
        self.add("name", "Name of the applicant", Line(longest=LINE_LIMIT))
        self.add("relation", "What they are to the victim", Line(longest=LINE_LIMIT),
                 optional=True, hint="Such as daughter, councillor or neighbour.")  # fmt: skip
        self.add("victim", "Name of the victim", Line(longest=LINE_LIMIT), optional=True)
        self.add("consent_how", "How the victim gave consent", LongText(lines=2), optional=True,
                 hint="In writing, or by telephone to whom.")  # fmt: skip
        self.add("consent_on", "Consent given on", date_back(self._office), optional=True)
        self.add("address", "Address", Line(longest=LINE_LIMIT), optional=True)
        self.add("postcode", "Postcode", PostcodeLine(), optional=True)
        self.add("phone", "Telephone", Line(longest=LINE_LIMIT), optional=True)
        self.add("email", "E-mail", Line(longest=LINE_LIMIT), optional=True)

    def _ask_links(self) -> None:
        office = self._office
        self.add_heading("On file")

        def find_cases(typed: str) -> Sequence[Option]:
            asked = CaseFilter(view=CaseView.ALL, words=typed)
            found = lists.cases(office, asked, CaseOrder(), slice(0, _OFFERED))
            return [Option(row.id, row.reference, row.title) for row in found.rows]

        def find(kind: CaseKind, typed: str) -> Sequence[Option]:
            return parties.offered(office, kind, typed)

        people = SearchChoice(lambda typed: find(CaseKind.PERSON, typed))
        places = SearchChoice(lambda typed: find(CaseKind.PLACE, typed))
        self.add("person", "The victim, if on file", people, optional=True)
        self.add("place", "The place, if on file", places, optional=True)
        self.add("case", "The case it is about", SearchChoice(find_cases), optional=True)


class ApplicationSheet(RecordSheet):
    """The form for a new application; `review_saved(CaseReviewId)` follows.

    *case* is the one it is about, where that is known.
    """

    review_saved = Signal(object)

    def __init__(self, office: Office, case: CaseId | None = None) -> None:
        form = ApplicationForm(office)
        self.id = CaseReviewId(office.new_id())
        form.show_values(
            {"reference": applications.next_reference(office), "received_on": office.today()}
        )
        if case is not None:
            form.show_case(case)

        def keep(given: dict[str, Any]) -> None:
            applications.receive(office, _made(office, given, self.id))

        super().__init__("New application for a case review", form, keep, renamed=_RENAMED)
        self.saved.connect(lambda: self.review_saved.emit(self.id))


def amend_sheet(office: Office, review: CaseReview) -> RecordSheet:
    """Give the form that corrects an application."""
    form = ApplicationForm(office)
    form.show_review(review)

    def keep(given: dict[str, Any]) -> None:
        made = _made(office, given, review.id)
        kept = applications.get(office, review.id)
        facts = {name: getattr(made, name) for name in (*_OWN, *_LINKS, "applicant")}
        applications.amend(office, replace(kept, **facts))

    return RecordSheet("Change the application", form, keep, renamed=_RENAMED)


# What the domain calls the kind of the applicant is its own question here.
_RENAMED = {"kind": "applicant", "decisions": "received_on", "acknowledged_on": "received_on",
            "panels": "received_on", "outcome": "received_on", "appeals": "received_on",
            "closed_on": "received_on"}  # fmt: skip


def _made(office: Office, given: dict[str, Any], id_: CaseReviewId) -> CaseReview:
    """Make a review from the answers of the form.

    Raises:
        Refused: Something is missing or cannot be, each beside its field.
    """
    gathered = Gathering()
    for name, problem in (
        ("applicant", Problem.NOTHING_CHOSEN),
        ("route", Problem.NOTHING_CHOSEN),
        ("received_on", Problem.DATE_MISSING),
    ):
        if given[name] is None:
            gathered.note(FieldProblem(field=name, problem=problem))
    told = {name: given[name] for name in _APPLICANT if name in given}
    kind = given["applicant"] or ApplicantKind.VICTIM
    applicant = gathered.make(lambda: Applicant(**told | {"kind": kind}))
    whole = {name: given[name] for name in (*_OWN, *_LINKS) if name in given} | {
        "route": given["route"] or ApplicationRoute.TELEPHONE,
        "received_on": given["received_on"] or office.today(),
    }
    stand_in = applicant or Applicant(kind=kind, name="-")
    review = gathered.make(lambda: CaseReview(id=id_, applicant=stand_in, **whole))
    gathered.settle()
    assert review is not None  # noqa: S101 - settle has raised where nothing was made
    return review
