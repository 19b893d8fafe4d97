"""Leads from a line of the first page to the part of a case it is about."""

from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.today import cards


def show_part(
    screen: CaseScreen, target: cards.OpenAction | cards.OpenIntervention | cards.AskHeld
) -> None:
    """Show an action or an intervention of a case, or ask whether its closing held."""
    match target:
        case cards.OpenAction():
            screen.go("plan")
        case cards.OpenIntervention():
            screen.go("interventions")
        case cards.AskHeld():
            screen.decisions.ask_whether_it_held()
