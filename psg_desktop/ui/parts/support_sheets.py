"""Forms around support: an offer, what became of it, and attempts at contact."""

from dataclasses import replace
from typing import Any

from psg_desktop.casework.caseload import support
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import SupportOfferId
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.lists import CasePage
from psg_desktop.domain.refusals import FieldProblem, Problem, refuse
from psg_desktop.domain.support import (
    UNTAKEN_SUPPORT,
    Attempt,
    ContactResult,
    ContactWay,
    SupportAnswer,
    SupportOffer,
    SupportPurpose,
    SupportState,
)
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import AgencyChoice, choice_of, give_way, options_of
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.record_rows import RecordRows
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet, edited
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.row_editor import Cells

_ATTEMPT = ("on", "how", "result", "by", "note")


def people_of(page: CasePage) -> list[Option]:
    """Give the people of a case, its subject first."""
    found = {page.case.subject: page.subject_label} if page.case.kind is CaseKind.PERSON else {}
    for row in page.involvements:
        if row.involvement.party_kind is PartyKind.PERSON:
            found.setdefault(row.involvement.party, row.label)
    return [Option(key, words or "Not named") for key, words in found.items()]


def attempt_rows(office: Office) -> RecordRows:
    """Give an editor of attempts at contact; the value is a tuple of them."""

    def cells() -> Cells:
        return {
            "on": ("When", date_back(office)),
            "how": ("How", give_way(choice_of(ContactWay))),
            "result": ("Result", give_way(choice_of(ContactResult))),
            "by": ("By whom", Line(longest=LINE_LIMIT)),
            "note": ("Note", Line(longest=LINE_LIMIT)),
        }

    def shown(made: Attempt) -> dict[str, Any]:
        return {name: getattr(made, name) for name in _ATTEMPT}

    return RecordRows("attempt", cells, _attempt, shown)


def offer_sheet(office: Office, page: CasePage, offer: SupportOffer | None = None) -> RecordSheet:
    """Give the form that records an offer of support, or corrects one."""
    form = Form()
    form.add("support", "Type of support", _codes(office, SupportPurpose.TYPE, offer))
    form.add("what", "What was offered", LongText(lines=2), optional=True)
    people = give_way(Choice(people_of(page), nothing="Everybody concerned"))
    form.add("person", "To whom", people, optional=True, hint="People of the case.")
    agency = AgencyChoice(office, nothing="Not said")
    form.add("agency", "Offered by", agency, optional=True)
    form.add("officer", "Named worker", Line(longest=LINE_LIMIT), optional=True)
    form.add("offered_on", "Offered on", date_back(office))
    if offer is None:
        form.add("attempts", "Attempts at contact so far", attempt_rows(office), optional=True)
        form.show_values({"offered_on": office.today()})
    else:
        names = ("support", "what", "person", "agency", "officer", "offered_on")
        form.show_values({name: getattr(offer, name) for name in names})

    def keep(given: dict[str, Any]) -> None:
        gathered = Gathering()
        if given["offered_on"] is None:
            gathered.note(FieldProblem(field="offered_on", problem=Problem.DATE_MISSING))
        whole = given | {
            "offered_on": given["offered_on"] or office.today(),
            "support": given["support"] or "",
        }
        id_ = SupportOfferId(office.new_id())
        base = offer or SupportOffer(
            id=id_, case=page.case.id, support="-", offered_on=office.today()
        )
        made = gathered.make(lambda: replace(base, **edited(base, whole)))
        gathered.settle()
        if made is not None:
            (support.offer if offer is None else support.amend)(office, made)

    title = "Change the offer of support" if offer else "Record an offer of support"
    return RecordSheet(title, form, keep)


class AnswerForm(Form):
    """Asks what became of an offer; why is asked where it was not taken up."""

    def __init__(self, office: Office, offer: SupportOffer) -> None:
        super().__init__()
        state = choice_of(SupportState)
        state.set_options(
            [one for one in options_of(SupportState) if one.key is not SupportState.OFFERED]
        )
        self.state = self.add("state", "What became of it", state)
        self.reason = self.add("reason", "Why", _codes(office, SupportPurpose.REASON))
        self.add("on", "On", date_back(office))
        self.add("remark", "In their own words, or yours", LongText(lines=2), optional=True)
        self._held = held = len(offer.attempts)
        hint = f"{held} on record already." if held else "None on record yet."
        self.add("attempts", "Attempts at contact to add", attempt_rows(office), optional=True,
                 hint=hint)  # fmt: skip
        self.show_values({"on": office.today()})
        self.state.edited.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Ask why where support was not taken up, and for an attempt where nobody was reached."""
        self.show_only("reason", shown=self.state.value() in UNTAKEN_SUPPORT)
        needed = self.state.value() is SupportState.NOT_REACHED and not self._held
        self.fields["attempts"].show_optional(optional=not needed)


def answer_sheet(office: Office, offer: SupportOffer) -> RecordSheet:
    """Give the form that records what became of an offer."""

    def keep(given: dict[str, Any]) -> None:
        gathered = Gathering()
        if given["on"] is None:
            gathered.note(FieldProblem(field="on", problem=Problem.DATE_MISSING))
        if given["state"] is None:
            gathered.note(FieldProblem(field="state", problem=Problem.ANSWER_MISSING))
        made = gathered.make(
            lambda: SupportAnswer(
                state=given["state"] or SupportState.ACCEPTED,
                on=given["on"] or office.today(),
                reason=given.get("reason") or "",
                remark=given["remark"],
            )
        )
        gathered.settle()
        if made is not None:
            support.answer(office, offer.id, made, *given["attempts"])

    return RecordSheet("What became of the offer", AnswerForm(office, offer), keep)


def attempt_sheet(office: Office, offer: SupportOffer, place: int | None = None) -> RecordSheet:
    """Give the form that records an attempt at contact; *place* is the one it corrects."""
    form = Form()
    form.add("on", "When", date_back(office))
    form.add("how", "How", choice_of(ContactWay))
    form.add("result", "Result", choice_of(ContactResult))
    form.add("by", "By whom", Line(longest=LINE_LIMIT), optional=True)
    form.add("note", "Note", LongText(lines=2), optional=True)
    if place is None:
        form.show_values({"on": office.today(), "by": offer.officer})
    else:
        form.show_values({name: getattr(offer.attempts[place], name) for name in _ATTEMPT})

    def keep(given: dict[str, Any]) -> None:
        made = _attempt(given)
        if place is None:
            support.record_attempt(office, offer.id, made)
        else:
            support.correct_attempt(office, offer.id, place, made)

    title = "Record an attempt at contact" if place is None else "Correct the attempt"
    return RecordSheet(title, form, keep, renamed={"attempts": "on"})


def _attempt(given: dict[str, Any]) -> Attempt:
    """Make an attempt from answers.

    Raises:
        Refused: The day, the way or the result is missing.
    """
    if given["on"] is None:
        raise refuse("on", Problem.DATE_MISSING)
    whole = given | {"how": given["how"] or "", "result": given["result"] or ""}
    return Attempt(**whole)


def _codes(office: Office, purpose: SupportPurpose, offer: SupportOffer | None = None) -> Choice:
    today = office.today()
    options = [
        Option(one.code, one.name)
        for one in support.codes(office)
        if one.purpose is purpose
        and (one.in_force(today) or (offer is not None and one.code == offer.support))
    ]
    return give_way(Choice(options, nothing="Choose one"))
