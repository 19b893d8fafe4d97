"""A pack of 200 cases against ReportLab drawing the same flowables bare: goal at most 1.5 times.

Bare means ReportLab's own template and canvas: no header, footer, page numbers, bookmarks or
links. It is given the flowables ready made, so our share includes the making of them.
"""

import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from multiprocessing import get_context

import psutil
from reportlab.platypus import SimpleDocTemplate

from psg_desktop.documents.pdf import style
from psg_desktop.documents.pdf.pack import render_pack, story
from tests.documents.sample_packs import pack

CASES = 200
ROUNDS = 3
GOAL = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Seconds of the best round, and the highest memory of the process in MB."""

    seconds: float
    peak_mb: float


def measure_ours(cases: int) -> Measured:
    """Draw the pack as the program does, the making of flowables included."""
    approved = pack(cases)
    render_pack(pack(2))
    return _best(lambda: partial(render_pack, approved))


def measure_bare(cases: int) -> Measured:
    """Draw the same flowables, made beforehand, with nothing around them."""
    approved = pack(cases)
    render_pack(pack(2))
    return _best(lambda: partial(_bare().build, story(approved)))


def _bare() -> SimpleDocTemplate:
    return SimpleDocTemplate(
        BytesIO(),
        pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT),
        leftMargin=style.LEFT - 6,
        rightMargin=style.RIGHT - 6,
        topMargin=style.TOP - 6,
        bottomMargin=style.BOTTOM - 6,
        invariant=1,
        pageCompression=1,
    )


def _best(prepare: Callable[[], Callable[[], object]]) -> Measured:
    best = float("inf")
    for _ in range(ROUNDS):
        drawn = prepare()
        start = time.perf_counter()
        drawn()
        best = min(best, time.perf_counter() - start)
    return Measured(seconds=best, peak_mb=_peak_mb())


def _peak_mb() -> float:
    memory = psutil.Process().memory_info()
    highest = getattr(memory, "peak_wset", None)  # Windows
    if highest is None:
        import resource  # noqa: PLC0415 not on Windows

        highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return float(highest) / 1e6


def main() -> int:
    """Print both and their ratio; give 1 if the goal is missed."""
    fresh = ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1)
    with fresh as processes:
        bare = processes.submit(measure_bare, CASES).result()
        ours = processes.submit(measure_ours, CASES).result()
    ratio = ours.seconds / bare.seconds
    sys.stdout.write(
        f"pack of {CASES} cases\n"
        f"  bare ReportLab  {bare.seconds:6.2f} s  {bare.peak_mb:5.0f} MB peak\n"
        f"  PSG Desktop     {ours.seconds:6.2f} s  {ours.peak_mb:5.0f} MB peak\n"
        f"  ratio           {ratio:6.2f}     (goal at most {GOAL})\n"
    )
    return int(ratio > GOAL)


if __name__ == "__main__":
    sys.exit(main())
