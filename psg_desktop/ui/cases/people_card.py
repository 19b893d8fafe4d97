"""Who and what is around a case, in which role and from when to when."""

from functools import partial

from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.lists import CasePage, InvolvementRow
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.cases.role_sheets import amend_role_sheet, end_role_sheet, involve_sheet
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.statuses import span
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.words import names

_KINDS = {PartyKind.PERSON: CaseKind.PERSON, PartyKind.PLACE: CaseKind.PLACE}


class PeopleCard(CaseCard):
    """People and places with their roles: those of today first, past ones below."""

    def __init__(self, office: Office) -> None:
        person, place = button("Add a person", "person"), button("Add a place", "place")
        super().__init__(office, "People and places", person, place)
        person.clicked.connect(lambda: self._add(PartyKind.PERSON))
        place.clicked.connect(lambda: self._add(PartyKind.PLACE))

    @override
    def concern(self, page: CasePage) -> object:
        return page.involvements

    @override
    def count(self, page: CasePage) -> int:
        return len(page.involvements)

    @override
    def draw(self, page: CasePage) -> None:
        if not page.involvements:
            self.say("Nobody and nowhere is named in this case yet.")
        today = self.office.today()
        past = {row for row in page.involvements if (row.involvement.until or today) < today}
        rows = sorted(page.involvements, key=lambda row: row in past)
        self.add_entries(
            [self._entry(row, over=row in past, closed=page.case.closed) for row in rows]
        )

    def _entry(self, row: InvolvementRow, *, over: bool, closed: bool) -> Entry:
        one = row.involvement
        kind = _KINDS[one.party_kind]
        role = names.name(one.role) + (" (ended)" if over else "")
        facts = ", ".join(part for part in (role, span(one.since, one.until), one.remark) if part)
        steps = [Step(words="Change", done=partial(self._change, row))]
        if one.until is None:
            steps.append(Step(words="End", done=partial(self._end, row)))
        return Entry(
            key=one.id,
            title=row.label or "Not named",
            facts=facts,
            opens=partial(self.party_chosen.emit, kind, one.party),
            steps=() if closed else steps,
            about=role,
        )

    def _add(self, kind: PartyKind) -> None:
        self.ask(involve_sheet(self.office, self.page.case.id, kind))

    def _change(self, row: InvolvementRow) -> None:
        self.ask(amend_role_sheet(self.office, row))

    def _end(self, row: InvolvementRow) -> None:
        self.ask(end_role_sheet(self.office, row))
