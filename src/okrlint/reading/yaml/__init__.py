"""The YAML reader."""
