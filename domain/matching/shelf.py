"""The texts of one scope: postings, vocabulary and the statistics that belong to them alone.

A shelf holds what exactly one `Scope` may see. Whoever asks reads one to four shelves (`View`), and
numbers, vocabulary and spelling come from those shelves only: another organisation, employer or team
cannot be noticed, not even through the rarity of a word.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from domain.matching.analyse import BITS, FIELDS, MOST_TIMES, Analysis, read_numbers
from domain.matching.names import Features, Vector, Weights
from domain.matching.text import fold
from domain.matching.vocabulary import Vocabulary

WEIGHTS = (25, 25, 12, 15, 10, 7, 6)
"""What one word counts for in title, aliases, themes, situation, approach, result and limits, in tenths:
whole numbers add up to the same in any order."""
ALIASES = FIELDS.index("aliases")
NO_ALIASES = ~(MOST_TIMES << BITS * ALIASES) & 0xFFFFFFFF

FRESH, SHARE = 64, 8
"""Texts that are placed one by one until there are more than this, and than one in so many of all."""
WASTE = 1000
"""Texts that were taken away and still take up room: not more than this, or than there are."""
SIEVE = (1 << 16) - 1

Rows = NDArray[np.int64]
Posting = tuple[NDArray[np.signedinteger[Any]], NDArray[np.uint16]]
"""Rows of texts with a word, ascending, and the word's field-weighted frequency in each."""


def weighed(places: NDArray[np.uint32]) -> NDArray[np.uint16]:
    """Return the field-weighted frequency of words by their places."""
    found = np.zeros(len(places), dtype=np.uint16)
    for field, weight in enumerate(WEIGHTS):
        found += ((places >> BITS * field) & MOST_TIMES).astype(np.uint16) * np.uint16(weight)
    return found


