"""Says in a few words what a dry run found, and which agencies an import would add."""

from psg_desktop.domain.text import fold
from psg_desktop.exchange.check import DryRun
from psg_desktop.exchange.outcomes import RowOutcome, Status
from psg_desktop.exchange.sheets import counted


def summary(run: DryRun) -> str:
    """Say how many rows are what: "42 new, 3 look like existing records, 1 left out."."""
    told = (
        (run.count(Status.NEW), "new"),
        (run.count(Status.SAME), "the same as before"),
        (run.count(Status.CHANGED), "changed since they were imported"),
        (run.count(Status.DUPLICATE), "like something already there"),
        (run.count(Status.WRONG), "with something to put right"),
        (run.count(Status.SKIPPED), "left out"),
    )
    named = [f"{number:,} {what}" for number, what in told if number or what == "new"]
    return f"{counted(len(run.rows), 'row')}: {', '.join(named)}."


def new_agencies(run: DryRun) -> tuple[str, ...]:
    """Give the agencies the import would add, each once, spelled as where it is first named."""
    known = {fold(spelling) for spelling in run.known.agencies}
    known |= {fold(name) for name in run.known.agencies.values()}
    found: dict[str, str] = {}
    for draft in run.drafts:
        leads = (draft.case.lead_agency,) if draft.case is not None else ()
        for name in (*leads, *(action.agency for action in draft.actions)):
            if name and fold(name) not in known:
                found.setdefault(fold(name), name)
    return tuple(found.values())


def needs_person(run: DryRun) -> tuple[RowOutcome, ...]:
    """Give the rows a person must look at before everything can be imported."""
    return (*run.wrong, *run.undecided)
