"""The history says what changed from what to what, in words."""

import dataclasses
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.cases import Case, CaseKind, CaseState, Closure, Hold, RiskLevel
from psg_desktop.domain.changes import Act, AuditEntry, FieldChange, RecordKind
from psg_desktop.domain.ids import ActionId, AgencyId, BatchId, CaseId
from psg_desktop.domain.plain import to_plain
from psg_desktop.words import fields, trail

# Fixed, as they stand in the names of tests, which every worker process must agree on.
POLICE, COUNCIL, NOBODY = (UUID(int=number) for number in (1, 2, 3))
KNOWN = {**fields.by_text({POLICE: "Police", COUNCIL: "Council"}), "resolved": "Problem resolved"}


def entry(act: Act, kind: RecordKind, *changes: FieldChange, created: bool = False) -> AuditEntry:
    return AuditEntry(
        sequence=1,
        at=datetime(2026, 11, 21, 9, 30, tzinfo=UTC),
        who="Coordinator",
        batch=BatchId(uuid4()),
        act=act,
        kind=kind,
        record=uuid4(),
        case=None,
        created=created,
        removed=False,
        changes=changes,
    )


def change(name: str, before: object, after: object) -> FieldChange:
    return FieldChange(name=name, before=before, after=after)


@pytest.mark.parametrize(
    ("name", "before", "after", "line"),
    [
        ("lead_agency", str(POLICE), str(COUNCIL), "Lead agency: Police → Council"),
        ("lead_agency", None, str(NOBODY), "Lead agency: none → a record that is no longer named"),
        ("risk", None, "high", "Risk level: not assessed → High"),
        ("review_due", "2026-12-03", None, "Next review: Thu 3 Dec 2026 → none"),
        ("state", "active_plan", "on_hold", "State: Active plan → On hold"),
        ("resume_to", None, "monitoring", "State to go back to: none → Monitoring"),
        ("focus_areas", [], ["asb", "resolved"], "Focus areas: none → asb, Problem resolved"),
        ("title", "Old", "New", "Title: Old → New"),
    ],
)
def test_that_a_change_says_from_what_to_what(
    name: str, before: object, after: object, line: str
) -> None:
    changed = entry(Act.AMEND_CASE, RecordKind.CASE, change(name, before, after))
    assert trail.changed_fields(changed, KNOWN) == (line,)


def test_that_facts_inside_a_field_are_named() -> None:
    hold = to_plain(Hold(reason="In custody", since=date(2026, 12, 3)))
    closing = to_plain(
        Closure(
            reason="resolved", summary="Quiet.", on=date(2026, 12, 4), final_risk=RiskLevel.HIGH
        )
    )
    held = entry(Act.HOLD_CASE, RecordKind.CASE, change("hold", None, hold))
    closed = entry(Act.CLOSE_CASE, RecordKind.CASE, change("closures", [], [closing]))
    assert trail.changed_fields(held, KNOWN) == (
        "On hold: none → reason In custody, from Thu 3 Dec 2026",
    )
    (line,) = trail.changed_fields(closed, KNOWN)
    assert "reason Problem resolved" in line
    assert "final risk High" in line


def test_that_a_new_record_is_named_and_its_empty_fields_are_left_out() -> None:
    action = Action(
        id=ActionId(uuid4()),
        case=CaseId(uuid4()),
        what="Fit a gate",
        state=ActionState.AGREED,
        owner=AgencyId(COUNCIL),
        officer="A. Officer",
        due=date(2026, 12, 3),
    )
    plain = to_plain(action)
    added = entry(
        Act.ADD_ACTION,
        RecordKind.ACTION,
        *(change(name, None, value) for name, value in plain.items()),
        created=True,
    )
    assert trail.history_line(added, KNOWN) == "Action added: Fit a gate"
    assert set(trail.changed_fields(added, KNOWN)) == {
        "What is to be done: Fit a gate",
        "State: Agreed",
        "Owner agency: Council",
        "Named officer: A. Officer",
        "Due date: Thu 3 Dec 2026",
    }


def test_that_every_field_of_a_case_can_be_said_and_shows_no_identifier() -> None:
    case = Case(
        id=CaseId(uuid4()),
        reference="PSG-2026-001",
        kind=CaseKind.PERSON,
        subject=uuid4(),
        title="Noise at night",
        opened=date(2026, 1, 5),
        state=CaseState.ASSESSMENT,
    )
    for field in dataclasses.fields(case):
        said = fields.words(RecordKind.CASE, field.name, to_plain(getattr(case, field.name)), {})
        assert said
        if isinstance(getattr(case, field.name), UUID):
            assert str(case.id) not in said
        assert "_" not in fields.field_name(field.name)


def test_that_a_very_long_value_is_cut() -> None:
    long = entry(Act.AMEND_CASE, RecordKind.CASE, change("problem", "", "x" * 20_000))
    (line,) = trail.changed_fields(long, KNOWN)
    assert len(line) < 2 * trail.LONGEST_VALUE


def test_that_a_record_touched_beside_the_act_is_named() -> None:
    beside = entry(Act.OPEN_CASE, RecordKind.INVOLVEMENT, created=True)
    assert trail.history_line(beside, KNOWN) == "Case opened: role in a case added"


def test_that_an_undo_says_what_it_touched() -> None:
    undone = entry(Act.UNDO, RecordKind.NOTE)
    assert trail.history_line(undone, KNOWN) == "Change undone: note changed"


def test_that_a_release_of_statistics_is_told_without_what_only_programs_read() -> None:
    published = entry(
        Act.PUBLISH_STATISTICS,
        RecordKind.STATISTICS,
        change("period", None, "2026Q3"),
        change("content", None, '[{"code":"flow"}]'),
        change("units", None, "[]"),
        change("demand", None, '[{"measure":"ambulance"}]'),
        change("earlier", None, 3),
        created=True,
    )
    assert trail.history_line(published, {}) == "Statistics published: 2026Q3"
    assert trail.changed_fields(published, {}) == ("Period: 2026Q3",)
    corrected = entry(
        Act.CORRECT_STATISTICS,
        RecordKind.STATISTICS_CORRECTION,
        change("release", None, str(NOBODY)),
        change("text", None, "The tables were exchanged."),
        created=True,
    )
    assert trail.changed_fields(corrected, {}) == ("Text: The tables were exchanged.",)
