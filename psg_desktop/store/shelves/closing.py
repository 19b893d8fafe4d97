"""Shelves of closing and reviewing: proposals, objections, whether closings held, and leave."""

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.closing import ClosureProposal, HoldCheck
from psg_desktop.domain.leave import Leave
from psg_desktop.store import schema
from psg_desktop.store.search import searchable
from psg_desktop.store.shelves.shelf import Shelf

CLOSURE_PROPOSALS = Shelf(
    kind=RecordKind.CLOSURE_PROPOSAL, value=ClosureProposal, table=schema.closure_proposals,
    case="case", search=searchable("proposed_by", texts=("summary", "objections")),
)  # fmt: skip
HOLD_CHECKS = Shelf(
    kind=RecordKind.HOLD_CHECK,
    value=HoldCheck,
    table=schema.hold_checks,
    case="case",
    search=searchable("asked_by", texts=("finding",)),
)
LEAVES = Shelf(kind=RecordKind.LEAVE, value=Leave, table=schema.leaves)
