"""The bar that says what was done, and offers to take back only what can be."""

from collections.abc import Callable

import pytest

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import LASTING, Act, Changes
from psg_desktop.domain.ids import BatchId
from psg_desktop.ui.main_window.undoing import Undoing


@pytest.mark.parametrize("act", [*sorted(LASTING), Act.ADD_NOTE])
def test_that_what_lasts_is_said_without_an_offer_to_undo_it(office: Office, act: Act) -> None:
    offered = dict[str, Callable[[], None] | None]()
    undoing = Undoing(office, offered.__setitem__, lambda _sentence: None)
    undoing.hear(Changes(batch=BatchId(office.new_id()), act=act))
    (undo,) = offered.values()
    assert (undo is None) is (act in LASTING)
