"""The texts of one scope: postings, vocabulary and the statistics that belong to them alone.

A shelf holds what exactly one `Scope` may see. Whoever asks reads one to four shelves (`View`), and
numbers, vocabulary and spelling come from those shelves only: another organisation, employer or team
cannot be noticed, not even through the rarity of a word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from domain.matching.analyse import FIELDS, Analysis
from domain.matching.compounds import SHORTEST_COMPOUND, split
from domain.matching.names import Vector, cosine, occurring, rarity, vector
from domain.matching.text import SNOWBALL, fold, stems

WEIGHTS = (2.5, 2.5, 1.2, 1.5, 1.0, 0.7, 0.6)
"""What one word counts for in title, aliases, themes, situation, approach, result and limits."""
ALIASES = FIELDS.index("aliases")

CROWD = 60
"""Most compounds that are looked at for one part."""


class _Weights(dict[str, float]):
    """Weighted frequency by `places` code, worked out once per code."""

    def __init__(self, weights: Sequence[float]) -> None:
        self._by_field = weights

    def __missing__(self, place: str) -> float:
        self[place] = sum(self._by_field[field] * int(digit) for field, digit in enumerate(place))
        return self[place]


_weights = _Weights(WEIGHTS)
_own_weights = _Weights([0.0 if field == ALIASES else weight for field, weight in enumerate(WEIGHTS)])


def weighted(analysis: Analysis) -> tuple[list[str], list[float]]:
    """Return the words of a text and their field-weighted frequencies."""
    return analysis.words.split(), [_weights[place] for place in analysis.places.split()]


def weighted_without_aliases(analysis: Analysis) -> list[tuple[str, float]]:
    """Return what the maker of a text wrote: its words and their field-weighted frequencies."""
    frequencies = [_own_weights[place] for place in analysis.places.split()]
    return [pair for pair in zip(analysis.words.split(), frequencies, strict=True) if pair[1]]


@dataclass(slots=True)
class Text:
    """One analysed text on a shelf and the id of the practice it belongs to."""

    id: str
    analysis: Analysis
    _vector: Vector | None = None

    def vector(self) -> Vector:
        """Return the vector of the title and aliases, made when first needed."""
        if self._vector is None:
            self._vector = vector(self.analysis.names)
        return self._vector

    def borrowed(self) -> set[str]:
        """Return the words that stand in its aliases only: what people asked, and no reader of it sees."""
        if len(self.analysis.names) < 2:
            return set()
        written = {word for word, _ in weighted_without_aliases(self.analysis)}
        return set(self.analysis.words.split()) - written

    def spelling(self, word: str) -> str:
        """Return a folded word as it stands in the text."""
        return next((w for w in self.analysis.spellings.split(" ") if fold(w) == word), word)


class Shelf:
    """Texts by number, with an inverted index that changes by one text at a time."""

    def __init__(self, parts: frozenset[str]) -> None:
        self.texts: dict[int, Text] = {}
        self.languages: Counter[str] = Counter()
        self.lengths: dict[int, float] = {}
        self.length = 0.0
        self.postings: dict[str, dict[int, float]] = {}
        self.families: dict[str, set[str]] = {}
        self._features: Counter[str] = Counter()
        self._uncounted: list[tuple[str, ...]] = []
        self._named: dict[str, dict[int, float]] | None = None
        self.names = 0
        self._parts = parts
        self._by_length: dict[int, list[str]] | None = None
        self._lines = ""
        self._splits: dict[str, tuple[str, ...]] = {}

    def add(self, number: int, text: Text) -> None:
        """Place a text; costs one dictionary write per distinct word."""
        analysis, postings = text.analysis, self.postings
        words, frequencies = weighted(analysis)
        for word, frequency in zip(words, frequencies, strict=True):
            try:
                postings[word][number] = frequency
            except KeyError:
                postings[word] = {number: frequency}
                self._learn(word, analysis.language)
        length = sum(frequencies)
        self._uncounted.append(analysis.names)
        if self._named is not None:
            self._name(number, text, self._named)
        self.names += len(analysis.names)
        self.texts[number] = text
        self.languages[analysis.language] += 1
        self.lengths[number] = length
        self.length += length

    def remove(self, number: int) -> None:
        """Take a text away, and the words that only it used."""
        text = self.texts.pop(number)
        self.length -= self.lengths.pop(number)
        self.languages[text.analysis.language] -= 1
        if self._named is not None:
            for feature in text.vector():
                del self._named[feature][number]
        self.names -= len(text.analysis.names)
        self.count_names()
        for feature in occurring(text.analysis.names):
            self._features[feature] -= 1
            if not self._features[feature]:
                del self._features[feature]
        for word in text.analysis.words.split():
            del self.postings[word][number]
            if not self.postings[word]:
                del self.postings[word]
                self._forget(word)

    def named(self, feature: str) -> int:
        """Return how many texts have a feature in their names, as far as `count_names` has counted them."""
        return self._features.get(feature, 0)

    def likenesses(self, asked: Vector) -> dict[int, float]:
        """Return the cosine of a question with the names of every text that shares a feature with it.

        For a shelf with few names, where it is faster than one text after the other.
        """
        if self._named is None:
            self._named = {}
            for number, text in self.texts.items():
                self._name(number, text, self._named)
        found: dict[int, float] = defaultdict(float)
        for feature, weight in asked.items():
            if (others := self._named.get(feature)) is not None:
                for number, other in others.items():
                    found[number] += weight * other
        return found

    @staticmethod
    def _name(number: int, text: Text, named: dict[str, dict[int, float]]) -> None:
        for feature, weight in text.vector().items():
            named.setdefault(feature, {})[number] = weight

    def knows(self, word: str) -> bool:
        """Tell whether a word can be part of a compound here; three letters only from the word list."""
        return word in self._parts or (len(word) > 3 and word in self.postings)

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the words that a compound is made of, and the words that those are made of."""
        found = self._splits.get(word)
        if found is None:
            parts = split(word, self.knows)
            found = parts + tuple(finer for part in parts for finer in self.parts(part))
            self._splits[word] = found
        return found

    def by_length(self) -> dict[int, list[str]]:
        """Return the vocabulary by length of the word."""
        if self._by_length is None:
            self._by_length = {}
            for word in self.postings:
                self._by_length.setdefault(len(word), []).append(word)
            self._lines = "\n".join(word for word in self.postings if len(word) >= SHORTEST_COMPOUND)
        return self._by_length

    def compounds(self, word: str) -> Iterator[str]:
        """Yield the compounds of the vocabulary of which a word is a part."""
        self.by_length()
        asked = set(stems(word))
        shortest = min(sorted(asked), key=len)  # the same one in every process
        if len(shortest) < 3:
            return
        for candidate in _lines_with(self._lines, shortest):
            if candidate != word and any(asked.intersection(stems(part)) for part in self.parts(candidate)):
                yield candidate

    def count_names(self) -> None:
        """Count the features in the names of new texts; not before a match needs it, to load fast."""
        for names in self._uncounted:
            self._features.update(occurring(names))
        self._uncounted.clear()

    def _learn(self, word: str, language: str) -> None:
        for root in stems(word, (language,)):
            self.families.setdefault(root, set()).add(word)
        self._changed()

    def _forget(self, word: str) -> None:
        for root in stems(word):
            family = self.families.get(root)
            if family is not None:
                family.discard(word)
                if not family:
                    del self.families[root]
        self._changed()

    def _changed(self) -> None:
        self._by_length = None
        if self._splits:
            self._splits = {}


