"""Police figures of a quarter in words: how they stand, and the evidence of a proposal."""

from collections.abc import Sequence
from datetime import date

from psg_desktop.domain.area_proposals import Issue, Proposal
from psg_desktop.domain.police_review import ALL, FEWEST, Change, WardFigure, places_of_the_top
from psg_desktop.domain.priority_areas import PriorityStage
from psg_desktop.words import names, quarters

PROPOSALS_NOTE = (
    "A proposal rests on police-recorded figures alone. The data review decides, with what the "
    "partners know, and it is put on record with who decided."
)
_WHY = {
    PriorityStage.EMERGING: "Several or rising issues.",
    PriorityStage.PREVENTING: "Growth, not yet among the highest.",
    PriorityStage.SUSTAINING: "Known issues that go on.",
    PriorityStage.DISCHARGED: "Nothing stands out in this quarter and the one before.",
}
_SHOWN = 4


def note(wards: int) -> str:
    """Say how the table is to be read, for a district of so many wards."""
    return (
        f"Counts, not rates per resident. Top fifth: of {wards} wards at most "
        f"{places_of_the_top(wards)}, and never with fewer than {FEWEST} in the quarter. Higher "
        "and lower are said only of a difference larger than chance would make. Rate per quarter: "
        "over the months on record of the last twelve."
    )


def category(code: str) -> str:
    """Give a category as published; all of them together have a name of ours."""
    return code or "All categories"


def change(figure: WardFigure) -> str:
    """Give how many more or fewer than the year before, such as "+15"."""
    if figure.before is None:
        return ""
    return f"{figure.count - figure.before:+,}".replace("+0", "0").replace("-", "\N{MINUS SIGN}")


def before(figure: WardFigure) -> str:
    """Give the count of the same quarter a year before."""
    return "not known" if figure.before is None else f"{figure.before:,}"


def leading(figure: WardFigure) -> str:
    """Give "Top fifth" where a ward is in it."""
    return "Top fifth" if figure.leading else ""


def judged(figure: WardFigure) -> str:
    """Give the word for a change that is larger than chance, "" where there is none."""
    if figure.change in (None, Change.LEVEL):
        return ""
    return names.name(figure.change)


def rate(figure: WardFigure) -> str:
    """Give the count of three months over the last year, to one decimal."""
    return "" if figure.rate is None else f"{figure.rate:,.1f}"


def quarter_known(quarter: date, known: int) -> str:
    """Give a quarter for a list, with how many of its months are on record where not all are."""
    said = f"{quarters.quarter(quarter)}, {quarters.months(quarter)}"
    return said if known == 3 else f"{said} ({known} of 3 months)"  # noqa: PLR2004 - of a quarter


def heading(proposal: Proposal, ward: str) -> str:
    """Give the heading of a proposal, such as "Ely West: Emerging"."""
    return f"{ward}: {names.name(proposal.stage)}"


def why(proposal: Proposal) -> str:
    """Give why a stage is proposed, and where the ward stands now."""
    if proposal.now is None:
        return _WHY[proposal.stage]
    return f"{_WHY[proposal.stage]} Now at {names.name(proposal.now)}."


def evidence(proposal: Proposal, *, made_up: bool = False) -> str:
    """Give the evidence of a proposal in sentences, as it goes on record."""
    flags = proposal.flags
    said = [f"Police-recorded, {quarters.months(proposal.quarter)}."]
    if flags.leading:
        said.append(f"In the top fifth of wards for {_joined([_led(i) for i in flags.leading])}.")
    if flags.rising:
        rising = _joined([_rose(one) for one in flags.rising])
        said.append(f"Higher than in the same quarter a year before: {rising}.")
    if proposal.stage is PriorityStage.DISCHARGED:
        said.append(
            "In no category in the top fifth of wards in this quarter or the one before, and none "
            "higher than a year before."
        )
    elif flags.led_before is not None:
        count = flags.led_before
        noun = "category" if count == 1 else "categories"
        said.append(f"In the quarter before, in the top fifth for {count or 'no'} {noun}.")
    source = "Figures made up for the sample." if made_up else "Source: data.police.uk."
    return " ".join([*said, source])


def no_proposal(months: int) -> str:
    """Say why nothing is proposed."""
    if months < 3:  # noqa: PLR2004 - of a quarter
        return (
            f"Only {months} of the 3 months of this quarter are on record. Proposals are made once "
            "all three are."
        )
    return "The figures of this quarter propose no change to any ward."


def summary(found: int, wards: int) -> str:
    """Give how many proposals there are."""
    if not found:
        return "The figures propose no change"
    noun = "ward" if wards == 1 else "wards"
    return f"{found:,} of {wards:,} {noun} proposed"


def _led(issue: Issue) -> str:
    return f"{_lower(issue.category)} ({issue.figure.count:,})"


def _rose(issue: Issue) -> str:
    return f"{_lower(issue.category)} ({issue.figure.count:,}, was {issue.figure.before or 0:,})"


def _lower(name: str) -> str:
    return name if name == ALL else name[0].lower() + name[1:]


def _joined(parts: Sequence[str]) -> str:
    shown, more = list(parts[:_SHOWN]), len(parts) - _SHOWN
    if more > 0:
        shown.append(f"{more} more")
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
