"""The plain English words a person reads for states, kinds and refusals."""
