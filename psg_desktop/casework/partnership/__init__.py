"""What the partnership decides once: its settings and the days it meets."""
