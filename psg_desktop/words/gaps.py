"""What is missing before a meeting, as a sentence with its number, and the step that mends it."""

from psg_desktop.domain.today import Gap

_ONE_AND_MANY = {
    Gap.NO_REVIEW_DATE: ("1 case has no review date.", "{} cases have no review date."),
    Gap.NO_LEAD: ("1 case has no lead agency.", "{} cases have no lead agency."),
    Gap.NO_RISK: ("1 case has no risk level.", "{} cases have no risk level."),
    Gap.NO_OPEN_ACTION: ("1 case has no open action.", "{} cases have no open action."),
    Gap.NO_FOCUS_AREA: ("1 case has no focus area.", "{} cases have no focus area."),
    Gap.PROPOSED_ACTIONS: (
        "1 case has proposed actions that nobody has agreed.",
        "{} cases have proposed actions that nobody has agreed.",
    ),
    Gap.NO_MEETING_PLANNED: ("No meeting is planned.", "No meeting is planned."),
}
_STEPS = {
    Gap.NO_REVIEW_DATE: "Set the review date",
    Gap.NO_LEAD: "Choose the lead agency",
    Gap.NO_RISK: "Set the risk level",
    Gap.NO_OPEN_ACTION: "Add an action",
    Gap.NO_FOCUS_AREA: "Choose the focus areas",
    Gap.PROPOSED_ACTIONS: "Agree the actions",
    Gap.NO_MEETING_PLANNED: "Plan the next meeting",
}


def sentence(gap: Gap, count: int) -> str:
    """Say what is missing in how many cases."""
    one, many = _ONE_AND_MANY[gap]
    return one if count == 1 else many.format(f"{count:,}")


def step(gap: Gap) -> str:
    """Give the words of the button that mends it."""
    return _STEPS[gap]
