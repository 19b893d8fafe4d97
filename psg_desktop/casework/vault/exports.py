"""Everything out again, in files any program can read: nobody is locked in."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from psg_desktop.casework.attaching import copies
from psg_desktop.casework.office import Office
from psg_desktop.documents.tables import Value, write_csv, write_json_lines
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.plain import Plain, field_names, to_plain
from psg_desktop.faults import Unwritable
from psg_desktop.store.queries import history
from psg_desktop.store.shelves import BY_KIND
from psg_desktop.store.units import Unit

FILES = {
    RecordKind.PARTNERSHIP: "partnership",
    RecordKind.AGENCY: "agencies",
    RecordKind.PERSON: "people",
    RecordKind.PLACE: "places",
    RecordKind.PLACE_TIE: "place_ties",
    RecordKind.PRIORITY_STATUS: "priority_statuses",
    RecordKind.MERGE: "merges",
    RecordKind.PROJECT: "projects",
    RecordKind.OBJECTIVE: "objectives",
    RecordKind.REPORTING: "reportings",
    RecordKind.PROJECT_REPORT: "project_reports",
    RecordKind.PROJECT_RATING: "project_ratings",
    RecordKind.CLAWBACK: "clawbacks",
    RecordKind.CASE: "cases",
    RecordKind.INVOLVEMENT: "involvements",
    RecordKind.CASE_LINK: "case_links",
    RecordKind.ACTION: "actions",
    RecordKind.REVIEW: "reviews",
    RecordKind.NOTE: "notes",
    RecordKind.FOCUS_AREA: "focus_areas",
    RecordKind.CLOSURE_REASON: "closure_reasons",
    RecordKind.REVIEW_INTERVAL: "review_intervals",
    RecordKind.GROUP_TEXT: "group_texts",
    RecordKind.RELEASE: "releases",
    RecordKind.STATISTICS: "statistics",
    RecordKind.STATISTICS_CORRECTION: "statistics_corrections",
    RecordKind.POLICE_MONTH: "police_figures",
    RecordKind.WARD_BOUNDARY: "ward_boundaries",
    RecordKind.ACTION_TEMPLATE: "action_templates",
    RecordKind.PROBLEM_ANALYSIS: "problem_analyses",
    RecordKind.THRESHOLD_LIMB: "threshold_limbs",
    RecordKind.REFERRAL: "referrals",
    RecordKind.MEETING: "meetings",
    RecordKind.AGENDA_ITEM: "agenda_items",
    RecordKind.ATTENDANCE: "attendances",
    RecordKind.RISK_INSTRUMENT: "risk_instruments",
    RecordKind.RISK_ASSESSMENT: "risk_assessments",
    RecordKind.INTERVENTION_KIND: "intervention_kinds",
    RecordKind.INTERVENTION: "interventions",
    RecordKind.DEMAND_MEASURE: "demand_measures",
    RecordKind.DEMAND_TRIGGER: "demand_triggers",
    RecordKind.DEMAND_COUNT: "demand_counts",
    RecordKind.RETENTION_RULE: "retention_rules",
    RecordKind.STAY: "stays",
    RecordKind.DISPOSAL: "disposals",
    RecordKind.LEGAL_BASIS: "legal_bases",
    RecordKind.DISCLOSURE: "disclosures",
    RecordKind.ACCESS_REQUEST: "access_requests",
    RecordKind.ACCESS_MARK: "access_marks",
    RecordKind.CLOSURE_PROPOSAL: "closure_proposals",
    RecordKind.HOLD_CHECK: "hold_checks",
    RecordKind.SUPPORT_CODE: "support_codes",
    RecordKind.SUPPORT_OFFER: "support_offers",
    RecordKind.REVIEW_THRESHOLD: "case_review_thresholds",
    RecordKind.REVIEW_TIME: "case_review_times",
    RecordKind.CASE_REVIEW: "case_reviews",
    RecordKind.ACTION_SHEET: "action_sheets",
    RecordKind.LEAVE: "leave",
    RecordKind.DOCUMENT_KIND: "document_kinds",
    RecordKind.ATTACHMENT: "documents",
    RecordKind.PLAN: "plans",
    RecordKind.PLAN_PRIORITY: "plan_priorities",
    RecordKind.PLAN_ACTION: "plan_actions",
    RecordKind.PLAN_MEASURE: "plan_measures",
    RecordKind.PLAN_LINK: "plan_links",
    RecordKind.DEATH_REVIEW: "death_reviews",
    RecordKind.RECOMMENDATION: "recommendations",
}
HISTORY = "history"


def export_everything(office: Office, folder: Path) -> tuple[Path, ...]:
    """Write each kind of record as JSON lines and CSV, the documents, and the audit trail.

    The files name people: they are as confidential as the vault, and nothing protects them.

    Raises:
        Unwritable, DiskFull: They cannot be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Unwritable(
            "The folder for the export cannot be made here. Choose another place."
        ) from None
    written: list[Path] = []
    with office.reading() as unit:
        for kind, name in FILES.items():
            records = [to_plain(value) for value in unit.collection(kind).all()]
            written += _write(folder, name, field_names(BY_KIND[kind].value), records)
        written += copies.write_all(unit, folder / FILES[RecordKind.ATTACHMENT])
        trail = folder / f"{HISTORY}.jsonl"
        write_json_lines(trail, _history(unit))
    return (*written, trail)


def _write(
    folder: Path, name: str, fields: tuple[str, ...], records: list[Plain]
) -> tuple[Path, Path]:
    lines, table = folder / f"{name}.jsonl", folder / f"{name}.csv"
    write_json_lines(lines, records)
    write_csv(table, fields, ([_cell(record[field]) for field in fields] for record in records))
    return lines, table


def _cell(part: Any) -> Value:
    if isinstance(part, list | dict):
        return json.dumps(part, ensure_ascii=False) if part else ""
    if isinstance(part, bool):
        return "yes" if part else "no"
    return part if isinstance(part, str | int | float) else None


def _history(unit: Unit) -> Iterator[Plain]:
    entries = history.page(unit.reading, slice(0, None)).rows
    return (to_plain(entry) for entry in reversed(entries))
