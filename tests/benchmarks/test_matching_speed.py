"""How fast matching loads, answers and changes; run with `-m benchmark -s`.

Everything is measured against a peer in the same run, because the machine is shared: loading against
unpacking the same rows, a match against ranking all titles with RapidFuzz, and one change against a load.
"""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Callable
from functools import partial
from time import perf_counter

import pytest
from rapidfuzz import fuzz, process

from content.lexicon import read_lists
from content.library import starter_practices
from domain.matching import Document, Index, Lexicon, Scope, analyse, pack, unpack
from tests.benchmarks.matching import own

PRACTICES = 10_000
HERE = Scope(1)
ONSETS = (*"bdfghklmnprstvwz", "br", "dr", "gr", "kl", "kr", "pl", "sl", "st", "tr")
VOWELS = ("a", "aa", "e", "ee", "i", "ie", "o", "oo", "oe", "u", "ui", "ei", "ou")
CODAS = (*"klmnprst", "cht", "nd", "rk", "st")


def invented_words(count: int, chance: random.Random) -> list[str]:
    """Return Dutch-looking words of two or three syllables; common ones first."""
    words: dict[str, None] = {}
    while len(words) < count:
        syllables = chance.choice((2, 2, 3))
        letters = [chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(syllables)]
        words["".join(letters) + chance.choice(CODAS)] = None
    return list(words)


def invented_practices(count: int) -> list[Document]:
    """Return practices of about 90 meaningful words from a vocabulary with a long tail (Zipf)."""
    chance = random.Random(7)
    words = invented_words(20_000, chance)
    weights = [1.0 / (rank + 20) for rank in range(len(words))]

    def text(size: int) -> str:
        return " ".join(chance.choices(words, weights, k=size))

    return [
        Document(str(n), text(6), text(20), text(35), text(15), text(15), (words[n % 12],))
        for n in range(count)
    ]


def slipped(word: str) -> str:
    """Return a word with two letters swapped."""
    return word[:2] + word[3:4] + word[2:3] + word[4:]


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def median(values: list[float]) -> float:
    """Return the middle value."""
    return sorted(values)[len(values) // 2]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Return the project's own word lists."""
    lists = read_lists()
    return Lexicon(lists.stop, lists.parts, lists.translations)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """Return the invented practices."""
    return invented_practices(PRACTICES)


@pytest.fixture(scope="module")
def stored(documents: list[Document], lexicon: Lexicon) -> list[bytes]:
    """Return what the database would hold of them."""
    return [pack([analyse(document, lexicon)]) for document in documents]


def load(stored: list[bytes], lexicon: Lexicon) -> Index:
    """Return an index filled from what is stored."""
    index = Index(lexicon)
    for number, line in enumerate(stored):
        index.put(str(number), HERE, unpack(line))
    return index


@pytest.mark.benchmark
def test_load__ten_thousand_practices_within_a_second(stored: list[bytes], lexicon: Lexicon) -> None:
    unpacking = min(seconds(lambda: [unpack(row) for row in stored]) for _ in range(3))
    loading = min(seconds(lambda: load(stored, lexicon)) for _ in range(3))
    tracemalloc.start()
    index = load(stored, lexicon)
    size = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    print(
        f"\nload {PRACTICES}: {loading:.2f} s, {loading / unpacking:.0f} x unpacking the rows;"
        f" {size:.0f} MB; {sum(map(len, stored)) / len(stored):.0f} bytes stored each"
    )
    assert len(index) == PRACTICES


@pytest.mark.benchmark
def test_match__costs_no_more_than_comparing_every_title(
    documents: list[Document], stored: list[bytes], lexicon: Lexicon
) -> None:
    index = load(stored, lexicon)
    chance = random.Random(3)
    titles = [document.title for document in documents]
    first = seconds(lambda: index.match(titles[0], HERE))
    ours: dict[str, list[float]] = {"clean": [], "mistyped": []}
    theirs: list[float] = []
    right = {"clean": 0, "mistyped": 0}
    for document in chance.sample(documents, 100):
        words = chance.sample(document.title.split(), 3) + chance.sample(document.situation.split(), 2)
        for kind, asked in (
            ("clean", " ".join(words)),
            ("mistyped", " ".join(map(slipped, words[:3])) + " " + words[3]),
        ):
            start = perf_counter()
            hits = index.match(asked, HERE).hits
            ours[kind].append(perf_counter() - start)
            right[kind] += bool(hits) and hits[0].id == document.id
        start = perf_counter()
        process.extract(" ".join(words), titles, scorer=fuzz.token_set_ratio)
        theirs.append(perf_counter() - start)
    peer = median(theirs)
    for kind, times in ours.items():
        print(
            f"\nmatch {kind}: p50 {1000 * median(times):.1f} ms, p95 {1000 * sorted(times)[94]:.1f} ms,"
            f" {median(times) / peer:.2f} x token_set_ratio over titles; right {right[kind]} of 100"
        )
    print(f"first match after loading: {1000 * first:.0f} ms")
    assert median(ours["clean"]) < 3 * peer


@pytest.mark.benchmark
def test_put__one_change_costs_little(
    documents: list[Document], stored: list[bytes], lexicon: Lexicon
) -> None:
    index = load(stored, lexicon)
    analysing = median([seconds(lambda d=d: analyse(d, lexicon)) for d in documents[:200]])  # type: ignore[misc]
    parsed = [unpack(line)[0] for line in stored[:200]]
    putting = median([seconds(lambda n=n, a=a: index.put(str(n), HERE, [a])) for n, a in enumerate(parsed)])  # type: ignore[misc]
    after = []
    for number, analysis in enumerate(parsed[:20]):
        index.put(str(number), HERE, [analysis])
        after.append(seconds(lambda d=documents[number]: index.match(d.title, HERE)))  # type: ignore[misc]
    print(
        f"\nanalyse {1000 * analysing:.2f} ms, put {1000 * putting:.2f} ms,"
        f" next match {1000 * median(after):.1f} ms; {putting / analysing:.1f} x analysing"
    )


@pytest.mark.benchmark
def test_match__costs_about_as_much_in_the_other_language(lexicon: Lexicon) -> None:
    chance = random.Random(5)
    texts = [practice.texts for practice in starter_practices()]
    for languages in (("nl",), ("nl", "en")):
        index = Index(lexicon)
        for number in range(PRACTICES):
            parts = [chance.choice(texts)[languages[number % len(languages)]] for _ in range(4)]
            mixed = Document(
                str(number), parts[0].title, parts[1].situation, parts[2].approach, parts[3].result
            )
            index.put(str(number), HERE, [analyse(mixed, lexicon)])
        asked = {
            "Dutch": [text["nl"].title for text in texts],
            "English": [one.text for one in own.select("en")],
        }
        for language, questions in asked.items():
            times = [seconds(partial(index.match, question, HERE)) for question in questions[:100]]
            print(
                f"\n{language} questions over {' and '.join(languages)}: p50 {1000 * median(times):.1f} ms,"
                f" p95 {1000 * sorted(times)[int(0.95 * len(times))]:.1f} ms"
            )
