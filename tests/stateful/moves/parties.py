"""People, places, projects and agencies: kept, tied together, given roles, merged, taken apart."""

from dataclasses import replace
from datetime import date

from psg_desktop.casework.caseload import projects
from psg_desktop.casework.parties import agencies, involvements, merging, people, places, premises
from psg_desktop.casework.parties.merging import Merging
from psg_desktop.casework.partnership import ward_boundaries
from psg_desktop.casework.partnership.ward_boundaries import WardIntake
from psg_desktop.casework.statistics import police
from psg_desktop.casework.statistics.police import Intake
from psg_desktop.domain.agencies import Agency, Contact
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.demand import shifted
from psg_desktop.domain.ids import AgencyId, InvolvementId, PlaceTieId, PriorityStatusId
from psg_desktop.domain.involvements import Involvement, PartyKind, RoleKind
from psg_desktop.domain.people import HouseholdMember, Person
from psg_desktop.domain.place_ties import PlaceTie, TieRole
from psg_desktop.domain.police_counts import (
    AreaCounts,
    CategoryCount,
    MonthKey,
    PoliceFigure,
    PoliceMonth,
)
from psg_desktop.domain.priority_areas import PriorityStage, PriorityStatus
from psg_desktop.domain.ward_boundaries import WardBoundary, id_of
from tests.stateful.choosing import NAMES, Choose
from tests.stateful.moves.life_of_a_case import any_case, new_subject
from tests.stateful.world import World, move

PARTIES = {PartyKind.PERSON: RecordKind.PERSON, PartyKind.PLACE: RecordKind.PLACE}


@move("parties", people.save)
def save_a_person(world: World, choose: Choose) -> None:
    known = world.all(RecordKind.PERSON)
    person: Person = choose.maybe(known) or new_subject(world, choose, CaseKind.PERSON)
    others = [one.id for one in known if one.id != person.id]
    member = HouseholdMember(name="Somebody", person=choose.maybe(others))
    born = choose.maybe((choose.day(world.today, -30_000, 1),))
    household = (member,) if choose.flag() else ()
    changed = replace(person, aliases=choose.some(NAMES), born=born, household=household)
    world.legal(born is None or born <= world.today)
    people.save(world.office, changed)


@move("parties", places.save)
def save_a_place(world: World, choose: Choose) -> None:
    known = choose.maybe(world.all(RecordKind.PLACE))
    place = known or new_subject(world, choose, CaseKind.PLACE)
    places.save(world.office, replace(place, name=choose.name(), aliases=choose.some(NAMES)))


@move("parties", projects.save)
def save_a_project(world: World, choose: Choose) -> None:
    known = choose.maybe(world.all(RecordKind.PROJECT))
    project = known or new_subject(world, choose, CaseKind.PROJECT)
    ends = choose.maybe((choose.day(world.today, -400, 400),))
    starts = choose.maybe((choose.day(world.today, -400, 400),))
    world.legal(starts is None or ends is None or starts <= ends)
    projects.save(world.office, replace(project, starts=starts, ends=ends))


@move("parties", agencies.save)
def save_an_agency(world: World, choose: Choose) -> None:
    known = world.all(RecordKind.AGENCY)
    agency = choose.maybe(known) or Agency(id=AgencyId(world.new_id()), name="Fen Rangers")
    contact = (Contact(name="Joan Cloverley", email="joan@fenmarket.example"),)
    active = not choose.rarely()
    agencies.save(world.office, replace(agency, contacts=contact, active=active))


@move("parties", involvements.involve)
def give_a_role(world: World, choose: Choose) -> None:
    case, kind = any_case(world, choose), choose.of(PartyKind)
    known = world.all(PARTIES[kind])
    new = new_subject(world, choose, CaseKind(kind.value)) if choose.flag() else None
    party = (new or choose.one(known)).id
    made = Involvement(
        id=InvolvementId(world.new_id()),
        case=case.id,
        party_kind=kind,
        party=party,
        role=choose.of(RoleKind),
        since=choose.maybe((choose.day(world.today),)),
    )
    world.legal(not case.closed)
    involvements.involve(world.office, made, new)


@move("parties", involvements.amend)
def change_a_role_and_back(world: World, choose: Choose) -> None:
    held = choose.one(world.all(RecordKind.INVOLVEMENT))
    until = choose.maybe((held.since, choose.day(world.today)))
    changed = replace(held, role=choose.of(RoleKind), remark=choose.text(), until=until)
    involvements.amend(world.office, changed)


@move("parties", involvements.end)
def end_a_role(world: World, choose: Choose) -> None:
    held, on = choose.one(world.all(RecordKind.INVOLVEMENT)), choose.day(world.today)
    if held.since is not None and on < held.since:
        world.legal(permitted=False)
    involvements.end(world.office, held.id, on)


