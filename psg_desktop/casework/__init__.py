"""One plain function for each thing a worker can do with the caseload."""
