"""Packs of a made-up caseload for the tests and benchmarks of drawing."""

from datetime import date

from psg_desktop.domain.packs import (
    AgencyActions,
    GlanceLine,
    Pack,
    PackAction,
    PackContents,
    PackEntry,
    PackStep,
    approve,
)

AGENCIES = (
    "Fenmarket District Council",
    "Fenshire Constabulary",
    "Fenmarket Homes",
    "Fenshire Fire and Rescue",
    "NHS Fenshire",
    "Fenshire Youth Justice Service",
)
_KINDS = ("Person", "Place", "Project")
_RISKS = ("High", "Medium", "Standard")
_STATES = ("Active plan", "Monitoring", "Assessment", "Escalated")
_FOCUS = (
    "Anti-social behaviour",
    "Exploitation and cuckooing",
    "Noise",
    "Hate incidents",
    "Vehicle nuisance",
    "Rough sleeping",
)
_MONTHS = ("July 2026", "August 2026", "September 2026", "October 2026", "November 2026")
_SENTENCES = (
    "Neighbours in the area report shouting and visitors at night several times a week.",
    "The tenancy is at risk and the person has said that the visitors are not welcome.",
    "A support worker has met the person twice and a joint visit was made in the last month.",
    "Reports fell after the visit but have begun to rise again at weekends.",
    "The household has asked to be moved and is waiting for an offer of a suitable home.",
    "Lighting and planting along the path are being looked at with the parish council.",
)
_STEPS = (
    "Joint visit made; the person agreed to weekly contact.",
    "Warning letter sent and explained in person.",
    "Locks changed and a door viewer fitted.",
    "Referral to the mental health team accepted.",
    "Patrols moved to the times when most reports are made.",
)
_TASKS = (
    "Complete the risk assessment with the support worker present.",
    "Offer a panel meeting about the tenancy and report what was agreed.",
    "Review patrol times against the reports of the last two months.",
    "Draft a community protection warning for the group to see.",
    "Arrange a home fire safety visit.",
)


def entry(number: int) -> PackEntry:
    """Give a made-up case of ordinary length."""
    pick = lambda options, step=1: options[(number * step) % len(options)]  # noqa: E731
    kind = pick(_KINDS)
    return PackEntry(
        reference=f"Case {number}",
        kind=kind,
        focus=tuple(sorted({pick(_FOCUS), pick(_FOCUS, 5)})) if number % 2 else (pick(_FOCUS),),
        age_band="25 to 34" if kind == "Person" else "",
        area=("Fenmarket north", "Fenmarket south", "Fen villages")[number % 3],
        state=pick(_STATES),
        risk=pick(_RISKS, 2),
        opened=pick(_MONTHS),
        agencies=tuple(AGENCIES[(number + step) % len(AGENCIES)] for step in range(2 + number % 2)),
        text=" ".join(_SENTENCES[: 3 + number % 4])
        + "\n\n"
        + " ".join(_SENTENCES[number % 3 : 2 + number % 5]),
        done=tuple(
            PackStep(
                month=month, agency=AGENCIES[(number + at) % 6], what=_STEPS[(number + at) % 5]
            )
            for at, month in enumerate(_MONTHS[: 2 + number % 4])
        ),
        blocked="No move can be offered until a two-bedroom home is free." if number % 3 else "",
        next_review="December 2026" if number % 5 else "",
    )


def actions_for(cases: int) -> tuple[AgencyActions, ...]:
    """Give two or three open actions for each case, gathered by agency."""
    gathered: dict[str, list[PackAction]] = {name: [] for name in AGENCIES}
    for number in range(1, cases + 1):
        for at in range(2 + number % 2):
            late = (number + at) % 7 == 0
            gathered[AGENCIES[(number * 2 + at) % 6]].append(
                PackAction(
                    entry=f"Case {number}",
                    what=_TASKS[(number + at) % 5],
                    due="October 2026"
                    if late
                    else ("" if (number + at) % 6 == 5 else "December 2026"),
                    state="Overdue" if late else ("In progress" if at else "Agreed"),
                    overdue=late,
                )
            )
    return tuple(AgencyActions(agency=name, actions=tuple(its)) for name, its in gathered.items())


def contents(cases: int, *, sample: bool = True) -> PackContents:
    """Give the contents of a pack of so many made-up cases."""
    return PackContents(
        title="Delivery Group pack",
        partnership="Fenmarket Community Safety Partnership",
        marking="OFFICIAL-SENSITIVE",
        handling="Return or destroy after the meeting. Do not copy, photograph or forward.",
        meeting_on=date(2026, 12, 3),
        as_at=date(2026, 11, 22),
        glance=(
            GlanceLine(label="Cases in this pack", figure="41"),
            GlanceLine(label="Open cases", figure="38"),
            GlanceLine(label="Closed cases", figure="3"),
            GlanceLine(label="Opened since the start of September 2026", figure="12"),
            GlanceLine(label="Open actions", figure="96"),
            GlanceLine(label="Overdue actions", figure="14"),
        ),
        entries=tuple(entry(number) for number in range(1, cases + 1)),
        actions=actions_for(cases),
        sample=sample,
    )


def pack(cases: int, *, sample: bool = True) -> Pack:
    """Give an approved pack of so many made-up cases."""
    return approve(contents(cases, sample=sample), undecided=0)


def filled(words: str, *, cases: int = 2) -> PackContents:
    """Give contents with the same words in every field that takes words."""
    step = PackStep(month=words, agency=words, what=words)
    case = PackEntry(
        reference=words,
        kind=words,
        focus=(words,),
        age_band=words,
        area=words,
        state=words,
        risk=words,
        opened=words,
        agencies=(words, words),
        text=words,
        done=(step,),
        blocked=words,
        next_review=words,
    )
    late = PackAction(entry=words, what=words, due=words, state=words, overdue=True)
    open_ = PackAction(entry=words, what=words, due=words, state=words)
    return PackContents(
        title=words,
        partnership=words,
        marking=words,
        handling=words,
        meeting_on=date(2026, 12, 3),
        as_at=date(2026, 11, 22),
        glance=(GlanceLine(label=words, figure=words),),
        entries=(case,) * cases,
        actions=(
            AgencyActions(agency=words, actions=(late, open_)),
            AgencyActions(agency=words, actions=(open_,)),
        ),
    )
