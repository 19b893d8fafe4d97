"""What cases, people, places, projects, actions and reviews are; no library is known here."""
