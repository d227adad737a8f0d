"""OKRs in a tree of data, whatever format the tree was written in."""
