"""The window of an open vault: the frame, every screen in it, and the way from each to the next."""
