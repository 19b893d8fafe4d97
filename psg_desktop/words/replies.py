"""What an answer of an agency would change, said before it is taken."""

from psg_desktop.domain.action_replies import Answer, Asked, Effect, ReplyLine, Verdict
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.refusals import FieldProblem, Problem
from psg_desktop.words import dates, names, refusals

_VERDICTS = {
    Verdict.TO_TAKE: "New",
    Verdict.CHANGED: "Changed since it was sent",
    Verdict.KEPT: "Already taken in",
    Verdict.EMPTY: "Not answered",
    Verdict.UNKNOWN: "Not known here",
    Verdict.REFUSED: "Cannot be taken",
}
_WHY = {
    Problem.OUTCOME_MISSING: "It is marked as done without saying what was done.",
    Problem.DATE_IN_FUTURE: "The day it was done is in the future.",
    Problem.DATE_IN_PAST: "The new date that is asked for is in the past.",
    Problem.MOVE_NOT_POSSIBLE: "The action is not open any more.",
    Problem.CASE_IS_CLOSED: "The case is closed, so no note can be added to it.",
    Problem.ALREADY_THERE: "The same action is answered further up in this sheet.",
}


def verdict(line: ReplyLine) -> str:
    """Give the short word for what can be done with an answer."""
    return _VERDICTS[line.verdict]


def title(line: ReplyLine) -> str:
    """Give the heading of an answer: the reference of the case, and the row of the file."""
    reference = line.asked.reference if line.asked else line.answer.reference
    return ", ".join(part for part in (reference, f"row {line.answer.row}") if part)


def spoken(line: ReplyLine) -> str:
    """Give what an answer is about, to be read out."""
    return f"{title(line)}, {line.asked.action.what}" if line.asked else title(line)


def changes(line: ReplyLine) -> tuple[tuple[str, str], ...]:
    """Give what would change, as pairs of a term and "from → to"; of a strange row what it says."""
    if line.asked is None:
        said = line.answer.progress if line.verdict is Verdict.UNKNOWN else ""
        return (("Written there", said),) if said else ()
    found: list[tuple[str, str]] = []
    for effect in line.effects:
        found.extend(_changes(effect, line.answer, line.asked))
    return tuple(found)


def reason(line: ReplyLine) -> str:
    """Give a sentence about an answer that is not simply new, "" where there is none."""
    match line.verdict:
        case Verdict.CHANGED:
            now = _now(line.asked.action) if line.asked else ""
            return f"It was changed after the sheet was made. {now} Take this only if it is right."
        case Verdict.KEPT:
            return "This is what stands here already. Nothing would change."
        case Verdict.UNKNOWN:
            return (
                "This row was not sent from here, or its action was removed since. It changes "
                "nothing: read it, and type in what you need."
            )
        case Verdict.REFUSED:
            return " ".join((*line.answer.unreadable, _why(line.problem))).strip()
        case Verdict.TO_TAKE | Verdict.EMPTY:
            return ""


def summary(lines: tuple[ReplyLine, ...]) -> str:
    """Say in one sentence what a reply holds."""
    counts = {one: sum(line.verdict is one for line in lines) for one in Verdict}
    if not any(line.takeable for line in lines):
        if counts[Verdict.KEPT] and not counts[Verdict.REFUSED] and not counts[Verdict.UNKNOWN]:
            return "This reply was taken in already. Nothing would change."
        return "Nothing in this reply can be taken in."
    said = {
        Verdict.TO_TAKE: "new",
        Verdict.CHANGED: "changed since",
        Verdict.KEPT: "already taken in",
        Verdict.REFUSED: "cannot be taken",
        Verdict.UNKNOWN: "not known here",
        Verdict.EMPTY: "not answered",
    }
    return ", ".join(f"{counts[one]} {words}" for one, words in said.items() if counts[one])


def _changes(effect: Effect, answer: Answer, asked: Asked) -> tuple[tuple[str, str], ...]:
    action = asked.action
    match effect:
        case Effect.COMPLETE:
            done = names.name(ActionState.COMPLETED)
            on = dates.grid(answer.done_on) if answer.done_on else ""
            left = (("New date asked for", "left aside, because it is done"),)
            return (
                ("State", f"{names.name(action.state)} → {done} on {on}"),
                ("Outcome", answer.progress),
                *(left if answer.new_due else ()),
            )
        case Effect.NOTE:
            return (("Note on the case", answer.progress),)
        case Effect.AMEND_DUE:
            before = dates.grid(action.due) if action.due else "none"
            after = dates.grid(answer.new_due) if answer.new_due else "none"
            return (("Due", f"{before} → {after}"),)


def _now(action: Action) -> str:
    due = f", due {dates.grid(action.due)}" if action.due and action.open else ""
    officer = f", with {action.officer}" if action.officer else ""
    return f"It is now {names.name(action.state).casefold()}{officer}{due}."


def _why(problem: Problem | None) -> str:
    if problem is None:
        return ""
    return _WHY.get(problem) or refusals.sentence(FieldProblem(field="", problem=problem))
