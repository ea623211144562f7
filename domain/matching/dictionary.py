"""Terms of one language and what they are called in the other, found by stem and as whole phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations

from domain.matching.letters import Letters
from domain.matching.text import LONGEST, outer_stems, stems, tokens

LONGEST_TERM = 6
"""Words of the longest term that is looked for in a question."""
CUT = 0.7
"""Weight of a term that keeps one telling word out of several ("behind with the rent" is more than rent)."""

KIN = 0.8
MOST_KIN = 8
"""Weight of a term that has a translation in common, and terms with one translation beyond which it says too
little: "get" is in many."""

Stop = Mapping[str, frozenset[str]]
Key = tuple[str, ...]
Roots = Mapping[str, tuple[str, str]]
Terms = tuple[tuple[tuple[str, ...], float], ...]


def kin(translations: Iterable[tuple[str, str, float]]) -> Iterator[tuple[str, str, float]]:
    """Yield pairs of terms of the first language that have a translation in common, with their weight."""
    called: dict[str, dict[str, float]] = {}
    for term, translation, weight in translations:
        called.setdefault(translation, {})[term] = weight
    for terms in called.values():
        if len(terms) <= MOST_KIN:
            for (one, first), (other, second) in combinations(sorted(terms.items()), 2):
                yield one, other, KIN * first * second


@dataclass(frozen=True)
class Reading:
    """A term of the dictionary that stands in a question: where, and what it is in the other language.

    `places` are the numbers of its words among the tokens of the question; `terms` are the telling words
    of each translation and its weight.
    """

    places: tuple[int, ...]
    language: str
    terms: Terms


@dataclass
class _Side:
    """What is known of one language: terms by the stems of their words, and every word of them."""

    into: str
    terms: dict[Key, dict[Key, float]] = field(default_factory=dict)
    # The same by the words as they stand: "gezin" has the stem of "zin", and is no sentence.
    written: dict[Key, dict[Key, float]] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    letters: Letters = field(default_factory=Letters)

    def add(self, words: Key, stemmed: Iterable[Key], term: Key, weight: float) -> None:
        """Add a translation of these words, or make it weigh more."""
        _heavier(self.written.setdefault(words, {}), term, weight)
        for key in stemmed:
            _heavier(self.terms.setdefault(key, {}), term, weight)
            self.sizes[key[0]] = max(len(key), self.sizes.get(key[0], 0))


class Dictionary:
    """Translations between two languages, made from pairs of terms with a weight up to 1.

    The two may be the same one: then these are synonyms, and any language that is written is meant.

    Stop words inside a term are left out if two telling words remain, so that "does not open the door" is
    met by "opens no door"; a term with fewer is looked for word by word.
    """

    beside = 1.0
    """What is left of a translation of a word that practices have themselves."""
    in_compounds = True
    """Whether a compound that holds a translation will do."""

    def __init__(
        self,
        pairs: Iterable[tuple[str, str, float]] = (),
        stop: Stop | None = None,
        languages: tuple[str, str] = ("nl", "en"),
    ) -> None:
        self._stop = stop or {}
        one, other = languages
        self._sides = {one: _Side(other), other: _Side(one)}
        every = list(pairs)
        words = {term: folded(term) for left, right, _ in every for term in (left, right)}
        self._words: dict[str, frozenset[str]] = {}
        terms = {one: {left for left, _, _ in every}}
        terms.setdefault(other, set()).update(right for _, right, _ in every)
        for language, own in terms.items():
            self._learn_words(language, chain.from_iterable(words[term] for term in own))
        roots = {name: outer_stems(sorted(found), name) for name, found in self._words.items()}
        for left, right, weight in every:
            self._add(one, words[left], words[right], weight, roots[one])
            self._add(other, words[right], words[left], weight, roots[other])

    @property
    def of_synonyms(self) -> bool:
        """Tell whether both sides are the same language."""
        return len(self._sides) == 1

    def spoken(self, question: Iterable[str]) -> dict[str, str]:
        """Return the languages that a question may be in and what they are translated into.

        The question is given as folded words. Its language is the one with most stop words and words of
        its own; all when that does not tell.
        """
        words = list(question)
        weights = {
            language: sum((word in self._stops(language)) + self.has(word, language) for word in words)
            for language in self._sides
        }
        most = max(weights.values())
        return {name: side.into for name, side in self._sides.items() if weights[name] == most}

    def read(self, question: Sequence[str], language: str) -> list[Reading]:
        """Return the terms of a language that stand in a question, given as folded words."""
        telling = [place for place, word in enumerate(question) if word not in self._stops(language)]
        found = list(self._runs(question, telling, language, 1))
        if len(telling) < len(question):
            found.extend(self._runs(question, range(len(question)), language, 2))
        return found

    def near(self, language: str) -> Callable[[str, int], Iterable[str]]:
        """Return what finds words that a language can translate, to mend spelling with."""
        return self._sides[language].letters.near

    def translate(self, word: str, language: str) -> Terms:
        """Return the translations of one folded word of a language."""
        return self.look_up((word,), language)

    def look_up(self, words: Sequence[str], language: str) -> Terms:
        """Return the translations of a run of folded words."""
        side = self._sides[language]
        if (exactly := side.written.get(tuple(words))) is not None:
            return tuple(exactly.items())
        each = [terms for key in keys(words, language) if (terms := side.terms.get(key))]
        return heaviest(chain.from_iterable(terms.items() for terms in each))

    def has(self, word: str, language: str) -> bool:
        """Tell whether a folded word is written in a term of a language."""
        return word in self._words.get(language, ())

    def _runs(
        self, question: Sequence[str], places: Sequence[int], language: str, shortest: int
    ) -> Iterator[Reading]:
        """Yield a reading for every run of words at these places that is a term."""
        side = self._sides[language]
        for start, place in enumerate(places):
            roots = stems(question[place], (language,))
            longest = max(side.sizes.get(roots[0], 0), side.sizes.get(roots[-1], 0))
            for size in range(shortest, min(longest, LONGEST_TERM) + 1):
                run = tuple(places[start : start + size])
                if len(run) == size and run[-1] - run[0] < 2 * size + 1:
                    terms = self.look_up([question[at] for at in run], language)
                    if terms:
                        yield Reading(run, side.into, terms)

    def _learn_words(self, language: str, words: Iterable[str]) -> None:
        """Know the words of the terms of a language, also mistyped."""
        self._words[language] = frozenset(words)
        self._sides[language].letters.read(sorted(self._words[language] - self._stops(language)))

    def _add(self, language: str, term: Key, other: Key, weight: float, roots: Roots) -> None:
        side = self._sides[language]
        telling = self._telling(other, side.into)
        if not term or not telling:
            return
        own = self._telling(term, language)
        looked_for = own if len(own) > 1 else term
        stemmed = set(zip(*(roots[word] for word in looked_for), strict=True))
        side.add(looked_for, stemmed, telling, weight * CUT if len(telling) == 1 < len(other) else weight)

    def _telling(self, term: Sequence[str], language: str) -> tuple[str, ...]:
        stops = self._stops(language)
        return tuple(word for word in term if word not in stops)

    def _stops(self, language: str) -> frozenset[str]:
        return self._stop.get(language, frozenset())


def heaviest(pairs: Iterable[tuple[Key, float]]) -> Terms:
    """Return each term once with its greatest weight."""
    most: dict[Key, float] = {}
    for term, weight in pairs:
        _heavier(most, term, weight)
    return tuple(most.items())


def _heavier(most: dict[Key, float], term: Key, weight: float) -> None:
    if weight > most.get(term, 0.0):
        most[term] = weight


def keys(words: Sequence[str], language: str) -> tuple[Key, ...]:
    """Return the stems of the words according to the first and to the last stemmer of the language."""
    roots = [stems(word, (language,)) for word in words]
    return tuple(dict.fromkeys((tuple(root[0] for root in roots), tuple(root[-1] for root in roots))))


def folded(term: str) -> tuple[str, ...]:
    """Return the folded words of a term."""
    if term.isascii() and term.replace(" ", "").isalpha():  # as most are: nothing to look for
        return tuple(word[:LONGEST] for word in term.lower().split() if len(word) > 1)
    return tuple(folded for _, folded in tokens(term))
