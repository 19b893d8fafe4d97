"""The bar that says what was done, and offers to take back only what can be."""

from collections.abc import Callable

import pytest

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import LASTING, Act, Changes, RecordKind, Touched
from psg_desktop.domain.ids import BatchId
from psg_desktop.ui.main_window.undoing import Undoing


@pytest.mark.parametrize("act", [*sorted(LASTING), Act.ADD_NOTE])
def test_that_what_lasts_is_said_without_an_offer_to_undo_it(office: Office, act: Act) -> None:
    offered = dict[str, Callable[[], None] | None]()
    undoing = Undoing(office, offered.__setitem__, lambda _sentence: None)
    undoing.hear(Changes(batch=BatchId(office.new_id()), act=act))
    (undo,) = offered.values()
    assert (undo is None) is (act in LASTING)


@pytest.mark.parametrize(("count", "said"), [(1, "Text for the group accepted."),
                                             (28, "28 texts for the group accepted.")])  # fmt: skip
def test_that_the_bar_names_how_many_texts_one_step_accepted(
    office: Office, count: int, said: str
) -> None:
    offered = dict[str, Callable[[], None] | None]()
    undoing = Undoing(office, offered.__setitem__, lambda _sentence: None)
    texts = (Touched(kind=RecordKind.GROUP_TEXT, id=office.new_id()) for _ in range(count))
    touched = frozenset(texts)
    undoing.hear(Changes(batch=BatchId(office.new_id()), act=Act.ACCEPT_TEXT, touched=touched))
    assert list(offered) == [said]
