"""Matching written down as plainly as it can be: every text looked at for every question, no index.

What `domain.matching.Index` finds must be exactly this.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from math import log, prod
from zlib import crc32

import numpy as np

from domain.matching import Analysis, Hit, Lexicon, Scope, hits, ranking
from domain.matching.compounds import SHORTEST_COMPOUND, SHORTEST_PART, split
from domain.matching.concept import Concept
from domain.matching.confidence import Signs, confidence, head_start, weight_of_likeness
from domain.matching.names import Features, Weights, asked
from domain.matching.question import understand
from domain.matching.ranking import Ranked, idf
from domain.matching.reasons import reasons
from domain.matching.shelf import Text
from domain.matching.text import SNOWBALL, stems, tokens
from domain.matching.vocabulary import CROWD, SHORTEST_HELD


class PlainText:
    """One text with its words in a dictionary."""

    def __init__(self, id_: str, analysis: Analysis) -> None:
        self.id = id_
        self.analysis = analysis
        self.text = Text.of(analysis)
        self.frequencies = dict(zip(self.text.words, self.text.frequencies().tolist(), strict=True))
        self.length = sum(self.frequencies.values())
        features = np.frombuffer(analysis.features, "<u4").tolist()
        self.vector = dict(zip(features, np.frombuffer(analysis.weights, "<f4").tolist(), strict=True))
        self.tie = crc32(f"{id_} {analysis.language}".encode())


class PlainShelf:
    """The words of one scope."""

    def __init__(self, texts: Sequence[PlainText], parts: frozenset[str]) -> None:
        self.texts = texts
        self.words = {word for text in texts for word in text.frequencies}
        self._parts = parts

    def can_be_part(self, word: str) -> bool:
        """Three letters only from the word list."""
        return word in self._parts or (len(word) > SHORTEST_HELD and word in self.words)

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a word, and theirs."""
        parts = split(word, self.can_be_part)
        return parts + tuple(finer for part in parts for finer in self.parts(part))

    def compounds(self, word: str) -> Iterator[str]:
        """The compounds with a word in them."""
        roots = set(stems(word))
        shortest = min(roots, key=lambda root: (len(root), root))
        if len(shortest) < SHORTEST_HELD:
            return
        holding = [
            held
            for held in self.words
            if (held.startswith(shortest) or shortest in held[SHORTEST_PART:])
            and len(held) >= max(SHORTEST_COMPOUND, len(shortest) + SHORTEST_PART)
            and held != word
        ]
        for held in sorted(holding, key=lambda held: (len(held), held))[:CROWD]:
            if any(not roots.isdisjoint(stems(part)) for part in self.parts(held)):
                yield held


class PlainView:
    """What `understand` asks of a view."""

    def __init__(self, shelves: Sequence[PlainShelf]) -> None:
        self.shelves = shelves
        self.texts = [text for shelf in shelves for text in shelf.texts]
        self.count = len(self.texts)
        self.names = sum(text.analysis.names for text in self.texts)
        self.languages = sorted({text.analysis.language for text in self.texts})
        self.average = sum(text.length for text in self.texts) / max(1, self.count) or 1.0

    def knows(self, word: str) -> bool:
        """Whether any text has a word."""
        return self.frequency(word) > 0

    def frequency(self, word: str) -> int:
        """How many texts have a word."""
        return sum(word in text.frequencies for text in self.texts)

    def family(self, word: str, languages: tuple[str, ...] = tuple(SNOWBALL)) -> set[str]:
        """Words with a stem in common, each stemmed in the languages of the texts it is in."""
        roots = set(stems(word, languages))
        return {
            other
            for text in self.texts
            for other in text.frequencies
            if not roots.isdisjoint(stems(other, (text.analysis.language,)))
        }

    def compounds(self, word: str) -> set[str]:
        """Compounds of any shelf."""
        return {found for shelf in self.shelves for found in shelf.compounds(word)}

    def parts(self, word: str) -> tuple[str, ...]:
        """Parts according to the first shelf that knows."""
        return next((parts for shelf in self.shelves if (parts := shelf.parts(word))), ())

    def split(self, word: str, also: Callable[[str], bool]) -> tuple[str, ...]:
        """Parts of a word of the question."""
        return split(word, lambda part: also(part) or any(one.can_be_part(part) for one in self.shelves))

    def near(self, _word: str, _edits: int) -> Iterator[str]:
        """Every word: nothing is left out beforehand."""
        for shelf in self.shelves:
            yield from sorted(shelf.words)


