"""What the codes in old entries stand for: every list a partnership can change."""

from collections.abc import Sequence

from psg_desktop.casework.assessing import demand_lists
from psg_desktop.casework.attaching import kinds
from psg_desktop.casework.caseload import support
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import plan_pages, settings
from psg_desktop.domain.attachments import DocumentKind
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.demand import DemandMeasure
from psg_desktop.domain.reference_rows import ClosureReason, FocusArea
from psg_desktop.domain.support import SupportPurpose

_Row = ClosureReason | DemandMeasure | DocumentKind | FocusArea
_OF_SUPPORT = {
    SupportPurpose.TYPE: "support",
    SupportPurpose.REASON: f"{RecordKind.SUPPORT_OFFER}.reason",
}


def every(office: Office) -> dict[str, str]:
    """Read the name of every code, those out of use and the priorities of all plans included.

    A code is led by the field it stands in, and by the kind of record where two kinds differ:
    "mental_health" is a focus area and a type of support, under two names.
    """
    lists: dict[str, Sequence[_Row]] = {
        "focus_areas": settings.focus_areas(office),
        "reason": settings.closure_reasons(office),
        "measure": demand_lists.measures(office),
        "document_kind": kinds.all_kinds(office),
    }
    known = {f"{field}.{one.code}": one.name for field, rows in lists.items() for one in rows}
    for code in support.codes(office):
        known[f"{_OF_SUPPORT[code.purpose]}.{code.code}"] = code.name
    return known | plan_pages.names(office)
