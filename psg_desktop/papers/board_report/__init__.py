"""The report that a board reads: told once from published numbers, drawn as PDF and as Word."""
