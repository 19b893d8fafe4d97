"""The texts of a pack as a list: whose they are, what they are, and whether they are decided."""

from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from psg_desktop.casework.packing.packs import PackProposal
from psg_desktop.privacy.summaries import BLOCKED, TEXT, CaseFacts, Passage, age_band, month
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.rows import Column

Key = tuple[UUID, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """One text of one case.

    Attributes:
        number: Its place among all the texts, from 1.
        words: What the text is, such as "What is blocked".
        first: Whether it is the first of its case.
        changed: Whether it was shaped again after it was accepted.
    """

    number: int
    case: UUID
    reference: str
    words: str
    passage: Passage = field(repr=False)
    first: bool = False
    changed: bool = False

    @property
    def key(self) -> Key:
        """What stays the same about it when the pack is read again."""
        return (self.case, self.passage.part)

    @property
    def status(self) -> Status:
        """Whether it is decided, and how many doubtful marks it has."""
        if self.changed:
            return Status("amber", "Changed")
        if self.passage.decided:
            return Status("done", "Accepted")
        doubts = len(self.passage.doubtful)
        return Status("amber", f"{doubts} doubtful") if doubts else Status("none", "To read")


def rows_of(proposal: PackProposal, changed: Collection[Key] = ()) -> tuple[TextRow, ...]:
    """Give every text of a pack, case by case; *changed* are to be accepted again."""
    rows: list[TextRow] = []
    for case in proposal.cases:
        reference = case.facts.label.split(" ", maxsplit=1)[0]
        for place, passage in enumerate(case.passages):
            rows.append(
                TextRow(
                    number=len(rows) + 1,
                    case=case.facts.case,
                    reference=reference,
                    words=_words(case.facts, passage.part),
                    passage=passage,
                    first=place == 0,
                    changed=(case.facts.case, passage.part) in changed,
                )
            )
    return tuple(rows)


def columns() -> tuple[Column[TextRow], ...]:
    """Give the columns of the list of texts."""
    return (
        Column(
            "Case",
            lambda row: row.reference if row.first else "",
            width=120,
            spoken=lambda row: f"Case: {row.reference}",
        ),
        Column("Text", lambda row: row.words, width=138, stretch=True, tooltip=lambda r: r.words),
        Column("State", lambda row: row.status.word, width=110, status=lambda row: row.status),
    )


def printed_facts(facts: CaseFacts) -> str:
    """Give the fields of a case as they will be printed, in one line."""
    parts = [
        facts.kind,
        age_band(facts.age),
        ", ".join(facts.focus),
        facts.area,
        facts.state,
        f"risk {facts.risk.casefold()}",
        f"opened {month(facts.opened)}",
        f"next review {month(facts.next_review)}" if facts.next_review else "no next review",
        ", ".join(facts.agencies),
    ]
    return "  ·  ".join(part for part in parts if part)


def waiting_words(proposal: PackProposal) -> str:
    """Say how many texts wait for a person, out of how many."""
    total = sum(len(case.passages) for case in proposal.cases)
    waiting = len(proposal.undecided)
    doubtful = sum(bool(one.doubtful) for _, one in proposal.undecided)
    if not waiting:
        return f"all {total:,} texts accepted"
    words = f"{waiting:,} of {total:,} texts waiting"
    return f"{words}, {doubtful:,} of them with doubtful marks" if doubtful else words


def missing_words(proposal: PackProposal, changed: int) -> str:
    """Say what has to be done before the pages can be made."""
    if proposal.undecided:
        return f"Not yet: {waiting_words(proposal)}."
    texts = "1 text was" if changed == 1 else f"{changed:,} texts were"
    return f"Not yet: {texts} changed after being accepted. Accept the new words first."


def _words(facts: CaseFacts, part: str) -> str:
    if part == TEXT:
        return "Text for the group"
    if part == BLOCKED:
        return "What is blocked"
    action = next(one for one in facts.actions if one.part == part)
    when = f"done {month(action.ended)}" if action.ended else action.state.casefold()
    return f"Action, {action.agency}, {when}"
