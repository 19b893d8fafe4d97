"""Time that passes, the last change taken back, a merge taken back from among others."""

from psg_desktop.casework.parties import merging
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.refusals import Refused
from tests.stateful.choosing import Choose, Nothing
from tests.stateful.world import World, move


@move("time")
def time_passes(world: World, choose: Choose) -> None:
    world.clock.forward(days=choose.one((1, 1, 1, 3, 20, 100, 400, 3000)))


@move("time")
def the_clock_is_put_back(world: World, choose: Choose) -> None:
    if not choose.rarely():
        raise Nothing
    world.clock.forward(days=-1, seconds=-7200)


@move("time", undoing.undo_last, undoing.undo)
def undo(world: World, choose: Choose) -> None:
    if not world.deeds:
        raise Nothing
    deed = world.deeds[-1]
    if all(kind is not RecordKind.ATTACHMENT for kind, _ in deed.before):
        world.legal(permitted=True)  # the bytes of a document may be gone by now
    assert undoing.undo_last(world.office) is deed.act
    world.expect_taken_back(deed)


@move("time", merging.take_back)
def take_a_merge_back(world: World, choose: Choose) -> None:
    chosen = choose.one(world.all(RecordKind.MERGE))
    at = [place for place, deed in enumerate(world.deeds) if deed.batch == chosen.batch]
    if not at:  # it lies behind what is final; much may have changed since
        raise Nothing
    deed = world.deeds[at[0]]
    touched = {key for later in world.deeds[at[0] + 1 :] for key in later.before}
    try:
        merging.take_back(world.office, chosen.id)
    except Refused:
        assert touched & deed.before.keys(), "A merge that nothing touched was not taken back."
        raise
    assert not touched & deed.before.keys()
    world.expect_taken_back(deed)


@move("time", undoing.undo)
def take_an_import_back(world: World, choose: Choose) -> None:
    """An import, or a merge, may be taken back long after; what was added since stands on it."""
    done = [one for one in world.deeds if one.act in {Act.IMPORT_RECORDS, Act.MERGE_RECORDS}]
    deed = choose.one(done)
    later = world.deeds[world.deeds.index(deed) + 1 :]
    touched = {key for one in later for key in one.before}
    if touched & deed.before.keys():
        world.legal(permitted=False)
    undoing.undo(world.office, deed.batch)
    world.expect_taken_back(deed)
