"""Places: the list, the page of one place, and the form."""
