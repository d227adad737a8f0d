"""Rules about the wording of objectives."""
