"""Shelves around projects: objectives, reports, ratings, and money to be paid back."""

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.clawbacks import Clawback
from psg_desktop.domain.objectives import Objective
from psg_desktop.domain.plain import Plain
from psg_desktop.domain.project_ratings import ProjectRating
from psg_desktop.domain.project_reports import ProjectReport, Reporting
from psg_desktop.store import schema
from psg_desktop.store.search import Searchable, found_in, searchable
from psg_desktop.store.shelves.shelf import Shelf


def _found_in_objective(plain: Plain) -> Searchable:
    revised = plain["revisions"]
    said = (one[name] for one in revised for name in ("wording", "reason"))
    names = (one["agreed_by"] for one in revised)
    return found_in(names, (plain["wording"], plain["measure"]["what"], *said))


def _found_in_report(plain: Plain) -> Searchable:
    told = (one["narrative"] for one in plain["progress"])
    return found_in((plain["reported_by"],), (plain["note"], *told))


OBJECTIVES = Shelf(
    kind=RecordKind.OBJECTIVE, value=Objective, table=schema.objectives, search=_found_in_objective
)
REPORTINGS = Shelf(
    kind=RecordKind.REPORTING, value=Reporting, table=schema.reportings,
    search=searchable(texts=("findings",)),
)  # fmt: skip
PROJECT_REPORTS = Shelf(
    kind=RecordKind.PROJECT_REPORT, value=ProjectReport, table=schema.project_reports,
    search=_found_in_report,
)  # fmt: skip
PROJECT_RATINGS = Shelf(
    kind=RecordKind.PROJECT_RATING, value=ProjectRating, table=schema.project_ratings,
    search=searchable("rated_by", texts=("reason",)),
)  # fmt: skip
CLAWBACKS = Shelf(
    kind=RecordKind.CLAWBACK, value=Clawback, table=schema.clawbacks,
    search=searchable("source", texts=("reason",)),
)  # fmt: skip
