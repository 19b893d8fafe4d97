"""Bringing in a spreadsheet: the file, the matching of its columns, the check, and the import."""
