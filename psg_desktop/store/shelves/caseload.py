"""Shelves of the caseload: agencies, people, places, projects, cases and what belongs to them."""

from psg_desktop.domain.actions import Action
from psg_desktop.domain.agencies import Agency
from psg_desktop.domain.cases import Case
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.involvements import CaseLink, Involvement
from psg_desktop.domain.notes import Note
from psg_desktop.domain.partnership import Partnership
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place
from psg_desktop.domain.plain import Plain
from psg_desktop.domain.projects import Project
from psg_desktop.domain.reference_rows import ClosureReason, FocusArea, ReviewInterval
from psg_desktop.domain.releases import GroupText, Release
from psg_desktop.domain.reviews import Review
from psg_desktop.domain.text import fold
from psg_desktop.store import schema
from psg_desktop.store.search import searchable
from psg_desktop.store.shelves.shelf import Row, Shelf


def _name_key(plain: Plain) -> Row:
    return {"name_key": fold(plain["name"])}


def _person(plain: Plain) -> Row:
    return {"name_key": fold(plain["full_name"])}


def _project(plain: Plain) -> Row:
    return {
        "name_key": fold(plain["name"]),
        "budget_pence": sum(line["pence"] for line in plain["budget"]),
    }


def _case(plain: Plain) -> Row:
    closed = plain["state"] == "closed"
    return {
        "title_key": fold(plain["title"]),
        "closed_on": plain["closures"][-1]["on"] if closed else None,
    }


def _without_meeting_dates(_plain: Plain) -> Row:
    # Meetings are records of their own; `store/older_vaults.py` tells of these columns.
    return {"meetings": "[]", "pack_meetings": "[]"}


AGENCIES = Shelf(
    kind=RecordKind.AGENCY, value=Agency, table=schema.agencies, derived=_name_key,
    search=searchable("name", "short_name"),
)  # fmt: skip
PEOPLE = Shelf(
    kind=RecordKind.PERSON, value=Person, table=schema.people, derived=_person,
    search=searchable("full_name", "aliases", "addresses", "phones", "emails", "identifiers",
                      texts=("remarks",)),
)  # fmt: skip
PLACES = Shelf(
    kind=RecordKind.PLACE, value=Place, table=schema.places, derived=_name_key,
    search=searchable("name", "aliases", "address", "postcode", "uprn", texts=("remarks",)),
)  # fmt: skip
PROJECTS = Shelf(
    kind=RecordKind.PROJECT, value=Project, table=schema.projects, derived=_project,
    search=searchable("name", "commissioner", texts=("objective", "remarks")),
)  # fmt: skip
CASES = Shelf(
    kind=RecordKind.CASE, value=Case, table=schema.cases, derived=_case, case="id",
    search=searchable("reference", "title", "lead_practitioner", texts=("problem", "blocked")),
)  # fmt: skip
INVOLVEMENTS = Shelf(
    kind=RecordKind.INVOLVEMENT, value=Involvement, table=schema.involvements, case="case"
)
CASE_LINKS = Shelf(kind=RecordKind.CASE_LINK, value=CaseLink, table=schema.case_links, case="case")
ACTIONS = Shelf(
    kind=RecordKind.ACTION, value=Action, table=schema.actions, case="case",
    search=searchable("officer", texts=("what", "outcome")),
)  # fmt: skip
REVIEWS = Shelf(
    kind=RecordKind.REVIEW, value=Review, table=schema.reviews, case="case",
    search=searchable(texts=("decision",)),
)  # fmt: skip
NOTES = Shelf(
    kind=RecordKind.NOTE, value=Note, table=schema.notes, case="case",
    search=searchable(texts=("text",)),
)  # fmt: skip
FOCUS_AREAS = Shelf(kind=RecordKind.FOCUS_AREA, value=FocusArea, table=schema.focus_areas)
CLOSURE_REASONS = Shelf(
    kind=RecordKind.CLOSURE_REASON, value=ClosureReason, table=schema.closure_reasons
)
REVIEW_INTERVALS = Shelf(
    kind=RecordKind.REVIEW_INTERVAL, value=ReviewInterval, table=schema.review_intervals
)
PARTNERSHIP = Shelf(
    kind=RecordKind.PARTNERSHIP, value=Partnership, table=schema.partnership,
    derived=_without_meeting_dates,
)  # fmt: skip
GROUP_TEXTS = Shelf(
    kind=RecordKind.GROUP_TEXT, value=GroupText, table=schema.group_texts, case="case"
)
RELEASES = Shelf(kind=RecordKind.RELEASE, value=Release, table=schema.releases)
