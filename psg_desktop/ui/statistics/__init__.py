"""Statistics: previewed, published, looked up again, and made to order."""
