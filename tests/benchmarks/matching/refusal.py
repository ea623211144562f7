"""Saying no: does confidence tell questions that a card answers from those that none does?

What is answered at a threshold is told for three: chosen on these very questions, as others print it; on the
other half of the set; and on the other set altogether, as somebody has to who installs it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np

from domain.matching import Lexicon
from tests.benchmarks.matching.peers import Ours
from tests.benchmarks.matching.sets import Asked, Sets, Setting

SETTINGS = (Setting("banking77", aliases=True), Setting("clinc150", aliases=True))
MODES = ("clean", "typo", "keywords")
LET_IN = 0.05
"""Share of the questions that nothing answers which may be answered all the same."""


@dataclass(frozen=True)
class Tried:
    """Questions of one half: how sure each answer was and whether it was right; and of those without one."""

    sure: list[float]
    right: list[bool]
    strange: list[float]

    def threshold(self) -> float:
        """Return the confidence above which at most `LET_IN` of the strange questions are answered."""
        order = sorted(self.strange, reverse=True)
        return order[int(LET_IN * len(order))]

    def above(self, threshold: float) -> tuple[float, float, float]:
        """Return the share answered, how many of those rightly, and the share of strange ones answered."""
        answered = [right for sure, right in zip(self.sure, self.right, strict=True) if sure > threshold]
        let_in = sum(sure > threshold for sure in self.strange) / len(self.strange)
        return len(answered) / len(self.sure), fmean(answered) if answered else 0.0, let_in

    def told_apart(self) -> float:
        """Return the area under the ROC curve (Fawcett 2006): questions with an answer against the others."""
        return area(self.sure, self.strange)


def area(yes: Sequence[float], no: Sequence[float]) -> float:
    """Return the chance that one of the first is higher than one of the others; equal counts half."""
    order = np.sort(np.asarray(no))
    below = np.searchsorted(order, yes, "left")
    upto = np.searchsorted(order, yes, "right")
    return float((below + upto).mean() / (2 * len(order)))


def rows(sets: Sets, lexicon: Lexicon, told: Callable[[str, str], None]) -> list[list[str]]:
    """Return per set and mode: the area, and what is answered at thresholds that were chosen elsewhere."""
    tried: dict[tuple[Setting, str, str], Tried] = {}
    for setting in SETTINGS:
        ours = Ours(sets.cards(setting), lexicon)
        for mode in MODES:
            for part in ("tune", "held-out"):
                told(str(setting), f"{mode}, {part}")
                tried[setting, mode, part] = _try(
                    ours, sets.questions(setting, mode, part), sets.strange(setting, mode, part)
                )
    found = []
    for setting in SETTINGS:
        other = next(one for one in SETTINGS if one != setting)
        for mode in MODES:
            here = tried[setting, mode, sets.part]
            chosen = (
                here.threshold(),
                tried[setting, mode, "tune"].threshold(),
                tried[other, mode, "tune"].threshold(),
            )
            cells = (" / ".join(f"{100 * value:.1f}" for value in here.above(at)) for at in chosen)
            found.append([str(setting), mode, f"{here.told_apart():.3f}", *cells])
    return found


def _try(ours: Ours, asked: Sequence[Asked], strange: Sequence[Asked]) -> Tried:
    best = [ours.sure(one.text) for one in asked]
    return Tried(
        [sure for _, sure in best],
        [card in one.right for (card, _), one in zip(best, asked, strict=True)],
        [ours.sure(one.text)[1] for one in strange],
    )
