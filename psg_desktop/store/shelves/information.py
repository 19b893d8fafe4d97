"""Shelves of information law: how long records are kept, what keeps one longer, what went."""

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.disposals import Disposal
from psg_desktop.domain.information import Disclosure, LegalBasis
from psg_desktop.domain.retention import RetentionRule, Stay
from psg_desktop.store import schema
from psg_desktop.store.search import searchable
from psg_desktop.store.shelves.shelf import Shelf

RETENTION_RULES = Shelf(
    kind=RecordKind.RETENTION_RULE, value=RetentionRule, table=schema.retention_rules
)
STAYS = Shelf(
    kind=RecordKind.STAY, value=Stay, table=schema.stays, case="case",
    search=searchable(texts=("reason",)),
)  # fmt: skip
DISPOSALS = Shelf(kind=RecordKind.DISPOSAL, value=Disposal, table=schema.disposals)
LEGAL_BASES = Shelf(
    kind=RecordKind.LEGAL_BASIS, value=LegalBasis, table=schema.legal_bases, case="case",
    search=searchable("consent_by", texts=("reason", "consent_how")),
)  # fmt: skip
DISCLOSURES = Shelf(
    kind=RecordKind.DISCLOSURE, value=Disclosure, table=schema.disclosures, case="case",
    search=searchable("recipient", "told_by", texts=("what", "why")),
)  # fmt: skip
