"""Word lists as they are pleasant to read and to extend."""


def words(listed: str) -> frozenset[str]:
    """Return the words of a list that is written with white space between them."""
    return frozenset(listed.split())
