"""The plan of the partnership and the recommendations of death reviews."""
