"""Referrals: the list, the form for a call, the decision, and the page of one."""
