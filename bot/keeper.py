"""Keep the matching index in step with the database: at start, after each change, and once a second."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from threading import Lock

import structlog

from bot.trouble import where
from bot.worker import Worker
from content import speech
from content.lexicon import read_lists
from domain.matching import Analysis, Document, Hit, Index, Lexicon, Match, Scope, analyse
from domain.meaning import MOST, Meanings, fused
from domain.people import LANGUAGES
from storage import search, synonyms, vectors
from storage.database import Connection

log = structlog.get_logger()

LOOK = 1.0  # seconds between looks at what other processes changed


@cache
def _lexicon() -> Lexicon:
    """Return the word lists, read once however many indexes there are."""
    lists = read_lists()
    return Lexicon(lists.stop, lists.parts, lists.translations, lists.thesaurus, lists.spelled)


class Finder:
    """The index as a turn sees it; with a `model`, also the vectors that this model made of practices."""

    def __init__(self, model: str = "") -> None:
        self.lexicon = _lexicon()
        self.index = Index(self.lexicon)
        self.model = model
        self.meanings = Meanings()
        self._meaning = Lock()

    def match(self, question: str, viewer: Scope, most: int = 5, meaning: bytes = b"") -> Match:
        """Return what fits a question, among what `viewer` may see; `meaning` is its vector."""
        if meaning:
            with self._meaning:
                out = self.meanings.standing_out(meaning, viewer)
            if out:
                return fused(self.index.rank(question, viewer, max(most, MOST)), out, most)
        return self.index.match(question, viewer, most)

    def similar(self, document: Document, viewer: Scope, most: int = 3) -> tuple[Hit, ...]:
        """Return what is almost the same practice, among what `viewer` may see."""
        return self.index.similar(document, viewer, most)

    def analyse(self, document: Document) -> Analysis:
        """Return what is stored of a practice for the index, its themes in the words people use."""
        words = tuple(
            speech.speak(f"theme-{theme}", language, {})
            for theme in document.themes
            for language in LANGUAGES
            if speech.has(f"theme-{theme}", language)
        )
        return analyse(replace(document, themes=words), self.lexicon)

    def follow(self, connection: Connection, changes: Sequence[search.Change]) -> None:
        """Read again what these changes are about."""
        practices = {one.practice_id for one in changes if one.practice_id is not None}
        found = set()
        for entry in search.entries(connection, sorted(practices)):
            found.add(entry.practice_id)
            self.put(entry)
        for practice_id in practices - found:
            self.index.drop(str(practice_id))
        self._follow_meaning(connection, sorted(practices))
        organisations = {one.organisation_id for one in changes if one.practice_id is None}
        if organisations:
            for organisation, pairs in synonyms.of_all(connection, *organisations).items():
                self.index.learn(organisation, pairs)

    def _follow_meaning(self, connection: Connection, practices: Sequence[int] | None) -> None:
        """Read the vectors of these practices again, or all (None)."""
        if not self.model:
            return
        found = {str(one.practice_id): one for one in vectors.placed(connection, self.model, practices)}
        with self._meaning:
            for number in practices or ():
                self.meanings.drop(str(number))
            for id_, one in found.items():
                self.meanings.put(id_, one.scope, one.vectors)

    def load_meaning(self, connection: Connection) -> None:
        """Read the vectors of all practices."""
        self._follow_meaning(connection, None)

    def put(self, entry: search.Entry) -> None:
        """Place a practice as it is now, or take it away."""
        if entry.analyses:
            self.index.put(str(entry.practice_id), entry.scope, entry.analyses)
        else:
            self.index.drop(str(entry.practice_id))


class IndexKeeper:
    """Reads the log of changes and applies each once it is committed."""

    def __init__(self, worker: Worker, finder: Finder) -> None:
        self.worker = worker
        self.finder = finder
        self._read_up_to = 0
        self._busy = asyncio.Lock()

    @property
    def read_up_to(self) -> int:
        """The number of the newest change that the index knows."""
        return self._read_up_to

    async def load(self) -> int:
        """Fill the index from stored analyses; analyse what an older version left. Returns how many."""
        while await self.worker.write(_refresh, self.finder):
            pass
        self._read_up_to = await self.worker.read(search.newest_change)
        await self.worker.read(self._fill)
        return len(self.finder.index)

    def _fill(self, connection: Connection) -> None:
        for organisation, pairs in synonyms.of_all(connection).items():
            self.finder.index.learn(organisation, pairs)
        self.finder.load_meaning(connection)
        organisations = set()
        for entry in search.entries(connection):
            self.finder.put(entry)
            organisations.add(entry.scope.organisation)
        for organisation in organisations:
            # The first question builds what loading left for later; nobody should wait for that.
            self.finder.match("warm", Scope(organisation))

    async def catch_up(self) -> int:
        """Apply the changes that were committed since the last time; returns how many."""
        async with self._busy:
            changes = await self.worker.read(search.changes_after, self._read_up_to)
            if changes:
                await self.worker.read(self.finder.follow, changes)
                self._read_up_to = changes[-1].number
            return len(changes)

    async def run(self) -> None:
        """Read what other processes changed, once a second until cancelled, whatever the clock does."""
        while True:
            await asyncio.sleep(LOOK)
            try:
                await self.catch_up()
            except Exception as error:
                log.warning("the index could not be brought up to date", reason=where(error))


def _refresh(connection: Connection, finder: Finder) -> int:
    """Analyse some practices that today's matcher has not seen; returns how many."""
    now = datetime.now(UTC)
    old = search.outdated(connection)
    for organisation_id, practice_id in old:
        search.analyse_again(connection, organisation_id, practice_id, finder.analyse, now)
    return len(old)
