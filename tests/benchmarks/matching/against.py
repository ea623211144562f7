"""This project's matcher and search of others on the same questions: how often it is right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from statistics import fmean

import numpy as np

from domain.matching import Leg, Lexicon
from tests.benchmarks.matching.peers import Maker, Ours
from tests.benchmarks.matching.sets import MODES, POOL, Asked, Sets, Setting

OURS = "Kopgroep"
DEPTH = 10
DRAWS = 2000
"""Samples of the bootstrap (Efron 1979); its seed is fixed, so that the interval is the same each time."""

Told = Callable[[str, str], None]


@dataclass(frozen=True)
class Goal:
    """What is wanted of one setting, in percent; None where nothing is."""

    setting: Setting
    top1: int
    typo: int | None
    top5: int


GOALS = (
    Goal(Setting("stackfaq"), 85, 83, 97),
    Goal(Setting("stackfaq", aliases=True), 93, 91, 99),
    Goal(Setting("covidfaq", aliases=True), 63, 61, 97),
    Goal(Setting("banking77", aliases=True), 81, 77, 95),
    Goal(Setting("clinc150", aliases=True), 87, 81, 96),
    Goal(Setting("nlww"), 38, 36, 60),
    Goal(Setting("medquad"), 60, None, 82),
    Goal(Setting("medquad_long"), 60, None, 82),
)

PRINTED = {
    "clean": (69.7, 87.5, 77.3),
    "typo": (61.4, 81.4, 69.9),
    "keywords": (59.1, 83.8, 69.6),
    "typo_keywords": (44.6, 71.9, 56.2),
}
"""Top-1, top-5 and MRR of MiniLM sentence embeddings (all-MiniLM-L6-v2; the best of title, text and each
earlier question), the mean over the same settings. Not measured here: printed on 22 November 2026 on another
half of each set's questions, so that a difference of a few points says nothing."""


@dataclass
class Answers:
    """What one system did with the questions of one setting and mode: the place of a right card, or 0."""

    places: list[int] = field(default_factory=list)

    def first(self, most: int = 1) -> list[float]:
        """Return 1 per question with a right card among the first, else 0."""
        return [float(0 < place <= most) for place in self.places]

    def percent(self, most: int = 1) -> float:
        """Return how often a right card is among the first."""
        return 100.0 * fmean(self.first(most)) if self.places else 0.0

    @property
    def reciprocal(self) -> float:
        """The mean reciprocal rank among the first ten, times 100."""
        return 100.0 * fmean(1.0 / place if place else 0.0 for place in self.places) if self.places else 0.0


Found = dict[tuple[str, Setting, str], Answers]
"""Answers by system, setting and mode."""


def compare(
    sets: Sets,
    lexicon: Lexicon,
    peers: Mapping[str, Maker],
    told: Told,
    *,
    settings: Iterable[Setting] = POOL,
    modes: Sequence[str] = MODES,
    without: Collection[Leg] = (),
) -> tuple[Found, dict[str, str]]:
    """Let every system answer every question; return also which were left out, with what is missing."""
    every: dict[str, Maker] = {OURS: lambda cards, _: Ours(cards, lexicon, without), **peers}
    found: Found = {}
    missing: dict[str, str] = {}
    for setting in settings:
        cards = sets.cards(setting)
        asked = {mode: sets.questions(setting, mode) for mode in modes}
        for name, make in every.items():
            told(str(setting), name)
            try:
                finder = make(cards, setting.language)
            except ModuleNotFoundError as error:
                missing[name] = str(error.name)
                continue
            with closing(finder):
                for mode, questions in asked.items():
                    places = [place(finder.find(one.text, DEPTH), one) for one in questions]
                    found[name, setting, mode] = Answers(places)
    return found, missing


def place(ranked: Sequence[str], question: Asked) -> int:
    """Return the place of the first right card counted from 1, or 0."""
    return next((at for at, card in enumerate(ranked, start=1) if card in question.right), 0)


@dataclass(frozen=True)
class Difference:
    """By how many points one system is right more often than another, and the 95 % interval."""

    points: float
    least: float
    most: float


def difference(ours: Sequence[float], theirs: Sequence[float]) -> Difference:
    """Return the paired difference of top-1 in points with its bootstrap interval."""
    pairs = np.asarray(ours) - np.asarray(theirs)
    chance = np.random.default_rng(0)
    means = np.sort([pairs[chance.integers(0, len(pairs), len(pairs))].mean() for _ in range(DRAWS)])
    at = int(0.025 * DRAWS)
    least, most = means[at - 1], means[-at]
    return Difference(100 * float(pairs.mean()), 100 * float(least), 100 * float(most))


def pooled(found: Found, name: str, mode: str, settings: Iterable[Setting] = POOL) -> list[float]:
    """Return 1 per question over all settings that a system got right first, else 0."""
    return [one for setting in settings for one in found[name, setting, mode].first()]


def mean(
    found: Found, name: str, mode: str, settings: Sequence[Setting] = POOL
) -> tuple[float, float, float]:
    """Return top-1, top-5 and MRR of a system, the mean over settings."""
    every = [found[name, setting, mode] for setting in settings]
    return (
        fmean(one.percent() for one in every),
        fmean(one.percent(5) for one in every),
        fmean(one.reciprocal for one in every),
    )


def goal_rows(found: Found) -> list[list[str]]:
    """Return the goals next to what was measured."""
    rows = []
    for goal in GOALS:
        clean = found[OURS, goal.setting, "clean"]
        typo = found[OURS, goal.setting, "typo"]
        rows.append(
            [
                str(goal.setting),
                str(len(clean.places)),
                f"{goal.top1}",
                f"{clean.percent():.1f}",
                f"{goal.typo}" if goal.typo else "–",
                f"{typo.percent():.1f}",
                f"{goal.top5}",
                f"{clean.percent(5):.1f}",
            ]
        )
    return rows


def system_rows(found: Found) -> list[list[str]]:
    """Return top-1, top-5 and MRR per system and mode."""
    rows = [
        [name, *(_three(mean(found, name, mode)) for mode in MODES)]
        for name in dict.fromkeys(name for name, *_ in found)
    ]
    return [*rows, ["MiniLM *", *(_three(PRINTED[mode]) for mode in MODES)]]


def difference_rows(found: Found) -> list[list[str]]:
    """Return by how many points this project's matcher is right more often than each other system."""
    names = [name for name in dict.fromkeys(name for name, *_ in found) if name != OURS]
    return [[name, *(_apart(found, name, mode) for mode in MODES)] for name in names]


def setting_rows(found: Found) -> list[list[str]]:
    """Return top-1 per system and setting, on clean and on mistyped questions."""
    return [
        [
            name,
            *(
                f"{found[name, one, 'clean'].percent():.0f} / {found[name, one, 'typo'].percent():.0f}"
                for one in POOL
            ),
        ]
        for name in dict.fromkeys(name for name, *_ in found)
    ]


def _three(values: tuple[float, float, float]) -> str:
    return " / ".join(f"{value:.1f}" for value in values)


def _apart(found: Found, name: str, mode: str) -> str:
    one = difference(pooled(found, OURS, mode), pooled(found, name, mode))
    return f"{one.points:+.1f} ({one.least:+.1f} … {one.most:+.1f})"
