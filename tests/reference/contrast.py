"""WCAG 2.2 contrast of two colours: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""

# Below this the sRGB curve is a straight line.
_LINEAR_END = 0.04045


def contrast(one: str, other: str) -> float:
    """Give the ratio, from 1 to 21, of two `#RRGGBB` colours."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Give the relative luminance, from 0 (black) to 1 (white)."""
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_END else ((part + 0.055) / 1.055) ** 2.4
