"""What a new vault starts with: the partnership, its lists and its agencies."""

from collections.abc import Callable
from typing import Any

from psg_desktop.casework.asb_reviews.review_rules import first_thresholds, first_times
from psg_desktop.casework.assessing.demand_lists import first_measures, first_triggers
from psg_desktop.casework.assessing.intervention_kinds import first_kinds
from psg_desktop.casework.attaching.kinds import first_kinds as first_document_kinds
from psg_desktop.casework.caseload.support import first_codes
from psg_desktop.casework.office import Office
from psg_desktop.domain.action_templates import ActionTemplate
from psg_desktop.domain.agencies import Agency, AgencyKind, Standing
from psg_desktop.domain.cases import CaseKind, RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import ActionTemplateId, AgencyId, RetentionRuleId
from psg_desktop.domain.partnership import Partnership
from psg_desktop.domain.plain import from_plain
from psg_desktop.domain.reference_rows import (
    ClosureReason,
    FocusArea,
    ReviewInterval,
    ThresholdLimb,
)
from psg_desktop.domain.retention import RetentionRule, RetentionTrigger
from psg_desktop.domain.risk_instruments import RiskInstrument
from psg_desktop.reference import agencies, lists
from psg_desktop.store import shelves
from psg_desktop.store.shelves import Shelf


def fill(office: Office, partnership: Partnership) -> None:
    """Put the partnership, the shipped lists and the usual agencies of its district.

    A sample in no real district brings made-up agencies of its own.
    """
    with office.working(Act.SET_UP) as unit:
        unit.partnership.put(partnership)
        for shelf, shipped in _LISTS.items():
            unit.shelf(shelf).put_all(shipped(office))
        if partnership.district or not partnership.sample:
            unit.agencies.put_all(_agencies(office, partnership.district))


def fill_new_lists(office: Office) -> None:
    """Put the shipped rows of every list that an older vault did not have yet."""
    with office.working(Act.SET_UP) as unit:
        for shelf, shipped in _LISTS.items():
            if not unit.shelf(shelf).all():
                unit.shelf(shelf).put_all(shipped(office))
        # A kind of record that is new since has no rule yet, and without one is kept for ever.
        ruled = {rule.trigger for rule in unit.retention_rules.all()}
        new = [rule for rule in _retention_rules(office) if rule.trigger not in ruled]
        unit.shelf(shelves.RETENTION_RULES).put_all(new)


def _focus_areas(office: Office) -> list[FocusArea]:
    return [
        FocusArea(
            id=office.new_id(),
            code=one.code,
            name=one.name,
            group=one.group.replace("_", " ").capitalize(),
            sensitive=one.sensitive,
            since=one.since,
        )
        for one in lists.focus_areas()
    ]


def _closure_reasons(office: Office) -> list[ClosureReason]:
    return [
        ClosureReason(
            id=office.new_id(),
            code=one.code,
            name=one.name,
            needs_group=one.needs_group or one.needs_authority,
            review_after_days=one.review_after_days,
            prompt=one.prompt,
        )
        for one in lists.closure_reasons()
    ]


def _agencies(office: Office, district: str) -> list[Agency]:
    return [
        Agency(
            id=AgencyId(office.new_id()),
            name=one.name,
            short_name=one.short_name,
            kind=AgencyKind(one.kind),
            standing=Standing(one.standing),
        )
        for one in agencies.agencies_for(district)
    ]


def _action_templates(office: Office) -> list[ActionTemplate]:
    return [
        ActionTemplate(
            id=ActionTemplateId(office.new_id()),
            focus_area=one.focus_area,
            what=one.what,
            owner_kind=AgencyKind(one.owner_kind) if one.owner_kind else None,
            days=one.days,
        )
        for one in lists.action_templates()
    ]


def _review_intervals(office: Office) -> list[ReviewInterval]:
    return [
        ReviewInterval(id=office.new_id(), risk=RiskLevel(risk), days=days)
        for risk, days in lists.review_intervals()
    ]


def _threshold_limbs(office: Office) -> list[ThresholdLimb]:
    return [
        ThresholdLimb(id=office.new_id(), code=one.code, name=one.name, prompt=one.prompt)
        for one in lists.threshold_limbs()
    ]


def _risk_instruments(office: Office) -> list[RiskInstrument]:
    return [
        from_plain(RiskInstrument, {**one, "id": str(office.new_id())})
        for one in lists.risk_instruments()
    ]


def _retention_rules(office: Office) -> list[RetentionRule]:
    return [
        RetentionRule(
            id=RetentionRuleId(office.new_id()),
            trigger=RetentionTrigger(one.trigger),
            case_kind=CaseKind(one.case_kind) if one.case_kind else None,
            months=one.months,
            source=one.source,
        )
        for one in lists.retention_rules()
    ]


# The lists the program ships; each is a shelf and what it holds at first.
_LISTS: dict[Shelf[Any], Callable[[Office], list[Any]]] = {
    shelves.ACTION_TEMPLATES: _action_templates,
    shelves.FOCUS_AREAS: _focus_areas,
    shelves.CLOSURE_REASONS: _closure_reasons,
    shelves.REVIEW_INTERVALS: _review_intervals,
    shelves.THRESHOLD_LIMBS: _threshold_limbs,
    shelves.RISK_INSTRUMENTS: _risk_instruments,
    shelves.INTERVENTION_KINDS: first_kinds,
    shelves.DEMAND_MEASURES: first_measures,
    shelves.DEMAND_TRIGGERS: first_triggers,
    shelves.RETENTION_RULES: _retention_rules,
    shelves.SUPPORT_CODES: first_codes,
    shelves.REVIEW_THRESHOLDS: first_thresholds,
    shelves.REVIEW_TIMES: first_times,
    shelves.DOCUMENT_KINDS: first_document_kinds,
}
