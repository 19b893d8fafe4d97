"""Any record of every kind, as Hypothesis makes them."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, time
from typing import Any, get_type_hints
from uuid import UUID

from hypothesis import strategies as st

from psg_desktop.domain.access_marks import AccessMark, Exemption
from psg_desktop.domain.action_sheets import ActionSheet
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.addresses import AddressKind, AddressStay
from psg_desktop.domain.agencies import Agency
from psg_desktop.domain.agendas import AgendaItem
from psg_desktop.domain.attachments import FILE_LIMIT, Attachment
from psg_desktop.domain.case_review_rules import ReviewThreshold, ReviewTime
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.cases import Case, CaseState, Closure, Hold, RiskLevel
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.clawbacks import Clawback
from psg_desktop.domain.closing import ClosureProposal, HoldCheck
from psg_desktop.domain.demand import DemandCount, DemandTrigger, month_of
from psg_desktop.domain.disposals import Disposal, KindCount, ReducedEntry
from psg_desktop.domain.ids import (
    AccessRequestId,
    MeetingId,
    PersonId,
    PlaceId,
    ProjectId,
    RiskAssessmentId,
    RiskInstrumentId,
)
from psg_desktop.domain.information import Disclosure, LegalBasis
from psg_desktop.domain.intervention_kinds import InterventionKind, Length, LengthUnit
from psg_desktop.domain.interventions import Intervention
from psg_desktop.domain.involvements import CaseLink
from psg_desktop.domain.leave import Leave
from psg_desktop.domain.meetings import Attendance, Meeting, MeetingGroup
from psg_desktop.domain.merges import Merge
from psg_desktop.domain.objectives import Measure, Objective, ObjectiveRevision
from psg_desktop.domain.people import Person
from psg_desktop.domain.place_ties import PlaceTie
from psg_desktop.domain.places import Place
from psg_desktop.domain.police_counts import CategoryCount, PoliceMonth
from psg_desktop.domain.priority_areas import PriorityStatus
from psg_desktop.domain.problem_analyses import Baseline, ProblemAnalysis
from psg_desktop.domain.project_ratings import ProjectRating
from psg_desktop.domain.project_reports import ObjectiveProgress, ProjectReport, Reporting
from psg_desktop.domain.projects import BudgetLine, MilestoneMove, Project, QuarterMoney
from psg_desktop.domain.quarters import quarter_of
from psg_desktop.domain.referrals import Referral, ReferralState
from psg_desktop.domain.releases import GroupText
from psg_desktop.domain.retention import RetentionRule, Stay
from psg_desktop.domain.risk_assessments import RiskAssessment, Sitting, assessed
from psg_desktop.domain.risk_instruments import RiskInstrument
from psg_desktop.domain.statistics.corrections import StatisticsCorrection
from psg_desktop.domain.statistics.ledger import LedgerEntry
from psg_desktop.domain.statistics.published import StatisticsId
from psg_desktop.domain.subject_access import (
    AccessRequest,
    Clarification,
    Extension,
    RequestState,
)
from psg_desktop.domain.support import SupportCode, SupportOffer
from psg_desktop.domain.ward_boundaries import WardBoundary
from psg_desktop.store.shelves import BY_KIND
from tests import case_review_values as values
from tests.interventions import AGENCY, interventions
from tests.plan_values import own_fields
from tests.risk_values import an_instrument, chosen_of, risk_instruments

DAY = date(2026, 3, 4)
POSTCODES = st.sampled_from(["", "CB7 4EE", "SW1A 1AA"])
# To be there before what is tied to them.
TIED_PLACE = Place(id=PlaceId(UUID(int=61)), name="Cobweb Yard")
TIED_PERSON = Person(id=PersonId(UUID(int=62)), full_name="Wilf Marrowby")
TIED_REQUEST = AccessRequest(
    id=AccessRequestId(UUID(int=64)),
    reference="IR-2026-001",
    person=TIED_PERSON.id,
    received_on=DAY,
    asked_by="Wilf Marrowby",
)
TIED_MEETING = Meeting(id=MeetingId(UUID(int=63)), group=MeetingGroup.PSG, on=DAY)
TIED_PROJECT = Project(id=ProjectId(UUID(int=65)), name="Lamps on the towpath")
TIED_STATISTICS = LedgerEntry(
    id=StatisticsId(UUID(int=66)),
    period="2026Q1",
    published_at=datetime(2026, 4, 1, tzinfo=UTC),
    published_by="Office",
    data_on=DAY,
    content="[]",
    units="[]",
    digest="0" * 64,
    rule="S1-S6",
    solver="HiGHS",
    examined=0,
)
WORDS = st.text(min_size=1, max_size=30).filter(lambda words: bool(words.strip()))

st.register_type_strategy(str, WORDS)
st.register_type_strategy(date, st.dates(date(1900, 1, 1), date(2100, 1, 1)))
st.register_type_strategy(
    datetime,
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - bounds carry no zone
)
st.register_type_strategy(time, st.times())


def _stays() -> st.SearchStrategy[AddressStay]:
    return st.builds(
        AddressStay,
        kind=st.sampled_from(AddressKind),
        lines=WORDS,
        postcode=POSTCODES,
        uprn=st.sampled_from(["", "100090044"]),
        since=st.none() | st.just(DAY),
        until=st.none() | st.just(DAY),
    )


st.register_type_strategy(AddressStay, _stays())
st.register_type_strategy(
    CategoryCount, st.builds(CategoryCount, category=WORDS, count=st.integers(0, 999))
)
PENCE = st.integers(0, 10**12)
NUMBERS = st.none() | st.floats(-1e9, 1e9)
QUARTERS = st.dates(date(2000, 1, 1), date(2100, 1, 1)).map(quarter_of)
st.register_type_strategy(
    QuarterMoney,
    st.builds(QuarterMoney, quarter=QUARTERS, planned=PENCE, actual=st.none() | PENCE),
)
st.register_type_strategy(
    BudgetLine,
    st.builds(
        BudgetLine,
        pence=PENCE,
        in_kind=st.booleans(),
        match=st.booleans(),
        quarters=st.lists(
            st.from_type(QuarterMoney), max_size=3, unique_by=lambda one: one.quarter
        ).map(tuple),
    ),
)
st.register_type_strategy(
    MilestoneMove,
    st.builds(MilestoneMove, was=st.just(DAY), to=st.just(date(2026, 5, 6)), reason=WORDS),
)


def any_of(kind: RecordKind, base: Case) -> st.SearchStrategy[Any]:
    """Make any record of a kind that may lie beside a base case."""
    value = BY_KIND[kind].value
    own = _OWN.get(value)
    return own(base) if own else st.builds(value, **_held(value, base))


def _held(value: type[Any], base: Case) -> dict[str, st.SearchStrategy[Any]]:
    """Give fields whose values hang together, or point at what must be there."""
    known: dict[str, st.SearchStrategy[Any]] = {
        "case": st.just(base.id),
        "owner": st.none(),
        "source": st.none(),
        "since": st.none() | st.just(DAY),
        "until": st.none() | st.just(DAY),
        "starts": st.none() | st.just(DAY),
        "ends": st.none() | st.just(DAY),
        "postcode": POSTCODES,
        "days": st.integers(1, 999),
        "quiet_after_days": st.integers(1, 999),
        "referral_days": st.integers(1, 60),
        "papers_days": st.integers(0, 60),
        "length": st.integers(1, 1440),
        "minutes": st.integers(1, 999),
        "position": st.integers(0, 999),
        "examined": st.integers(0, 9999),
        "narrowest": st.none() | st.integers(0, 99),
        "earlier": st.integers(0, 99),
        "withdrawn_because": WORDS,
        "approved_on": st.just(DAY),
        "review_after_days": st.none() | st.integers(1, 999),
        "held_on": st.just(DAY),
        "next_due": st.none() | st.dates(date(2026, 3, 5), date(2100, 1, 1)),
        "lead_agency": st.none(),
        "referred_by": st.none(),
    }
    if value is GroupText:
        known["source"] = WORDS
    if value is Meeting:
        known["starts"] = st.none() | st.times()
    if value in {AgendaItem, Attendance}:
        known |= {"meeting": st.just(TIED_MEETING.id), "agency": st.none()}
    if value is StatisticsCorrection:
        known["release"] = st.just(TIED_STATISTICS.id)
    if value is ActionSheet:
        known["agency"] = st.just(AGENCY)
    hints = get_type_hints(value)
    known |= own_fields(value)
    return {one.name: known.get(one.name, st.from_type(hints[one.name])) for one in fields(value)}


def _cases(base: Case) -> st.SearchStrategy[Case]:
    def whole(case: Case, state: CaseState, hold: Hold, closure: Closure) -> Case:
        return replace(
            case,
            reference=f"{case.reference}{base.reference}{case.id}",
            state=state,
            hold=hold if state is CaseState.ON_HOLD else None,
            closures=(replace(closure, reopened_on=None),) if state is CaseState.CLOSED else (),
        )

    held = _held(Case, base) | {
        "state": st.just(CaseState.ASSESSMENT),
        "hold": st.none(),
        "closures": st.just(()),
        "review_every": st.none() | st.integers(1, 400),
    }
    bare = st.builds(Case, **held)
    return st.builds(
        whole, bare, st.sampled_from(CaseState), st.from_type(Hold), st.from_type(Closure)
    )


def _actions(base: Case) -> st.SearchStrategy[Action]:
    states = (ActionState.PROPOSED, ActionState.CANCELLED)
    held = _held(Action, base) | {
        "state": st.sampled_from(states),
        "ended": st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    }
    return st.builds(Action, **held)


def _links(base: Case) -> st.SearchStrategy[CaseLink]:
    held = _held(CaseLink, base) | {"other": st.just(other_case(base).id)}
    return st.builds(CaseLink, **held)


def other_case(base: Case) -> Case:
    """Give a second case for links to point at."""
    return replace(base, id=type(base.id)(int=base.id.int ^ 1), reference=f"{base.reference}-2")


def _analyses(base: Case) -> st.SearchStrategy[ProblemAnalysis]:
    counted = st.none() | st.integers(0, 999)
    baseline = st.builds(
        Baseline, measure=WORDS, count=counted, since=st.none() | st.just(DAY), until=st.none()
    )
    held = _held(ProblemAnalysis, base) | {
        "baseline": baseline,
        "count_after": counted,
        "assessed_on": st.just(DAY),
    }
    return st.builds(ProblemAnalysis, **held)


def _instruments(_base: Case) -> st.SearchStrategy[RiskInstrument]:
    return risk_instruments()


def _assessments(base: Case) -> st.SearchStrategy[RiskAssessment]:
    instrument = kept_instrument(base)
    sitting = st.builds(
        Sitting,
        made_on=st.just(DAY),
        assessor=WORDS,
        override=st.none() | st.sampled_from(RiskLevel),
        override_reason=WORDS,
        due_again=st.none() | st.dates(date(2026, 3, 5), date(2100, 1, 1)),
        note=WORDS,
    )
    ids = st.uuids(version=4).map(RiskAssessmentId)
    return st.builds(
        lambda id_, given, sat: assessed(id_, base.id, instrument, given, sat),
        ids,
        chosen_of(instrument),
        sitting,
    )


def kept_instrument(base: Case) -> RiskInstrument:
    """Give the instrument that assessments beside a base case were made with."""
    return an_instrument(id=RiskInstrumentId(UUID(int=base.id.int ^ 2)))


st.register_type_strategy(
    Length, st.builds(Length, count=st.integers(1, 99), unit=st.sampled_from(LengthUnit))
)


def _intervention_kinds(base: Case) -> st.SearchStrategy[InterventionKind]:
    number = st.none() | st.integers(1, 999)
    names = ("minimum_age", "review_every", "review_every_under_18", "appeal_days")
    held = _held(InterventionKind, base) | dict.fromkeys(names, number)
    return st.builds(InterventionKind, **held | {"source": WORDS})


def issuing_agency() -> Agency:
    """Give the agency that issues interventions, to be there before them."""
    return Agency(id=AGENCY, name="Fen Police")


def _interventions(base: Case) -> st.SearchStrategy[Intervention]:
    return interventions(base.id)


def _referrals(base: Case) -> st.SearchStrategy[Referral]:
    held = _held(Referral, base) | {
        "kind": st.just(base.kind),
        "subject": st.none() | st.just(base.subject),
        "earlier": st.none(),
        "case": st.none(),
        "state": st.just(ReferralState.RECEIVED),
        "returned": st.none(),
        "decision": st.none(),
    }
    return st.builds(Referral, **held)


def _attachments(base: Case) -> st.SearchStrategy[Attachment]:
    held = _held(Attachment, base) | {
        "referral": st.none(),
        "meeting": st.none(),
        "size": st.integers(1, FILE_LIMIT),
        "digest": st.text("0123456789abcdef", min_size=64, max_size=64),
    }
    return st.builds(Attachment, **held)


def _proposals(base: Case) -> st.SearchStrategy[ClosureProposal]:
    return st.builds(ClosureProposal, **_held(ClosureProposal, base) | {"settled_on": st.just(DAY)})


def _leaves(base: Case) -> st.SearchStrategy[Leave]:
    dated = {"since": st.just(DAY), "until": st.just(DAY)}
    return st.builds(Leave, **_held(Leave, base) | dated)


def _checks(base: Case) -> st.SearchStrategy[HoldCheck]:
    dated = {"closed_on": st.just(DAY), "answered_on": st.just(DAY)}
    return st.builds(HoldCheck, **_held(HoldCheck, base) | dated)


def _retention_rules(base: Case) -> st.SearchStrategy[RetentionRule]:
    return st.builds(
        RetentionRule,
        **_held(RetentionRule, base) | {"months": st.integers(1, 1200), "source": WORDS},
    )


def _bases(base: Case) -> st.SearchStrategy[LegalBasis]:
    return st.builds(LegalBasis, **_held(LegalBasis, base) | {"since": st.just(DAY)})


def _disclosures(base: Case) -> st.SearchStrategy[Disclosure]:
    return st.builds(Disclosure, **_held(Disclosure, base) | {"agency": st.none()})


def _disposals(base: Case) -> st.SearchStrategy[Disposal]:
    counts = st.builds(KindCount, kind=st.sampled_from(RecordKind), count=st.integers(1, 99))
    entries = st.builds(ReducedEntry, sequence=st.integers(1, 99), seal=WORDS)
    numbers = {
        "months": st.integers(1, 1200),
        "elsewhere": st.integers(0, 99),
        "source": WORDS,
    }
    lists = {
        "removed": st.lists(counts, max_size=3).map(tuple),
        "entries": st.lists(entries, max_size=3).map(tuple),
    }
    return st.builds(Disposal, **_held(Disposal, base) | numbers | lists)


def _stays_of_records(base: Case) -> st.SearchStrategy[Stay]:
    return st.builds(Stay, **_held(Stay, base) | {"made_on": st.just(DAY), "until": st.just(DAY)})


def _triggers(base: Case) -> st.SearchStrategy[DemandTrigger]:
    held = _held(DemandTrigger, base) | {
        "measures": st.lists(WORDS, min_size=1, max_size=3).map(tuple),
        "at_least": st.integers(1, 99),
        "months": st.integers(1, 12),
        "source": WORDS,
    }
    return st.builds(DemandTrigger, **held)


def _demand_counts(base: Case) -> st.SearchStrategy[DemandCount]:
    held = _held(DemandCount, base) | {
        "agency": st.none() | st.just(AGENCY),
        "month": st.dates(date(2000, 1, 1), date(2100, 1, 1)).map(month_of),
        "count": st.integers(0, 999),
    }
    return st.builds(DemandCount, **held)


def _merges(base: Case) -> st.SearchStrategy[Merge]:
    return st.builds(Merge, **_held(Merge, base) | {"was": st.just("{}")})


def _requests(base: Case) -> st.SearchStrategy[AccessRequest]:
    questions = st.builds(Clarification, asked_on=st.just(DAY), answered_on=st.just(DAY))
    held = _held(AccessRequest, base) | {
        "person": st.just(TIED_PERSON.id),
        "received_on": st.just(DAY),
        "identity_asked_on": st.none() | st.just(DAY),
        "identity_on": st.none() | st.just(DAY),
        "clarifications": st.lists(questions, max_size=2).map(tuple),
        "extension": st.none() | st.builds(Extension, told_on=st.just(DAY)),
        "state": st.sampled_from(RequestState),
        "ended_on": st.just(DAY),
    }
    return st.builds(AccessRequest, **held)


def _marks(base: Case) -> st.SearchStrategy[AccessMark]:
    held = _held(AccessMark, base) | {
        "request": st.just(TIED_REQUEST.id),
        "exemption": st.sampled_from(Exemption),
    }
    return st.builds(AccessMark, **held)


def _ties(base: Case) -> st.SearchStrategy[PlaceTie]:
    ends = {"place": st.just(TIED_PLACE.id), "person": st.just(TIED_PERSON.id)}
    return st.builds(PlaceTie, **_held(PlaceTie, base) | ends)


def _objectives(base: Case) -> st.SearchStrategy[Objective]:
    measure = st.builds(Measure, what=WORDS, unit=WORDS, baseline=NUMBERS, target=NUMBERS)
    revision = st.builds(ObjectiveRevision, on=st.just(DAY), target=NUMBERS)
    own = {
        "project": st.just(TIED_PROJECT.id),
        "agreed_on": st.just(DAY),
        "measure": measure,
        "revisions": st.lists(revision, max_size=2).map(tuple),
    }
    return st.builds(Objective, **_held(Objective, base) | own)


def _reportings(base: Case) -> st.SearchStrategy[Reporting]:
    own = {
        "project": st.just(TIED_PROJECT.id),
        "first_quarter": st.none() | QUARTERS,
        "days": st.integers(0, 120),
        "final_received": st.just(DAY),
    }
    return st.builds(Reporting, **_held(Reporting, base) | own)


def _project_reports(base: Case) -> st.SearchStrategy[ProjectReport]:
    progress = st.lists(
        st.builds(ObjectiveProgress, value=NUMBERS),
        max_size=3,
        unique_by=lambda one: one.objective,
    )
    own = {
        "project": st.just(TIED_PROJECT.id),
        "quarter": st.just(quarter_of(DAY)),
        "received": st.just(DAY),
        "progress": progress.map(tuple),
    }
    return st.builds(ProjectReport, **_held(ProjectReport, base) | own)


def _ratings(base: Case) -> st.SearchStrategy[ProjectRating]:
    own = {"project": st.just(TIED_PROJECT.id)}
    return st.builds(ProjectRating, **_held(ProjectRating, base) | own)


def _clawbacks(base: Case) -> st.SearchStrategy[Clawback]:
    own = {
        "project": st.just(TIED_PROJECT.id),
        "source": WORDS,
        "pence": st.integers(100, 10**9),
        "agreed_on": st.just(DAY),
        "asked_on": st.none() | st.just(DAY),
        "recovered_on": st.just(DAY),
        "recovered": st.integers(1, 100),
    }
    return st.builds(Clawback, **_held(Clawback, base) | own)


def _priorities(base: Case) -> st.SearchStrategy[PriorityStatus]:
    own = {"place": st.just(TIED_PLACE.id), "since": st.just(DAY)}
    return st.builds(PriorityStatus, **_held(PriorityStatus, base) | own)


def _police_months(base: Case) -> st.SearchStrategy[PoliceMonth]:
    months = st.dates(date(2000, 1, 1), date(2100, 1, 1)).map(month_of)
    held = _held(PoliceMonth, base) | {
        "month": months,
        "source": WORDS,
        **dict.fromkeys(("unplaced", "outside", "unmatched"), st.integers(0, 999)),
    }
    return st.builds(PoliceMonth, **held)


def _ward_boundaries(base: Case) -> st.SearchStrategy[WardBoundary]:
    corners = st.tuples(st.floats(-8, 2), st.floats(49, 61))
    rings = st.lists(corners, min_size=3, max_size=6).map(lambda ring: (*ring, ring[0]))
    held = _held(WardBoundary, base) | {
        "code": st.from_regex(r"E05[0-9]{6}", fullmatch=True),
        "name": WORDS,
        "rings": st.lists(rings, min_size=1, max_size=2).map(tuple),
        **dict.fromkeys(("district", "source", "digest"), WORDS),
    }
    return st.builds(WardBoundary, **held)


# Kinds whose fields hang together in ways of their own.
_OWN: dict[type[Any], Any] = {
    Case: _cases,
    Action: _actions,
    CaseLink: _links,
    ProblemAnalysis: _analyses,
    Referral: _referrals,
    RiskInstrument: _instruments,
    RiskAssessment: _assessments,
    InterventionKind: _intervention_kinds,
    Intervention: _interventions,
    DemandTrigger: _triggers,
    DemandCount: _demand_counts,
    Attachment: _attachments,
    ClosureProposal: _proposals,
    SupportCode: lambda _base: values.codes(WORDS),
    SupportOffer: lambda base: values.offers(base.id, WORDS),
    ReviewThreshold: lambda _base: values.thresholds(WORDS),
    ReviewTime: lambda _base: values.times(WORDS),
    CaseReview: lambda _base: values.case_reviews(WORDS),
    HoldCheck: _checks,
    Leave: _leaves,
    RetentionRule: _retention_rules,
    Stay: _stays_of_records,
    Merge: _merges,
    PlaceTie: _ties,
    AccessRequest: _requests,
    AccessMark: _marks,
    PriorityStatus: _priorities,
    PoliceMonth: _police_months,
    WardBoundary: _ward_boundaries,
    Objective: _objectives,
    Reporting: _reportings,
    ProjectReport: _project_reports,
    ProjectRating: _ratings,
    Clawback: _clawbacks,
    Disposal: _disposals,
    Disclosure: _disclosures,
    LegalBasis: _bases,
}
