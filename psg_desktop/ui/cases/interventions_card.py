"""The interventions of a case: what runs, until when, and what waits for somebody."""

from collections.abc import Callable
from functools import partial

from typing_extensions import override

from psg_desktop.casework.assessing import register
from psg_desktop.casework.office import Office
from psg_desktop.domain.intervention_facts import InterventionState
from psg_desktop.domain.intervention_lists import HeldIntervention
from psg_desktop.domain.lists import CasePage
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.parts import intervention_form as forms
from psg_desktop.ui.parts import intervention_sheets as sheets
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.intervention_entries import held_entry
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.buttons import button

_SheetOf = Callable[[Office, HeldIntervention], RecordSheet]
# What happens to an order is kept after its case is closed; a new one needs the case open.
_OF_OPEN_CASES: frozenset[_SheetOf] = frozenset({forms.renew_sheet, sheets.change_sheet})


class InterventionsCard(CaseCard):
    """Interventions with their clocks, those in force first."""

    def __init__(self, office: Office) -> None:
        add = button("Register an intervention", "intervention")
        super().__init__(office, "Interventions", add)
        add.clicked.connect(self.register)
        self._held: tuple[HeldIntervention, ...] = ()

    def register(self) -> None:
        """Ask for a new intervention."""
        self.ask(forms.register_sheet(self.office, self.page.case.id))

    @override
    def concern(self, page: CasePage) -> object:
        self._held = register.of_case(self.office, page.case.id)
        return self._held

    @override
    def count(self, page: CasePage) -> int:
        del page
        today = self.office.today()
        return sum(held.intervention.live(today) for held in self._held)

    @override
    def draw(self, page: CasePage) -> None:
        if not self._held:
            self.say("None yet. Warnings, notices, orders and support are kept here with dates.")
        self.add_entries([self._entry(held, closed=page.case.closed) for held in self._held])

    def _entry(self, held: HeldIntervention, *, closed: bool) -> Entry:
        one = held.intervention
        goes_on = one.served and one.facts.outlives_case
        steps = [
            Step(words=words, done=partial(self._do, sheet, held))
            for words, sheet in _steps(held, live=one.live(self.office.today()))
            if not closed or (goes_on and sheet not in _OF_OPEN_CASES)
        ]
        return held_entry(held, self.office.today(), steps)

    def _do(self, sheet: _SheetOf, held: HeldIntervention) -> None:
        self.ask(sheet(self.office, held))


def _steps(held: HeldIntervention, *, live: bool) -> list[tuple[str, _SheetOf]]:
    """Give what can be done with an intervention now, the likeliest first."""
    one = held.intervention
    if one.state is InterventionState.PLANNED:
        return [
            ("Serve", forms.serve_sheet),
            ("Change", sheets.change_sheet),
            ("Withdraw", sheets.withdraw_sheet),
        ]
    if one.state in {InterventionState.WITHDRAWN, InterventionState.QUASHED}:
        return []
    pending = one.appeal is not None and one.appeal.outcome is None
    in_force = one.state is InterventionState.IN_FORCE
    possible: tuple[tuple[str, _SheetOf, bool], ...] = (
        ("Answer the breach", sheets.answer_sheet, one.unanswered_since is not None),
        ("Record a breach", sheets.breach_sheet, not one.facts.one_off),
        ("Review", sheets.review_sheet, in_force),
        ("Outcome of the appeal", sheets.decide_sheet, pending),
        ("Record an appeal", sheets.appeal_sheet, one.appeal is None and not one.facts.one_off),
        ("Renew", forms.renew_sheet, not held.renewed and not one.facts.one_off),
        ("Change", sheets.change_sheet, True),
        ("End early", sheets.end_sheet, live),
        ("Withdraw", sheets.withdraw_sheet, live or (in_force and one.facts.one_off)),
    )
    return [(words, sheet) for words, sheet, there in possible if there]
