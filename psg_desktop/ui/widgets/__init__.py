"""Pieces of window that know nothing of cases and could be lifted out."""
