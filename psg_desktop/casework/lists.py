"""Lists and pages, read as the window and the command line show them."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from psg_desktop.casework.asb_reviews import review_lists
from psg_desktop.casework.information_law import requests
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import death_reviews, plan_pages
from psg_desktop.casework.projects import project_files
from psg_desktop.casework.referring import referral_lists
from psg_desktop.domain.changes import AuditEntry
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.lists import CaseFilter, CasePage, CaseRow, CaseView, Found, Page
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.partnership import PARTNERSHIP_ID
from psg_desktop.domain.today import Today
from psg_desktop.store.queries import case_pages, caseload, closings, finding, history
from psg_desktop.store.queries import today as today_query
from psg_desktop.store.queries.caseload import Horizon


def cases(office: Office, asked: CaseFilter, order: CaseOrder, part: slice) -> Page[CaseRow]:
    """Read one page of the caseload."""
    with office.reading() as unit:
        quiet = unit.partnership.get(PARTNERSHIP_ID).quiet_after_days
        horizon = Horizon(day=office.today(), quiet_after=quiet)
        return caseload.page(unit.reading, asked, order, horizon, part)


def view_totals(office: Office) -> dict[CaseView, int]:
    """Read how many cases each saved view holds."""
    with office.reading() as unit:
        quiet = unit.partnership.get(PARTNERSHIP_ID).quiet_after_days
        horizon = Horizon(day=office.today(), quiet_after=quiet)
        return {
            view: caseload.page(
                unit.reading, CaseFilter(view=view), CaseOrder(), horizon, slice(0, 0)
            ).total
            for view in CaseView
        }


def case_page(office: Office, id_: CaseId) -> CasePage:
    """Read a case and everything around it.

    Raises:
        Refused: There is no such case.
    """
    with office.reading() as unit:
        return case_pages.case_page(unit.reading, id_)


def today(office: Office) -> Today:
    """Read what the first page shows."""
    with office.reading() as unit:
        partnership = unit.partnership.get(PARTNERSHIP_ID)
        found = today_query.today(unit.reading, partnership, office.today())
        asking = closings.hold_questions(unit.reading, office.today())
    waiting = referral_lists.undecided(office)
    return replace(
        found,
        referrals=waiting.rows,
        referrals_total=waiting.total,
        closed_asking=asking,
        projects=project_files.waiting(office),
        plan_actions=plan_pages.overdue(office),
        requests=requests.waiting(office),
        recommendations=death_reviews.pressing(office),
        case_reviews=review_lists.clock_lines(office),
    )


def find(office: Office, typed: str) -> tuple[Found, ...]:
    """Find cases, people, places, projects, agencies and actions by the words typed."""
    with office.reading() as unit:
        return finding.find(unit.reading, typed)


def agency_names(office: Office) -> dict[UUID, str]:
    """Read the name used in grids of every agency."""
    with office.reading() as unit:
        return case_pages.agency_names(unit.reading)


def history_of_case(office: Office, id_: CaseId, part: slice) -> Page[AuditEntry]:
    """Read one page of what happened to a case and everything in it, the newest first."""
    with office.reading() as unit:
        return history.page(unit.reading, part, case=id_)


def history_of_record(
    office: Office, id_: UUID, part: slice, beside: Collection[UUID] = ()
) -> Page[AuditEntry]:
    """Read one page of what happened to a record and those *beside* it, the newest first."""
    with office.reading() as unit:
        return history.page(unit.reading, part, record=id_, beside=beside)


def whole_history(office: Office, part: slice) -> Page[AuditEntry]:
    """Read one page of everything that happened, the newest first."""
    with office.reading() as unit:
        return history.page(unit.reading, part)
