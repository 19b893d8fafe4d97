"""Agencies: the list, the page of one agency, and the form."""
