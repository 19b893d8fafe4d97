"""The caseload: every case in one grid, filtered and sorted in the store."""
