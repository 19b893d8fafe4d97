"""The first page: what is due, overdue, unsaved, missing before the meeting, and quiet."""
