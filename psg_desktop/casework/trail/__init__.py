"""What the audit trail gives back: undoing, and the past."""
