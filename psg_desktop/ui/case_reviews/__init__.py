"""ASB case reviews: the list, the page of one, its forms, and the numbers to publish."""
