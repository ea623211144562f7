"""Deliver updates to a webhook: one in flight per chat and kind, repeated until it is taken."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Sequence

import aiohttp

from tests.emulator.chats import Json
from tests.emulator.updates import Update, Updates

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
CALLBACKS = "callback_query"
Lane = tuple[int | None, bool]


class Webhook:
    """The sender of updates while a webhook is set."""

    def __init__(self, updates: Updates, backoff: Sequence[float]) -> None:
        self.updates = updates
        self.backoff = backoff
        self.url = ""
        self.secret = ""
        self.max_connections = 40
        self.last_error: tuple[int, str] | None = None
        self.attempts: list[tuple[int, int]] = []
        self._lanes: dict[Lane, deque[Update]] = {}
        self._tasks: dict[Lane, asyncio.Task[None]] = {}
        self._session: aiohttp.ClientSession | None = None
        self._room = asyncio.Semaphore(40)

    async def set(self, url: str, secret: str, max_connections: int) -> None:
        """Start delivering to `url`, beginning with what waits."""
        await self.stop()
        self.url, self.secret, self.max_connections = url, secret, max_connections
        self._room = asyncio.Semaphore(max_connections)
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=max_connections, ssl=False),
            timeout=aiohttp.ClientTimeout(total=60),
        )
        for update in list(self.updates.pending):
            self.queue(update)

    async def stop(self) -> None:
        """Stop delivering; what is not taken keeps waiting."""
        self.url = ""
        tasks, self._tasks = list(self._tasks.values()), {}
        self._lanes.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    def queue(self, update: Update) -> None:
        """Put an update in its lane."""
        if not self.url:
            return
        lane = (update.chat if update.chat is not None else update.user, update.kind == CALLBACKS)
        self._lanes.setdefault(lane, deque()).append(update)
        if lane not in self._tasks:
            self._tasks[lane] = asyncio.create_task(self._work(lane))

    def info(self) -> Json:
        """Return the WebhookInfo object."""
        info: Json = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.updates.pending),
        }
        if self.url:
            info["max_connections"] = self.max_connections
        if self.last_error:
            info["last_error_date"], info["last_error_message"] = self.last_error
        if self.updates.allowed:
            info["allowed_updates"] = sorted(self.updates.allowed)
        return info

    async def _work(self, lane: Lane) -> None:
        waiting = self._lanes[lane]
        while waiting:
            await self._deliver(waiting[0])
            waiting.popleft()
        del self._tasks[lane], self._lanes[lane]

    async def _deliver(self, update: Update) -> None:
        tries = 0
        while True:
            async with self._room:
                status, wait = await self._post(update)
            self.attempts.append((update.id, status))
            if 200 <= status < 300:
                self.updates.done(update)
                return
            pause = 0.0 if tries == 0 else self.backoff[min(tries - 1, len(self.backoff) - 1)]
            tries += 1
            await asyncio.sleep(max(pause, wait))

    async def _post(self, update: Update) -> tuple[int, float]:
        assert self._session is not None
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers[SECRET_HEADER] = self.secret
        update.deliveries += 1
        try:
            async with self._session.post(self.url, data=update.raw, headers=headers) as response:
                await response.read()
                if response.status >= 300:
                    self._failed(f"Wrong response from the webhook: {response.status} {response.reason}")
                return response.status, _seconds(response.headers.get("Retry-After"))
        except (aiohttp.ClientError, TimeoutError) as error:
            self._failed(f"Connection failed: {type(error).__name__}")
            return 0, 0.0

    def _failed(self, words: str) -> None:
        self.last_error = (int(time.time()), words)


def _seconds(header: str | None) -> float:
    return float(header) if header and header.isdigit() else 0.0
