"""Rules about counts and structure."""
