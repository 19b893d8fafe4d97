"""Actions of the whole caseload: who owes what by when."""
