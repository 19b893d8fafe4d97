"""Headings and titles of the tables of figures that are shown exactly."""

RATINGS, MONEY = "Projects by rating", "Money of projects"
CASE_REVIEWS, RECOMMENDATIONS = "ASB case reviews", "Recommendations of death reviews"
AREAS, MOVES = "Priority areas by stage", "Moves of priority areas between stages"

RATED, NOT_RATED, ALL_PROJECTS = "What was rated", "Not rated", "All projects"
MONEY_HEADINGS = (
    "Project", "Planned (£)", "Spent (£)", "Planned match (£)", "Spent match (£)",
    "Amounts not yet known",
)  # fmt: skip
MONEY_NOTE = (
    "Planned and spent are of the same quarters and lines: those whose spending is known. Money is "
    "not about any person."
)
NUMBER, COUNT = "Number", "Count"
CASE_REVIEWS_NOTE = (
    "The Anti-social Behaviour, Crime and Policing Act 2014, section 104, requires these four "
    "numbers to be published."
)
STANDING, RECOMMENDATION_COUNT = "Where they stand", "Recommendations"
STAGE, PLACES = "Stage", "Places"
BEFORE, AFTER, NONE_BEFORE = "Stage before", "Stage after", "None before"
