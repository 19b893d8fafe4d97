"""Short lists of words, written as a line of text."""


def listed(line: str) -> tuple[str, ...]:
    """Give the words of a line in their order."""
    return tuple(line.split())
