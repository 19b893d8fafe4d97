"""Which variables are looked at together: as few as can be, and never too few."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.attack.cliques import Cover, Names, covered

NAMES = st.frozensets(st.sampled_from("abcdef"), max_size=3)


def cover(*sets: str, limit: int = 10**6) -> Cover:
    return covered([frozenset(one) for one in sets], lambda names: 10 ** len(names), limit)


def cliques(*sets: str, limit: int = 10**6) -> set[str]:
    return {"".join(sorted(one)) for one in cover(*sets, limit=limit).cliques}


def test_that_a_tree_of_tables_stays_as_it_is() -> None:
    assert cliques("", "ab", "bc", "bd", "e") == {"ab", "bc", "bd", "e"}


def test_that_a_ring_of_tables_is_joined() -> None:
    assert cliques("ab", "bc", "ac") == {"abc"}
    assert cliques("ab", "bc", "cd", "ad") in ({"abc", "acd"}, {"abd", "bcd"})


def test_that_a_ring_that_is_too_wide_stays_apart_and_is_no_longer_exact() -> None:
    found = cover("ab", "bc", "ac", "d", limit=100)
    assert not found.exact
    assert cliques("ab", "bc", "ac", "d", limit=100) == {"ab", "ac", "bc", "d"}
    assert len(found.ties) == 6


def test_that_one_wide_table_is_exact_whatever_the_limit() -> None:
    assert cover("abc", "d", limit=100).exact


@given(st.lists(NAMES, min_size=1, max_size=6))
def test_that_the_cliques_hold_every_table_and_form_a_tree(sets: list[Names]) -> None:
    found = covered(sets, len, 100)
    assert found.exact
    assert all(any(one <= clique for clique in found.cliques) for one in sets)
    assert len(found.ties) == len(found.cliques) - 1
    for name in frozenset().union(*found.cliques):
        _is_joined([place for place, one in enumerate(found.cliques) if name in one], found)


def _is_joined(places: list[int], found: Cover) -> None:
    """Check that the cliques of one variable hang together: then agreeing in pairs is enough."""
    inside = [tie for tie in combinations(places, 2) if tie in found.ties]
    assert len(inside) == len(places) - 1
