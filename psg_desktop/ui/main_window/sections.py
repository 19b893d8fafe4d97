"""The lines of the rail, in the order of work."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from psg_desktop.domain.lists import CaseView
from psg_desktop.domain.referral_lists import ReferralView
from psg_desktop.ui.pages import Page, Section, View
from psg_desktop.words import names

# Saved views of the caseload that stand below it in the rail.
VIEWS = (
    CaseView.REVIEWS_DUE,
    CaseView.OVERDUE_ACTIONS,
    CaseView.QUIET,
    CaseView.CLOSURES_PROPOSED,
    CaseView.CLOSED_THIS_QUARTER,
    CaseView.ALL,
)
# Saved views of the referrals; those that wait are what its own line shows.
REFERRAL_VIEWS = (ReferralView.INCOMPLETE, ReferralView.DECIDED_THIS_QUARTER, ReferralView.ALL)
_LINES = (
    ("today", "Today", "today"),
    ("caseload", "Caseload", "caseload"),
    ("referrals", "Referrals", "phone"),
    ("case_reviews", "Case reviews", "chronology"),
    ("actions", "Actions", "action"),
    ("meetings", "Meetings", "meeting"),
    ("reviews", "Reviews", "review"),
    ("interventions", "Interventions", "intervention"),
    ("people", "People", "people"),
    ("places", "Places", "place"),
    ("projects", "Projects", "project"),
    ("plan", "Plan", "tick"),
    ("statistics", "Statistics", "statistics"),
    ("agencies", "Agencies", "agency"),
    ("packs", "Packs", "pack"),
    ("retention", "Retention", "eye-off"),
    ("import", "Import", "import"),
    ("settings", "Settings", "settings"),
    ("vault", "Vault", "vault"),
    ("help", "Help", "help"),
)


def sections(makers: Mapping[str, Callable[[], Page]]) -> tuple[Section, ...]:
    """Give a line for each page that there is."""
    return tuple(
        # The views of the caseload always stand there: they are where a day starts.
        Section(key, words, icon, makers[key], _views(key), folds=key != "caseload")
        for key, words, icon in _LINES
        if key in makers
    )


def _views(key: str) -> tuple[View, ...]:
    kinds: Mapping[str, tuple[StrEnum, ...]] = {"caseload": VIEWS, "referrals": REFERRAL_VIEWS}
    return tuple(View(view.value, names.name(view)) for view in kinds.get(key, ()))
