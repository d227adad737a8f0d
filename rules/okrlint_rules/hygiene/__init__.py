"""Rules about how a document is written down, whatever it says."""
