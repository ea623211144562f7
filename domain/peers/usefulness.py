"""How useful a card is found, by those who opened it, with honest uncertainty."""

from __future__ import annotations

from math import sqrt

from domain.peers.constants import Z80


def wilson(useful: float, opened: float, z: float = Z80) -> tuple[float, float]:
    """Return Wilson's interval for a share; where nothing is known, all of (0, 1).

    Source: Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209-212.
    """
    if opened <= 0:
        return 0.0, 1.0
    p = min(1.0, useful / opened)
    middle = p + z * z / (2 * opened)
    reach = z * sqrt(p * (1 - p) / opened + z * z / (4 * opened * opened))
    whole = 1 + z * z / opened
    return max(0.0, (middle - reach) / whole), min(1.0, (middle + reach) / whole)


def usefulness(useful: float, opened: int) -> float:
    """Return U, the lower bound of the share that finds it useful: votes as they weigh, of all who opened it.

    Who votes has opened it, also when that was not seen.
    """
    return wilson(useful, max(float(opened), useful))[0]
