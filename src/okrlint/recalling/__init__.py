"""From the documents of a run to their history."""
