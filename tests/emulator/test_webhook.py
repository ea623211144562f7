"""Webhooks are delivered in order, one at a time per chat and kind, until they are taken."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Conflict

from tests.emulator import Emulator, Person


class Receiver:
    """A bot's end of the webhook."""

    def __init__(self) -> None:
        self.url = ""
        self.refuse = 0
        self.slow = 0.0
        self.got: list[dict[str, Any]] = []
        self.secrets: set[str | None] = set()
        self.busy: dict[str, int] = {}
        self.most: dict[str, int] = {}

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        update = json.loads(await request.read())
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.refuse:
            self.refuse -= 1
            return web.Response(status=500)
        keys = ["all", f"{_chat(update)} {'callback_query' in update}"]
        for key in keys:
            self.busy[key] = self.busy.get(key, 0) + 1
            self.most[key] = max(self.most.get(key, 0), self.busy[key])
        await asyncio.sleep(self.slow)
        for key in keys:
            self.busy[key] -= 1
        self.got.append(update)
        return web.Response()

    async def has(self, count: int) -> None:
        async with asyncio.timeout(5):
            while len(self.got) < count:  # noqa: ASYNC110
                await asyncio.sleep(0.005)


def _chat(update: dict[str, Any]) -> int:
    message = update.get("message") or update["callback_query"]["message"]
    return int(message["chat"]["id"])


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    made = Receiver()
    runner = web.ServerRunner(web.Server(made.handle), shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield made
    await runner.cleanup()


async def test_webhook__carries_the_secret_and_what_waited(
    bot: Bot, emulator: Emulator, anna: Person, receiver: Receiver
) -> None:
    await anna.says("eerder")
    await bot.set_webhook(receiver.url, secret_token="geheim")
    await anna.says("later")
    await receiver.has(2)
    await emulator.until_confirmed()
    assert [update["message"]["text"] for update in receiver.got] == ["eerder", "later"]
    assert receiver.secrets == {"geheim"}
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_webhook__repeats_until_it_is_taken(
    bot: Bot, emulator: Emulator, anna: Person, receiver: Receiver
) -> None:
    await bot.set_webhook(receiver.url)
    receiver.refuse = 3
    await anna.says("een")
    await anna.says("twee")
    await receiver.has(2)
    await emulator.until_confirmed()
    assert [update["message"]["text"] for update in receiver.got] == ["een", "twee"]
    assert [status for _, status in emulator.webhook.attempts] == [500, 500, 500, 200, 200]
    assert (await bot.get_webhook_info()).last_error_message == (
        "Wrong response from the webhook: 500 Internal Server Error"
    )


async def test_webhook__has_one_in_flight_per_chat_and_kind(
    bot: Bot, anna: Person, bob: Person, receiver: Receiver
) -> None:
    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("Handig", callback_data="v1")]])
    await bot.send_message(anna.id, "Kies", reply_markup=buttons)
    receiver.slow = 0.02
    await bot.set_webhook(receiver.url, max_connections=3)
    for number in range(3):
        await anna.says(str(number))
        await anna.taps("Handig")
        await bob.says(str(number))
    await receiver.has(9)
    assert receiver.most.pop("all") == 3
    assert set(receiver.most.values()) == {1}


async def test_webhook__excludes_get_updates_until_it_is_deleted(
    bot: Bot, anna: Person, receiver: Receiver
) -> None:
    receiver.refuse = 1000
    await bot.set_webhook(receiver.url)
    await anna.says("een")
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates(timeout=0)
    await bot.delete_webhook()
    (update,) = await bot.get_updates(timeout=0)
    assert update.message is not None
    assert update.message.text == "een"


async def test_webhook__needs_https_or_this_machine(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="an https url must be provided"):
        await bot.set_webhook("http://example.org/hook")


async def test_webhook__that_is_away_is_tried_again(
    bot: Bot, emulator: Emulator, anna: Person, receiver: Receiver
) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")
    await anna.says("een")
    async with asyncio.timeout(5):
        while not emulator.webhook.attempts:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
    await bot.set_webhook(receiver.url)
    await receiver.has(1)
