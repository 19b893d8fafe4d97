"""The office: what is jotted beside the record is kept, and the record is not touched by it."""

import pytest

from psg_desktop.casework.caseload import notes
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from tests.builders import a_person


def test_that_jotting_keeps_a_draft_and_leaves_no_trace_in_the_trail(desk: Office) -> None:
    before = undoing.last_change(desk)
    notes.keep_draft(desk, "note/new", "Half a sentence")
    kept = notes.draft(desk, "note/new")
    assert kept is not None
    assert kept.text == "Half a sentence"
    assert undoing.last_change(desk) == before


def test_that_no_record_can_be_jotted_down(desk: Office) -> None:
    person = a_person()
    with pytest.raises(TypeError, match="mark"), desk.jotting() as unit:
        unit.people.put(person)
    with desk.reading() as unit:
        assert unit.people.find(person.id) is None
