"""Cases that belong together with this one."""

from functools import partial

from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import involvements
from psg_desktop.domain.lists import CasePage, LinkedCase
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.cases.role_sheets import link_sheet
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.widgets.buttons import button


class RelatedCard(CaseCard):
    """Linked cases; each opens the case it names."""

    def __init__(self, office: Office) -> None:
        add = button("Link another case", "link")
        super().__init__(office, "Related cases", add)
        add.clicked.connect(lambda: self.ask(link_sheet(self.office, self.page.case.id)))

    @override
    def concern(self, page: CasePage) -> object:
        return page.links

    @override
    def count(self, page: CasePage) -> int:
        return len(page.links)

    @override
    def draw(self, page: CasePage) -> None:
        if not page.links:
            self.say("No other case is linked with this one.")
        self.add_entries([self._entry(one, closed=page.case.closed) for one in page.links])

    def _entry(self, linked: LinkedCase, *, closed: bool) -> Entry:
        unlink = Step(
            words="Remove the link", done=partial(involvements.unlink, self.office, linked.link)
        )
        return Entry(
            key=linked.link,
            title=f"{linked.reference}  {linked.title}",
            facts=linked.nature,
            opens=partial(self.case_chosen.emit, linked.case),
            steps=() if closed else (unlink,),
        )