@move("parties", involvements.link)
def link_cases(world: World, choose: Choose) -> None:
    case, other = any_case(world, choose), any_case(world, choose)
    known = {frozenset({one.case, one.other}) for one in world.all(RecordKind.CASE_LINK)}
    world.legal(case.id != other.id and frozenset({case.id, other.id}) not in known)
    involvements.link(world.office, case.id, other.id, choose.text())


@move("parties", involvements.unlink)
def unlink_cases(world: World, choose: Choose) -> None:
    link = choose.one(world.all(RecordKind.CASE_LINK))
    world.legal(permitted=True)
    involvements.unlink(world.office, link.id)


@move("parties", premises.put_within)
def put_within(world: World, choose: Choose) -> None:
    known = world.all(RecordKind.PLACE)
    inner, outer = choose.one(known), choose.maybe(known)
    parents = {one.id: one.part_of for one in known}
    above, at = set(), outer.id if outer else None
    while at is not None and at not in above:
        above.add(at)
        at = parents[at]
    world.legal(inner.id not in above)
    premises.put_within(world.office, inner.id, outer.id if outer else None)


@move("parties", premises.tie)
def tie_to_a_place(world: World, choose: Choose) -> None:
    person = choose.one(world.all(RecordKind.PERSON))
    place = choose.one(world.all(RecordKind.PLACE))
    tied = PlaceTie(
        id=PlaceTieId(world.new_id()), place=place.id, person=person.id,
        role=choose.of(TieRole), since=choose.maybe((choose.day(world.today),)),
    )  # fmt: skip
    world.legal(permitted=True)
    premises.tie(world.office, tied)


@move("parties", premises.end_tie)
def end_a_tie(world: World, choose: Choose) -> None:
    tied, on = choose.one(world.all(RecordKind.PLACE_TIE)), choose.day(world.today)
    world.legal(tied.since is None or on >= tied.since)
    premises.end_tie(world.office, tied.id, on)


@move("parties", premises.set_priority)
def set_a_priority(world: World, choose: Choose) -> None:
    since, evidence = choose.day(world.today, -40, 1), choose.text()
    status = PriorityStatus(
        id=PriorityStatusId(world.new_id()),
        place=choose.one(world.all(RecordKind.PLACE)).id,
        stage=choose.of(PriorityStage),
        since=since,
        evidence=evidence,
        decided_by="PSG of 3 December",
    )
    world.legal(since <= world.today)
    premises.set_priority(world.office, status)


@move("parties", police.bring_in)
def bring_in_police_figures(world: World, choose: Choose) -> None:
    known = {one.id: one for one in world.all(RecordKind.POLICE_MONTH)}
    count = CategoryCount(category="Burglary", count=choose.number(1, 9))
    month = shifted(date(2026, 1, 1), choose.number(0, 5))
    key = MonthKey(kind=choose.of(PoliceFigure), month=month, force="Fenshire Constabulary")
    made = PoliceMonth(
        id=key.id, kind=key.kind, month=key.month, force=key.force,
        areas=(AreaCounts(ward="E05011564", area="", counts=(count,)),), taken_in=world.today,
    )  # fmt: skip
    there = made.id in known
    looked = Intake(
        new=() if there else (made,), revised=(made,) if there else (), unchanged=0, tallies=(),
        notices=(),
    )  # fmt: skip
    world.legal(permitted=True)
    police.bring_in(world.office, looked)


@move("parties", ward_boundaries.bring_in)
def bring_in_wards(world: World, choose: Choose) -> None:
    ring = ((0.2, 52.3), (0.3, 52.3), (0.3, 52.4), (0.2, 52.3))
    codes = ("W1", *choose.some(("E05011564", "W2")))
    made = tuple(
        WardBoundary(
            id=id_of(code), code=code, name=choose.text()[:40].strip() or code, rings=(ring,),
            source="wards.geojson", taken_in=world.today,
        )
        for code in codes
    )  # fmt: skip
    world.legal(permitted=True)
    ward_boundaries.bring_in(
        world.office, WardIntake(wards=made, source="wards.geojson", replaced=0, notices=())
    )


@move("parties", ward_boundaries.remove)
def remove_wards(world: World, _choose: Choose) -> None:
    world.legal(bool(world.all(RecordKind.WARD_BOUNDARY)))
    ward_boundaries.remove(world.office)


@move("parties", merging.merge)
def merge_two(world: World, choose: Choose) -> None:
    kind = choose.of(PartyKind)
    known = world.all(PARTIES[kind])
    kept, other, reason = choose.one(known), choose.one(known), choose.text()
    merging.preview(world.office, kind, kept.id, other.id)
    fields = choose.some(("full_name", "born", "name", "address", "part_of"))
    world.legal(kept.id != other.id and reason.strip())
    asked = Merging(
        kind=kind, kept=kept.id, other=other.id, reason=reason, theirs=frozenset(fields),
        link_cases=choose.flag(),
    )  # fmt: skip
    merging.merge(world.office, asked)
