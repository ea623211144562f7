"""How evenly something is spread."""

from __future__ import annotations

from collections.abc import Iterable


def gini(counts: Iterable[float]) -> float:
    """Return Gini's coefficient: 0 when all have the same, near 1 when one has everything; nothing is 0.

    Source: Gini, C. (1912), Variabilità e mutabilità; in the form for sorted values.
    """
    ordered = sorted(counts)
    whole, many = sum(ordered), len(ordered)
    if whole <= 0:
        return 0.0
    weighted = sum(place * one for place, one in enumerate(ordered, start=1))
    return 2 * weighted / (many * whole) - (many + 1) / many
