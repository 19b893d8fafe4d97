"""On which legal basis the case is worked, and what was told to whom."""

from typing import Any

from typing_extensions import override

from psg_desktop.casework import lists
from psg_desktop.casework.attaching import attachments
from psg_desktop.casework.information_law import information
from psg_desktop.casework.information_law.information import Information
from psg_desktop.casework.office import Office
from psg_desktop.domain.attachments import CopyOut
from psg_desktop.domain.ids import CaseId, DisclosureId, LegalBasisId
from psg_desktop.domain.information import Basis, Disclosure, Gateway, LegalBasis
from psg_desktop.domain.lists import CasePage
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.parts.choosing import AgencyChoice, choice_of, give_way
from psg_desktop.ui.parts.entry_lines import Entry
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.words import dates, names

_USUAL = (
    "The usual basis: public task (UK GDPR article 6(1)(e)), with substantial public interest for "
    "what is sensitive (Data Protection Act 2018, Schedule 1, Part 2, paragraphs 10 and 18)."
)


class InformationCard(CaseCard):
    """The basis in force, and the log of disclosures, the newest first."""

    def __init__(self, office: Office) -> None:
        self.tell = button("Record a disclosure", "plus")
        self.basis = button("Change the legal basis")
        super().__init__(office, "Information", self.tell, self.basis)
        self.tell.clicked.connect(lambda: self.ask(disclosure_sheet(office, self.page.case.id)))
        self.basis.clicked.connect(lambda: self.ask(basis_sheet(office, self.page.case.id)))

    @override
    def show_page(self, page: CasePage) -> None:
        super().show_page(page)
        # What is told about a closed case is recorded too.
        for tool in self.tools:
            tool.setVisible(True)

    @override
    def concern(self, page: CasePage) -> object:
        return information.of_case(self.office, page.case.id), self._copied(page)

    @override
    def count(self, page: CasePage) -> int:
        return len(information.of_case(self.office, page.case.id).disclosures)

    @override
    def draw(self, page: CasePage) -> None:
        known = information.of_case(self.office, page.case.id)
        if not known.bases:
            self.say(_USUAL)
        copied = self._copied(page)
        told = [*self._told(known), *(_copy(title, one) for title, one in copied)]
        self.add_entries([*(_basis(one) for one in known.bases), *told])
        if not told:
            self.say("Nothing told to anybody outside the group is on record.")

    def _copied(self, page: CasePage) -> tuple[tuple[str, CopyOut], ...]:
        """Read which documents of the case were copied outside the vault."""
        found = attachments.of_case(self.office, page.case.id)
        return tuple((one.title, copy) for one in found for copy in one.copies)

    def _told(self, known: Information) -> list[Entry]:
        short = lists.agency_names(self.office)
        told = [_disclosure(one, short.get(one.agency, "") if one.agency else "")
                for one in known.disclosures]  # fmt: skip
        packs = [
            Entry(
                key=("pack", one.id),
                title=f"In the {names.name(one.kind)} for {dates.grid(one.meeting_on)}",
                facts="Depersonalised: it named nobody",
            )
            for one in known.releases
        ]
        return told + packs


def _basis(one: LegalBasis) -> Entry:
    consent = f"given by {one.consent_by}: {one.consent_how}" if one.consent_by else ""
    facts = (f"from {dates.grid(one.since)}", consent)
    return Entry(
        key=("basis", one.id),
        title=f"Legal basis: {names.name(one.basis)}",
        facts="  ·  ".join(part for part in facts if part),
        text=one.reason,
        about="Why this basis",
    )


def _copy(title: str, one: CopyOut) -> Entry:
    to = f" for {one.for_whom}" if one.for_whom else ""
    return Entry(
        key=("copy", title, one),
        title=f"Copy of “{title}” saved outside the vault on {dates.grid(one.on)}{to}",
        facts=f"by {one.by}",
        text=one.why,
        about="What the copy was for",
    )


def _disclosure(one: Disclosure, agency: str) -> Entry:
    to = ", ".join(part for part in (one.recipient, agency) if part)
    return Entry(
        key=("told", one.id),
        title=f"Told to {to} on {dates.grid(one.on)}",
        facts=f"{names.name(one.gateway)}  ·  by {one.told_by}",
        text=f"{one.what}\n\nWhy: {one.why}",
        about="What was told, and why",
    )


def basis_sheet(office: Office, case: CaseId) -> RecordSheet:
    """Give the form that records on which basis a case is worked."""
    form = Form()
    form.add("basis", "Legal basis", give_way(choice_of(Basis)))
    form.add("since", "From", date_back(office))
    form.add("reason", "Why this basis", LongText(lines=3))
    form.add(
        "consent_by", "Who gave consent", Line(longest=LINE_LIMIT), optional=True,
        hint="Only where the basis is consent. It is never taken for granted.",
    )  # fmt: skip
    form.add("consent_how", "How it was given", LongText(lines=2), optional=True)
    form.show_values({"basis": Basis.PUBLIC_TASK, "since": office.today()})
    form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        given["since"] = given["since"] or office.today()
        made = LegalBasis(id=LegalBasisId(office.new_id()), case=case, **given)
        information.set_basis(office, made)

    return RecordSheet("Legal basis", form, keep)


def disclosure_sheet(office: Office, case: CaseId) -> RecordSheet:
    """Give the form that records what was told to whom."""
    form = Form()
    form.add("on", "Told on", date_back(office))
    form.add("agency", "Agency", AgencyChoice(office, nothing="None"), optional=True)
    form.add("recipient", "Whom", Line(longest=LINE_LIMIT), optional=True)
    form.add("what", "What was told", LongText(lines=3))
    form.add("why", "Why", LongText(lines=3), hint="The purpose, and why no less would have done.")
    form.add("gateway", "Under", give_way(choice_of(Gateway)))
    form.add("told_by", "Who told it", Line(longest=LINE_LIMIT))
    form.show_values({"on": office.today(), "gateway": Gateway.SECTION_115})
    form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        given["on"] = given["on"] or office.today()
        made = Disclosure(id=DisclosureId(office.new_id()), case=case, **given)
        information.disclose(office, made)

    return RecordSheet("Record a disclosure", form, keep)
