"""Counts to protected counts: what may be shown of a number of people."""