class PlainIndex:
    """The same promises as `Index`, by looking at everything."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._placed: dict[str, tuple[Scope, list[PlainText]]] = {}

    def put(self, id_: str, scope: Scope, analyses: Sequence[Analysis]) -> None:
        """Add or replace."""
        self._placed[id_] = scope, [PlainText(id_, analysis) for analysis in analyses]

    def drop(self, id_: str) -> None:
        """Take away."""
        self._placed.pop(id_, None)

    def rank(self, question: str, viewer: Scope, most: int = 10) -> tuple[Hit, ...]:
        """The nearest practices."""
        shelves = []
        for employer in dict.fromkeys((None, viewer.employer)):
            for team in dict.fromkeys((None, viewer.team)):
                wanted = Scope(viewer.organisation, employer, team)
                texts = [text for scope, some in self._placed.values() if scope == wanted for text in some]
                if texts:
                    shelves.append(PlainShelf(texts, self._lexicon.parts))
        view = PlainView(shelves)
        concepts = understand(question, view, self._lexicon) if view.count else []  # type: ignore[arg-type]
        return _hits(question, concepts, view, most) if view.count else ()


def _scores(concepts: Sequence[Concept], view: PlainView) -> tuple[dict[PlainText, float], Ranked]:
    rarity = [0.0] * len(concepts)
    scores: dict[PlainText, float] = {}
    seen = 0
    sizes = [_sizes(concept, view) for concept in concepts]
    for size, place in sorted((sum(of_ways), place) for place, of_ways in enumerate(sizes)):
        concept, more = concepts[place], seen < ranking.MOST_MET
        met = {text: found for text in view.texts if (found := _meet(concept, text))}
        spread = view.count * (1.0 - prod(1.0 - min(one, view.count) / view.count for one in sizes[place]))
        rarity[place] = idf(view.count, len(met) if more else spread) * concept.share
        for text, (tf, strength) in met.items():
            if more or text in scores:
                norm = text.length * (ranking.K1 * ranking.B / view.average)
                score = rarity[place] * strength * tf / (tf + ranking.K1 * (1.0 - ranking.B) + norm)
                scores[text] = scores.get(text, 0.0) + score
        seen += size
    ideal = sum(rarity) * ranking.TITLE / (ranking.TITLE + ranking.K1)
    return scores, Ranked([], rarity, [concept.share for concept in concepts], ideal)


def _sizes(concept: Concept, view: PlainView) -> list[int]:
    groups = [
        sum(group.stands_in(text.frequencies.keys()) for text in view.texts) for group in concept.groups
    ]
    return [*map(view.frequency, concept.ways), *groups]


def _meet(concept: Concept, text: PlainText) -> tuple[float, float] | None:
    """The frequency and the strength with which a text meets a concept."""
    words = text.frequencies
    ways = [(strength, word, words[word]) for word, strength in concept.ways.items() if word in words]
    for group in concept.groups:
        if group.stands_in(words.keys()):
            least = min(max(words.get(form, 0) for form in forms) for forms in group.forms)
            ways.append((group.strength, "~", least))
    if not ways:
        return None
    strongest = max(ways)[0]
    tf = 0.0
    for strength, _, frequency in sorted(ways, key=lambda way: way[:2]):
        tf += frequency * strength
    return tf / strongest if len(ways) > 1 else ways[0][2], strongest


def _hits(question: str, concepts: Sequence[Concept], view: PlainView, most: int) -> tuple[Hit, ...]:
    scores, ranked = _scores(concepts, view)
    texts = view.texts
    if view.names > hits.FEW:
        texts = sorted(scores, key=lambda text: (-scores[text], text.tie))[: hits.CANDIDATES]
    words = [folded for _, folded in tokens(question)]

    def rarity(features: Features) -> Weights:
        times = Counter(feature for text in view.texts for feature in text.vector)
        counts = [log(1.0 + (view.count + 1.0) / (times[feature] + 0.5)) for feature in features.tolist()]
        return np.array(counts)

    wanted = dict(zip(*(side.tolist() for side in asked(words, rarity)), strict=True))
    likes = [
        sum(weight * text.vector.get(feature, 0.0) for feature, weight in wanted.items()) for text in texts
    ]
    taught = [text.analysis.names > 1 for text in texts]
    ahead = head_start(np.array(likes), np.array(taught, dtype=np.bool_))
    pull = weight_of_likeness(view.names / view.count)
    best: dict[str, tuple[float, float, float, PlainText]] = {}
    for text, like, before in zip(texts, likes, taught, strict=True):
        score = min(1.0, scores.get(text, 0.0) / (ranked.ideal or 1.0))
        rank = round(score + pull * (like - ahead * before), hits.DIGITS)
        if (like or score) and (text.id not in best or rank > best[text.id][0]):
            best[text.id] = rank, score, like, text
    order = sorted(best.values(), key=lambda one: (one[0], one[3].id), reverse=True)[: most + 1]
    return tuple(_sure(order, concepts, ranked, pull))[:most]


def _sure(
    order: Sequence[tuple[float, float, float, PlainText]],
    concepts: Sequence[Concept],
    ranked: Ranked,
    pull: float,
) -> Iterator[Hit]:
    ceiling = 1.0
    ranks = [rank for rank, *_ in order]
    for place, (rank, score, like, text) in enumerate(order):
        met = [concept.met(text.frequencies.keys()) for concept in concepts]
        strengths = [strength for strength, _ in met]
        signs = Signs(score, ranked.coverage(strengths), like, ranked.breadth(strengths), rank)
        other = max(ranks[:place] + ranks[place + 1 :], default=0.0)
        ceiling = min(ceiling, round(confidence(signs, rank - other, pull), 4))
        yield Hit(text.id, ceiling, reasons(text.text, concepts, [by for _, by in met]))
