"""Statistics for the board: what is counted from the vault, and the tables it stands in."""
