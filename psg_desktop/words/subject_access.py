"""What is said of requests about information, their clock, and the copy that answers them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from psg_desktop.domain.leaves import Leaf
from psg_desktop.domain.subject_access import AccessRequest, Regime
from psg_desktop.words import dates, money, names

# Identifiers and marks of the program in the history of changes.
SILENT = frozenset({"id", "batch", "entries", "digest", "spot", "merged", "kept"})
# A switch is a number and a moment is a day to the language, so those come first.
_WORDED: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (StrEnum, names.name),
    (bool, lambda value: "yes" if value else "no"),
    (datetime, dates.moment_words),
    (date, dates.prose),
    (time, lambda value: value.strftime("%H:%M")),
)
_NOT_ON_FILE = "a record that is no longer on file"


def said(name: str, value: object, known: Mapping[str, str]) -> str:
    """Give one value of a record in words; *known* names records by identifier, lists by code."""
    if isinstance(value, UUID):
        return known.get(str(value), _NOT_ON_FILE)
    if isinstance(value, int) and name == "pence":
        return money.pounds(value)
    for kind, worded in _WORDED:
        if isinstance(value, kind):
            return worded(value)
    return known.get(str(value), str(value))


def label(leaf: Leaf, called: Callable[[str], str]) -> str:
    """Give what a value is called, such as "Household 1: Name"."""
    outer, *inner = leaf.path.split(".")
    if not inner:
        return called(outer)
    number = f" {int(inner[0]) + 1}" if inner[0].isdigit() else ""
    within = called(leaf.name)
    return f"{called(outer)}{number}" + ("" if leaf.name == outer else f": {within}")


def title(leaves: Iterable[Leaf]) -> str:
    """Give the first day a record tells of, which names nobody; "" where it tells of none."""
    days = (leaf.value for leaf in leaves if isinstance(leaf.value, date) and not leaf.identifying)
    first = next(days, None)
    if first is None:
        return ""
    return dates.prose(first.date() if isinstance(first, datetime) else first)


TITLE = "What is held about you"
REVIEW_TITLE = "What is held about a person: for review, not to be given out"
ANSWERED = "A copy was given."
THEMSELVES = "The person themselves"
_PURPOSE = (
    "It is held to prevent crime and disorder and to help the people it affects: a public task "
    "under the Crime and Disorder Act 1998, UK GDPR article 6(1)(e)."
)
_LEFT_OUT = (
    "What says more about somebody else than about you is masked: [Person A] stands for the same "
    "person all through. Some information may have been left out where the law allows it (Data "
    "Protection Act 2018, schedules 2 to 4, and section 45 for law enforcement)."
)
_RIGHTS = (
    "You may ask for what is wrong to be put right, and for more to be erased or its use to be "
    "limited where the law allows. You may complain to us first; we acknowledge a complaint within "
    "30 days. You may complain to the Information Commissioner (ico.org.uk) or go to court."
)
_NOT_WITHIN = (
    "Documents are listed below by title. What they say is not in this file, and the program did "
    "not look through it."
)
_ADDED = "Each is given beside it, as far as you may have it."
_SHOWN = 8
_NOT_OUT = (
    "This copy has not been reviewed. Third parties are masked by the program alone. Read each "
    "passage, decide what is doubtful, and make the copy to be given from the request."
)


def cover(person: str, request: AccessRequest | None, today: date) -> tuple[tuple[str, str], ...]:
    """Give the facts on the first page of a copy."""
    facts = [("About", person), ("Made on", dates.prose(today))]
    if request is not None:
        facts += [
            ("Request", request.reference),
            ("Received on", dates.prose(request.received_on)),
            ("Rules", names.name(request.regime)),
        ]
        if request.searched.strip():
            facts.append(("Where was searched", request.searched))
    return tuple(facts)


def explained(
    recipients: Iterable[str], documents: Sequence[str], *, final: bool
) -> tuple[str, ...]:
    """Give what article 15(1) asks to be said beside the copy, one paragraph each.

    *documents* are the titles of the files whose contents are not in it.
    """
    told = ", ".join(recipients)
    shared = (
        f"Something of it was told to: {told}." if told else "No agency is recorded as told of it."
    )
    kept = (
        "It comes from the agencies that work together on a case, as each entry says, and is kept "
        "for the time the partnership's schedule sets."
    )
    said = (_PURPOSE, shared, kept, _LEFT_OUT, *_listed(documents, final=final), _RIGHTS)
    return said if final else (_NOT_OUT, *said)


def documents_to_add(titles: Sequence[str]) -> str:
    """Say which documents are to be added by hand; "" where there is none."""
    if not titles:
        return ""
    named = "; ".join(titles[:_SHOWN])
    more = f"; and {len(titles) - _SHOWN:,} more" if len(titles) > _SHOWN else ""
    one = len(titles) == 1
    return (
        f"The contents of {'a document are' if one else f'{len(titles):,} documents are'} not in "
        f"the copy and were not searched: {named}{more}. Read {'it' if one else 'each'} yourself, "
        f"mask what is about others, and add {'it' if one else 'them'} by hand."
    )


NOT_REDACTED = (
    "These files are saved as they are: nothing in them is masked, so they may tell of other "
    "people. Give none of them out before somebody has read it and blacked out by hand what is "
    "about others, in a program that takes the words away and does not only cover them. Outside "
    "the vault nothing protects them, and disposal does not reach them: delete them when the copy "
    "has been given. That they were saved is kept in the history of each document, with the "
    "request."
)


def redaction_folder(request: AccessRequest) -> str:
    """Name the folder of documents that are to be redacted by hand."""
    return f"{request.reference} documents, not redacted"


def why_saved(request: AccessRequest) -> str:
    """Say why copies of documents left the vault."""
    return f"To be redacted by hand for request {request.reference}."


def saved_for_redaction(count: int, folder: str) -> str:
    """Say where the documents went, and what is to be done with them."""
    one = count == 1
    return (
        f"{'1 document is' if one else f'{count:,} documents are'} saved in the folder "
        f"“{folder}”, not redacted. Black out what is about others before you give "
        f"{'it' if one else 'any of them'} out."
    )


def copy_saved(files: Sequence[str], folder: str, documents: int) -> str:
    """Say where the copy went, and what goes with it."""
    one = documents == 1
    beside = (
        f" Give the {'document' if one else f'{documents:,} documents'} it lists beside it, as "
        f"far as they may have {'it' if one else 'them'}."
        if documents
        else ""
    )
    return f"The copy is saved in the folder “{folder}” as {' and '.join(files)}.{beside}"


def _listed(documents: Sequence[str], *, final: bool) -> tuple[str, ...]:
    if not documents:
        return ()
    then = _ADDED if final else "Read each, mask what is about others, and add it by hand."
    return (f"{_NOT_WITHIN} {then}", *(f"Document: {title}" for title in documents))


def what_was_given(request: AccessRequest, entries: int) -> str:
    """Say in the log what was given."""
    return f"A copy of what is held, request {request.reference}, {entries:,} entries."


def why_given(request: AccessRequest) -> str:
    """Say in the log why it was given."""
    if request.regime is Regime.LAW_ENFORCEMENT:
        return "Right of access, Data Protection Act 2018, section 45."
    return "Right of access, UK GDPR article 15."


def clock(row_due: date | None, request: AccessRequest, today: date) -> str:
    """Say how the clock of a request stands."""
    if not request.open:
        ended = dates.grid(request.ended_on) if request.ended_on else ""
        return f"{names.name(request.state)} {ended}".strip()
    if row_due is None:
        return "Waits for proof of identity"
    if request.stopped:
        return "Waits for clarification"
    late = " (late)" if row_due < today else ""
    return f"Answer due {dates.grid(row_due)}{late}"
