"""Referrals: taking them, deciding them, and their papers."""
