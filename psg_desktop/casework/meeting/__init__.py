"""Meetings: before, in the room, and after."""
