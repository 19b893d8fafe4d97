"""The fast attack and the plainest one find the same, whatever was published."""

from collections.abc import Iterable

from hypothesis import given, settings

from psg_desktop.attack.attacking import Attacked, attack
from psg_desktop.attack.judging import Finding, Kind
from psg_desktop.attack.published import Publication
from tests.attack.brute_force import BruteForce, Found, Plain
from tests.attack.publications import publications

EXAMPLES = settings().max_examples // 16  # each is solved hundreds of times


@settings(max_examples=EXAMPLES)
@given(published=publications())
def test_that_the_fast_attack_finds_what_the_plainest_finds(published: Publication) -> None:
    found = attack(published)
    assert isinstance(found, Attacked)
    assert found.joint
    assert _plain(found) == BruteForce(published).attacked()


@settings(max_examples=EXAMPLES)
@given(published=publications())
def test_that_apart_from_the_joint_cells_intervals_are_never_narrower(
    published: Publication,
) -> None:
    """Where tables may not be joined the attack says so, and claims no more than is true."""
    apart = attack(published, limit=4)
    assert isinstance(apart, Attacked)
    true = {one[:4]: one[4] for one in BruteForce(published).small()}
    for one in _plain(apart).numbers:
        low, high = true[one[:4]]
        assert one[4][0] <= low
        assert high is not None
        assert one[4][1] is None or one[4][1] >= high
    if apart.joint:
        assert _plain(apart) == _plain(attack(published))


def _plain(found: object) -> Plain:
    assert isinstance(found, Attacked)
    groups = [one for one in found.findings if one.kind is Kind.GROUP]
    return Plain(
        numbers=frozenset(_named(one for one in found.findings if one.kind is not Kind.GROUP)),
        groups=frozenset(_named(groups)),
        there=frozenset(_named(found.there)),
    )


def _named(found: Iterable[Finding]) -> Iterable[Found]:
    for one in found:
        low, high = one.interval.low, one.interval.high
        assert low is not None
        since = one.earlier.period if one.earlier else ""
        place = frozenset(one.cell.where.items())
        yield one.cell.measure, one.cell.period, since, place, (low, high)
