"""People: the list, the page of one person, and the form."""
