"""Rules about check-ins, progress and scores."""
