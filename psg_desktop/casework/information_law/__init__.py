"""Lawful basis, disclosures, retention and disposal."""
