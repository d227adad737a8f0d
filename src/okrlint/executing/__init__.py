"""Doing the jobs of a run here, in processes, or on a cluster: in order, and whatever becomes of a worker."""
