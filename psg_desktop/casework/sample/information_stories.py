"""Information law in the sample: the basis of each open case, and what was told to whom."""

from collections.abc import Collection
from dataclasses import dataclass, field

from psg_desktop.casework.information_law import information
from psg_desktop.casework.office import Office
from psg_desktop.casework.sample.choosing import About, agencies_by_name, still_open
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseId, DisclosureId, LegalBasisId
from psg_desktop.domain.information import Basis, Disclosure, Gateway, LegalBasis

_REASON = (
    "The usual basis: public task (UK GDPR article 6(1)(e)), with substantial public interest for "
    "what is sensitive (Data Protection Act 2018, Schedule 1, Part 2, paragraphs 10 and 18). "
    "Written down when the information sharing agreement was gone through."
)
_COORDINATOR = "M. Reedcutter"
_PERSON, _PLACE = CaseKind.PERSON, CaseKind.PLACE


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was told about a case of one story, and to which agency."""

    about: About
    agency: str
    gateway: Gateway
    what: str = field(repr=False)
    why: str = field(repr=False)


# How many days ago each was told.
TOLD = (
    (88, Told(
        about=About(_PERSON, "fraud"), agency="County", gateway=Gateway.SAFEGUARDING,
        what="Name, address, the dates of the callers' visits and what is known of the payments.",
        why="To decide whether a safeguarding enquiry is needed. The enquiry team cannot look "
        "into it without knowing whom it is about.",
    )),
    (71, Told(
        about=About(_PERSON, "hoarding"), agency="Fire", gateway=Gateway.SECTION_115,
        what="Address, that the rooms are full, and that heaters stand among papers.",
        why="For a safe and well visit. Nothing about health was needed for it and none was told.",
    )),
    (54, Told(
        about=About(_PERSON, "cuckooing"), agency="Housing", gateway=Gateway.SECTION_115,
        what="Days and hours at which visitors were seen, and that the tenant may be afraid.",
        why="For the joint visit and the new door. Who reported it was left out.",
    )),
    (38, Told(
        about=About(_PLACE, "night_time_economy"), agency="Health", gateway=Gateway.SECTION_17A,
        what="Incidents outside the premises by night and hour, without names.",
        why="To compare them with the emergency department's counts. Numbers were enough.",
    )),
    (19, Told(
        about=About(_PERSON, "high_demand"), agency="Mental health", gateway=Gateway.SECTION_115,
        what="Name, date of birth, and how many calls were made in the last 30 days.",
        why="So that an assessment can be offered. What was said in the calls was left out.",
    )),
    (6, Told(
        about=About(_PERSON, "street_drinking"), agency="Turning Tide", gateway=Gateway.CONSENT,
        what="Where and when outreach is most likely to meet the person.",
        why="Asked for by the person, who wants the worker to find them. Said in the officer's "
        "presence and written down that day.",
    )),
)  # fmt: skip


def set_bases(office: Office) -> None:
    """Record the usual basis of each open case that has none on record yet."""
    with office.reading() as unit:
        known = {one.case for one in unit.legal_bases.all()}
        cases = [one for one in unit.cases.all() if not one.closed and one.id not in known]
    with office.working(Act.SET_BASIS) as unit:
        unit.legal_bases.put_all(_usual(office, case) for case in cases)


def disclose(office: Office, told: Told, lasting: Collection[CaseId]) -> None:
    """Record what was told about the newest case it fits, if there is one."""
    found = told.about.among(still_open(office, lasting))
    if not found:
        return
    agency = agencies_by_name(office)[told.agency]
    made = Disclosure(
        id=DisclosureId(office.new_id()),
        case=found[-1].id,
        on=office.today(),
        gateway=told.gateway,
        agency=agency.id,
        recipient=agency.contacts[0].name,
        what=told.what,
        why=told.why,
        told_by=_COORDINATOR,
    )
    information.disclose(office, made)


def _usual(office: Office, case: Case) -> LegalBasis:
    return LegalBasis(
        id=LegalBasisId(office.new_id()),
        case=case.id,
        basis=Basis.PUBLIC_TASK,
        since=office.today(),
        reason=_REASON,
    )
