"""The vault itself: making, opening, keeping and copying it."""
