"""What is due for disposal, what keeps a record longer, and the certificates of what went."""
