"""The demand of the whole caseload, before and after."""
