"""Nobody but the person it is for is in the copy, read back by somebody else's reader."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, assume, given, settings

from psg_desktop.casework.information_law import copy_files
from psg_desktop.casework.parties import people
from tests.attacks.caseloads import Caseload, Somebody, caseloads
from tests.attacks.searching import everything_in, seen
from tests.attacks.test_pack import copy_of, write
from tests.effort import examples

EXAMPLES = examples(4, soak=500)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(caseload=caseloads())
def test_that_nobody_else_is_in_the_copy(empty_vault: Path, caseload: Caseload) -> None:
    assume(len(caseload.people) > 1)
    own, *others = caseload.people
    with copy_of(empty_vault) as office, TemporaryDirectory() as folder:
        write(office, caseload)
        (person, *_) = people.named(office, own.name)
        files = copy_files.write_for_review(office, person.id, Path(folder))
        read = everything_in(files.paper.read_bytes()) + files.data.read_text("utf-8")
    hidden = Caseload(others, [], caseload.officer)
    assert own.name.split()[-1].casefold() in read.casefold()
    assert seen(read, hidden) - seen(_words_of(own), hidden) == set()


def _words_of(own: Somebody) -> str:
    """Give everything that is the person's own, whoever else shares it."""
    return "\n".join(words for kind, words in own.mentions() if kind != "household")
