"""What the button of the top bar makes new."""

# Key, words, keys and icon, in the order they are offered.
NEW_THINGS: tuple[tuple[str, str, str, str], ...] = (
    ("case", "Case", "", "caseload"),
    ("referral", "Referral", "", "phone"),
    ("case_review", "ASB case review", "", "review"),
    ("person", "Person", "", "person"),
    ("place", "Place", "", "place"),
    ("project", "Project", "", "project"),
    ("agency", "Agency", "", "agency"),
    ("pack", "Delivery Group pack", "Ctrl+P", "pack"),
)
