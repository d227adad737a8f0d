"""Rules about the plan of action."""
