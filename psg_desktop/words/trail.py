"""What happened, line by line, from the audit trail."""

from psg_desktop.domain.changes import Act, AuditEntry, FieldChange, RecordKind
from psg_desktop.domain.disposals import NOBODY
from psg_desktop.words import fields, names
from psg_desktop.words.fields import Names

LONGEST_VALUE = 300
# Identifiers and flags that say nothing to a person.
_SILENT = frozenset(
    {
        "batch",
        "entries",
        "merged",
        "was",
        "facts",
        "id",
        "case",
        "instrument",
        "party_kind",
        "written_at",
        "spot",
        "digest",
        "rings",
    }
)
# Of one kind only: what programs read, and what only an audit asks for.
_SILENT_OF = {
    RecordKind.STATISTICS: frozenset(
        {"content", "units", "demand", "examined", "narrowest", "earlier", "solver"}
    ),
    RecordKind.STATISTICS_CORRECTION: frozenset({"release"}),
}
# The field that tells one record of a kind from another.
_TITLES = {
    RecordKind.CASE: "title",
    RecordKind.ACTION: "what",
    RecordKind.NOTE: "text",
    RecordKind.REVIEW: "decision",
    RecordKind.RISK_ASSESSMENT: "instrument_name",
    RecordKind.INVOLVEMENT: "party",
    RecordKind.CASE_LINK: "other",
    RecordKind.PERSON: "full_name",
    RecordKind.ACTION_TEMPLATE: "what",
    RecordKind.PROBLEM_ANALYSIS: "statement",
    RecordKind.REFERRAL: "reference",
    RecordKind.PLACE_TIE: "role",
    RecordKind.PRIORITY_STATUS: "stage",
    RecordKind.RETENTION_RULE: "trigger",
    RecordKind.STAY: "reason",
    RecordKind.OBJECTIVE: "wording",
    RecordKind.PROJECT_REPORT: "quarter",
    RecordKind.PROJECT_RATING: "aspect",
    RecordKind.CLAWBACK: "source",
    RecordKind.DISPOSAL: "number",
    RecordKind.STATISTICS: "period",
    RecordKind.STATISTICS_CORRECTION: "text",
    RecordKind.POLICE_MONTH: "month",
    RecordKind.LEGAL_BASIS: "basis",
    RecordKind.DISCLOSURE: "what",
    RecordKind.ACCESS_REQUEST: "reference",
    RecordKind.ACCESS_MARK: "how",
    RecordKind.MEETING: "on",
    RecordKind.DEMAND_COUNT: "measure",
    RecordKind.AGENDA_ITEM: "title",
    RecordKind.CLOSURE_PROPOSAL: "reason",
    RecordKind.HOLD_CHECK: "result",
    RecordKind.PLAN: "year",
    RecordKind.PLAN_ACTION: "what",
    RecordKind.PLAN_LINK: "priority",
    RecordKind.DEATH_REVIEW: "title",
    RecordKind.RECOMMENDATION: "text",
    RecordKind.ATTACHMENT: "title",
    RecordKind.SUPPORT_OFFER: "support",
    RecordKind.CASE_REVIEW: "reference",
    RecordKind.REVIEW_THRESHOLD: "complaints",
    RecordKind.REVIEW_TIME: "step",
}
_LONGEST_TITLE = 80


def history_line(entry: AuditEntry, known: Names) -> str:
    """Give one line of the history, such as "Action added: Fit a gate".

    Args:
        entry: What was touched.
        known: Names of agencies, people, places and cases by the text of their identifiers, and
            of focus areas and closure reasons by code.
    """
    said = names.name(entry.act)
    if entry.record == NOBODY:
        return f"{said}: {names.name(entry.kind).casefold()} that was disposed of"
    record = names.name(entry.kind)
    if entry.act is Act.UNDO or _of_another_kind(entry):
        how = "removed" if entry.removed else "added" if entry.created else "changed"
        return f"{said}: {record.casefold()} {how}"
    title = _title(entry, known)
    return f"{said}: {title}" if title else said


def changed_fields(entry: AuditEntry, known: Names) -> tuple[str, ...]:
    """Give one line for each field that changed, such as "Lead agency: Police → Council"."""
    silent = _SILENT | _SILENT_OF.get(entry.kind, frozenset())
    shown = [change for change in entry.changes if change.name not in silent]
    if entry.created:
        return tuple(_put(entry, one, known) for one in shown if one.after not in (None, "", []))
    if entry.removed:
        return ()
    return tuple(_moved(entry, one, known) for one in shown)


def _put(entry: AuditEntry, change: FieldChange, known: Names) -> str:
    return f"{fields.field_name(change.name)}: {_value(entry, change.name, change.after, known)}"


def _moved(entry: AuditEntry, change: FieldChange, known: Names) -> str:
    before = _value(entry, change.name, change.before, known)
    after = _value(entry, change.name, change.after, known)
    return f"{fields.field_name(change.name)}: {before} → {after}"


def _value(entry: AuditEntry, name: str, plain: object, known: Names) -> str:
    said = " ".join(fields.words(entry.kind, name, plain, known).split())
    return said if len(said) <= LONGEST_VALUE else f"{said[: LONGEST_VALUE - 1]}…"


def _title(entry: AuditEntry, known: Names) -> str:
    if entry.kind is RecordKind.INTERVENTION:
        return known.get(str(entry.record), "")
    field = _TITLES.get(entry.kind, "name")
    plain = next((one.after or one.before for one in entry.changes if one.name == field), None)
    if not entry.created or plain is None:
        return ""
    said = " ".join(fields.words(entry.kind, field, plain, known).split())
    return said if len(said) <= _LONGEST_TITLE else f"{said[: _LONGEST_TITLE - 1]}…"


def _of_another_kind(entry: AuditEntry) -> bool:
    """Say whether a record was touched beside the one the act is named after."""
    own = _ACTS_OF.get(entry.act)
    return own is not None and entry.kind is not own


_ACTS_OF = {
    Act.OPEN_CASE: RecordKind.CASE,
    Act.MERGE_RECORDS: RecordKind.MERGE,
    Act.INVOLVE: RecordKind.INVOLVEMENT,
    Act.RECORD_REVIEW: RecordKind.REVIEW,
    Act.ASSESS_RISK: RecordKind.RISK_ASSESSMENT,
    Act.ADD_ACTION: RecordKind.ACTION,
    Act.ADD_NOTE: RecordKind.NOTE,
    Act.RECEIVE_REFERRAL: RecordKind.REFERRAL,
    Act.DECIDE_REFERRAL: RecordKind.REFERRAL,
}
