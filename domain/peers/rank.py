"""The order in which practices are shown: what fits and holds before what is loud."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from domain.peers.constants import DEFAULTS, Constants

if TYPE_CHECKING:
    # Arrays are not needed to order one by one, and reading their library takes time at every start.
    from domain.peers.offers import Floats

Shown = TypeVar("Shown")
Value = TypeVar("Value", float, "Floats")  # of one practice, or of many at once


def value(lower: Value, useful: Value, constants: Constants = DEFAULTS) -> Value:
    """Return the rank value V from the lower bound of the evidence and that of usefulness."""
    share = constants.evidence.useful_share
    return (1 - share) * lower + share * useful


def search_score(text: Value, fit: Value, ranked: Value, constants: Constants = DEFAULTS) -> Value:
    """Return the score of something found: how well the words match, how well it fits, what it is worth."""
    weights = constants.fit
    return weights.search_text * text + weights.search_fit * fit + weights.search_value * ranked


def in_order(
    shown: Iterable[Shown],
    worth: Callable[[Shown], float],
    shuffle: Callable[[list[Shown]], None],
    constants: Constants = DEFAULTS,
) -> list[Shown]:
    """Return the best first; what is worth nearly the same comes in an order of chance.

    So that being first is not a matter of a hundredth. `shuffle` orders in place; seed it with the reader
    and the week, so that pages do not jump. A run of near-equals is counted from its best.
    """
    ordered: list[Shown] = []
    for run in _runs(sorted(shown, key=worth, reverse=True), worth, constants.evidence.near_equal):
        shuffle(run)
        ordered += run
    return ordered


def _runs(best_first: Sequence[Shown], worth: Callable[[Shown], float], near: float) -> Iterable[list[Shown]]:
    run: list[Shown] = []
    for one in best_first:
        if run and worth(run[0]) - worth(one) >= near:
            yield run
            run = []
        run.append(one)
    if run:
        yield run
