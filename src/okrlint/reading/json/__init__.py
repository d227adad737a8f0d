"""The JSON reader."""
