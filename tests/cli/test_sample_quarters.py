"""The sample's quarters, published by the program and attacked from outside by their files."""

from pathlib import Path

from tests.cli.conftest import Shell
from tests.effort import SOAK

CASES, QUARTERS = (200, 4) if SOAK else (24, 2)


def test_that_nothing_can_be_worked_out_from_the_quarters_of_the_sample(
    shell: Shell, tmp_path: Path
) -> None:
    made = shell("demo", tmp_path / "demo", "--cases", CASES, "--quarters", QUARTERS)
    assert made.code == 0, made
    releases = sorted((tmp_path / "demo" / "statistics").iterdir())
    assert len(releases) == QUARTERS
    ran = shell("audit", *releases)
    assert ran.out == ""
    assert ran.code == 0
    assert "No number of one to four people can be worked out" in ran.said
