"""What a statement claims: its first verb, and whether it tells of work, of a thing made, or of a change."""
