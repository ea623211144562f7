"""Repair of words that no practice knows: nearby words, weighed by how easily a thumb slips."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable

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
CLOSEST = 40
"""Words that are returned at most, and words that are weighed at most."""


def reach(word: str) -> int:
    """Return how many edits a repair may take: none up to three letters, three from twelve on."""
    length = len(word)
    return 0 if length < 4 else 1 if length < 6 else 2 if length < 12 else 3


def repairs(word: str, near: Callable[[str, int], Iterable[str]]) -> list[tuple[str, float]]:
    """Return at most `MOST` known words near a word with their similarity in (0, 1], best first.

    `near` gives, of a word and a number of edits, the known words that may be within them. RapidFuzz's
    optimal string alignment distance picks the `CLOSEST`; they are then weighed by `cost`.
    """
    far = reach(word)
    if not far or word.isdigit():
        return []
    candidates = list(dict.fromkeys(near(word, far)))
    edits = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=far, limit=None)
    order = sorted((distance, known[0] != word[0], known) for known, distance, _ in edits)[:CLOSEST]
    found: list[tuple[float, str]] = []
    for distance, other_first, known in order:
        least = max(lowest(word), -found[MOST - 1][0] if len(found) >= MOST else 0.0)
        if _similarity(SLIP * distance + FIRST * other_first, word, known) >= least:
            bisect.insort(found, (-similarity(word, known), known))
    best = [(known, -like) for like, known in found[:MOST]]
    return [(known, like) for known, like in best if like >= lowest(word) and like >= best[0][1] - 0.1]


def lowest(word: str) -> float:
    """Return the similarity below which a repair is a guess; short words need more."""
    return 0.8 if len(word) < 6 else 0.77


def similarity(word: str, known: str) -> float:
    """Return 1 minus the cost of the slips over the length of the longer word."""
    return _similarity(cost(word, known), word, known)


def _similarity(slips: float, word: str, known: str) -> float:
    return 1.0 - slips / max(len(word), len(known))


def cost(word: str, known: str) -> float:
    """Return the weighted optimal string alignment distance (Damerau 1964, restricted; our weights).

    Letters that both begin or end with were typed as meant; at the end only as far as none is doubled, for
    which of two is the one too many shows in the letter before it.
    """
    start, end, other_end = 0, len(word), len(known)
    while start < end and start < other_end and word[start] == known[start]:
        start += 1
    while start < min(end, other_end) - 1 and word[end - 1] == known[other_end - 1]:
        if word[end - 1] in (word[end - 2], known[other_end - 2]):
            break
        end, other_end = end - 1, other_end - 1
    before: list[float] = []
    row = [0.0]
    for j in range(start, other_end):
        row.append(row[-1] + (SLIP if j and known[j - 1] == known[j] else 1.0))
    for i in range(start, end):
        letter, doubled = word[i], SLIP if i and word[i - 1] == word[i] else 1.0
        last, before, row = before, row, [row[0] + doubled]
        for at, j in enumerate(range(start, other_end), 1):
            other = known[j]
            value = min(
                before[at - 1] + _swap(letter, other),
                before[at] + doubled,
                row[at - 1] + (SLIP if j and known[j - 1] == other else 1.0),
            )
            if i > start and j > start and letter == known[j - 1] and word[i - 1] == other:
                value = min(value, last[at - 2] + SLIP)
            row.append(value)
    return row[-1] + (FIRST if word[0] != known[0] else 0.0)


def _swap(letter: str, other: str) -> float:
    if letter == other:
        return 0.0
    return SLIP if other in NEIGHBOURS.get(letter, "") or letter + other in ALIKE else 1.0
