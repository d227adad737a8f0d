"""Rules that are declared in a configuration, without code."""
