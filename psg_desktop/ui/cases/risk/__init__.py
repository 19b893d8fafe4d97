"""The risk of a case: its card, its course over time, and the form that assesses it."""
