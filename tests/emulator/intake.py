"""How the bot gets updates: getUpdates with one poller, or a webhook."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Sequence

from tests.emulator.chats import Json
from tests.emulator.params import Params
from tests.emulator.refusal import bad_request, conflict
from tests.emulator.updates import Update
from tests.emulator.webhook import Webhook
from tests.emulator.world import World

POLL_LIMIT = 50
TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


class Intake:
    """The two ways out of the update queue, of which one is open."""

    def __init__(self, world: World, backoff: Sequence[float]) -> None:
        self.world = world
        self.webhook = Webhook(world.updates, backoff)
        self.polls = 0
        self._poller: asyncio.Future[str] | None = None
        world.updates.wake = self._wake

    async def get_updates(self, params: Params) -> str:
        """Confirm below the offset, then wait for updates; return them as a JSON array."""
        if self.webhook.url:
            raise conflict(WEBHOOK_ACTIVE)
        self._end(TERMINATED)
        updates = self.world.updates
        if offset := params.integer("offset"):
            updates.confirm(offset)
        updates.allow(params.json("allowed_updates"))
        limit = params.integer("limit", 100)
        limit = limit if 1 <= limit <= 100 else 100
        await self._wait(min(params.integer("timeout"), POLL_LIMIT))
        self.polls += 1
        return "[" + ",".join(update.raw for update in updates.batch(limit)) + "]"

    async def set_webhook(self, params: Params) -> bool:
        """Open the webhook; an empty address closes it."""
        url = params.text("url") or ""
        if not url:
            return await self.delete_webhook(params)
        secret = params.text("secret_token") or ""
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise bad_request("secret token contains unallowed characters")
        if not re.match(r"https://|http://(127\.0\.0\.1|localhost)[:/]", url):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        connections = params.integer("max_connections", 40)
        self.world.updates.allow(params.json("allowed_updates"))
        if params.flag("drop_pending_updates"):
            self.world.updates.drop()
        self._end(TERMINATED.replace("other getUpdates", "setWebhook").partition(";")[0])
        await self.webhook.set(url, secret, connections if 1 <= connections <= 100 else 40)
        self.world.accept("setWebhook", None, url)
        return True

    async def delete_webhook(self, params: Params) -> bool:
        """Close the webhook; what waits goes to getUpdates."""
        await self.webhook.stop()
        if params.flag("drop_pending_updates"):
            self.world.updates.drop()
        self.world.accept("deleteWebhook")
        return True

    async def get_webhook_info(self, params: Params) -> Json:
        """Return how the webhook does."""
        return self.webhook.info()

    async def stop(self) -> None:
        """Let go of the poller and the webhook."""
        self._end("")
        await self.webhook.stop()

    def _wake(self, update: Update) -> None:
        if self.webhook.url:
            self.webhook.queue(update)
        else:
            self._end("")

    def _end(self, reason: str) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(reason)

    async def _wait(self, seconds: float) -> None:
        """Wait until there is an update; raise 409 when another poller takes over."""
        until = time.monotonic() + seconds
        updates = self.world.updates
        while not (updates.pending or updates.again):
            left = until - time.monotonic()
            if left <= 0:
                return
            poller = self._poller = asyncio.get_running_loop().create_future()
            await asyncio.wait([poller], timeout=left)
            if self._poller is poller:
                self._poller = None
            reason = poller.result() if poller.done() else ""
            if reason:
                raise conflict(reason)
            if poller.done() and not (updates.pending or updates.again):
                return
