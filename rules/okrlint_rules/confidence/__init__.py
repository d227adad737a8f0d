"""Rules about confidence."""
