"""From a document to what is stored of it: its words, where they stand, and the vector of its names.

Analysis holds no stems and no compound parts: those depend on the collection a word lands in and are
worked out there, once per word rather than once per text. What can be counted beforehand is stored as
numbers that are copied into memory as they are. That is what keeps loading fast.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.matching.model import Document, Lexicon
from domain.matching.names import vector
from domain.matching.text import tokens

ANALYSER_VERSION = 5
"""Raised when stored analyses must be made again from their texts."""

FIELDS = ("title", "aliases", "themes", "situation", "approach", "result", "limits")
BITS, MOST_TIMES = 4, 15
"""Bits in a place for how often a word stands in one field, and the most they hold."""

_HEAD = struct.Struct("<2sHIIII")
_NATIVE = sys.byteorder == "little"


@dataclass(frozen=True)
class Analysis:
    """One analysed text.

    `words` are its folded words, joined by spaces. `places` says for each word how often it stands in
    each of `FIELDS`: an unsigned 32-bit number of `BITS` per field, the first lowest. `spellings` are the
    words that are never written in their folded form ("Wmo", "één"). `names` counts its title and aliases;
    `features` and `weights` are their vector, 32 bits each. Numbers are little-endian.
    """

    language: str
    words: str
    places: bytes
    spellings: str
    names: int
    features: bytes
    weights: bytes


def pack(analyses: Iterable[Analysis]) -> bytes:
    """Return the compact form in which the analyses of one practice are stored."""
    packed: list[bytes] = []
    for one in analyses:
        words, spellings = one.words.encode(), one.spellings.encode()
        sizes = len(one.places), len(one.features), len(words), len(spellings)
        packed += (_HEAD.pack(one.language.encode(), min(one.names, 0xFFFF), *sizes), one.places)
        packed += (one.features, one.weights, words, spellings)
    return b"".join(packed)


def unpack(stored: bytes) -> tuple[Analysis, ...]:
    """Return the analyses that were stored."""
    found, at = [], 0
    while at < len(stored):
        language, names, places, features, words, spellings = _HEAD.unpack_from(stored, at)
        a = at + _HEAD.size
        b = a + places
        c = b + features
        d = c + features
        e = d + words
        at = e + spellings
        found.append(
            Analysis(
                language.decode(),
                stored[d:e].decode(),
                stored[a:b],
                stored[e:at].decode(),
                names,
                stored[b:c],
                stored[c:d],
            )
        )
    return tuple(found)


def analyse(document: Document, lexicon: Lexicon) -> Analysis:
    """Return what is stored of a document."""
    found = [(field, written, folded) for field, written, folded in _words(document)]
    language = _language([folded for _, _, folded in found], lexicon)
    stop = lexicon.stop.get(language, frozenset())
    counts: dict[str, Counter[int]] = {}
    plain: set[str] = set()
    spelled: dict[str, str] = {}
    for field, written, folded in found:
        if folded in stop:
            continue
        counts.setdefault(folded, Counter())[field] += 1
        if written == folded:
            plain.add(folded)
        else:
            spelled.setdefault(folded, written)
    names = [name for name in map(_name, (document.title, *document.aliases)) if name]
    features, weights = vector(names, [(_name(question), steps) for question, steps in document.pulls])
    return Analysis(
        language,
        " ".join(counts),
        _stored(array("I", map(_place, counts.values()))),
        " ".join(written for folded, written in spelled.items() if folded not in plain),
        len(names),
        _stored(features),
        _stored(weights),
    )


def read_numbers(into: array[int] | array[float], stored: bytes) -> None:
    """Add stored numbers to an array."""
    if _NATIVE:
        into.frombytes(stored)
    else:
        numbers = array(into.typecode, stored)
        numbers.byteswap()
        into.extend(numbers)


def _stored(numbers: array[int] | array[float]) -> bytes:
    if not _NATIVE:
        numbers.byteswap()
    return numbers.tobytes()


def _words(document: Document) -> Iterator[tuple[int, str, str]]:
    """Yield (number of the field, as written, folded) for every word."""
    for field, name in enumerate(FIELDS):
        value = getattr(document, name)
        for text in (value,) if isinstance(value, str) else value:
            for written, folded in tokens(text):
                yield field, written, folded


def _language(words: list[str], lexicon: Lexicon) -> str:
    """Return the language whose stop words the text uses most; the first one when it uses none."""
    if not lexicon.stop:
        return "nl"
    return max(lexicon.stop, key=lambda language: sum(word in lexicon.stop[language] for word in words))


def _place(count: Counter[int]) -> int:
    return sum(min(MOST_TIMES, times) << BITS * field for field, times in count.items())


def _name(text: str) -> str:
    return " ".join(folded for _, folded in tokens(text))
