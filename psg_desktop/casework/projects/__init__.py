"""What a project promised, what it cost, what it reported, and how it stands."""
