"""Reviews: each one, the queue between meetings, and the load ahead."""
