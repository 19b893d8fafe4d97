"""The demand of a case: the card, its chart and the grid the counts are typed in."""
