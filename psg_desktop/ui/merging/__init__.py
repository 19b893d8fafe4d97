"""Merging two records of one person or place, side by side."""
