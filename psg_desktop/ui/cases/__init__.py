"""The case page and every form about a case."""
