"""Results of earlier runs: what was found in a file is found again while nothing that it depends on has changed."""
