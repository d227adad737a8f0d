"""Configuration: found, validated, and resolved into what a run needs."""
