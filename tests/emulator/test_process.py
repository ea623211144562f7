"""The emulator as a process of its own, and a bot as one that is killed."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from telegram import Bot

from tests.emulator import TOKEN, Emulator

ROOT = Path(__file__).parents[2]
ECHO = """
import asyncio, sys
from aiohttp import ClientSession

async def main(base):
    async with ClientSession() as session:
        offset = 0
        while True:
            poll = {"offset": offset, "timeout": 10, "limit": 5}
            async with session.post(base + "/getUpdates", json=poll) as response:
                updates = (await response.json())["result"]
            for update in updates:
                message = update["message"]
                echo = {"chat_id": message["chat"]["id"], "text": message["text"]}
                async with session.post(base + "/sendMessage", json=echo) as response:
                    await response.read()
                offset = update["update_id"] + 1

asyncio.run(main(sys.argv[1]))
"""


@pytest.fixture
async def address() -> AsyncIterator[str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.emulator", "--port", "0", cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    yield (await process.stdout.readline()).decode().strip()
    process.terminate()
    assert await process.wait() == 0


async def test_process__is_steered_over_http(address: str) -> None:
    async with aiohttp.ClientSession(address) as session, Bot(TOKEN, base_url=f"{address}/bot") as bot:

        async def control(command: str, **given: Any) -> Any:
            async with session.post(f"/control/{command}", json=given) as response:
                return await response.json()

        said = await control("says", name="Anna", text="/start")
        assert (said["text"], said["from_bot"]) == ("/start", False)
        (update,) = await bot.get_updates(timeout=0)
        assert update.effective_chat is not None
        assert await control("unanswered") == [update.update_id]
        await bot.send_message(update.effective_chat.id, "Welkom")
        assert (await control("sees", name="Anna", text="Welkom"))["text"] == "Welkom"
        assert [call["method"] for call in await control("sent")] == ["sendMessage"]
        assert "found no button" in (await control("taps", name="Anna", label="Ja", within=0))["error"]
        assert await control("trouble", kind="fail", method="sendMessage") is True
        assert await control("violations") == []


async def test_bot__that_is_killed_gets_unconfirmed_updates_again() -> None:
    async with Emulator() as emulator:
        anna = emulator.person("Anna")
        for number in range(60):
            await anna.says(str(number))
        for answered in (10, 25, 60):
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-c", ECHO, f"{emulator.base_url}{emulator.token}"
            )
            async with asyncio.timeout(20):
                while len({call.text for call in emulator.sent}) < answered:
                    await anna.private.signal.wait(1)
            os.kill(process.pid, signal.SIGKILL)
            await process.wait()
        assert emulator.unanswered(lambda update, call: update.body["text"] == call.text) == []
        assert len(emulator.doubled()) <= 2 * 5
        assert emulator.violations == []
