"""Meetings: the calendar, one meeting with its agenda and checks, and the room."""
