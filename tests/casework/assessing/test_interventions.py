"""The register of interventions, kept in a real vault: law by day, lists, clocks, counts, undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from psg_desktop.casework import lists
from psg_desktop.casework.assessing import intervention_kinds as kinds
from psg_desktop.casework.assessing import interventions, register
from psg_desktop.casework.assessing.interventions import Serving
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies, identities, people
from psg_desktop.casework.trail import undoing
from psg_desktop.casework.vault import exports
from psg_desktop.domain.ids import CaseId, InterventionId, PersonId
from psg_desktop.domain.intervention_clocks import Caution, Clock, running
from psg_desktop.domain.intervention_facts import (
    Appeal,
    AppealOutcome,
    Appellant,
    Breach,
    InterventionState,
    Standing,
    TargetKind,
)
from psg_desktop.domain.intervention_kinds import InterventionKind
from psg_desktop.domain.intervention_lists import (
    RegisterColumn,
    RegisterFilter,
    RegisterOrder,
    RegisterView,
)
from psg_desktop.domain.interventions import Intervention
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.domain.text import TEXT_LIMIT
from tests.builders import TODAY, a_case, a_closure, a_person
from tests.fakes import FixedClock
from tests.interventions import DAY, a_kind

ALL = slice(0, 100)


@pytest.fixture
def person(desk: Office) -> PersonId:
    one = a_person(born=date(2000, 1, 1))
    people.save(desk, one)
    return one.id


@pytest.fixture
def case(desk: Office, person: PersonId) -> CaseId:
    return cases.open_case(desk, Opening(case=a_case(subject=person)))


def plan(office: Office, case: CaseId, target: UUID, code: str = "cpn") -> Intervention:
    row = next(one for one in kinds.every(office) if one.code == code)
    return Intervention(
        id=InterventionId(office.new_id()),
        case=case,
        kind=code,
        facts=row.facts(None),
        target_kind=TargetKind.PERSON,
        target=target,
        agency=agencies.choices(office)[0].id,
        conditions=("Not to enter Sluice Lane between 20:00 and 08:00.",),
    )


def issue(
    office: Office, case: CaseId, target: UUID, serving: Serving, code: str = "cpn"
) -> InterventionId:
    made = plan(office, case, target, code)
    interventions.register(office, made, serving)
    return made.id


def law_of(office: Office, code: str = "cpn") -> InterventionKind:
    found = kinds.row_on(kinds.every(office), code, office.today())
    assert found is not None
    return found


def test_that_a_vault_starts_with_the_shipped_kinds_and_the_coming_ones_out_of_force(
    desk: Office,
) -> None:
    every = kinds.every(desk)
    assert {"gap_letter", "abc", "cpw", "cpn", "pspo", "closure_order"} <= {
        one.code for one in kinds.in_force(desk, TODAY)
    }
    coming = [one.code for one in every if not one.commenced]
    assert coming == ["respect_order", "youth_injunction", "housing_injunction", "landlord_closure"]
    assert all(not one.in_force(date(2099, 1, 1)) for one in every if not one.commenced)
    assert all(one.source for one in every)


def test_that_the_day_of_a_change_decides_by_which_law_it_was_served(
    desk: Office, case: CaseId, person: PersonId
) -> None:
    old = law_of(desk)
    new = replace(
        old, id=desk.new_id(), breach="A crime: a fixed penalty of up to £500.", appeal_days=28,
        since=TODAY,
    )  # fmt: skip
    kinds.change_law(desk, new, old.id)
    day_before = issue(desk, case, person, Serving(on=TODAY - DAY))
    on_the_day = issue(desk, case, person, Serving(on=TODAY))
    before, after = (interventions.get(desk, one).facts for one in (day_before, on_the_day))
    assert (before.row, before.breach, before.appeal_days) == (old.id, old.breach, 21)
    assert (after.row, after.breach, after.appeal_days) == (new.id, new.breach, 28)
    assert [one.id for one in kinds.every(desk) if one.code == "cpn"] == [old.id, new.id]


def test_that_editing_a_kind_never_reaches_back_to_what_is_registered(
    desk: Office, case: CaseId, person: PersonId
) -> None:
    kept = interventions.get(desk, issue(desk, case, person, Serving(on=TODAY)))
    kinds.save(desk, replace(law_of(desk), name="Another name", breach="", review_every=3))
    assert interventions.get(desk, kept.id) == kept


def test_that_a_plan_is_served_under_the_law_of_its_serving(
    desk: Office, clock: FixedClock, case: CaseId, person: PersonId
) -> None:
    made = plan(desk, case, person)
    interventions.register(desk, made)
    old = law_of(desk)
    clock.forward(days=10)
    new = replace(old, id=desk.new_id(), appeal_days=14, since=desk.today())
    kinds.change_law(desk, new, old.id)
    interventions.serve(desk, made.id, Serving(on=desk.today(), expires=desk.today() + 90 * DAY))
    assert interventions.get(desk, made.id).facts.appeal_days == 14


def test_that_two_rows_of_a_power_cannot_be_law_on_the_same_day(desk: Office) -> None:
    with pytest.raises(Refused) as refusal:
        kinds.save(desk, a_kind())
    assert refusal.value.problems[0].problem is Problem.LAW_OVERLAPS
    old = law_of(desk)
    with pytest.raises(Refused):
        kinds.change_law(desk, replace(old, id=desk.new_id()), old.id)


def test_that_a_coming_power_is_refused_until_it_is_given_a_date(
    desk: Office, case: CaseId, person: PersonId
) -> None:
    made = plan(desk, case, person, "respect_order")
    with pytest.raises(Refused) as refusal:
        interventions.register(desk, made, Serving(on=TODAY))
    assert refusal.value.problems[0].problem is Problem.NOT_THE_LAW_THEN
    row = next(one for one in kinds.every(desk) if one.code == "respect_order")
    kinds.save(desk, replace(row, commenced=True, since=TODAY))
    interventions.register(desk, made, Serving(on=TODAY))


def test_that_a_child_below_the_age_of_the_law_is_refused(desk: Office, case: CaseId) -> None:
    child = a_person(born=TODAY.replace(year=TODAY.year - 15))
    people.save(desk, child)
    with pytest.raises(Refused) as refusal:
        issue(desk, case, child.id, Serving(on=TODAY))
    assert [(one.field, one.problem) for one in refusal.value.problems] == [
        ("target", Problem.TOO_YOUNG)
    ]


def test_that_a_notice_before_its_warning_is_pointed_out_until_the_warning_is_on_record(
    desk: Office, case: CaseId, person: PersonId
) -> None:
    serving = Serving(on=TODAY)
    seen = interventions.outlook(desk, plan(desk, case, person), serving)
    assert Caution.STEP_MISSING in seen.cautions
    assert seen.expires == date(2027, 11, 20)
    issue(desk, case, person, Serving(on=TODAY - 30 * DAY), "cpw")
    seen = interventions.outlook(desk, plan(desk, case, person), serving)
    assert Caution.STEP_MISSING not in seen.cautions


def test_that_every_move_is_kept_and_can_be_taken_back(
    desk: Office, case: CaseId, person: PersonId
) -> None:
    made = plan(desk, case, person)
    interventions.register(desk, made)
    id_ = made.id
    moves: tuple[Callable[[], None], ...] = (
        lambda: interventions.serve(desk, id_, Serving(on=TODAY, expires=TODAY + 9 * DAY)),
        lambda: interventions.record_breach(desk, id_, Breach(on=TODAY, evidence="Seen.")),
        lambda: interventions.answer_breach(desk, id_, 0, "Fixed penalty", "Council"),
        lambda: interventions.lodge_appeal(desk, id_, Appeal(lodged=TODAY, by=Appellant.RECIPIENT)),
        lambda: interventions.decide_appeal(desk, id_, AppealOutcome.DISMISSED, TODAY),
        lambda: interventions.end_early(desk, id_, TODAY, "Moved away."),
    )
    stages = [interventions.get(desk, id_)]
    for move in moves:
        move()
        stages.append(interventions.get(desk, id_))
    assert stages[-1].state is InterventionState.ENDED_EARLY
    for before in reversed(stages[:-1]):
        undoing.undo_last(desk)
        assert interventions.get(desk, id_) == before


def test_that_a_renewal_is_one_change_that_links_both(
    desk: Office, case: CaseId, person: PersonId
) -> None:
    first = issue(desk, case, person, Serving(on=TODAY - 20 * DAY, expires=TODAY + 5 * DAY))
    assert [one.running.clock for one in register.clock_lines(desk)].count(Clock.EXPIRY) == 1
    starts = TODAY + 6 * DAY
    serving = Serving(on=TODAY, starts=starts, expires=starts + 90 * DAY)
    second = interventions.renew(desk, first, ("Stay away.",), serving)
    assert interventions.get(desk, second).renews == first
    assert {held.intervention.id: held.renewed for held in register.of_case(desk, case)} == {
        first: True, second: False,
    }  # fmt: skip
    assert Clock.EXPIRY not in {one.running.clock for one in register.clock_lines(desk)}
    with pytest.raises(Refused):
        interventions.renew(desk, first, (), serving)
    undoing.undo_last(desk)
    assert len(register.of_case(desk, case)) == 1


def test_that_a_closed_case_takes_no_intervention_and_the_clock_of_a_warning_is_silent(
    desk: Office, case: CaseId, person: PersonId
) -> None:
    made = issue(desk, case, person, Serving(on=TODAY, expires=TODAY + 5 * DAY), "abc")
    assert register.clock_lines(desk)
    cases.close(desk, case, a_closure())
    assert register.clock_lines(desk) == ()
    with pytest.raises(Refused) as refusal:
        interventions.end_early(desk, made, TODAY, "Moved away.")
    assert refusal.value.problems[0].problem is Problem.CASE_IS_CLOSED
    with pytest.raises(Refused):
        issue(desk, case, person, Serving(on=TODAY))


def test_that_an_order_outlives_its_case_until_its_last_day(
    desk: Office, case: CaseId, person: PersonId
) -> None:
    made = issue(desk, case, person, Serving(on=TODAY - DAY, expires=TODAY + 5 * DAY))
    planned = plan(desk, case, person)
    interventions.register(desk, planned)
    cases.close(desk, case, a_closure())
    (line,) = (one for one in lists.today(desk).clocks if one.running.clock is Clock.EXPIRY)
    assert (line.intervention, line.case_closed) == (made, True)
    interventions.record_breach(desk, made, Breach(on=TODAY, evidence="Seen at the gate."))
    assert Clock.BREACH in {one.running.clock for one in lists.today(desk).clocks}
    interventions.answer_breach(desk, made, 0, "Reported to the court.")
    for refused in (
        lambda: interventions.renew(desk, made, (), Serving(on=TODAY)),
        lambda: interventions.amend(desk, interventions.get(desk, made)),
        lambda: interventions.serve(desk, planned.id, Serving(on=TODAY)),
        lambda: interventions.withdraw(desk, planned.id, TODAY, "Not needed."),
    ):
        with pytest.raises(Refused) as refusal:
            refused()
        assert refusal.value.problems[0].problem is Problem.CASE_IS_CLOSED
    interventions.end_early(desk, made, TODAY, "Quashed by consent.")
    assert Clock.EXPIRY not in {one.running.clock for one in lists.today(desk).clocks}


def test_that_nothing_is_dated_in_the_future(desk: Office, case: CaseId, person: PersonId) -> None:
    made = issue(desk, case, person, Serving(on=TODAY))
    ahead = TODAY + DAY
    for move in (
        lambda: issue(desk, case, person, Serving(on=ahead)),
        lambda: interventions.record_breach(desk, made, Breach(on=ahead, evidence="Seen.")),
        lambda: interventions.end_early(desk, made, ahead, "Moved."),
    ):
        with pytest.raises(Refused) as refusal:
            move()
        assert refusal.value.problems[0].problem is Problem.DATE_IN_FUTURE


def spread(office: Office, case: CaseId, person: PersonId) -> dict[str, InterventionId]:
    """Register one intervention for each view of the list."""
    made = {
        "live": issue(office, case, person, Serving(on=TODAY, expires=TODAY + 90 * DAY)),
        "expiring": issue(
            office, case, person, Serving(on=TODAY - 9 * DAY, expires=TODAY + 9 * DAY), "abc"
        ),
        "breached": issue(
            office, case, person, Serving(on=TODAY - 60 * DAY, expires=TODAY - DAY), "cpw"
        ),
        "given": issue(office, case, person, Serving(on=TODAY - 3 * DAY), "gap_letter"),
    }
    breach = Breach(on=TODAY - 9 * DAY, evidence="Seen at the Heron café.")
    interventions.record_breach(office, made["breached"], breach)
    planned = plan(office, case, person, "civil_injunction")
    interventions.register(office, planned)
    return made | {"planned": planned.id}


@pytest.mark.parametrize(
    ("view", "names"),
    [
        (RegisterView.LIVE, {"live", "expiring"}),
        (RegisterView.PLANNED, {"planned"}),
        (RegisterView.EXPIRING, {"expiring"}),
        (RegisterView.BREACHED, {"breached"}),
        (RegisterView.OVER, {"breached", "given"}),
        (RegisterView.ALL, {"live", "expiring", "breached", "given", "planned"}),
    ],
)
def test_that_each_view_of_the_register_holds_its_own(
    desk: Office, case: CaseId, person: PersonId, view: RegisterView, names: set[str]
) -> None:
    made = spread(desk, case, person)
    found = register.listed(desk, RegisterFilter(view=view), RegisterOrder(), ALL)
    assert {row.id for row in found.rows} == {made[name] for name in names}
    assert found.total == len(names)


def test_that_the_register_is_searched_narrowed_and_ordered_in_the_store(
    desk: Office, case: CaseId, person: PersonId
) -> None:
    made = spread(desk, case, person)
    every = RegisterFilter(view=RegisterView.ALL)

    def ids(asked: RegisterFilter, order: RegisterOrder | None = None) -> list[InterventionId]:
        return [row.id for row in register.listed(desk, asked, order or RegisterOrder(), ALL).rows]

    assert ids(replace(every, words="heron cafe")) == [made["breached"]]
    assert len(ids(replace(every, words="marrowby"))) == 5
    assert ids(replace(every, kinds=frozenset({"abc"}))) == [made["expiring"]]
    assert ids(replace(every, target=person, words="sluice")) != []
    for column in RegisterColumn:
        up = ids(every, RegisterOrder(column=column))
        down = ids(every, RegisterOrder(column=column, descending=True))
        assert set(up) == set(down) == set(made.values())
    assert ids(every)[:2] == [made["breached"], made["expiring"]]
    part = register.listed(desk, every, RegisterOrder(), slice(1, 3))
    assert [row.id for row in part.rows] == ids(every)[1:3]


def test_that_the_store_and_the_domain_agree_on_every_clock(
    desk: Office, clock: FixedClock, case: CaseId, person: PersonId
) -> None:
    made = spread(desk, case, person)
    appeal = Appeal(lodged=TODAY, by=Appellant.RECIPIENT)
    interventions.lodge_appeal(desk, made["expiring"], appeal)
    for _ in range(8):
        told = {(one.intervention, one.running) for one in register.clock_lines(desk)}
        worked_out = {
            (held.intervention.id, run)
            for held in register.of_case(desk, case)
            for run in running(held.intervention, desk.today(), renewed=held.renewed)
        }
        assert told == worked_out
        clock.forward(days=13)


def test_that_interventions_are_counted_by_kind_in_a_time(
    desk: Office, case: CaseId, person: PersonId
) -> None:
    spread(desk, case, person)
    counts = {one.code: one for one in register.counted(desk, TODAY - 30 * DAY, TODAY)}
    assert (counts["cpn"].issued, counts["cpn"].live, counts["cpn"].expired) == (1, 1, 0)
    warned = counts["cpw"]
    assert (warned.issued, warned.live, warned.breached, warned.expired) == (0, 0, 1, 1)
    assert counts["gap_letter"].issued == 1
    assert (counts["civil_injunction"].issued, counts["civil_injunction"].live) == (0, 0)


def test_that_conditions_of_20000_characters_come_back_whole(
    desk: Office, case: CaseId, person: PersonId
) -> None:
    made = replace(plan(desk, case, person), conditions=("x" * TEXT_LIMIT, "y" * TEXT_LIMIT))
    interventions.register(desk, made, Serving(on=TODAY))
    assert interventions.get(desk, made.id).conditions == made.conditions


def test_that_officer_number_and_area_are_known_to_the_redaction(
    desk: Office, case: CaseId, person: PersonId
) -> None:
    made = replace(plan(desk, case, person), officer="Joan Quillfeather", reference="FEN/2026/77")
    interventions.register(desk, made, Serving(on=TODAY))
    area = replace(
        plan(desk, case, person, "pspo"), target_kind=TargetKind.AREA, target=None,
        area="Cattle Market Yard",
    )  # fmt: skip
    interventions.register(desk, area, Serving(on=TODAY))
    with desk.reading() as unit:
        known = {one.text for one in identities.everyone(unit)}
    assert {"Joan Quillfeather", "FEN/2026/77", "Cattle Market Yard"} <= known


def test_that_the_register_goes_out_with_the_export(desk: Office) -> None:
    assert {"interventions", "intervention_kinds"} <= set(exports.FILES.values())


def test_that_an_expired_one_is_expired_without_anything_being_kept(
    desk: Office, clock: FixedClock, case: CaseId, person: PersonId
) -> None:
    made = issue(desk, case, person, Serving(on=TODAY, expires=TODAY + timedelta(days=2)))
    before = interventions.get(desk, made)
    clock.forward(days=3)
    asked = RegisterFilter(view=RegisterView.OVER)
    (row,) = register.listed(desk, asked, RegisterOrder(), ALL).rows
    assert row.standing is Standing.EXPIRED
    assert interventions.get(desk, made) == before
