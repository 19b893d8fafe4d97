"""Records with their number: "1 case", "12 people"."""

from psg_desktop.domain.changes import RecordKind
from psg_desktop.words import names

_ONE_AND_MANY = {
    RecordKind.AGENCY: ("agency", "agencies"),
    RecordKind.PERSON: ("person", "people"),
    RecordKind.PLACE: ("place", "places"),
    RecordKind.PLACE_TIE: ("connection with a place", "connections with places"),
    RecordKind.PRIORITY_STATUS: ("decision on a priority area", "decisions on priority areas"),
    RecordKind.STAY: ("hold on disposal", "holds on disposal"),
    RecordKind.OBJECTIVE: ("objective of a project", "objectives of projects"),
    RecordKind.REPORTING: ("list of reports asked for", "lists of reports asked for"),
    RecordKind.PROJECT_REPORT: ("quarterly report of a project", "quarterly reports of projects"),
    RecordKind.PROJECT_RATING: ("rating of a project", "ratings of projects"),
    RecordKind.PROJECT: ("project", "projects"),
    RecordKind.CASE: ("case", "cases"),
    RecordKind.INVOLVEMENT: ("role", "roles"),
    RecordKind.CASE_LINK: ("link between cases", "links between cases"),
    RecordKind.ACTION: ("action", "actions"),
    RecordKind.REVIEW: ("review", "reviews"),
    RecordKind.NOTE: ("note", "notes"),
    RecordKind.FOCUS_AREA: ("focus area", "focus areas"),
    RecordKind.CLOSURE_REASON: ("closure reason", "closure reasons"),
    RecordKind.REVIEW_INTERVAL: ("review interval", "review intervals"),
    RecordKind.PARTNERSHIP: ("partnership", "partnerships"),
    RecordKind.GROUP_TEXT: ("text for the group", "texts for the group"),
    RecordKind.RELEASE: ("release", "releases"),
    RecordKind.STATISTICS: ("release of statistics", "releases of statistics"),
    RecordKind.POLICE_MONTH: ("month of police figures", "months of police figures"),
    RecordKind.REFERRAL: ("referral", "referrals"),
    RecordKind.THRESHOLD_LIMB: ("part of the threshold test", "parts of the threshold test"),
    RecordKind.MEETING: ("meeting", "meetings"),
    RecordKind.PLAN: ("plan of a year", "plans of years"),
    RecordKind.PLAN_PRIORITY: ("priority of the plan", "priorities of the plan"),
    RecordKind.PLAN_ACTION: ("action of the plan", "actions of the plan"),
    RecordKind.PLAN_MEASURE: ("measure of the plan", "measures of the plan"),
    RecordKind.PLAN_LINK: ("link with the plan", "links with the plan"),
    RecordKind.AGENDA_ITEM: ("agenda item", "agenda items"),
    RecordKind.ATTENDANCE: ("person at a meeting", "people at meetings"),
    RecordKind.ATTACHMENT: ("document", "documents"),
    RecordKind.SUPPORT_OFFER: ("offer of support", "offers of support"),
    RecordKind.SUPPORT_CODE: ("entry of the support lists", "entries of the support lists"),
    RecordKind.REVIEW_THRESHOLD: ("threshold of case reviews", "thresholds of case reviews"),
    RecordKind.REVIEW_TIME: ("time of case reviews", "times of case reviews"),
    RecordKind.DOCUMENT_KIND: ("kind of document", "kinds of document"),
}


def counted(kind: RecordKind, count: int) -> str:
    """Give a count of records of one kind in words."""
    name = names.name(kind).casefold()
    one, many = _ONE_AND_MANY.get(kind, (name, f"{name}s"))
    return f"{count:,} {one if count == 1 else many}"
