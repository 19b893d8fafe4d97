"""Which records point at others beyond their own case, and what a disposal does about each.

Every field of a record that holds an identifier is named here or belongs to a case by its shelf; a
test goes through the fields of all kinds, so that a new one cannot be forgotten.
"""

from typing import Any

from psg_desktop.store import shelves
from psg_desktop.store.shelves import Shelf

Pointer = tuple[Shelf[Any], str]

# A person, place or project is kept for as long as one of these names it.
KEEPERS: tuple[Pointer, ...] = (
    (shelves.CASES, "subject"),
    (shelves.INVOLVEMENTS, "party"),
    (shelves.INTERVENTIONS, "target"),
    (shelves.REFERRALS, "subject"),
    (shelves.SUPPORT_OFFERS, "person"),
    (shelves.CASE_REVIEWS, "person"),
    (shelves.CASE_REVIEWS, "place"),
    (shelves.PLACES, "part_of"),
)
# These go with what they point at.
FOLLOWERS: tuple[Pointer, ...] = (
    (shelves.CASE_LINKS, "other"),
    (shelves.REFERRALS, "case"),
    (shelves.AGENDA_ITEMS, "about"),
    (shelves.ATTACHMENTS, "referral"),
    (shelves.STAYS, "record"),
    (shelves.PLACE_TIES, "person"),
    (shelves.PLACE_TIES, "place"),
    (shelves.PRIORITY_STATUSES, "place"),
    (shelves.OBJECTIVES, "project"),
    (shelves.REPORTINGS, "project"),
    (shelves.PROJECT_REPORTS, "project"),
    (shelves.PROJECT_RATINGS, "project"),
    (shelves.CLAWBACKS, "project"),
    (shelves.MERGES, "kept"),
    (shelves.PLAN_LINKS, "project"),
    (shelves.ACCESS_REQUESTS, "person"),
    (shelves.ACCESS_MARKS, "request"),
)
# These stay, and point at nobody from then on: one identifier, or identifiers within a list.
EMPTIED: tuple[Pointer, ...] = (
    (shelves.REFERRALS, "earlier"),
    # A review is kept for its own time, and goes on without the case it was about.
    (shelves.CASE_REVIEWS, "case"),
    (shelves.INTERVENTIONS, "renews"),
)
STRUCK_OUT: tuple[Pointer, ...] = (
    (shelves.RELEASES, "cases"),
    (shelves.ACTION_SHEETS, "actions"),
)
# What such a record names was merged into what goes: nothing is left of it but its entries.
MERGED: tuple[Pointer, ...] = ((shelves.MERGES, "merged"),)
# These point at what belongs to the same case, and go with it.
WITHIN_A_CASE: tuple[Pointer, ...] = (
    (shelves.ACTIONS, "replaced_by"),
    (shelves.AGENDA_ITEMS, "actions"),
    (shelves.AGENDA_ITEMS, "review"),
)
