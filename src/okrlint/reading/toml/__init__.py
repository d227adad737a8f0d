"""The TOML reader."""