class Scratch:
    """Paper to add up on, a place per row; whoever writes on it wipes that out, so that it costs once."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.last = np.zeros(size, dtype=np.int64)
        self.scores = np.zeros(size)
        self.met = np.zeros(size, dtype=np.bool_)


class Shelf:
    """Texts by row, with an inverted index that changes by one text at a time.

    A text is written to the rows at once and to the index when that is next read, so that many are placed
    in one go. Rows are never used again; `fresh` makes a shelf without the ones that are gone.
    """

    def __init__(self, parts: frozenset[str]) -> None:
        self.vocabulary = Vocabulary(parts)
        self.languages: Counter[str] = Counter()
        self.count, self.names, self.length = 0, 0, 0
        self.ids: list[str] = []
        self._parts = parts
        self._first: dict[str, int] = {}
        self._spoken: list[str] = []
        self._spellings: dict[int, str] = {}
        self._there = bytearray()
        self._lengths, self._named, self._ties = array("I"), array("H"), array("I")
        self._starts, self._terms, self._places = array("q", [0]), array("i"), array("I")
        self._vectors, self._features, self._weights = array("q", [0]), array("I"), array("f")
        # The index over the rows up to `_placed`, in one piece and, for later rows, in a list per word.
        self._placed = 0
        self._bounds: list[int] = [0]
        self._rows = np.zeros(0, dtype=np.int32)
        self._frequencies = np.zeros(0, dtype=np.uint16)
        self._late: dict[int, tuple[array[int], array[int]]] = {}
        self._common: tuple[Features, NDArray[np.int64]] = (np.zeros(0, np.uint32), np.zeros(0, np.int64))
        self._changes: Counter[int] = Counter()
        # Of the names of the first `_listed` rows: features, where each begins, and its rows with weights.
        self._listed = 0
        self._lists: tuple[Features, Rows, Rows, Weights] = (
            np.zeros(0, np.uint32),
            np.zeros(1, np.int64),
            np.zeros(0, np.int64),
            np.zeros(0),
        )
        self._sieve = np.zeros(SIEVE + 1, dtype=np.bool_)
        self._scratch = Scratch(0)

    def put(self, id: str, analyses: Sequence[Analysis]) -> None:  # noqa: A002
        """Place the texts of a practice that has none here."""
        self._first[id] = len(self.ids)
        for analysis in analyses:
            self.ids.append(id)
            self._spoken.append(analysis.language)
            self._there.append(1)
            self._terms.extend(map(self.vocabulary.numbers.__getitem__, analysis.words.split()))
            read_numbers(self._places, analysis.places)
            self._starts.append(len(self._terms))
            read_numbers(self._features, analysis.features)
            read_numbers(self._weights, analysis.weights)
            self._vectors.append(len(self._features))
            self._named.append(analysis.names)
            self._ties.append(crc32(f"{id} {analysis.language}".encode()))
            if analysis.spellings:
                self._spellings[len(self.ids) - 1] = analysis.spellings
            self.count += 1
            self.names += analysis.names
            self.languages[analysis.language] += 1

    def drop(self, id: str) -> None:  # noqa: A002
        """Take the texts of a practice away, and the words that only they used."""
        self.settle()
        for row in self._rows_of(id):
            self._there[row] = 0
            self.vocabulary.remove(self._terms[self._starts[row] : self._starts[row + 1]], self._spoken[row])
            self._changes.subtract(self._features[self._vectors[row] : self._vectors[row + 1]])
            self.count -= 1
            self.names -= self._named[row]
            self.length -= self._lengths[row]
            self.languages[self._spoken[row]] -= 1
            self._spellings.pop(row, None)
        del self._first[id]

    @property
    def wasteful(self) -> bool:
        """Tell whether texts that are gone take up much room."""
        return len(self.ids) - self.count > max(WASTE, self.count)

    def fresh(self) -> Shelf:
        """Return a shelf with the same texts and nothing else."""
        new = Shelf(self._parts)
        for id_ in self._first:
            new.put(id_, [self._analysis(row) for row in self._rows_of(id_)])
        return new

    def settle(self) -> None:
        """Bring the index up to date with the rows."""
        late = len(self.ids) - self._placed
        if not late:
            return
        new = weighed(np.frombuffer(self._places, np.uint32)[self._starts[self._placed] :])
        sizes = _sizes(self._starts)[self._placed :]
        sums = np.concatenate(([0], np.cumsum(new, dtype=np.int64)))
        ends = np.cumsum(sizes)
        lengths = sums[ends] - sums[ends - sizes]
        self._lengths.extend(lengths.tolist())
        self.length += int(lengths.sum())
        if late > max(FRESH, self._placed // SHARE):
            self._place_all()
        else:
            for row in range(self._placed, len(self.ids)):
                self._place(row)
        self._placed = len(self.ids)

    def posting(self, word: str) -> Posting | None:
        """Return the texts with a word."""
        number = self.vocabulary.numbers.get(word, -1)
        if number < 0 or not self.vocabulary.counts[number]:
            return None
        if number < len(self._bounds) - 1:
            part = slice(self._bounds[number], self._bounds[number + 1])
            rows, frequencies = self._rows[part], self._frequencies[part]
        else:
            rows, frequencies = self._rows[:0], self._frequencies[:0]
        late = self._late.get(number)
        if late is not None:
            rows = np.concatenate((rows, np.frombuffer(late[0], np.int32)))
            frequencies = np.concatenate((frequencies, np.frombuffer(late[1], np.uint16)))
        if self.count < len(self.ids):
            there = np.flatnonzero(np.frombuffer(self._there, np.bool_).take(rows))
            rows, frequencies = rows.take(there), frequencies.take(there)
        return rows, frequencies

    def scratch(self) -> Scratch:
        """Return paper to add up on."""
        if self._scratch.size < len(self.ids):
            self._scratch = Scratch(len(self.ids) + len(self.ids) // SHARE)
        return self._scratch

    def lengths(self) -> NDArray[np.uint32]:
        """Return the field-weighted length of every row."""
        return np.frombuffer(self._lengths, np.uint32)

    def ties(self) -> NDArray[np.uint32]:
        """Return a number for every row that depends on nothing but its text's id and language."""
        return np.frombuffer(self._ties, np.uint32)

    def has_aliases(self, rows: Rows) -> NDArray[np.bool_]:
        """Tell which texts have aliases."""
        return np.frombuffer(self._named, np.uint16).take(rows) > 1

    def all_rows(self) -> Rows:
        """Return the rows of all texts."""
        return np.flatnonzero(np.frombuffer(self._there, np.bool_))

    def named(self, features: Features) -> NDArray[np.int64]:
        """Return how many texts have each of these features in their names."""
        known, counts = self._common
        found = np.zeros(len(features), dtype=np.int64)
        if len(known):
            at = np.minimum(np.searchsorted(known, features), len(known) - 1)
            found = np.where(known[at] == features, counts[at], 0)
        if self._changes:
            found += np.array([self._changes[feature] for feature in features.tolist()], dtype=np.int64)
        return found

    def likenesses(self, asked: Vector, rows: Rows) -> Weights:
        """Return the cosine of a question with the names of each of these texts."""
        wanted, weights = asked
        if not len(wanted) or not len(rows):
            return np.zeros(len(rows))
        starts = self._vectors
        begins = [starts[row] for row in rows.tolist()]
        ends = [starts[row + 1] for row in rows.tolist()]
        every = np.frombuffer(self._features, np.uint32)
        features = np.concatenate([every[begin:end] for begin, end in zip(begins, ends, strict=True)])
        # Most features are not asked for: a table of their low bits finds out which cannot be.
        low = (wanted & SIEVE).astype(np.int64)
        self._sieve[low] = True
        maybe = np.flatnonzero(self._sieve.take((features & SIEVE).astype(np.int64)))
        self._sieve[low] = False
        features = features.take(maybe)
        at = np.minimum(np.searchsorted(wanted, features), len(wanted) - 1)
        same = np.flatnonzero(wanted.take(at) == features)
        maybe, at = maybe.take(same), at.take(same)
        upto = np.cumsum(np.array(ends) - np.array(begins))
        owners = np.searchsorted(upto, maybe, side="right")
        places = maybe - upto.take(owners) + np.array(ends).take(owners)
        likes = weights.take(at) * np.frombuffer(self._weights, np.float32).take(places)
        return np.bincount(owners, likes, len(rows)).astype(np.float64)

    def all_likenesses(self, asked: Vector) -> Weights:
        """Return the cosine of a question with the names of each text, in the order of `all_rows`."""
        wanted, weights = asked
        if len(self.ids) - self._listed > max(FRESH, self._listed // SHARE):
            self._list_names()
        known, starts, rows, shares = self._lists
        likes = np.zeros(len(self.ids))
        if len(known) and len(wanted):
            at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
            met = np.flatnonzero(known.take(at) == wanted)
            at = at.take(met)
            sizes = starts.take(at + 1) - starts.take(at)
            upto = np.cumsum(sizes)
            places = np.arange(int(upto[-1]) if len(upto) else 0)
            places += np.repeat(starts.take(at) - upto + sizes, sizes)
            likes += np.bincount(
                rows.take(places), shares.take(places) * np.repeat(weights.take(met), sizes), len(likes)
            )
        late = np.arange(self._listed, len(self.ids))
        likes[self._listed :] = self.likenesses(asked, late)
        return likes.take(self.all_rows())

    def _list_names(self) -> None:
        """Make the lists of texts by a feature of their names, for as many texts as there are now."""
        features = np.frombuffer(self._features, np.uint32)
        order = np.argsort(features, kind="stable")
        known, firsts = np.unique(features[order], return_index=True)
        owners = np.repeat(np.arange(len(self.ids)), _sizes(self._vectors))
        self._lists = (
            known,
            np.append(firsts, len(features)),
            owners[order],
            np.frombuffer(self._weights, np.float32)[order].astype(np.float64),
        )
        self._listed = len(self.ids)

    def text(self, row: int) -> Text:
        """Return one text."""
        part = slice(self._starts[row], self._starts[row + 1])
        words = [self.vocabulary.words[number] for number in self._terms[part]]
        return Text(
            self.ids[row],
            self._spoken[row],
            words,
            np.frombuffer(self._places[part], np.uint32),
            self._spellings.get(row, ""),
            taught=self._named[row] > 1,
        )

    def _rows_of(self, id_: str) -> Iterator[int]:
        first = self._first[id_]
        return takewhile(lambda row: self.ids[row] == id_, range(first, len(self.ids)))

    def _analysis(self, row: int) -> Analysis:
        text = self.text(row)
        part = slice(self._vectors[row], self._vectors[row + 1])
        return Analysis(
            text.language,
            " ".join(text.words),
            text.places.astype("<u4").tobytes(),
            text.spellings,
            self._named[row],
            np.frombuffer(self._features[part], np.uint32).astype("<u4").tobytes(),
            np.frombuffer(self._weights[part], np.float32).astype("<f4").tobytes(),
        )

    def _place(self, row: int) -> None:
        """Add one text to the index; costs a few appends per word."""
        part = slice(self._starts[row], self._starts[row + 1])
        terms = self._terms[part]
        for number, frequency in zip(
            terms, weighed(np.frombuffer(self._places[part], np.uint32)).tolist(), strict=True
        ):
            late = self._late.get(number)
            if late is None:
                late = self._late[number] = array("i"), array("H")
            late[0].append(row)
            late[1].append(frequency)
        self.vocabulary.add(terms, self._spoken[row])
        self._changes.update(self._features[self._vectors[row] : self._vectors[row + 1]])

    def _place_all(self) -> None:
        """Make the index anew of all texts."""
        there = np.frombuffer(self._there, np.bool_)
        sizes = _sizes(self._starts)
        rows = np.repeat(np.arange(len(self.ids), dtype=np.int32), sizes)
        terms = np.frombuffer(self._terms, np.int32)
        frequencies = weighed(np.frombuffer(self._places, np.uint32))
        features = np.frombuffer(self._features, np.uint32)
        if self.count < len(self.ids):
            kept = there[rows]
            rows, terms, frequencies = rows[kept], terms[kept], frequencies[kept]
            features = features[np.repeat(there, _sizes(self._vectors))]
        # The sort of 64-bit numbers is far faster than one that says what went where.
        order = np.sort((terms.astype(np.int64) << 32) | np.arange(len(terms))) & 0xFFFFFFFF
        self._rows, self._frequencies = rows[order], frequencies[order]
        number_of_words = len(self.vocabulary.words)
        sizes = np.bincount(terms, minlength=number_of_words)
        self._bounds = [0, *np.cumsum(sizes).tolist()]
        spoken = np.array(self._spoken)[rows]
        for language in sorted(self.languages):
            counts = np.bincount(terms[spoken == language], minlength=number_of_words)
            self.vocabulary.recount(language, counts)
        self._common = np.unique(features, return_counts=True)
        self._late.clear()
        self._changes.clear()


def _sizes(starts: array[int]) -> NDArray[np.int64]:
    bounds = np.frombuffer(starts, np.int64)
    return bounds[1:] - bounds[:-1]


class Text:
    """One text as it stands on a shelf."""

    def __init__(
        self,
        id_: str,
        language: str,
        words: list[str],
        places: NDArray[np.uint32],
        spellings: str,
        *,
        taught: bool,
    ) -> None:
        self.id = id_
        self.taught = taught
        self.language = language
        self.words = words
        self.places = places
        self.spellings = spellings

    @classmethod
    def of(cls, analysis: Analysis) -> Text:
        """Return a text that is on no shelf."""
        places = array("I")
        read_numbers(places, analysis.places)
        words = analysis.words.split()
        taught = analysis.names > 1
        return cls(
            "", analysis.language, words, np.array(places, np.uint32), analysis.spellings, taught=taught
        )

    def frequencies(self) -> NDArray[np.uint16]:
        """Return the field-weighted frequency of each word."""
        return weighed(self.places)

    def written(self) -> list[tuple[str, int]]:
        """Return what the maker wrote, so not its aliases: words and their field-weighted frequencies."""
        frequencies = weighed(self.places & np.uint32(NO_ALIASES)).tolist()
        return [pair for pair in zip(self.words, frequencies, strict=True) if pair[1]]

    def borrowed(self) -> set[str]:
        """Return the words that stand in its aliases only: what people asked, and no reader of it sees."""
        return set(self.words).difference(word for word, _ in self.written()) if self.taught else set()

    def spelling(self, word: str) -> str:
        """Return a folded word as it stands in the text."""
        return next((w for w in self.spellings.split(" ") if fold(w) == word), word)
