"""Updates come in by polling or by webhook, and are confirmed to Telegram only after their commit."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any, TypeAlias

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import TelegramError

from bot.channels.telegram.api import Api
from bot.channels.telegram.errors import Kind, meaning
from bot.channels.telegram.promises import Promises
from bot.channels.telegram.read import ALLOWED, read
from bot.channels.who_am_i import TokenRefused
from bot.engine import OutageError
from bot.lanes import Lanes
from handlers.kit.take import Taken
from handlers.kit.turn import Incoming

log = structlog.get_logger()

Json: TypeAlias = "Mapping[str, Any]"
Committed: TypeAlias = "asyncio.Future[Taken]"
ALLOWED_JSON = json.dumps(ALLOWED)


class Reader:
    """Reads updates and puts them into lanes; counts what cannot be read."""

    def __init__(self, lanes: Lanes, answer_tap: Callable[[str, Taken], None]) -> None:
        self.lanes = lanes
        self.unreadable = 0
        self._answer_tap = answer_tap

    def take(self, update: Json) -> Committed | None:
        """Let an update be handled; the future resolves after its commit, None is nothing to handle."""
        incoming = self.read(update)
        return None if incoming is None else self.put(update, incoming)

    def read(self, update: Json) -> Incoming | None:
        """Return what came in, None when it is nothing to handle."""
        try:
            return read(update)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            # Of a shape nobody knew: to ask for it again would stop everything behind it.
            self.unreadable += 1
            log.error("an update could not be read", error=type(error).__name__)
            return None

    def put(self, update: Json, incoming: Incoming) -> Committed:
        """Put what came in into its lane."""
        committed = self.lanes.put(incoming)
        if "callback_query" in update:
            committed.add_done_callback(partial(self._tapped, update["callback_query"]["id"]))
        return committed

    def _tapped(self, query: str, committed: Committed) -> None:
        if not committed.cancelled() and committed.exception() is None:
            self._answer_tap(query, committed.result())


class Backoff:
    """How long to wait after the next trouble: each time twice as long."""

    def __init__(self, first: float = 0.5, most: float = 30.0) -> None:
        self._first = self._next = first
        self._most = most

    def reset(self) -> None:
        """Begin anew: things went well."""
        self._next = self._first

    def next(self) -> float:
        """Return the seconds to wait."""
        wait, self._next = self._next, min(self._next * 2, self._most)
        return wait


@dataclass(frozen=True)
class Patience:
    """The seconds that polling waits for things."""

    poll: int = 10  # for an update to come
    batch: float = 0.6  # for slow turns, before others are fetched; Telegram gives one by one within 0.5
    conflict: float = 10.0  # while another process polls
    first: float = 0.5  # after the first failure, and then twice as long each time
    most: float = 30.0


LEASE = "polling"
LEASE_SPAN = timedelta(seconds=15)  # longer than one poll; after a crash nobody polls until it is over
MOST_FAILURES = 10  # times that one update may break the program itself before it is left out


class Polling:
    """Fetches updates, and asks for the next only once these are committed: that is the confirmation."""

    def __init__(
        self,
        api: Api,
        reader: Reader,
        hold: Callable[[], Awaitable[bool]] | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._api = api
        self._reader = reader
        self._hold = hold  # tells whether this process is the one that may poll
        self._patience = patience or Patience()
        self._backoff = Backoff(self._patience.first, self._patience.most)
        self._outages = Backoff(self._patience.first, self._patience.most)
        self._under_way: dict[int, Committed] = {}
        self._committed: set[int] = set()  # from the offset on; what is below it is forgotten
        self._failures: dict[int, int] = {}
        self._offset = 0
        self._confirmed = 0
        self._conflict_told = False

    async def run(self) -> None:
        """Poll until cancelled; raises TokenRefused when Telegram refuses the token."""
        ready = False
        while True:
            try:
                if self._hold is not None and not await self._hold():
                    ready = False
                    await asyncio.sleep(1)
                    continue
                if not ready:
                    # An old webhook would keep updates from us; what waits there must not be lost.
                    await self._api.call("deleteWebhook", drop_pending_updates=False)
                    ready = True
                updates = await self._fetch()
            except TelegramError as error:
                await asyncio.sleep(self._trouble(error))
                continue
            self._backoff.reset()
            self._conflict_told = False
            if any(done.done() and not _is_well(done) for done in self._under_way.values()):
                updates = []  # they come again, behind what failed while they were fetched
            self._put(updates)
            wait = await self._settle(updates)
            if wait:
                await asyncio.sleep(wait)

    async def confirm(self) -> None:
        """Tell Telegram what was committed since the last call, for a quiet start next time."""
        await self._settle([])
        if self._offset > self._confirmed:
            try:
                async with asyncio.timeout(2):
                    await self._api.call("getUpdates", offset=self._offset, timeout=0, limit=1)
            except (TelegramError, TimeoutError) as error:
                # They come again, and are known then.
                log.info("the last updates were not confirmed", error=type(error).__name__)

    async def _fetch(self) -> list[dict[str, Any]]:
        seconds = 0 if self._under_way else self._patience.poll
        offset = self._offset
        updates = await self._api.poll(offset=offset, seconds=seconds, allowed=ALLOWED_JSON)
        self._confirmed = offset
        return updates

    def _put(self, updates: Iterable[Json]) -> None:
        for update in updates:
            number = update["update_id"]
            if number in self._under_way or number in self._committed:
                continue  # fetched again while another one is slow
            taken = self._reader.take(update)
            if taken is None:
                self._committed.add(number)
            else:
                self._under_way[number] = taken

    async def _settle(self, updates: list[dict[str, Any]]) -> float:
        """Wait for the commits, move the offset, and return how long to wait before the next call."""
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=self._patience.batch)
        failed = []
        for number, done in tuple(self._under_way.items()):
            if done.done():
                del self._under_way[number]
                if self._is_committed(number, done):
                    self._committed.add(number)
                else:
                    failed.append(number)
        unfinished = [*self._under_way, *failed]
        if unfinished:
            self._offset = min(unfinished)
        elif updates:
            # After a quiet week Telegram may number from somewhere lower, so this is no maximum.
            self._offset = max(update["update_id"] for update in updates) + 1
        if self._committed:
            self._committed = {number for number in self._committed if number >= self._offset}
        if failed:
            return self._outages.next()
        self._outages.reset()
        return 0.0

    def _is_committed(self, number: int, done: Committed) -> bool:
        error = None if done.cancelled() else done.exception()
        if error is None:
            self._failures.pop(number, None)
            return not done.cancelled()
        if isinstance(error, OutageError):
            return False
        # The engine itself failed, which no person's words should ever cause.
        self._failures[number] = self._failures.get(number, 0) + 1
        log.error("an update could not be handled", update=number, error=type(error).__name__)
        return self._failures[number] >= MOST_FAILURES

    def _trouble(self, error: TelegramError) -> float:
        """Tell what went wrong where it helps, and return how long to wait."""
        what = meaning(error)
        if what.kind is Kind.unauthorised:
            raise TokenRefused from None
        if what.kind is Kind.conflict:
            if not self._conflict_told:
                self._conflict_told = True
                log.error(
                    "Another program is fetching this bot's messages, so this one gets none. "
                    "Stop the other one, or give it a bot of its own. I keep trying."
                )
            return self._patience.conflict
        if what.wait is not None:
            return what.wait
        log.warning("Telegram cannot be reached", error=type(error).__name__)
        return self._backoff.next()


def _is_well(done: Committed) -> bool:
    return not done.cancelled() and done.exception() is None


# --- webhook ----------------------------------------------------------------------------------------

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105
MOST_BYTES = 1_000_000
MOST_SECONDS = 20.0  # for a whole body to come
MOST_CONNECTIONS = 16


@dataclass(frozen=True)
class Door:
    """Where Telegram brings updates, and the word it has to say; both follow from the secret key."""

    path: str
    secret: str

    @classmethod
    def of(cls, key: str) -> Door:
        """Return the door of an installation with this secret key."""
        return cls(f"/telegram/{_derived(key, 'telegram path')[:32]}", _derived(key, "telegram secret"))


def _derived(key: str, purpose: str) -> str:
    return hmac.new(key.encode(), purpose.encode(), hashlib.sha256).hexdigest()


def webhook_route(reader: Reader, door: Door, promises: Promises) -> Route:
    """Return the route that takes an update, and says 200 only after its commit.

    The one exception is a text that may have been cut: see `promises`.
    """
    secret = door.secret.encode()

    async def receive(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "").encode("latin-1", "replace")
        if not hmac.compare_digest(given, secret):
            return Response(status_code=403)
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return Response(status_code=415)
        try:
            async with asyncio.timeout(MOST_SECONDS):
                body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        except TimeoutError:
            return Response(status_code=408)
        if body is None:
            return Response(status_code=413)
        update = _update(body)
        if update is None:
            reader.unreadable += 1
            return Response(status_code=400)
        return Response(status_code=await _take(reader, promises, update))

    return Route(door.path, receive, methods=["POST"])


async def _take(reader: Reader, promises: Promises, update: Json) -> int:
    incoming = reader.read(update)
    if incoming is None:
        return 200
    promised = reader.lanes.may_go_on(incoming) and await promises.make(incoming)
    committed = reader.put(update, incoming)
    if promised:
        promises.watch(incoming, committed)
        return 200
    try:
        # Whoever asked may hang up: the turn goes on, and its update comes again and is known then.
        await asyncio.shield(committed)
    except OutageError:
        return 503
    except Exception as error:
        log.error("an update could not be handled", error=type(error).__name__)
        return 500
    return 200


async def _body(request: Request) -> bytes | None:
    """Read the body; None when it is longer than any update."""
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > MOST_BYTES:
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            return None
    return bytes(body)


def _update(body: bytes) -> Json | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return update if isinstance(update, dict) and type(update.get("update_id")) is int else None
