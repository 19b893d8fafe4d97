"""The lists a new vault starts with."""

import re

from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.reviews import DEFAULT_INTERVALS
from psg_desktop.reference import lists


def test_that_codes_are_plain_and_given_once() -> None:
    for listed in (lists.focus_areas(), lists.closure_reasons(), lists.external_groups()):
        codes = [each.code for each in listed]
        assert len(codes) == len(set(codes))
        assert all(re.fullmatch("[a-z_]+", code) for code in codes)
        assert all(each.name.strip() == each.name != "" for each in listed)


def test_that_the_three_kinds_of_asb_come_first_and_are_not_sensitive() -> None:
    first = lists.focus_areas()[:3]
    assert [area.code for area in first] == ["asb_personal", "asb_nuisance", "asb_environmental"]
    assert not any(area.sensitive for area in first)


def test_that_what_points_to_a_victim_is_sensitive() -> None:
    sensitive = {area.code for area in lists.focus_areas() if area.sensitive}
    assert {"domestic_abuse", "hate", "modern_slavery", "cuckooing", "mental_health"} <= sensitive


def test_that_the_reasons_are_those_of_practice() -> None:
    reasons = {reason.code: reason for reason in lists.closure_reasons()}
    assert len(reasons) == 12
    assert reasons["transferred"].needs_group
    assert reasons["moved_away"].needs_authority
    assert reasons["no_contact"].needs_attempts
    assert reasons["resolved"].review_after_days == 90
    assert reasons["duplicate"].review_after_days is None
    assert all(reason.prompt.endswith(".") for reason in reasons.values())


def test_that_the_intervals_are_those_the_domain_starts_with() -> None:
    found = {RiskLevel(risk): days for risk, days in lists.review_intervals()}
    assert found == DEFAULT_INTERVALS


def test_that_the_groups_that_lead_are_there() -> None:
    groups = {group.name: group for group in lists.external_groups()}
    assert {"MARAC", "MAPPA", "IOM", "Channel", "MASH", "ASBRAC"} <= groups.keys()
    assert len(groups["MAPPA"].levels) == 3
