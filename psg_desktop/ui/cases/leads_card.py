"""Which other groups led, and what was asked of higher ones."""

from datetime import date

from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import Escalation, ExternalLead
from psg_desktop.domain.lists import CasePage
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.cases.lead_sheets import lead_sheet
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.statuses import dated, span
from psg_desktop.words import dates


class LeadsCard(CaseCard):
    """External leads and escalations, the newest first."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, "External lead and escalations")

    @override
    def concern(self, page: CasePage) -> object:
        return (page.case.external_leads, page.case.escalations)

    @override
    def count(self, page: CasePage) -> int:
        return len(page.case.external_leads) + len(page.case.escalations)

    @override
    def draw(self, page: CasePage) -> None:
        leads = [self._lead(place, one) for place, one in enumerate(page.case.external_leads)]
        asks = [_ask(place, one) for place, one in enumerate(page.case.escalations)]
        if not (leads or asks):
            self.say("No other group has led this case, and nothing was asked of a higher one.")
        self.add_entries([*reversed(leads), *reversed(asks)])

    def _lead(self, place: int, lead: ExternalLead) -> Entry:
        live = lead.until is None and not self.page.case.closed
        change = Step(words="Change", done=lambda: self._change(lead))
        return Entry(
            key=("lead", place),
            title=f"{lead.group} {'leads' if lead.until is None else 'led'}",
            facts=_facts(lead, self.office.today()),
            text=f"The PSG's part: {lead.psg_role}" if lead.psg_role else "",
            about="The PSG's part",
            steps=(change,) if live else (),
        )

    def _change(self, lead: ExternalLead) -> None:
        self.ask(lead_sheet(self.office, self.page.case.id, lead))


def _facts(lead: ExternalLead, today: date) -> str:
    reference = f"their reference {lead.reference}" if lead.reference else ""
    meets = ""
    if lead.next_meeting and lead.until is None:
        meets = f"they meet {dated(lead.next_meeting, today)}"
    known = (lead.level, span(lead.since, lead.until), lead.lead_professional, reference, meets)
    return "  ·  ".join(fact for fact in known if fact)


def _ask(place: int, ask: Escalation) -> Entry:
    answered = (
        f"Answered {dates.grid(ask.answered_on)}: {ask.answer}"
        if ask.answered_on
        else "No answer yet."
    )
    return Entry(
        key=("ask", place),
        title=f"{ask.to} was asked on {dates.grid(ask.on)}",
        text=f"{ask.ask}\n\n{answered}",
        about="What was asked, and the answer",
    )
