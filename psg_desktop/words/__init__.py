"""The plain English words a person reads: dates, states, kinds and refusals."""
