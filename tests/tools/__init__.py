"""Programs that prepare what the repository ships."""
