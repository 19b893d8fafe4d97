"""How one rate of contacts compares with another, and how far chance alone could have moved it."""

import math
from functools import lru_cache
from statistics import NormalDist

import mpmath

from psg_desktop.domain.demand_change import RateRatio

_TAIL, _ONE_SIDED = 0.025, 0.05
# From so many on each side the exact interval and the normal one differ by less than a hundredth.
EXACT_BELOW = 200
_CLOSE = 1e-12


@lru_cache(maxsize=512)
def rate_ratio(before: int, months_before: int, after: int, months_after: int) -> RateRatio | None:
    """Give the rate after as a multiple of the rate before, with its 95 % interval.

    Of two Poisson counts the second, given their sum, is binomial; the exact interval of its
    share (C. J. Clopper and E. S. Pearson, Biometrika 26, 1934, 404-413) is turned into one of
    the ratio (J. Przyborowski and H. Wilenski, Biometrika 31, 1940, 313-323). Where both counts
    are `EXACT_BELOW` or more, the normal interval of the logarithm of the ratio is given
    (K. J. Rothman, Modern Epidemiology, 1986, chapter 11), since it is the same to the eye.
    With none on one side the only end there is belongs to a one-sided 95 % interval.

    Args:
        before: Contacts before, 0 or more.
        months_before: Known months before.
        after: Contacts after, 0 or more.
        months_after: Known months after.

    Returns:
        None where a side has no month, or there were none on either side.
    """
    if not months_before or not months_after or not before + after:
        return None
    scale = months_before / months_after
    low, high = _interval(before, after)
    return RateRatio(
        ratio=scale * after / before if before else None,
        low=None if low is None else scale * low,
        high=None if high is None else scale * high,
    )


def _interval(before: int, after: int) -> tuple[float | None, float | None]:
    """Give the ends for two counts over as many months each."""
    if not after:
        return None, 1 / _least_odds(before, 0, _ONE_SIDED)
    if not before:
        return _least_odds(after, 0, _ONE_SIDED), None
    if min(before, after) >= EXACT_BELOW:
        spread = math.exp(NormalDist().inv_cdf(1 - _TAIL) * math.sqrt(1 / before + 1 / after))
        return after / before / spread, after / before * spread
    return _exact(before, after)


def _exact(before: int, after: int) -> tuple[float, float]:
    if after < before:
        # The library is quick for the larger of two counts, and slow for the smaller.
        low, high = _exact(after, before)
        return 1 / high, 1 / low
    return _least_odds(after, before, _TAIL), _most_odds(after, before, _TAIL)


def _least_odds(wanted: int, other: int, tail: float) -> float:
    """Give the odds at which so many of the wanted kind or more would be as rare as *tail*."""
    return _odds(wanted, other + 1, tail)


def _most_odds(wanted: int, other: int, tail: float) -> float:
    """Give the odds at which so many of the wanted kind or fewer would be as rare as *tail*."""
    return _odds(wanted + 1, other, 1 - tail)


def _odds(first: int, second: int, below: float) -> float:
    """Give the odds below which the beta distribution of these shapes has the share *below*."""

    def off(share: mpmath.mpf) -> mpmath.mpf:
        return mpmath.betainc(first, second, 0, share, regularized=True) - below

    ends = (mpmath.mpf(0), mpmath.mpf(1))
    share = mpmath.findroot(off, ends, solver="anderson", tol=_CLOSE, maxsteps=200)
    return float(share / (1 - share))
