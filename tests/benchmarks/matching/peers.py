"""Lexical search of others over the same cards, each set up as its own pages advise for short texts.

A peer whose package is not installed raises ModuleNotFoundError when it is made, and is left out.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol
from zlib import crc32

import psycopg
import Stemmer  # type: ignore[import-not-found]
from rapidfuzz import fuzz, process, utils

from domain.learning import lesson
from domain.matching import Document, Index, Leg, Lexicon, Scope, analyse
from domain.questions import Verdict
from tests.postgres import Server

HERE = Scope(1)
STEMMERS = {"nl": "dutch", "en": "english"}
TITLE, ALIASES, BODY = 2.0, 2.0, 1.0
"""What a word counts for where a peer can weigh fields."""
DEEP = 60
"""Names that are looked at to find enough different cards."""

_WORD = re.compile(r"\w+")


class Finder(Protocol):
    """Anything that ranks cards for a question, the best first."""

    def find(self, question: str, most: int) -> list[str]:
        """Return the ids of cards."""

    def close(self) -> None:
        """Let go of what it holds."""


Maker = Callable[[Sequence[Document], str], Finder]


def body(card: Document) -> str:
    """Return what stands on a card below its title."""
    return "\n".join(filter(None, (card.situation, card.approach, card.result, " ".join(card.themes))))


def whole(card: Document) -> str:
    """Return everything that a card can be found by."""
    return "\n".join((card.title, *card.aliases, body(card)))


class _Held:
    """What has nothing to let go of."""

    def close(self) -> None:
        """Do nothing."""


class Ours(_Held):
    """This project's matcher."""

    def __init__(self, cards: Sequence[Document], lexicon: Lexicon, without: Collection[Leg] = ()) -> None:
        self.index = Index(lexicon, without)
        self._lexicon = lexicon
        self._cards = {card.id: replace(card, aliases=()) for card in cards}
        for card in self._cards.values():
            self._put(card)
        asked = ((question, card.id) for card in cards for question in card.aliases)
        for question, right in sorted(asked, key=lambda one: crc32(one[0].encode())):
            self._learn(question, right)

    def _learn(self, question: str, right: str) -> None:
        """Ask an earlier question and say what helped, as the program learns (`domain.learning.lesson`)."""
        first = next((hit.id for hit in self.index.rank(question, HERE, 1)), right)
        for id_, steps in lesson(right, first, {}, {0: Verdict.helped}).items():
            card = self._cards[id_]
            self._cards[id_] = replace(card, pulls=(*card.pulls, (question, steps)))
        card = self._cards[right]
        self._cards[right] = replace(card, aliases=(*card.aliases, question))
        for id_ in {right, first}:
            self._put(self._cards[id_])

    def _put(self, card: Document) -> None:
        self.index.put(card.id, HERE, [analyse(card, self._lexicon)])

    def find(self, question: str, most: int) -> list[str]:
        return [hit.id for hit in self.index.rank(question, HERE, most)]

    def sure(self, question: str) -> tuple[str, float]:
        """Return the best card and how sure it is; nothing found is not sure at all."""
        best = self.index.rank(question, HERE, 1)
        return (best[0].id, best[0].confidence) if best else ("", 0.0)


class _Names(_Held):
    """RapidFuzz over titles and earlier questions, each a choice of its own."""

    def __init__(self, cards: Sequence[Document], scorer: Any) -> None:
        names = [(card.id, name) for card in cards for name in (card.title, *card.aliases)]
        self._ids = [id_ for id_, _ in names]
        self._choices = [utils.default_process(name) for _, name in names]
        self._scorer = scorer

    def find(self, question: str, most: int) -> list[str]:
        asked = utils.default_process(question)
        found = process.extract(asked, self._choices, scorer=self._scorer, limit=DEEP)
        return list(dict.fromkeys(self._ids[number] for _, _, number in found))[:most]


class _Fts5:
    """SQLite's full-text search, any of the words or trigrams, by its bm25."""

    def __init__(self, cards: Sequence[Document], tokenizer: str) -> None:
        self._trigrams = tokenizer == "trigram"
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute(
            "CREATE VIRTUAL TABLE cards USING fts5"
            f"(id UNINDEXED, title, aliases, body, tokenize='{tokenizer}')"
        )
        rows = [(card.id, card.title, "\n".join(card.aliases), body(card)) for card in cards]
        self._base.executemany("INSERT INTO cards VALUES (?, ?, ?, ?)", rows)
        self._base.execute("INSERT INTO cards(cards) VALUES ('optimize')")

    def find(self, question: str, most: int) -> list[str]:
        words = _WORD.findall(question.lower())
        terms = {word[at : at + 3] for word in words for at in range(len(word) - 2)}
        asked = " OR ".join(f'"{term}"' for term in sorted(terms if self._trigrams else set(words)))
        if not asked:
            return []
        weights = f"0, {TITLE}, {ALIASES}, {BODY}"
        ordered = f"SELECT id FROM cards WHERE cards MATCH ? ORDER BY bm25(cards, {weights}), rowid LIMIT ?"
        return [id_ for (id_,) in self._base.execute(ordered, (asked, most))]

    def close(self) -> None:
        self._base.close()


