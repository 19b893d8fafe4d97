"""The verb that makes the sample caseload."""

from argparse import Namespace

from psg_desktop.casework.sample import Recipe, make_demo
from psg_desktop.cli.outcomes import Exit, say, show
from psg_desktop.clock import Clock
from psg_desktop.words import sample_stages


def demo(typed: Namespace, clock: Clock) -> Exit:
    """Write a sample vault, its passphrase, a pack and published statistics into a folder."""
    recipe = Recipe(
        cases=typed.cases,
        seed=typed.seed,
        stages=sample_stages.Stage.FIRST + typed.quarters,
        quarters=typed.quarters,
        tell=lambda done, total: say(f"{done + 1} of {total}: {sample_stages.said(done)}"),
    )
    made = make_demo(typed.folder, clock, recipe)
    show(str(path) for path in made)
    say("Everybody and everything in it is made up.")
    return Exit.DONE
