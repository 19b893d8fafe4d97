"""Papers that name people: minutes, forms and sheets for those who may see them."""
