"""The window: collects what is typed, calls one casework function, redraws on a change."""
