"""Rules on what objectives and key results serve."""
