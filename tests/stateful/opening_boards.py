"""The lists and pages of projects, the plan, case reviews, support, documents and requests."""

from collections.abc import Callable, Iterable
from typing import Any

from psg_desktop.casework import lists
from psg_desktop.casework.asb_reviews import review_lists, review_rules
from psg_desktop.casework.attaching import attachments, kinds
from psg_desktop.casework.attaching.attachments import Owner
from psg_desktop.casework.caseload import support
from psg_desktop.casework.information_law import copies, requests
from psg_desktop.casework.meeting import meetings
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import death_reviews, plan_pages
from psg_desktop.casework.projects import project_files
from psg_desktop.casework.referring import referral_lists
from psg_desktop.domain.case_review_lists import ReviewView
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.lists import CaseFilter, CaseView
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.referral_lists import ReferralFilter, ReferralView

ALL = slice(0, None)
Lists = Callable[[Office], Iterable[Any]]


def _of_projects(name: str) -> Lists:
    def read(office: Office) -> list[Any]:
        held = [getattr(one, name) for one in project_files.every(office)]
        return [part for one in held if one for part in (one if isinstance(one, tuple) else (one,))]

    return read


def _priorities(office: Office) -> list[Any]:
    pages = [plan_pages.page(office, one.id) for one in plan_pages.years(office)]
    return [one for page in pages for one in page.priorities]


def _links(office: Office) -> list[Any]:
    pages = [plan_pages.priority(office, one.priority.id) for one in _priorities(office)]
    return [one.link for page in pages for one in (*page.cases, *page.projects)]


def _cases(office: Office) -> list[Any]:
    asked = CaseFilter(view=CaseView.ALL)
    return [row.id for row in lists.cases(office, asked, CaseOrder(), ALL).rows]


def _documents(office: Office) -> list[Any]:
    asked = ReferralFilter(view=ReferralView.ALL)
    owners = [
        *(Owner(case=one) for one in _cases(office)),
        *(Owner(referral=one.id) for one in referral_lists.listed(office, asked, ALL).rows),
        *(
            Owner(meeting=line.meeting.id)
            for group in MeetingGroup
            for line in meetings.calendar(office, group)
        ),
    ]
    return [one for owner in owners for one in attachments.of_owner(office, owner)]


def _marks(office: Office) -> list[Any]:
    rows = requests.listed(office)
    return [one for row in rows for one in copies.marks_of(office, row.request.id)]


LISTS: dict[RecordKind, Lists] = {
    RecordKind.OBJECTIVE: _of_projects("objectives"),
    RecordKind.REPORTING: _of_projects("reporting"),
    RecordKind.PROJECT_REPORT: _of_projects("reports"),
    RecordKind.PROJECT_RATING: _of_projects("ratings"),
    RecordKind.CLAWBACK: _of_projects("clawbacks"),
    RecordKind.PLAN: plan_pages.years,
    RecordKind.PLAN_PRIORITY: lambda office: [one.priority for one in _priorities(office)],
    RecordKind.PLAN_ACTION: lambda office: [
        action for one in _priorities(office) for action in one.actions
    ],
    RecordKind.PLAN_MEASURE: lambda office: [
        measure for one in _priorities(office) for measure in one.measures
    ],
    RecordKind.PLAN_LINK: _links,
    RecordKind.DEATH_REVIEW: lambda office: [one.review for one in death_reviews.followed(office)],
    RecordKind.RECOMMENDATION: lambda office: [
        made for one in death_reviews.followed(office) for made in one.recommendations
    ],
    RecordKind.CASE_REVIEW: lambda office: (
        review_lists.listed(office, ReviewView.ALL, "", ALL).rows
    ),
    RecordKind.REVIEW_THRESHOLD: review_rules.thresholds,
    RecordKind.REVIEW_TIME: review_rules.times,
    RecordKind.SUPPORT_CODE: support.codes,
    RecordKind.SUPPORT_OFFER: lambda office: [
        one for case in _cases(office) for one in support.of_case(office, case)
    ],
    RecordKind.ATTACHMENT: _documents,
    RecordKind.DOCUMENT_KIND: kinds.all_kinds,
    RecordKind.ACCESS_REQUEST: lambda office: [row.request for row in requests.listed(office)],
    RecordKind.ACCESS_MARK: _marks,
}
