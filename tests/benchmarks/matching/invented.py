"""Invented practices, as many as one likes, and questions about them: to measure speed, not how good it is.

Sentences come from the starter library. In each, half of the longer words make place for others: words of the
library, and invented Dutch-looking ones with a long tail (Zipf), more of them the more practices there are
(Heaps). So stop words, common words and words that one practice has are there as in real texts.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import accumulate

from content.library import starter_practices
from domain.matching import Document

OTHER_WORDS = 0.5
ONSETS = (*"bdfghklmnprstvwz", "br", "dr", "gr", "kl", "kr", "pl", "sl", "st", "tr")
VOWELS = ("a", "aa", "e", "ee", "i", "ie", "o", "oo", "oe", "u", "ui", "ei", "ou")
CODAS = (*"klmnprst", "cht", "nd", "rk", "st")
SHORT = 4
"""Letters below which a word is left as it is."""

_WORD = re.compile(r"[^\W\d_]{4,}")


def practices(count: int) -> Iterator[Document]:
    """Yield practices of about fifty words, the same ones each time."""
    chance = random.Random(11)
    texts = [one.texts["nl"] for one in starter_practices()]
    words = _vocabulary(int(600 * count**0.4), chance)
    odds = list(accumulate(1.0 / (rank + 30) for rank in range(len(words))))

    def varied(text: str) -> str:
        others = iter(chance.choices(words, cum_weights=odds, k=len(text) // SHORT + 1))
        return _WORD.sub(lambda found: next(others) if chance.random() < OTHER_WORDS else found[0], text)

    for number in range(count):
        one, two, three = chance.choices(texts, k=3)
        approach = two.approach.split(". ")[0]
        yield Document(
            str(number), varied(one.title), varied(one.situation), varied(approach), varied(three.result)
        )


def question(practice: Document, chance: random.Random) -> str:
    """Return what somebody could type who looks for a practice: some of its words, in their order."""
    words = f"{practice.title} {practice.situation}".lower().split()
    telling = [at for at, word in enumerate(words) if len(word) > SHORT]
    others = [at for at, word in enumerate(words) if len(word) <= SHORT]
    kept = chance.sample(telling, min(4, len(telling))) + chance.sample(others, min(3, len(others)))
    return " ".join(words[at].strip(".,:;?!‘’'") for at in sorted(kept))


def mistyped(text: str, chance: random.Random) -> str:
    """Return a question with a slip in two of its longer words: letters swapped, left out or doubled."""
    words = text.split()
    long = [at for at, word in enumerate(words) if len(word) > SHORT]
    for at in chance.sample(long, min(2, len(long))):
        word, cut = words[at], chance.randrange(1, len(words[at]) - 2)
        slip = chance.choice((word[cut + 1] + word[cut], word[cut], word[cut] * 2 + word[cut + 1]))
        words[at] = word[:cut] + slip + word[cut + 2 :]
    return " ".join(words)


def _vocabulary(count: int, chance: random.Random) -> list[str]:
    """Return words of the library and invented ones of two to four syllables, in any order."""
    words = dict.fromkeys(
        word.lower()
        for one in starter_practices()
        for word in _WORD.findall(" ".join((one.texts["nl"].situation, one.texts["nl"].approach)))
    )
    while len(words) < count:
        syllables = chance.choices((2, 3, 4), (3, 3, 1))[0]
        letters = (chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(syllables))
        words["".join(letters) + chance.choice(CODAS)] = None
    found = list(words)
    chance.shuffle(found)
    return found
