"""Rules about what becomes of OKRs in the course of a cycle, as git remembers it."""
