"""Projects: the list, the page of one project, and the form."""
