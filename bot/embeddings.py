"""The optional semantic leg: a service that makes vectors of texts, asked by HTTP and never needed.

It speaks the embeddings call that OpenAI defined and that local servers answer too. Practices are sent in
the background; a question is sent before its turn, and goes without when the answer does not come in time.
Whatever the service does, a turn neither fails nor waits longer than `IN_TIME` for it.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import structlog

from bot.keeper import IndexKeeper
from bot.trouble import where
from bot.worker import Worker
from domain import guard
from domain.meaning import packed
from domain.text import shorten
from handlers.kit import Incoming, Kind, Routes, World
from handlers.kit.take import words_to_look_up
from storage import leases, search, vectors
from storage.database import Connection
from storage.vectors import Wanted

log = structlog.get_logger()

IN_TIME = 0.3  # seconds that a question waits for its vector
REST = 30.0  # seconds that no question waits after one waited in vain
PATIENCE = 30.0  # seconds for the vectors of practices
MOST_TOGETHER = 16  # texts in one call
LONGEST_TEXT = 2000  # characters of a practice that are sent
LARGEST_ANSWER = 8_000_000  # bytes
MOST_NUMBERS = 8192  # in a vector
LOOK = 1.0  # seconds between looks for practices without vectors
LONGEST_PAUSE = 300.0  # seconds between attempts while the service is away
LEASE = timedelta(seconds=90)


class ServiceAway(Exception):
    """The service gave no usable answer; `refused` when it was this call that it did not want."""

    def __init__(self, reason: str, *, refused: bool = False) -> None:
        super().__init__(reason)
        self.refused = refused


class Endpoint:
    """One service and one model."""

    def __init__(self, url: str, model: str, key: str = "") -> None:
        self.model = model
        self._url = url if url.endswith("/embeddings") else f"{url}/embeddings"
        self._key = key
        self._session: aiohttp.ClientSession | None = None

    async def vectors(self, texts: Sequence[str], seconds: float) -> list[bytes]:
        """Return a vector for each text; raise ServiceAway within `seconds` when there are none.

        What it raises never holds the address, the key or a text.
        """
        try:
            async with asyncio.timeout(seconds):
                return _read(await self._ask(texts), len(texts))
        except ServiceAway:
            raise
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
            raise ServiceAway(type(error).__name__) from None

    async def _ask(self, texts: Sequence[str]) -> Any:
        if self._session is None:
            # A redirect would carry the key and the words to somebody who was not chosen.
            headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
            self._session = aiohttp.ClientSession(headers=headers, trust_env=True)
        body = {"model": self.model, "input": list(texts)}
        async with self._session.post(self._url, json=body, allow_redirects=False) as answer:
            if answer.status != 200:
                refused = 400 <= answer.status < 500 and answer.status not in (401, 403, 404, 408, 429)
                raise ServiceAway(f"status {answer.status}", refused=refused)
            said = bytearray()
            async for piece in answer.content.iter_chunked(65536):
                said += piece
                if len(said) > LARGEST_ANSWER:
                    raise ServiceAway("too long an answer")
            return json.loads(said)

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None:
            await self._session.close()


def _read(said: Any, count: int) -> list[bytes]:
    """Return the vectors of an answer in the order of the texts; raise ServiceAway when it holds none."""
    try:
        rows = sorted(said["data"], key=lambda row: row["index"])
        found = [_vector(row["embedding"]) for row in rows]
        numbers = [row["index"] for row in rows]
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise ServiceAway(f"an answer that is none: {type(error).__name__}") from None
    if numbers != list(range(count)) or len({len(one) for one in found}) != 1:
        raise ServiceAway("not one vector for each text")
    return found


def _vector(numbers: Any) -> bytes:
    if not isinstance(numbers, list) or not 0 < len(numbers) <= MOST_NUMBERS:
        raise ValueError("no vector")
    vector = packed([float(number) for number in numbers])
    if not vector:
        raise ValueError("no direction")
    return vector


class QuestionVectors:
    """Gives a question its vector before its turn, in time or not at all."""

    def __init__(self, endpoint: Endpoint, worker: Worker, world: World, routes: Routes) -> None:
        self._endpoint = endpoint
        self._worker = worker
        self._world = world
        self._routes = routes
        self._resting_until = 0.0

    async def with_meaning(self, incoming: Incoming, now: datetime) -> Incoming:
        """Return what came in, with the vector of its question if it is one and the service is quick."""
        loop = asyncio.get_running_loop()
        if incoming.kind is not Kind.text or loop.time() < self._resting_until:
            return incoming
        began = loop.time()
        try:
            async with asyncio.timeout(IN_TIME):
                words = await self._worker.read(words_to_look_up, incoming, self._world, self._routes, now)
                if not words:
                    return incoming
                left = max(0.01, IN_TIME - (loop.time() - began))
                (vector,) = await self._endpoint.vectors([words], left)
                return replace(incoming, meaning=vector)
        except Exception as error:
            # The turn itself tells whatever is wrong with the database.
            self._resting_until = loop.time() + REST
            log.warning("a question goes without its vector", reason=_reason(error))
            return incoming


class PracticeVectors:
    """Fetches the vectors of practices that have none, in the background, one process at a time."""

    def __init__(
        self,
        endpoint: Endpoint,
        worker: Worker,
        keeper: IndexKeeper,
        owner: str,
        clock: Callable[[], datetime],
    ) -> None:
        self._endpoint = endpoint
        self._worker = worker
        self._keeper = keeper
        self._owner = owner
        self._clock = clock
        self._read_up_to: int | None = None
        self._waiting: deque[int] = deque()
        self._at_once = MOST_TOGETHER

    async def run(self) -> None:
        """Fetch until cancelled; while the service is away, ask ever less often."""
        pause = LOOK
        while True:
            try:
                busy = await self.look()
                pause = LOOK
            except Exception as error:
                log.warning("practices get no vectors for now", reason=_reason(error))
                busy, pause = False, min(LONGEST_PAUSE, pause * 2)
            if not busy:
                await asyncio.sleep(pause)

    async def look(self) -> bool:
        """Fetch the vectors of the next few practices; False when none waits, or another process does it."""
        await self._see_changes()
        if not self._waiting:
            return False
        now = self._clock()
        if not await self._worker.write(leases.take, "vectors", self._owner, LEASE, now):
            return False
        few = [self._waiting[place] for place in range(min(self._at_once, len(self._waiting)))]
        texts = await self._worker.read(_texts_of, few, self._endpoint.model)
        if texts:
            await self._fetch(texts, alone=len(few) == 1)
        for _ in few:
            self._waiting.popleft()
        self._at_once = min(MOST_TOGETHER, self._at_once * 2)
        return True

    async def _see_changes(self) -> None:
        known = self._keeper.read_up_to
        if self._read_up_to is None:
            self._waiting.extend(await self._worker.read(vectors.missing, self._endpoint.model))
        elif known > self._read_up_to:
            changes = await self._worker.read(search.changes_after, self._read_up_to)
            ids = {one.practice_id for one in changes if one.practice_id is not None}
            lacking = await self._worker.read(vectors.missing, self._endpoint.model, sorted(ids))
            self._waiting.extend(one for one in lacking if one not in self._waiting)
            known = changes[-1].number if changes else known
        self._read_up_to = known

    async def _fetch(self, texts: Sequence[Wanted], *, alone: bool) -> None:
        sent = [_for_service(words) for one in texts for words in one.words.values()]
        try:
            made = iter(await self._endpoint.vectors(sent, PATIENCE))
        except ServiceAway as error:
            if not error.refused:
                raise
            self._at_once = 1
            if not alone:
                raise
            # This one it never wants; the others should not wait for it.
            log.warning("a practice gets no vector", reason=str(error))
            return
        found = [(one, {language: next(made) for language in one.words}) for one in texts]
        await self._worker.write(_store, found, self._endpoint.model, self._clock())
        await self._keeper.catch_up()


def _for_service(words: str) -> str:
    """Return what of a practice leaves this machine: after the guard once more, and not endlessly much."""
    return shorten(guard.check(words).redacted, LONGEST_TEXT)


def _texts_of(connection: Connection, ids: Sequence[int], model: str) -> list[Wanted]:
    lacking = vectors.missing(connection, model, ids)
    return [one for number in lacking if (one := vectors.wanted(connection, number)) is not None]


def _store(
    connection: Connection, found: Iterable[tuple[Wanted, dict[str, bytes]]], model: str, now: datetime
) -> None:
    for one, made in found:
        vectors.store(connection, one, model, made, now)


def _reason(error: Exception) -> str:
    """Return why, without an address, a key or anybody's words."""
    return str(error) if isinstance(error, ServiceAway) else where(error)
