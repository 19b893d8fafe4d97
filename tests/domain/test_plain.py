"""Plain form: what goes in comes back the same, for every record there is."""

import json
import typing
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psg_desktop.domain.plain import from_plain, to_plain
from psg_desktop.domain.refusals import Refused
from psg_desktop.domain.text import fold, line, prose
from psg_desktop.store.shelves import ALL
from tests.effort import examples


@pytest.mark.parametrize("kind", [shelf.value for shelf in ALL], ids=lambda kind: kind.__name__)
def test_that_every_record_comes_back_from_its_plain_form(kind: type[Any]) -> None:
    @settings(max_examples=examples(10, soak=500), suppress_health_check=list(HealthCheck))
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        try:
            value = data.draw(values_of(kind))
        except Refused:
            return
        assert from_plain(kind, json.loads(json.dumps(to_plain(value)))) == value

    holds()


def values_of(kind: type[Any]) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(kind)

    def build(**parts: Any) -> Any:
        return kind(**parts)

    return st.builds(build, **{name: st.from_type(hint) for name, hint in hints.items()}).filter(
        lambda value: value is not None
    )


def test_that_folding_forgets_accents_capitals_and_extra_spaces() -> None:
    assert fold("Łukasz  ŽEMAITĖ") == "lukasz zemaite"
    assert fold("Ștefan O’Reedley–Ø") == "stefan o'reedley-o"
    assert fold("ﬁsh and \uff23hips") == "fish and chips"


@given(st.text())
def test_that_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_that_tidy_text_is_tidy_already(text: str) -> None:
    assert line(line(text)) == line(text)
    assert prose(prose(text)) == prose(text)
    assert "\x00" not in prose(text)
