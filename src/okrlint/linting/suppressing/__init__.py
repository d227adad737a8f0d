"""Suppressions: what authors write into documents so that findings are not reported."""
