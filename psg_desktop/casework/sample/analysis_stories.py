"""Problem analyses of the sample: what was counted, why it goes on, what was tried on each side."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import timedelta

from psg_desktop.casework.caseload import problem_analyses
from psg_desktop.casework.office import Office
from psg_desktop.casework.sample.choosing import About, about, still_open
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.ids import CaseId, ProblemAnalysisId
from psg_desktop.domain.problem_analyses import (
    Baseline,
    ProblemAnalysis,
    ProblemResult,
    Response,
    Side,
)

ANALYSED, ASSESSED = 97, 12  # days ago
_COUNTED = timedelta(days=60)
_ASSESS_AFTER = timedelta(days=84)
_LATER = timedelta(days=42)
_MOST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Analysed:
    """An analysis that fits every case of a story."""

    objective: str
    statement: str
    measure: str
    count: int
    hypothesis: str
    responses: tuple[tuple[Side, str], ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Assessed:
    """What had become of a problem."""

    result: ProblemResult
    share: float  # of the count before, from 0 to 1
    finding: str
    differently: str


_RESULT = _Assessed(
    result=ProblemResult.REDUCED,
    share=0.4,
    finding="Counted from the same reports over as many days. The fall began in the second week "
    "and held.",
    differently="Name who counts at the start: two agencies counted and differed.",
)
_STORIES = {
    About(CaseKind.PLACE, "drug_dealing"): _Analysed(
        objective="Staff find no needles on three mornings out of four.",
        statement="Staff and visitors are put at risk by needles and dealing, after dark and out "
        "of sight of the street.",
        measure="Needles found by staff",
        count=63,
        hypothesis="The place is dark, unwatched and open all night, and the door does not lock.",
        responses=(
            (Side.LOCATION, "Close the hidden part at 8pm and repair the door."),
            (Side.PLACE_MANAGER, "The owner logs what staff find each morning."),
            (Side.OFFENDER, "Plain-clothes patrols at the hours when dealing is seen."),
            (Side.HANDLER, "Outreach meets those who use there, at the same hours."),
        ),
    ),
    About(CaseKind.PERSON, "high_demand"): _Analysed(
        objective="Calls at night fall by half, and the need behind them is met.",
        statement="A frightened person calls at night, and crews are kept from other calls.",
        measure="Calls to 999 at night",
        count=41,
        hypothesis="Nights are lonely since a bereavement, and each call is answered anew.",
        responses=(
            (Side.VICTIM, "One named contact, and an assessment by the community team."),
            (Side.HANDLER, "The family stays at weekends as it offered to."),
            (Side.GUARDIAN, "A call-handling plan in the control room."),
        ),
    ),
    About(CaseKind.PLACE, "youth_asb"): _Analysed(
        objective="Half as many reports on Friday nights, and somewhere to go.",
        statement="Residents are kept awake and benches are burnt by groups on Friday nights.",
        measure="Reports on Friday nights",
        count=22,
        hypothesis="There is nowhere dry to go nearby, and the far corner is dark.",
        responses=(
            (Side.LOCATION, "Light the far corner and take the burnt benches away."),
            (Side.HANDLER, "Detached youth work on Fridays for twelve weeks."),
            (Side.GUARDIAN, "Patrols pass at the hours residents name."),
        ),
    ),
    About(CaseKind.PERSON, "cuckooing"): _Analysed(
        objective="Nobody stays in the home whom the tenant did not ask in.",
        statement="The tenant is afraid in the home, and neighbours meet strangers at all hours.",
        measure="Reports of visitors by neighbours",
        count=19,
        hypothesis="The door is weak, nobody calls in the day, and the tenant owes a debt.",
        responses=(
            (Side.VICTIM, "Weekly visits and a key worker for the tenant."),
            (Side.LOCATION, "A secure door."),
            (Side.OFFENDER, "A closure notice is drafted should the visitors come back."),
            (Side.GUARDIAN, "One number for neighbours, answered by housing."),
        ),
    ),
    About(CaseKind.PLACE, "fly_tipping"): _Analysed(
        objective="No load is left for two months.",
        statement="Residents live beside waste that is dumped by van, mostly at weekends, and "
        "that has been set alight.",
        measure="Loads cleared by the council",
        count=14,
        hypothesis="The spot cannot be seen from a window, and waste that lies there draws more.",
        responses=(
            (Side.LOCATION, "Clear within a day, put up a sign and a camera."),
            (Side.OFFENDER, "Penalty notices from the camera's pictures."),
            (Side.GUARDIAN, "Residents report loads with a photograph on the day."),
        ),
    ),
    About(CaseKind.PERSON, "neighbour_dispute"): _Analysed(
        objective="Neither household rings the police about the other for two months.",
        statement="Two households feel threatened by each other, and children stay indoors.",
        measure="Calls to the police by either household",
        count=11,
        hypothesis="The wall carries every sound, and filming made both sides distrust.",
        responses=(
            (Side.VICTIM, "Both households have the same officer to ring."),
            (Side.OFFENDER, "An agreement both sides sign."),
            (Side.LOCATION, "The landlord looks at the wall's insulation."),
        ),
    ),
    About(CaseKind.PLACE, "night_time_economy"): _Analysed(
        objective="No injury outside the premises for eight weeks.",
        statement="Customers are hurt in fights at closing time on Fridays and Saturdays.",
        measure="Incidents between 11pm and 3am",
        count=17,
        hypothesis="Everybody leaves at once and waits for few taxis at one narrow place.",
        responses=(
            (Side.PLACE_MANAGER, "Door staff on Saturdays, and last orders half an hour earlier."),
            (Side.LOCATION, "Move the taxi rank to the wider side of the street."),
            (Side.VICTIM, "Staff offer water and a place to wait inside."),
        ),
    ),
}


def analyse(office: Office, lasting: Collection[CaseId]) -> None:
    """Analyse the problem of a few cases, the newest of each story."""
    cases = {about(one): one for one in still_open(office, lasting)}
    fitting = [(cases[story], told) for story, told in _STORIES.items() if story in cases]
    for place, (case, told) in enumerate(fitting[:_MOST]):
        problem_analyses.save(office, _analysis(office, case, told, later=place > 1))


def assess(office: Office) -> None:
    """Assess the first analysis whose result is due."""
    for due in problem_analyses.results_due(office)[:1]:
        analysis = due.analysis
        count = round((analysis.baseline.count or 0) * _RESULT.share)
        problem_analyses.assess(
            office,
            replace(
                analysis,
                assessed_on=office.today(),
                result=_RESULT.result,
                count_after=count,
                finding=_RESULT.finding,
                differently=_RESULT.differently,
            ),
        )


def _analysis(office: Office, case: Case, told: _Analysed, *, later: bool) -> ProblemAnalysis:
    today = office.today()
    return ProblemAnalysis(
        id=ProblemAnalysisId(office.new_id()),
        case=case.id,
        objective=told.objective,
        statement=told.statement,
        baseline=Baseline(
            measure=told.measure,
            count=told.count,
            since=today - _COUNTED,
            until=today - timedelta(days=1),
        ),
        hypothesis=told.hypothesis,
        responses=tuple(Response(side=side, text=text) for side, text in told.responses),
        assess_on=today + _ASSESS_AFTER + (_LATER if later else timedelta()),
    )
