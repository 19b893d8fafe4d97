"""The form of an intervention: what, for whom, by whom, from when to when; it proposes dates."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from psg_desktop.casework import lists
from psg_desktop.casework.assessing import intervention_kinds as kinds
from psg_desktop.casework.assessing import interventions
from psg_desktop.casework.assessing.interventions import Serving
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import CaseId, InterventionId
from psg_desktop.domain.intervention_facts import TargetKind
from psg_desktop.domain.intervention_kinds import InterventionKind
from psg_desktop.domain.intervention_lists import HeldIntervention
from psg_desktop.domain.interventions import Intervention
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.lists import CasePage
from psg_desktop.domain.refusals import FieldProblem, Problem, Refused, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import AgencyChoice, give_way
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.record_rows import lines
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import interventions as said

AREA = (TargetKind.AREA, None)
_KINDS = {PartyKind.PERSON: TargetKind.PERSON, PartyKind.PLACE: TargetKind.PLACE}
_SUBJECTS = {CaseKind.PERSON: TargetKind.PERSON, CaseKind.PLACE: TargetKind.PLACE}


def targets(page: CasePage) -> list[Option]:
    """Give everybody and everywhere in a case, its subject first, and a described area."""
    found: dict[Any, str] = {}
    if page.case.kind in _SUBJECTS:
        found[(_SUBJECTS[page.case.kind], page.case.subject)] = page.subject_label
    for row in page.involvements:
        found.setdefault((_KINDS[row.involvement.party_kind], row.involvement.party), row.label)
    named = [Option(key, words or "Not named") for key, words in found.items()]
    return [*named, Option(AREA, "An area, described below")]


class InterventionForm(Form):
    """Asks for an intervention; the last day follows the usual length until it is typed over."""

    def __init__(self, office: Office, page: CasePage) -> None:
        super().__init__()
        self._office, self._case = office, page.case.id
        self._kinds: list[Option] = []
        self.kind = self.add("kind", "Intervention", give_way(Choice((), nothing="Choose one")))
        self.target = self.add(
            "target",
            "For",
            give_way(Choice(targets(page), nothing="Choose whom or what")),
            hint="People and places of the case. Add others to the case first.",
        )
        self.area = self.add("area", "Area", Line(longest=LINE_LIMIT))
        self.add("agency", "Issued by", AgencyChoice(office))
        self.add("officer", "Named officer", Line(longest=LINE_LIMIT), optional=True)
        self.add("reference", "Their number for it", Line(longest=LINE_LIMIT), optional=True)
        self.notes, self.cautions = label(role="hint", wrap=True), label(role="strong", wrap=True)
        self.served_on = self.add(
            "served_on",
            "Served on",
            date_back(office),
            hint="Leave it empty while it is only planned.",
            optional=True,
        )
        self.starts = self.add(
            "starts", "Begins", date_ahead(office), hint="If not on that day.", optional=True
        )
        self.expires = self.add(
            "expires", "Last day", date_ahead(office), hint="Such as 3 dec or +6m.", optional=True
        )
        for words in (self.notes, self.cautions):
            words.hide()
            self.add_widget(words)
        self.add("conditions", "Conditions", conditions(), optional=True)
        self.add("reason", "Why it is used", LongText(lines=3), optional=True)
        self.show_only("area", shown=False)
        self._offer_kinds()
        self._proposed = self.expires.typed()
        self.changed.connect(self._follow)

    def planned(self, given: dict[str, Any]) -> Intervention:
        """Give the plan of what was entered.

        Raises:
            Refused: Nothing is chosen, or the plan could not be.
        """
        row = self._chosen(given)
        target_kind, target = given["target"] or (TargetKind.PERSON, None)
        return Intervention(
            id=InterventionId(self._office.new_id()),
            case=self._case,
            kind=row.code,
            facts=row.facts(None),
            target_kind=target_kind,
            target=target,
            area=given.get("area", ""),
            agency=given["agency"],
            officer=given["officer"],
            reference=given["reference"],
            reason=given["reason"],
            starts=None if given["served_on"] else given["starts"],
            expires=None if given["served_on"] else given["expires"],
            conditions=given["conditions"],
        )

    def _chosen(self, given: dict[str, Any]) -> InterventionKind:
        row = self._row(given["kind"], given["served_on"])
        if row is not None:
            return row
        problem = Problem.NOT_THE_LAW_THEN if given["kind"] else Problem.NOTHING_CHOSEN
        found = [FieldProblem(field="kind", problem=problem)]
        if given["target"] is None:
            found.append(FieldProblem(field="target", problem=Problem.SUBJECT_MISSING))
        raise Refused(*found)

    def _row(self, code: str | None, served: date | None) -> InterventionKind | None:
        day = served or self._office.today()
        return kinds.row_on(kinds.every(self._office), code, day) if code else None

    def _offer_kinds(self) -> None:
        day = self.served_on.value() or self._office.today()
        every, code = kinds.every(self._office), self.kind.value()
        offered = {one.code: one.name for one in every if one.in_force(day)}
        # What is chosen stays chosen: that it was not the law on that day is said when it is kept.
        kept = {one.code: one.name for one in every if one.code == code}
        options = [Option(key, words) for key, words in (kept | offered).items()]
        ordered = sorted(options, key=lambda one: one.words.casefold())
        if ordered != self._kinds:
            self._kinds = ordered
            self.kind.set_options(ordered)

    def _follow(self) -> None:
        self.show_only("area", shown=self.target.value() == AREA)
        if not self.served_on.problem():
            self._offer_kinds()
        seen = self._outlook()
        self._say((), ())
        if seen is None or seen.kind is None:
            return
        if self.expires.typed() == self._proposed:
            self.expires.set_value(seen.expires)
            self._proposed = self.expires.typed()
            seen = self._outlook() or seen
        row = seen.kind or self._row(self.kind.value(), self.served_on.value())
        if row is not None:
            self._say(_notes(row), [said.caution(one, row) for one in seen.cautions])

    def _say(self, notes: Sequence[str], cautions: Sequence[str]) -> None:
        for shown, sentences in ((self.notes, notes), (self.cautions, cautions)):
            shown.setText("\n".join(sentences))
            shown.setVisible(bool(sentences))

    def _outlook(self) -> interventions.Outlook | None:
        given = {name: field.control.value() for name, field in self.fields.items()}
        if given["target"] != AREA:
            given["area"] = ""
        try:
            plan = self.planned(given | {"officer": "", "reason": "", "conditions": ()})
        except Refused:
            return None
        serving = serving_of(given) or Serving(
            on=self._office.today(), starts=given["starts"], expires=given["expires"]
        )
        return interventions.outlook(self._office, plan, serving)


def _notes(row: InterventionKind) -> list[str]:
    issuers = f"Issued by: {row.issuers}." if row.issuers else ""
    breach = f"Breach: {row.breach}" if row.breach else ""
    return [part for part in (issuers, breach) if part]


def conditions() -> Any:
    """Give the editor of conditions, one to a row."""
    return lines("condition", "Condition", lambda: LongText(lines=2))


def serving_of(given: dict[str, Any]) -> Serving | None:
    """Give when it was served, None while it is planned."""
    if given["served_on"] is None:
        return None
    return Serving(on=given["served_on"], starts=given["starts"], expires=given["expires"])


def register_sheet(office: Office, case: CaseId) -> RecordSheet:
    """Give the form that registers an intervention of a case."""
    form = InterventionForm(office, lists.case_page(office, case))

    def keep(given: dict[str, Any]) -> None:
        planned = form.planned(given)
        interventions.register(office, planned, serving_of(given))

    return RecordSheet("Register an intervention", form, keep, save="Register it")


def serve_sheet(office: Office, held: HeldIntervention) -> RecordSheet:
    """Give the form that puts a planned intervention in force."""
    one = held.intervention
    form = _dates_form(office, held)
    form.show_values({"served_on": office.today(), "starts": one.starts})
    seen = interventions.outlook(office, one, Serving(on=office.today(), starts=one.starts))
    form.show_values({"expires": one.expires or seen.expires})

    def keep(given: dict[str, Any]) -> None:
        serving = serving_of(given)
        if serving is None:
            raise refuse("served_on", Problem.DATE_MISSING)
        interventions.serve(office, one.id, serving)

    return RecordSheet("Serve it", form, keep, save="Put it in force")


def renew_sheet(office: Office, held: HeldIntervention) -> RecordSheet:
    """Give the form of the intervention that follows another one, with its conditions."""
    one, today = held.intervention, office.today()
    form = _dates_form(office, held)
    form.add("conditions", "Conditions", conditions(), optional=True)
    starts = max(today, date.fromordinal(one.expires.toordinal() + 1)) if one.expires else today
    plan = replace(one.renewed(one.id, one.facts), target=one.target)
    seen = interventions.outlook(office, plan, Serving(on=today, starts=starts))
    form.show_values(
        {
            "served_on": today,
            "starts": starts,
            "expires": seen.expires,
            "conditions": one.conditions,
        }
    )

    def keep(given: dict[str, Any]) -> None:
        serving = serving_of(given)
        if serving is None:
            raise refuse("served_on", Problem.DATE_MISSING)
        interventions.renew(office, one.id, given["conditions"], serving)

    return RecordSheet("Renew it", form, keep, save="Renew it")


def _dates_form(office: Office, held: HeldIntervention) -> Form:
    form = Form()
    words = f"{held.intervention.facts.name}: {held.target}"
    form.add_widget(label(words, "strong", wrap=True))
    form.add("served_on", "Served on", date_back(office))
    form.add("starts", "Begins", date_ahead(office), hint="If not on that day.", optional=True)
    form.add("expires", "Last day", date_ahead(office), hint="Such as 3 dec.", optional=True)
    return form