def _lines_with(lines: str, word: str) -> Iterator[str]:
    """Yield the first `CROWD` lines that contain a word; a plain scan beats any index of word parts."""
    at, seen = lines.find(word), 0
    while at >= 0 and seen < CROWD:
        start, end = lines.rfind("\n", 0, at) + 1, lines.find("\n", at)
        end = len(lines) if end < 0 else end
        yield lines[start:end]
        at, seen = lines.find(word, end), seen + 1


class View:
    """The shelves that one viewer may read, as if they were one."""

    def __init__(self, shelves: Sequence[Shelf]) -> None:
        self.shelves = [shelf for shelf in shelves if shelf.texts]
        self.count = sum(len(shelf.texts) for shelf in self.shelves)
        self.names = sum(shelf.names for shelf in self.shelves)
        self.languages = sorted({name for shelf in self.shelves for name, n in shelf.languages.items() if n})
        self.average = sum(shelf.length for shelf in self.shelves) / max(1, self.count) or 1.0

    def knows(self, word: str) -> bool:
        """Tell whether a visible text has a word."""
        return any(word in shelf.postings for shelf in self.shelves)

    def postings(self, word: str, among: Collection[int] | None = None) -> Iterator[tuple[int, float]]:
        """Yield (text number, weighted frequency) for every visible text with a word; `among` some only."""
        for shelf in self.shelves:
            posting = shelf.postings.get(word, {})
            if among is None:
                yield from posting.items()
            else:
                few, many = sorted((posting, among), key=len)
                yield from ((number, posting[number]) for number in few if number in many)

    def frequency(self, word: str) -> int:
        """Return how many visible texts have a word."""
        return sum(len(shelf.postings.get(word, ())) for shelf in self.shelves)

    def family(self, word: str, languages: tuple[str, ...] = tuple(SNOWBALL)) -> set[str]:
        """Return the visible words that share a stem with a word in one of the languages."""
        roots = stems(word, languages)
        return set().union(*(shelf.families.get(root, ()) for shelf in self.shelves for root in roots))

    def compounds(self, word: str) -> set[str]:
        """Return the visible compounds with a word in them."""
        return {found for shelf in self.shelves for found in shelf.compounds(word)}

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the parts of a compound according to the first shelf that can split it."""
        return next((parts for shelf in self.shelves if (parts := shelf.parts(word))), ())

    def split(self, word: str, also: Callable[[str], bool]) -> tuple[str, ...]:
        """Return the parts of a word that may be known words or words for which `also` holds."""
        return split(word, lambda part: also(part) or any(shelf.knows(part) for shelf in self.shelves))

    def by_length(self) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield (length, words) of the visible vocabulary, shelf by shelf."""
        for shelf in self.shelves:
            yield from shelf.by_length().items()

    def likenesses(self, words: Sequence[str], few: int) -> Callable[[int], float]:
        """Return a function from a text number to the cosine of its names with the words asked.

        Up to `few` names all are worked out together, otherwise each when it is wanted.
        """

        for shelf in self.shelves:
            shelf.count_names()

        def value(feature: str) -> float:
            return rarity(self.count, sum([shelf.named(feature) for shelf in self.shelves]))

        asked = vector([" ".join(words)], value)
        if self.names > few:
            return lambda number: cosine(asked, self.text(number).vector())
        found: dict[int, float] = defaultdict(float)
        for shelf in self.shelves:
            found.update(shelf.likenesses(asked))
        return found.__getitem__

    def asked(self, numbers: Iterable[int]) -> set[int]:
        """Return which of these visible texts have aliases."""
        if self.names <= self.count:
            return set()
        return {number for number in numbers if len(self.text(number).analysis.names) > 1}

    def few(self, most: int) -> list[int]:
        """Return the numbers of all visible texts if their names are few, otherwise nothing."""
        if self.names > most:
            return []
        return [number for shelf in self.shelves for number in shelf.texts]

    def text(self, number: int) -> Text:
        """Return a visible text."""
        for shelf in self.shelves:
            if (found := shelf.texts.get(number)) is not None:
                return found
        raise KeyError(number)

    def length(self, number: int) -> float:
        """Return the weighted length of a visible text."""
        return next(shelf.lengths[number] for shelf in self.shelves if number in shelf.lengths)
