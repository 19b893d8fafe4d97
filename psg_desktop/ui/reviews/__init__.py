"""Reviews between meetings: the queue, the load of the coming weeks, and what held."""
