"""Repair of words that no practice knows: nearby words, weighed by how easily a thumb slips."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

NEIGHBOURS = {
    "q": "wa", "w": "qeas", "e": "wrsd", "r": "etdf", "t": "ryfg", "y": "tugh", "u": "yihj", "i": "uojk",
    "o": "ipkl", "p": "ol", "a": "qwsz", "s": "awedxz", "d": "serfcx", "f": "drtgvc", "g": "ftyhbv",
    "h": "gyujnb", "j": "huikmn", "k": "jiolm", "l": "kop", "z": "asx", "x": "zsdc", "c": "xdfv",
    "v": "cfgb", "b": "vghn", "n": "bhjm", "m": "njk",
}  # fmt: skip
ALIKE = frozenset({"dt", "td", "fv", "vf", "sz", "zs", "ck", "kc", "iy", "yi", "gh", "hg", "ei", "ie"})
"""Letters that sound alike in Dutch and are exchanged by people who write as they hear."""

SLIP = 0.6
"""Cost of a likely slip (a neighbouring key, two letters swapped, a letter doubled); another edit costs 1."""
FIRST = 0.5
"""Extra cost when the first letter differs: people get that one right."""
MOST = 3


def reach(word: str) -> int:
    """Return how many edits a repair may take: none up to three letters, three from twelve on."""
    length = len(word)
    return 0 if length < 4 else 1 if length < 6 else 2 if length < 12 else 3


def repairs(word: str, by_length: Iterable[tuple[int, Sequence[str]]]) -> list[tuple[str, float]]:
    """Return at most `MOST` known words near a word with their similarity in (0, 1], best first.

    `by_length` gives the known words by their length. Candidates come from RapidFuzz's optimal string
    alignment distance with a cut-off by length; they are then weighed by `cost`.
    """
    far = reach(word)
    if not far or word.isdigit():
        return []
    found: dict[str, float] = {}
    for length, words in by_length:
        if abs(length - len(word)) > far:
            continue
        near = process.extract(word, words, scorer=OSA.distance, score_cutoff=far, limit=12)
        for candidate, _, _ in near:
            found[candidate] = similarity(word, candidate)
    best = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    return [(known, like) for known, like in best if like >= lowest(word) and like >= best[0][1] - 0.1]


def lowest(word: str) -> float:
    """Return the similarity below which a repair is a guess; short words need more."""
    return 0.8 if len(word) < 6 else 0.77


def similarity(word: str, known: str) -> float:
    """Return 1 minus the cost of the slips over the length of the longer word."""
    return 1.0 - cost(word, known) / max(len(word), len(known))


def cost(word: str, known: str) -> float:
    """Return the weighted optimal string alignment distance (Damerau 1964, restricted; our weights)."""
    before: list[float] = []
    row = [float(column) for column in range(len(known) + 1)]
    for i, letter in enumerate(word, 1):
        last, before, row = before, row, [float(i)]
        for j, other in enumerate(known, 1):
            value = min(
                before[j - 1] + _swap(letter, other),
                before[j] + (SLIP if i > 1 and word[i - 2] == letter else 1.0),
                row[j - 1] + (SLIP if j > 1 and known[j - 2] == other else 1.0),
            )
            if i > 1 and j > 1 and letter == known[j - 2] and word[i - 2] == other:
                value = min(value, last[j - 2] + SLIP)
            row.append(value)
    return row[-1] + (FIRST if word[0] != known[0] else 0.0)


def _swap(letter: str, other: str) -> float:
    if letter == other:
        return 0.0
    return SLIP if other in NEIGHBOURS.get(letter, "") or letter + other in ALIKE else 1.0
