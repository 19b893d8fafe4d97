"""Names and plain-English definitions of everything that statistics count."""

from psg_desktop.domain.statistics.measures import CountedUnit, MeasureCode, Source
from psg_desktop.domain.statistics.open_figures import OpenFigureCode
from psg_desktop.words.breakdowns import Defined

_AT_THE_END = (
    "What became of it is read as it stood at the end of the quarter it was due in, so a number "
    "of a quarter that is over does not change later."
)
_OPEN = (
    "A case is open from the day it is opened, or opened again, up to the day before it is closed, "
    "whatever is done with it meanwhile: a case on hold or led by another group is open."
)

_MEASURES: dict[MeasureCode, Defined] = {
    MeasureCode.OPEN_AT_START: Defined(
        "Open at the start",
        "Cases that were open at the end of the day before the period began. It is the same "
        f"number as open at the end of the quarter before. {_OPEN}",
    ),
    MeasureCode.REFERRED: Defined(
        "Referred",
        "Referrals received in the period, whatever was decided later. Each referral counts once, "
        "also where several are about the same person, place or project.",
    ),
    MeasureCode.DECIDED: Defined(
        "Decided",
        "Referrals decided in the period, whenever they were received: those accepted and those "
        "not accepted.",
    ),
    MeasureCode.ACCEPTED: Defined(
        "Accepted",
        "Referrals decided in the period that the group took on, as a new case or as part of one "
        "that was open.",
    ),
    MeasureCode.NOT_ACCEPTED: Defined(
        "Not accepted",
        "Referrals decided in the period that the group did not take on: below the threshold, for "
        "one agency to manage, sent to another group, about a case that was there already, "
        "answered with advice, or withdrawn.",
    ),
    MeasureCode.UNDECIDED_AT_END: Defined(
        "Undecided at the end",
        "Referrals received by the last day of the period and not decided by the end of that day, "
        "including those sent back to the referrer as incomplete.",
    ),
    MeasureCode.RE_REFERRED_6: Defined(
        "Referred again within 6 months",
        "Referrals received in the period about a person, place or project that was referred, or "
        "whose case was closed, less than six months before.",
    ),
    MeasureCode.RE_REFERRED_12: Defined(
        "Referred again within 12 months",
        "Referrals received in the period about a person, place or project that was referred, or "
        "whose case was closed, less than twelve months before. Those within six months are "
        "among them.",
    ),
    MeasureCode.OPENED: Defined(
        "Opened",
        "Openings in the period, of new cases and of cases that were closed before. A case opened "
        "twice in the period counts twice.",
    ),
    MeasureCode.CLOSED: Defined(
        "Closed",
        "Closings in the period. A case closed twice in the period counts twice. Open at the "
        "start, with those opened and without those closed, gives open at the end.",
    ),
    MeasureCode.OPEN_AT_END: Defined(
        "Open at the end",
        f"Cases that were open at the end of the last day of the period. {_OPEN}",
    ),
    MeasureCode.HOLD_ANSWERED: Defined(
        "Asked whether it held",
        "Closings about which it was answered in the period whether the result held, by the "
        "answer. A closing is asked about once, some time after it.",
    ),
    MeasureCode.NOT_YET_ASKED: Defined(
        "Not yet asked whether it held",
        "Closings whose day to ask whether the result held had come by the end of the period and "
        "about which nothing was answered by then. Cases opened again meanwhile do not count.",
    ),
    MeasureCode.REVIEWS_DUE: Defined(
        "Reviews due",
        "Reviews whose day lay in the period, by whether each was held by that day, later in the "
        "same quarter, or not in that quarter. The day is the one set at the review before, or "
        "when the case was opened; moving it later changes nothing. Reviews held without such a "
        f"day count in the quarter they were held in, as not recorded. {_AT_THE_END}",
    ),
    MeasureCode.ACTIONS_DUE: Defined(
        "Actions due",
        "Agreed actions whose due date lay in the period, by whether each was done by that day, "
        "done later in the same quarter, still open, not achieved or cancelled. Where an action "
        f"was given another due date, the latest one counts. {_AT_THE_END}",
    ),
    MeasureCode.INTERVENTIONS_ISSUED: Defined(
        "Issued",
        "Interventions served or given in the period, such as warnings, notices and orders. One "
        "that renews another counts as issued.",
    ),
    MeasureCode.INTERVENTIONS_LIVE: Defined(
        "In force at the end",
        "Interventions that had begun and had neither run out nor been ended by the end of the "
        "last day of the period. What is done once it is given, such as a warning, is never in "
        "force.",
    ),
    MeasureCode.BREACHES: Defined(
        "Breaches",
        "Breaches that happened in the period. An intervention breached twice counts twice.",
    ),
    MeasureCode.INTERVENTIONS_ENDED: Defined(
        "Ended",
        "Interventions that ran out, or were ended early, withdrawn or quashed, in the period. One "
        "that ran out counts on the day after its last day. What is never in force never ends.",
    ),
}

