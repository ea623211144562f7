"""The index: put, drop, match and similar, sealed by scope and safe to share between threads.

One lock is held by every public method: `put` and `drop` wait for a running match and the other way
round. A match is a few milliseconds of pure Python, which threads could not run side by side anyway.
What is not needed to load (n-gram counts, the vocabulary by length) is made by the first match after it.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from math import sqrt
from threading import Lock
from typing import NamedTuple

from domain.matching.analyse import Analysis, analyse
from domain.matching.concept import Concept
from domain.matching.confidence import (
    UNSURE,
    Signs,
    confidence,
    head_start,
    outcome,
    weight_of_likeness,
)
from domain.matching.dictionary import Dictionary
from domain.matching.model import Document, Hit, Leg, Lexicon, Match, Outcome, Scope, Word
from domain.matching.names import Vector, cosine
from domain.matching.question import LONGEST_QUESTION, MOST_WORDS, understand
from domain.matching.ranking import Ranked, idf, rank
from domain.matching.shelf import Shelf, Text, View, weighted_without_aliases
from domain.matching.text import stems, tokens

CANDIDATES = 100
"""Texts whose names are compared letter by letter after BM25F has chosen them."""
FEW = 600
"""Names up to which all are compared, whatever BM25F says."""
ANY = "nl"
"""The language by whose stems synonyms are looked up, whatever they are written in."""
TELLING = 40
"""Rarest words of a document by which near-duplicates are looked for."""


class Index:
    """Practices by id, found by a question in someone's own words.

    `without` leaves legs out of matching: for measuring only.
    """

    def __init__(self, lexicon: Lexicon, without: Collection[Leg] = ()) -> None:
        self._lexicon = lexicon
        self._without = frozenset(without)
        self._shelves: dict[Scope, Shelf] = {}
        self._placed: dict[str, tuple[Scope, tuple[int, ...]]] = {}
        self._synonyms: dict[int, Dictionary] = {}
        self._next = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._placed)

    def put(self, id: str, scope: Scope, analyses: Sequence[Analysis]) -> None:  # noqa: A002
        """Add a practice or replace it; a practice in several languages has several analyses."""
        with self._lock:
            self._drop(id)
            shelf = self._shelves.get(scope)
            if shelf is None:
                shelf = self._shelves[scope] = Shelf(self._lexicon.parts)
            numbers = tuple(range(self._next, self._next + len(analyses)))
            self._next += len(analyses)
            for number, analysis in zip(numbers, analyses, strict=True):
                shelf.add(number, Text(id, analysis))
            self._placed[id] = scope, numbers

    def drop(self, id: str) -> None:  # noqa: A002
        """Take a practice away; an unknown id is fine."""
        with self._lock:
            self._drop(id)

    def learn(self, organisation: int, synonyms: Iterable[tuple[str, str]]) -> None:
        """Take these terms for each other in the questions of one organisation, and no longer any others."""
        pairs = [(one, other, 1.0) for one, other in synonyms]
        dictionary = Dictionary(pairs, {ANY: self._lexicon.any_stop}, (ANY, ANY))
        with self._lock:
            self._synonyms.pop(organisation, None)
            if pairs:
                self._synonyms[organisation] = dictionary

    def match(self, question: str, viewer: Scope, most: int = 5) -> Match:
        """Return the practices that fit a question, among those that the viewer may see."""
        hits = self._found(question, viewer, most, UNSURE)
        best = outcome(hits[0].confidence) if hits else Outcome.NONE
        return Match(best, hits if best is not Outcome.NONE else ())

    def rank(self, question: str, viewer: Scope, most: int = 10) -> tuple[Hit, ...]:
        """Return the practices nearest to a question, however little they fit: for measuring."""
        return self._found(question, viewer, most, 0.0)

    def similar(self, document: Document, viewer: Scope, most: int = 3) -> tuple[Hit, ...]:
        """Return the practices most like a document, among those that the viewer may see."""
        analysis = analyse(document, self._lexicon)
        with self._lock:
            view = self._view(viewer)
            return _similar(analysis, document.id, view, most) if view.count else ()

    def _found(self, question: str, viewer: Scope, most: int, least: float) -> tuple[Hit, ...]:
        with self._lock:
            view = self._view(viewer)
            if not view.count:
                return ()
            synonyms = self._synonyms.get(viewer.organisation)
            concepts = understand(question, view, self._lexicon, synonyms, self._without)
            return self._hits(question, concepts, view, most, least) if concepts else ()

    def _drop(self, id: str) -> None:  # noqa: A002
        if id not in self._placed:
            return
        scope, numbers = self._placed.pop(id)
        for number in numbers:
            self._shelves[scope].remove(number)
        if not self._shelves[scope].texts:
            del self._shelves[scope]

    def _view(self, viewer: Scope) -> View:
        scopes = {
            Scope(viewer.organisation, employer, team)
            for employer in (None, viewer.employer)
            for team in (None, viewer.team)
        }
        return View([shelf for scope in scopes if (shelf := self._shelves.get(scope))])

    def _hits(
        self, question: str, concepts: list[Concept], view: View, most: int, least: float
    ) -> tuple[Hit, ...]:
        ranked = rank(concepts, view)
        best: dict[str, _Candidate] = {}
        last = 0.0
        alike = Leg.cosine not in self._without
        for one in _candidates(question, ranked, view, alike):
            if len(best) > most and one.rank < last:
                break
            if one.id not in best:
                best[one.id], last = one, one.rank
        order = heapq.nlargest(most + 1, best.values(), key=lambda one: (one.rank, one.id))
        return _sure(order, concepts, ranked, view, least)[:most]


class _Candidate(NamedTuple):
    """A text that may be an answer; what else is known of it is worked out only for the best."""

    id: str
    number: int
    score: float
    likeness: float
    rank: float

    def signs(self, ranked: Ranked) -> Signs:
        number = self.number
        return Signs(self.score, ranked.coverage(number), self.likeness, ranked.breadth(number), self.rank)


def _candidates(question: str, ranked: Ranked, view: View, alike: bool = True) -> Iterator[_Candidate]:
    """Yield the texts that may be an answer, the best first; by likeness of names too if `alike`."""
    words = [folded for _, folded in tokens(question[:LONGEST_QUESTION])][:MOST_WORDS]
    likeness = view.likenesses(words, FEW)
    pull = weight_of_likeness(view.names / view.count)
    chosen = heapq.nlargest(CANDIDATES, ranked.scores, key=ranked.scores.__getitem__)
    near = dict.fromkeys([*chosen, *view.few(FEW)] if alike else chosen)
    likes = {number: likeness(number) if alike else 0.0 for number in near}
    asked = view.asked(likes)
    ahead = head_start(likes, asked)
    ideal = ranked.ideal or 1.0
    scores = {number: min(1.0, ranked.scores.get(number, 0.0) / ideal) for number in likes}
    ranks = {
        number: scores[number] + pull * (like - ahead if number in asked else like)
        for number, like in likes.items()
        if like or scores[number]
    }
    for number in sorted(ranks, key=ranks.__getitem__, reverse=True):
        yield _Candidate(view.text(number).id, number, scores[number], likes[number], ranks[number])


def _sure(
    order: list[_Candidate], concepts: list[Concept], ranked: Ranked, view: View, least: float
) -> tuple[Hit, ...]:
    """Return the hits with at least this confidence; confidence never rises down the list."""
    hits: list[Hit] = []
    ceiling = 1.0
    ranks = [one.rank for one in order]
    for place, one in enumerate(order):
        other = max(ranks[:place] + ranks[place + 1 :], default=0.0)
        ceiling = min(ceiling, round(confidence(one.signs(ranked), one.rank - other), 4))
        if ceiling < least:
            break
        hits.append(Hit(one.id, ceiling, _why(one.number, concepts, ranked, view)))
    return tuple(hits)


def _rarity(view: View) -> Callable[[str], float]:
    return lambda word: idf(view.count, view.frequency(word))


def _why(number: int, concepts: Iterable[Concept], ranked: Ranked, view: View) -> tuple[Word, ...]:
    """Return the words that met a text, the strongest way per concept, each reason once.

    A word of an alias is somebody else's, so whoever asks sees only their own word instead.
    """
    text = view.text(number)
    own, borrowed = set(text.analysis.words.split()), text.borrowed()
    words: dict[object, Word] = {}
    for concept, strengths in zip(concepts, ranked.met, strict=True):
        if number in strengths:
            word = _reason(concept, own, borrowed, text)
            reason = word.found if word.translated else (word.asked, word.found)
            if reason not in words or len(word.asked) > len(words[reason].asked):
                words[reason] = word
    return tuple(words.values())


def _reason(concept: Concept, own: set[str], borrowed: set[str], text: Text) -> Word:
    way = max(own.intersection(concept.ways), key=lambda word: (concept.ways[word], word), default="")
    groups = [group for group in concept.groups if all(own.intersection(forms) for forms in group.forms)]
    group = max(groups, key=lambda group: group.strength, default=None)
    if group and group.strength > concept.ways.get(way, 0.0):
        met = [min(own.intersection(forms)) for forms in group.forms]
        if not borrowed.isdisjoint(met):
            return Word(group.asked, group.asked, repaired=False)
        found = " ".join(map(text.spelling, met))
        return Word(group.asked, found, repaired=False, translated=True)
    if way in borrowed:
        return Word(concept.asked, concept.asked, repaired=False)
    asked = concept.translated.get(way, concept.asked)
    return Word(asked, text.spelling(way), way in concept.repaired, way in concept.translated)


def _similar(analysis: Analysis, own: str, view: View, most: int) -> tuple[Hit, ...]:
    """Return the nearest texts by the cosine of their stems."""
    rarity = cache(_rarity(view))
    mine = _weights(analysis, rarity)
    sums: dict[int, float] = {}
    for word in heapq.nlargest(TELLING, analysis.words.split(), key=rarity):
        for member in {word, *view.family(word)}:
            for number, _ in view.postings(member):
                sums[number] = sums.get(number, 0.0) + rarity(member)
    found: dict[str, tuple[float, int]] = {}
    for number in heapq.nlargest(CANDIDATES, sums, key=sums.__getitem__):
        text = view.text(number)
        like = cosine(mine, _weights(text.analysis, rarity))
        if text.id != own and like > found.get(text.id, (0.0, 0))[0]:
            found[text.id] = like, number
    best = heapq.nlargest(most, found.items(), key=lambda item: (item[1][0], item[0]))
    return tuple(Hit(id_, round(like, 4), ()) for id_, (like, _) in best)


def _weights(analysis: Analysis, rarity: Callable[[str], float]) -> Vector:
    """Return the stems of a text with the root of their frequency times idf, at length one."""
    language = (analysis.language,)
    sums: Vector = {}
    for word, frequency in weighted_without_aliases(analysis):
        root, weight = stems(word, language)[0], rarity(word) * sqrt(frequency)
        if weight > sums.get(root, 0.0):
            sums[root] = weight
    size = sqrt(sum(value * value for value in sums.values())) or 1.0
    return {root: value / size for root, value in sums.items()}
