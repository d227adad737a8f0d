"""What git remembers of OKRs: each objective and key result through time."""
