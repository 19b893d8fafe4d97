"""What an import would do and did, in words."""

from psg_desktop.casework.importing.imports import Imported
from psg_desktop.exchange.check import DryRun
from psg_desktop.exchange.mapping import Purpose
from psg_desktop.exchange.outcomes import Choice, RowOutcome, Status
from psg_desktop.exchange.rejected import reason
from psg_desktop.exchange.sheets import counted as counted_noun
from psg_desktop.exchange.sheets import listed
from psg_desktop.ui.widgets.chips import Status as Chip
from psg_desktop.words.counted import counted

_COUNTS = (
    (Status.NEW, "new"),
    (Status.SAME, "imported before"),
    (Status.CHANGED, "changed since"),
    (Status.DUPLICATE, "look like existing records"),
    (Status.WRONG, "wrong"),
    (Status.SKIPPED, "left out"),
)
_ONE = {Status.DUPLICATE: "looks like an existing record"}
_BECOMES = {
    Status.NEW: Chip("done", "New"),
    Status.SAME: Chip("none", "Imported before"),
    Status.CHANGED: Chip("amber", "Changed since"),
    Status.DUPLICATE: Chip("amber", "Looks like another"),
    Status.WRONG: Chip("red", "Wrong"),
    Status.SKIPPED: Chip("none", "Left out"),
}
_CHOSEN = {
    Choice.JOIN: Chip("done", "Join"),
    Choice.APPEND: Chip("done", "Append to the case"),
    Choice.NEW: Chip("done", "Make new"),
    Choice.SKIP: Chip("done", "Leave out"),
}
_OF_REFERRALS = {
    "waiting": Chip("done", "Add to the referral"),
    "referral": Chip("done", "It is a re-referral"),
    "row": Chip("done", "It is a re-referral"),
}
PURPOSES = {
    Purpose.CASES: "a case",
    Purpose.PEOPLE: "a person",
    Purpose.PLACES: "a place",
    Purpose.INCIDENTS: "an incident at a place",
    Purpose.REFERRALS: "a referral",
    Purpose.DEMAND: "a count of demand",
}


def counts(run: DryRun) -> str:
    """Give "42 new, 40 imported before, 3 look like existing records"; new is always said."""
    said = [
        f"{run.count(status):,} {_ONE.get(status, words) if run.count(status) == 1 else words}"
        for status, words in _COUNTS
        if run.count(status) or status is Status.NEW
    ]
    if run.differences:
        waiting = f", {len(run.unsettled):,} to decide" if run.unsettled else ""
        said.append(f"{counted_noun(len(run.differences), 'difference')}{waiting}")
    return ", ".join(said)


def becomes(outcome: RowOutcome) -> Chip:
    """Give what becomes of a row, as a mark and a word."""
    return _BECOMES[outcome.status]


def decision(outcome: RowOutcome) -> Chip:
    """Give what was decided about a row that looks like another."""
    if outcome.choice is None:
        return Chip("amber", "Decide")
    referral = outcome.draft is not None and outcome.draft.referral is not None
    if referral and outcome.choice is Choice.JOIN and outcome.twin is not None:
        return _OF_REFERRALS.get(outcome.twin.kind, Chip("done", "Link with the record"))
    if referral and outcome.choice is Choice.NEW:
        return Chip("done", "Keep apart")
    return _CHOSEN[outcome.choice]


def subject(outcome: RowOutcome) -> str:
    """Give who or what a row is about, as far as it was read."""
    draft = outcome.draft
    if draft is None:
        return ""
    if draft.referral is not None:
        told = draft.referral
        return told.name or told.address or told.postcode
    if draft.counts and outcome.twin is not None:
        return outcome.twin.label
    named = [
        draft.person.full_name if draft.person else "",
        draft.place.name if draft.place else "",
        draft.project.name if draft.project else "",
        draft.case.title if draft.case else "",
    ]
    return next((words for words in named if words), "")


def why(outcome: RowOutcome) -> str:
    """Say in a few words why a row stands as it does."""
    if outcome.status in {Status.WRONG, Status.SKIPPED}:
        return reason(outcome)
    if outcome.draft is not None and outcome.draft.counts:
        return counted_noun(len(outcome.draft.counts), "count")
    if outcome.carrier:
        return f"Goes with row {outcome.carrier}"
    if outcome.twin is not None:
        return f"{outcome.twin.label}: {outcome.twin.why}"
    return ""


def missing(run: DryRun, *, skip_wrong: bool) -> str:
    """Say what must be decided before the import, or nothing."""
    if run.undecided:
        rows = counted_noun(len(run.undecided), "row looks", "rows look")
        return f"{rows} like something that is there already. Decide about each first."
    if run.unsettled:
        said = counted_noun(len(run.unsettled), "difference waits", "differences wait")
        return f"{said} to be taken or left. Decide about each under Differences first."
    if run.wrong and not skip_wrong:
        rows = counted_noun(len(run.wrong), "row is", "rows are")
        return f"{rows} wrong. Put that right, or tick that wrong rows are left out."
    return "" if run.drafts else _nothing_new(run)


def _nothing_new(run: DryRun) -> str:
    same = run.count(Status.SAME)
    if same:
        rows = counted_noun(same, "row was", "rows were")
        return f"There is nothing new in this file: {rows} imported before."
    if run.differences:
        return "There is nothing to import: everything is left as it is."
    return "There is nothing to import: every row is left out."


def summary(done: Imported) -> str:
    """Say what an import did."""
    made = [counted(kind, count) for kind, count in sorted(done.made.items())]
    said = [f"Imported {listed(made, limit=20)}." if made else "Nothing new was imported."]
    if done.taken:
        said.append(f"{counted_noun(done.taken, 'difference was', 'differences were')} taken over.")
    if done.left:
        said.append(f"{counted_noun(done.left, 'difference was', 'differences were')} left.")
    if done.same:
        said.append(f"{counted_noun(done.same, 'row was', 'rows were')} imported before.")
    if done.left_out:
        said.append(f"{counted_noun(done.left_out, 'row was', 'rows were')} left out.")
    return " ".join(said)
