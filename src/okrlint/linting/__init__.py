"""Rules over documents: what a rule is, what it finds, and the engine that runs it."""
