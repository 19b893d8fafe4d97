"""A problem analysis as an entry on the case page."""

from collections.abc import Callable, Iterable
from datetime import date

from psg_desktop.domain.problem_analyses import ProblemAnalysis, ProblemResult
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.statuses import dated, span
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates, names

_MARKS = {
    ProblemResult.RESOLVED: "green",
    ProblemResult.REDUCED: "green",
    ProblemResult.UNCHANGED: "amber",
    ProblemResult.WORSE: "red",
    ProblemResult.NOT_KNOWN: "none",
}
Asking = Callable[[ProblemAnalysis], object]


def analysis_entry(
    analysis: ProblemAnalysis, today: date, steps: Iterable[tuple[str, Asking]]
) -> Entry:
    """Give the entry of one analysis; each step is its words and what asks for it."""
    return Entry(
        key=analysis.id,
        title=analysis.statement,
        marks=(_status(analysis, today),),
        facts=_facts(analysis, today),
        text=_text(analysis),
        about="Problem analysis",
        steps=tuple(Step(words=words, done=_bound(asked, analysis)) for words, asked in steps),
    )


def _bound(asked: Asking, analysis: ProblemAnalysis) -> Callable[[], object]:
    return lambda: asked(analysis)


def _status(analysis: ProblemAnalysis, today: date) -> Status:
    if analysis.result is not None:
        return Status(_MARKS[analysis.result], names.name(analysis.result))
    if analysis.assessment_due_on(today):
        return Status("amber", "Result to be assessed")
    return Status("plain", "Response under way" if analysis.responses else "Being analysed")


def _facts(analysis: ProblemAnalysis, today: date) -> str:
    before = analysis.baseline
    counted = "" if before.count is None else f"{before.count:,} {before.measure}".strip()
    period = span(before.since, before.until)
    after = "" if analysis.count_after is None else f"{analysis.count_after:,} afterwards"
    if analysis.assessed_on is not None:
        assessed = f"assessed {dates.grid(analysis.assessed_on)}"
    elif analysis.assess_on is not None:
        assessed = f"result due {dated(analysis.assess_on, today)}"
    else:
        assessed = ""
    known = (" ".join(part for part in (counted, period) if part), after, assessed)
    return "  ·  ".join(part for part in known if part)


def _text(analysis: ProblemAnalysis) -> str:
    parts = [
        ("Objective", analysis.objective),
        ("Why it goes on", analysis.hypothesis),
        *((names.name(one.side), one.text) for one in analysis.responses),
        ("Result", analysis.finding),
        ("Would do differently", analysis.differently),
    ]
    return "\n\n".join(f"{words}: {text}" for words, text in parts if text)
