"""How bad it is and what was used against it: risk, demand, interventions."""
