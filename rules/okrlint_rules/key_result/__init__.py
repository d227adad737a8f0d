"""Rules about the wording of key results."""
