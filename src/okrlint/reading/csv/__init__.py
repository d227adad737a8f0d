"""The reader of CSV and its kin."""
