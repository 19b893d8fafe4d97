"""The register of interventions of the whole caseload."""
