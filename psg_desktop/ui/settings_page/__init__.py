"""Settings: what the partnership decides, the lists it can change, and this machine."""
