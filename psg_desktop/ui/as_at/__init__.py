"""A case and the caseload as they stood on a day that has passed."""
