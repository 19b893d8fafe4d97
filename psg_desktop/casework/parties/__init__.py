"""People, places and agencies: who and where the casework is about."""
