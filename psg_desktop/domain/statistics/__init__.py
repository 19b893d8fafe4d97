"""What the partnership counts: periods, histories of what is counted, cells and how they show."""
