"""Shelves of what a group finds out about a problem and tries against it."""

from psg_desktop.domain.action_templates import ActionTemplate
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.problem_analyses import ProblemAnalysis
from psg_desktop.store import schema
from psg_desktop.store.search import searchable
from psg_desktop.store.shelves.shelf import Shelf

PROBLEM_ANALYSES = Shelf(
    kind=RecordKind.PROBLEM_ANALYSIS, value=ProblemAnalysis, table=schema.problem_analyses,
    case="case",
    search=searchable(texts=("objective", "statement", "hypothesis", "responses", "finding",
                             "differently")),
)  # fmt: skip
ACTION_TEMPLATES = Shelf(
    kind=RecordKind.ACTION_TEMPLATE, value=ActionTemplate, table=schema.action_templates
)
