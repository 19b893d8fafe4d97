"""Shelves of risk: the versions of each instrument, and the assessments made with them."""

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.risk_assessments import RiskAssessment
from psg_desktop.domain.risk_instruments import RiskInstrument
from psg_desktop.store import schema
from psg_desktop.store.search import searchable
from psg_desktop.store.shelves.shelf import Shelf

RISK_INSTRUMENTS = Shelf(
    kind=RecordKind.RISK_INSTRUMENT, value=RiskInstrument, table=schema.risk_instruments
)
RISK_ASSESSMENTS = Shelf(
    kind=RecordKind.RISK_ASSESSMENT, value=RiskAssessment, table=schema.risk_assessments,
    case="case", search=searchable("assessor", texts=("override_reason", "note")),
)  # fmt: skip
