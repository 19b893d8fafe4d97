"""The verbs of the command line, each calling the same functions as the window."""
