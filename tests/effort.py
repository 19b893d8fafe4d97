"""How long the laws are tried: for moments before each change lands, at length in `make soak`."""

import os

SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"


def examples(quick: int, soak: int) -> int:
    """Give how many examples a law is tried with."""
    return soak if SOAK else quick
