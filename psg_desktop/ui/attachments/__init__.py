"""Adding documents to the vault, looking at one, and saving a copy outside."""
