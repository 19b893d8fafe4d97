"""No verb and no act escapes the random work: each is driven, or left out with its reason."""

from psg_desktop.domain.changes import Act
from tests.stateful.moves import MOVES
from tests.stateful.verbs import acts_of, verbs

DRIVEN = frozenset(verb for one in MOVES.values() for verb in one.verbs)
NOT_DRIVEN = {
    "statistics.publishing.publish": "an audit takes seconds; see tests/casework/statistics",
    "statistics.publishing.withdraw": "an audit takes seconds; see tests/casework/statistics",
    "statistics.correcting.correct": "corrects what was published; see tests/casework/statistics",
    "importing.imports.keep_template": "keeps a matching of columns; nothing of the record",
    "partnership.meeting_days.carry_over": "runs once, when a vault of an older make is opened",
}
NO_MOVE = {
    Act.SET_UP: "leaves its entries before any work is done",
    Act.PUBLISH_STATISTICS: "an audit takes seconds; see tests/casework/statistics",
    Act.WITHDRAW_STATISTICS: "an audit takes seconds; see tests/casework/statistics",
    Act.CORRECT_STATISTICS: "corrects what was published; see tests/casework/statistics",
}


def test_that_every_verb_is_driven_or_left_out_with_a_reason() -> None:
    known = verbs()
    driven = {name for name, verb in known.items() if verb in DRIVEN}
    assert driven | NOT_DRIVEN.keys() == known.keys(), "Add a move, or the reason for none."
    assert not driven & NOT_DRIVEN.keys()


def test_that_every_move_names_verbs_there_are() -> None:
    assert set(verbs().values()) >= DRIVEN
    assert len(DRIVEN) > 100


def test_that_every_act_is_left_by_some_move() -> None:
    assert acts_of(DRIVEN) | NO_MOVE.keys() == set(Act)
