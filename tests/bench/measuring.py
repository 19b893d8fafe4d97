"""How a figure is taken: ours and its yardstick in one run, best of a few rounds, peak memory."""

import gc
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

import psutil  # type: ignore[import-untyped]  # it ships no types

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table.

    Attributes:
        ours: Seconds the program took.
        bare: Seconds the yardstick took, None where the figure is only reported.
        goal: The ratio it may reach, None where none is set.
        peak_mb: Highest memory of the process that ran ours, in megabytes.
    """

    name: str
    ours: float
    yardstick: str = ""
    bare: float | None = None
    goal: float | None = None
    peak_mb: float = 0.0

    @property
    def ratio(self) -> float | None:
        """Ours over the yardstick."""
        return None if self.bare is None else self.ours / self.bare

    @property
    def missed(self) -> bool:
        """Whether the goal is missed."""
        return self.goal is not None and self.ratio is not None and self.ratio > self.goal

    def line(self) -> str:
        """Give the figure as one line of the table."""
        bare = f"{self.bare * 1000:10.1f}" if self.bare is not None else " " * 10
        ratio = f"{self.ratio:6.2f}" if self.ratio is not None else " " * 6
        goal = f"{self.goal:5.1f}" if self.goal is not None else "  any"
        mark = "  MISSED" if self.missed else ""
        return (
            f"{self.name:<44}{self.ours * 1000:10.1f} {bare} {ratio} {goal} {self.peak_mb:7.0f}"
            f"  {self.yardstick}{mark}"
        )


HEADING = f"{'figure':<44}{'ours ms':>10} {'bare ms':>10} {'ratio':>6} {'goal':>5} {'peak MB':>7}"


def seconds(work: Callable[[], object]) -> float:
    """Time one round, with the rubbish of the round before taken out first."""
    gc.collect()
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def best(prepare: Callable[[], Callable[[], object]], rounds: int = 3) -> float:
    """Give the seconds of the best of a few rounds, each freshly prepared."""
    return min(seconds(prepare()) for _ in range(rounds))


def best_in_turn(
    ours: Callable[[], object], bare: Callable[[], object], rounds: int = 5
) -> tuple[float, float]:
    """Give the best rounds of both, taken in turn so that a busy moment meets both."""
    pairs = [(seconds(ours), seconds(bare)) for _ in range(rounds)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def peak_mb() -> float:
    """Give the highest memory this process has had, in megabytes."""
    memory = psutil.Process().memory_info()
    highest = getattr(memory, "peak_wset", None)  # Windows
    if highest is None:
        import resource  # noqa: PLC0415 - not on Windows

        highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return float(highest) / 1e6


def alone(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a measurement in a fresh process, so that its peak of memory is its own."""
    fresh = ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1)
    with fresh as processes:
        return processes.submit(work, *args, **kwargs).result()
