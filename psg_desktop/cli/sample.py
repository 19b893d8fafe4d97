"""The verb that makes the sample caseload."""

from argparse import Namespace

from psg_desktop.casework.sample import make_demo
from psg_desktop.cli.outcomes import Exit, say, show
from psg_desktop.clock import Clock


def demo(typed: Namespace, clock: Clock) -> Exit:
    """Write a sample vault, its passphrase, a pack and figures into a folder."""
    made = make_demo(typed.folder, clock, cases=typed.cases, seed=typed.seed)
    show(str(path) for path in made)
    say("Everybody and everything in it is made up.")
    return Exit.DONE
