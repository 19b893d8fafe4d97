"""Shelves around projects: objectives, reports, ratings, and money to be paid back."""

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.clawbacks import Clawback
from psg_desktop.domain.objectives import Objective
from psg_desktop.domain.project_ratings import ProjectRating
from psg_desktop.domain.project_reports import ProjectReport, Reporting
from psg_desktop.store import schema
from psg_desktop.store.shelves.shelf import Shelf

OBJECTIVES = Shelf(kind=RecordKind.OBJECTIVE, value=Objective, table=schema.objectives)
REPORTINGS = Shelf(kind=RecordKind.REPORTING, value=Reporting, table=schema.reportings)
PROJECT_REPORTS = Shelf(
    kind=RecordKind.PROJECT_REPORT, value=ProjectReport, table=schema.project_reports
)
PROJECT_RATINGS = Shelf(
    kind=RecordKind.PROJECT_RATING, value=ProjectRating, table=schema.project_ratings
)
CLAWBACKS = Shelf(kind=RecordKind.CLAWBACK, value=Clawback, table=schema.clawbacks)
