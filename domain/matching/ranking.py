"""BM25F over the visible texts, with a strength per way of meeting a word.

Score of a text = sum over concepts of idf * strength * tf / (tf + K1 * (1 - B + B * length / average)),
where tf is the field-weighted frequency: the "simple BM25F" of Robertson, Zaragoza and Taylor (2004);
Robertson and Zaragoza (2009), The Probabilistic Relevance Framework, section 3.5.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from domain.matching.concept import Concept, Group
from domain.matching.shelf import View

K1 = 1.2
B = 0.4
BACKGROUND = 50
"""Texts without any of the words that are added to the count, so that rarity means something in a
collection of five practices too."""


@dataclass
class Ranked:
    """The sums of one question over all texts.

    `scores` is BM25F by text number; `met` holds per concept the strength with which each text meets it;
    `rarity` is the idf per
    concept and `shares` its share of a word. `ideal` is the score of a text with every word in a title.
    """

    scores: dict[int, float]
    met: list[dict[int, float]]
    rarity: list[float]
    shares: list[float]
    ideal: float

    def coverage(self, number: int) -> float:
        """Return the share of the question's information that a text meets, from 0 to 1."""
        met = sum(
            idf * strengths.get(number, 0.0) for idf, strengths in zip(self.rarity, self.met, strict=True)
        )
        return met / (sum(self.rarity) or 1.0)

    def breadth(self, number: int) -> float:
        """Return how many concepts a text meets, each counted by its strength."""
        pairs = zip(self.shares, self.met, strict=True)
        return sum(share * strengths.get(number, 0.0) for share, strengths in pairs)


def idf(count: int, frequency: int) -> float:
    """Return the inverse document frequency, always above zero (Robertson & Zaragoza 2009, 3.4)."""
    count += BACKGROUND
    return log(1.0 + (count - frequency + 0.5) / (frequency + 0.5))


def rank(concepts: Sequence[Concept], view: View) -> Ranked:
    """Return the scores of every visible text that meets at least one concept."""
    ranked = Ranked({}, [], [], [], 0.0)
    for concept in concepts:
        frequencies, strengths = _meet(concept, view)
        rarity = idf(view.count, len(strengths)) * concept.share
        _add(ranked.scores, frequencies, strengths, rarity, view)
        ranked.met.append(strengths)
        ranked.shares.append(concept.share)
        ranked.rarity.append(rarity)
        ranked.ideal += rarity * 4.0 / (4.0 + K1)
    return ranked


def _meet(concept: Concept, view: View) -> tuple[dict[int, float], dict[int, float]]:
    """Return the weighted frequency and the greatest strength of a concept by text number."""
    frequencies: dict[int, float] = {}
    strengths: dict[int, float] = {}
    ways: list[tuple[float, Iterable[tuple[int, float]]]] = [
        (strength, view.postings(word)) for word, strength in sorted(concept.ways.items())
    ]
    ways += [(group.strength, _together(group, view)) for group in concept.groups]
    for strength, postings in sorted(ways, key=lambda way: -way[0]):
        for number, frequency in postings:
            if number in frequencies:
                frequencies[number] += frequency * strength
            else:
                frequencies[number] = frequency
                strengths[number] = strength
    return frequencies, strengths


def _together(group: Group, view: View) -> Iterable[tuple[int, float]]:
    """Return (text number, weighted frequency) of every visible text that has a form of each word."""
    rarest, *others = sorted(group.forms, key=lambda forms: sum(map(view.frequency, forms)))
    least: dict[int, float] = {}
    for form in rarest:
        for number, frequency in view.postings(form):
            least[number] = max(frequency, least.get(number, 0.0))
    for forms in others:
        most: dict[int, float] = {}
        for form in forms:
            for number, frequency in view.postings(form, least):
                most[number] = max(frequency, most.get(number, 0.0))
        least = {number: min(frequency, least[number]) for number, frequency in most.items()}
    return least.items()


def _add(
    scores: dict[int, float],
    frequencies: dict[int, float],
    strengths: dict[int, float],
    rarity: float,
    view: View,
) -> None:
    slope = K1 * B / view.average
    for shelf in view.shelves:
        lengths = shelf.lengths
        for number, tf in frequencies.items():
            length = lengths.get(number)
            if length is not None:
                score = rarity * strengths[number] * tf / (tf + K1 * (1.0 - B) + slope * length)
                scores[number] = scores.get(number, 0.0) + score
