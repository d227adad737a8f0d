"""What a run knows of all its documents at once: their summaries, and what of them supports what."""