class _Bm25s(_Held):
    """bm25s, with the stemmer and stop words of the language."""

    def __init__(self, cards: Sequence[Document], language: str) -> None:
        self._library = import_module("bm25s")
        self._stem = Stemmer.Stemmer(STEMMERS[language])
        self._stop = language
        self._ids = [card.id for card in cards]
        self._ranker = self._library.BM25()
        self._ranker.index(self._tokens([whole(card) for card in cards]), show_progress=False)

    def find(self, question: str, most: int) -> list[str]:
        tokens = self._tokens([question])
        if not tokens.vocab:
            return []
        most = min(most, len(self._ids))
        numbers, scores = self._ranker.retrieve(tokens, k=most, show_progress=False, n_threads=0)
        pairs = zip(numbers[0].tolist(), scores[0].tolist(), strict=True)
        return [self._ids[number] for number, score in pairs if score > 0]

    def _tokens(self, texts: list[str]) -> Any:
        return self._library.tokenize(texts, stopwords=self._stop, stemmer=self._stem, show_progress=False)


class _Tantivy(_Held):
    """Tantivy, any of the words, with the stemmer and stop words of the language."""

    def __init__(self, cards: Sequence[Document], language: str) -> None:
        library = import_module("tantivy")
        filters = library.Filter
        builder = library.TextAnalyzerBuilder(library.Tokenizer.simple())
        for one in (
            filters.lowercase(),
            filters.ascii_fold(),
            filters.stopword(STEMMERS[language]),
            filters.stemmer(STEMMERS[language]),
        ):
            builder = builder.filter(one)
        schema = library.SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw")
        for field in ("title", "aliases", "body"):
            schema.add_text_field(field, tokenizer_name="own")
        self._index = library.Index(schema.build())
        self._index.register_tokenizer("own", builder.build())
        writer = self._index.writer(50_000_000, 1)
        for card in cards:
            writer.add_document(
                library.Document(
                    id=card.id, title=card.title, aliases="\n".join(card.aliases), body=body(card)
                )
            )
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def find(self, question: str, most: int) -> list[str]:
        words = " ".join(_WORD.findall(question))
        query, _ = self._index.parse_query_lenient(
            words,
            ["title", "aliases", "body"],
            field_boosts={"title": TITLE, "aliases": ALIASES, "body": BODY},
        )
        return [self._searcher.doc(at)["id"][0] for _, at in self._searcher.search(query, most).hits]


class _Letters(_Held):
    """Cosine of TF-IDF over pieces of three to five letters, with scikit-learn."""

    def __init__(self, cards: Sequence[Document]) -> None:
        text = import_module("sklearn.feature_extraction.text")
        self._ids = [card.id for card in cards]
        self._maker = text.TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
        self._cards = self._maker.fit_transform([whole(card) for card in cards]).T.tocsr()

    def find(self, question: str, most: int) -> list[str]:
        likeness = (self._maker.transform([question]) @ self._cards).toarray()[0]
        order = (-likeness).argsort(kind="stable")[:most]
        return [self._ids[number] for number in order if likeness[number] > 0]


class _Postgres:
    """A table of cards in PostgreSQL, ordered by one of its own measures."""

    LANGUAGES = STEMMERS

    def __init__(self, server: Server, cards: Sequence[Document], language: str, order: str) -> None:
        self._base = psycopg.connect(server.url, autocommit=True)
        self._order, self._language = order, self.LANGUAGES[language]
        run = self._base.execute
        run("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        run("CREATE TEMP TABLE cards (number int, id text, names text, words tsvector)")
        with self._base.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO cards VALUES (%s, %s, %s, setweight(to_tsvector(%s::regconfig, %s), 'A')"
                " || setweight(to_tsvector(%s::regconfig, %s), 'C'))",
                [
                    (number, card.id, names, self._language, names, self._language, body(card))
                    for number, card in enumerate(cards)
                    for names in ["\n".join((card.title, *card.aliases))]
                ],
            )
        run("CREATE INDEX ON cards USING gin (words)")
        run("CREATE INDEX ON cards USING gist (names gist_trgm_ops)")
        run("ANALYZE cards")

    def find(self, question: str, most: int) -> list[str]:
        plain = " ".join(_WORD.findall(question))
        given = {"plain": plain, "language": self._language, "most": most}
        return [id_ for (id_,) in self._base.execute(self._order, given)]

    def close(self) -> None:
        self._base.close()


FULL_TEXT = """
WITH asked AS (
  SELECT replace(plainto_tsquery(%(language)s::regconfig, %(plain)s)::text, '&', '|')::tsquery AS query
)
SELECT id FROM cards, asked WHERE words @@ query ORDER BY ts_rank(words, query, 1) DESC, number LIMIT %(most)s
"""
TRIGRAMS = "SELECT id FROM cards ORDER BY names <->> %(plain)s, number LIMIT %(most)s"

PEERS: dict[str, Maker] = {
    "RapidFuzz WRatio": lambda cards, _: _Names(cards, fuzz.WRatio),
    "RapidFuzz token_set": lambda cards, _: _Names(cards, fuzz.token_set_ratio),
    "FTS5 bm25": lambda cards, _: _Fts5(cards, "porter unicode61"),
    "FTS5 trigram": lambda cards, _: _Fts5(cards, "trigram"),
    "bm25s": _Bm25s,
    "tantivy": _Tantivy,
    "TF-IDF of letters": lambda cards, _: _Letters(cards),
}
POSTGRES = {"PostgreSQL FTS": FULL_TEXT, "pg_trgm": TRIGRAMS}


def makers(server: Server | None) -> dict[str, Maker]:
    """Return every peer, those in PostgreSQL too when there is a server."""
    found = dict(PEERS)
    if server is not None:
        for name, order in POSTGRES.items():
            found[name] = lambda cards, language, order=order: _Postgres(server, cards, language, order)  # type: ignore[misc]
    return found


def server_in(folder: Path) -> Server | None:
    """Start PostgreSQL, if its package is here and it can."""
    from tests.postgres import serve

    try:
        return serve(folder)
    except Exception:
        return None