DEMAND = Defined(
    "Demand before and after",
    "Contacts in the months before the month each case was opened, and in as many months after "
    "it, of the cases for which every month on both sides is known and was over by the end of "
    "the period. It is a sum and not a count of cases. Demand that was at its highest when a case "
    "was opened often falls by itself afterwards.",
)
_UNITS: dict[CountedUnit, str] = {one: one.value for one in CountedUnit}
_SOURCES: dict[Source, str] = {
    Source.CASES: "The partnership's own records of its cases.",
    Source.REFERRALS: "The partnership's own records of referrals and the cases they led to.",
    Source.CLOSINGS: "The partnership's own records of closings and what was asked afterwards.",
    Source.REVIEWS: "The partnership's own records of the reviews of its cases.",
    Source.ACTIONS: "The partnership's own records of the actions of its cases.",
    Source.INTERVENTIONS: "The partnership's own register of interventions.",
}

_EXACT = "It is shown exactly, because it counts nothing about any person."
_OPEN_FIGURES: dict[OpenFigureCode, Defined] = {
    OpenFigureCode.PROJECTS: Defined(
        "Projects by rating",
        "Projects that had begun by the end of the period and had not ended before it, by the "
        "latest rating of delivery, of spending and of outcome given by then. A project is work "
        f"the partnership pays for. {_EXACT}",
    ),
    OpenFigureCode.MONEY: Defined(
        "Money of projects",
        "What was planned and what was spent in the quarters of the period, in pounds. Planned "
        "money is compared only where the spending is known; match is money or help given beside "
        f"a grant. {_EXACT}",
    ),
    OpenFigureCode.CASE_REVIEWS: Defined(
        "ASB case reviews",
        "Applications made, times the threshold was found not to be met, reviews carried out, and "
        "reviews that resulted in recommendations. These four numbers are shown exactly, because "
        "section 104 of the Anti-social Behaviour, Crime and Policing Act 2014 requires them to "
        "be published.",
    ),
    OpenFigureCode.RECOMMENDATIONS: Defined(
        "Recommendations of death reviews",
        "Recommendations made by the end of the period, by where each stood then. It counts what "
        "bodies were asked to do and did, not people, and is shown exactly.",
    ),
    OpenFigureCode.PRIORITY_AREAS: Defined(
        "Priority areas",
        "Places by the stage they had as priority areas at the end of the period, and the moves "
        f"between stages in it. {_EXACT}",
    ),
}


def name(code: MeasureCode) -> str:
    """Give the name of a measure."""
    return _MEASURES[code].name


def definition(code: MeasureCode) -> str:
    """Give what a measure counts, in plain English."""
    return _MEASURES[code].definition


def unit(one: CountedUnit) -> str:
    """Give what the number counts, such as "cases"."""
    return _UNITS[one]


def source(one: Source) -> str:
    """Give where a measure is counted from, as a sentence."""
    return _SOURCES[one]


def open_figure(code: OpenFigureCode) -> str:
    """Give the name of figures that are shown exactly."""
    return _OPEN_FIGURES[code].name


def open_figure_definition(code: OpenFigureCode) -> str:
    """Give what such figures count, and why they are shown exactly."""
    return _OPEN_FIGURES[code].definition
