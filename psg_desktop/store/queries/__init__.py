"""Lists and pages read as columns; whole records are read only to be changed."""
