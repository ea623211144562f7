"""The peers of the benchmarks run: each echoes what a small Bot API on 127.0.0.1 hands it."""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

pytestmark = pytest.mark.benchmark

ROOT = Path(__file__).parents[2]
TOKEN = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcQ"
UV = shutil.which("uv") or str(ROOT / ".tools/bin/uv")  # the second is where run.py puts it
AIOGRAM = (UV, "run", "--no-project", "--python", "3.11", "--with", "aiogram", "python")
TEXTS = [f"vraag {number}" for number in range(20)]


class SmallBotApi:
    """As much of the Bot API as an echo bot calls."""

    def __init__(self, texts: list[str]) -> None:
        self.waiting = [self.update(number, text) for number, text in enumerate(texts, start=1)]
        self.expected = len(texts)
        self.heard: list[str] = []
        self.done = asyncio.Event()

    @staticmethod
    def update(number: int, text: str) -> dict[str, Any]:
        """Return an update in which Anna says `text`."""
        anna = {"id": 1001, "is_bot": False, "first_name": "Anna"}
        chat = {"id": 1001, "type": "private", "first_name": "Anna"}
        message = {"message_id": number, "date": 1_780_000_000, "chat": chat, "from": anna, "text": text}
        return {"update_id": number, "message": message}

    async def call(self, request: web.Request) -> web.Response:
        """Answer one call, whatever the case of the method's name."""
        given = await request.post()
        match request.match_info["method"].lower():
            case "getme":
                result: Any = {"id": 1, "is_bot": True, "first_name": "Echo", "username": "echo_bot"}
            case "getupdates":
                result = await self.updates(int(str(given.get("offset") or 0)))
            case "sendmessage":
                self.heard.append(str(given["text"]))
                if len(self.heard) == self.expected:
                    self.done.set()
                result = self.update(1000 + len(self.heard), str(given["text"]))["message"]
            case _:
                result = True
        return web.json_response({"ok": True, "result": result})

    async def updates(self, offset: int) -> list[dict[str, Any]]:
        """Return what waits from `offset` on, after a while if there is nothing."""
        self.waiting = [update for update in self.waiting if update["update_id"] >= offset]
        if not self.waiting:
            await asyncio.sleep(0.2)
        return self.waiting


@pytest.mark.parametrize(
    "command",
    [
        (sys.executable, "-m", "tests.benchmarks.peers.ptb_echo"),
        (sys.executable, "-m", "tests.benchmarks.peers.ptb_echo", "--concurrent", "8"),
        (*AIOGRAM, "-m", "tests.benchmarks.peers.aiogram_echo"),
        (*AIOGRAM, "-m", "tests.benchmarks.peers.aiogram_echo", "--one-by-one"),
    ],
    ids=["ptb", "ptb 8", "aiogram", "aiogram one by one"],
)
async def test_peers__each_echoes_all_it_is_handed(command: tuple[str, ...]) -> None:
    api = SmallBotApi(TEXTS)
    application = web.Application()
    application.router.add_post("/bot{token}/{method}", api.call)
    runner = web.AppRunner(application, shutdown_timeout=0.1, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        await run_until(api.done, (*command, "--base-url", f"http://{host}:{port}", "--token", TOKEN))
    finally:
        await runner.cleanup()
    assert sorted(api.heard) == sorted(TEXTS), json.dumps(api.heard)


async def run_until(done: asyncio.Event, command: tuple[str, ...]) -> None:
    """Run `command` until `done`; it must end by itself when asked to."""
    peer = await asyncio.create_subprocess_exec(*command, cwd=ROOT)
    try:
        async with asyncio.timeout(90):
            await done.wait()
        peer.terminate()
        async with asyncio.timeout(15):
            await peer.wait()
    finally:
        if peer.returncode is None:
            peer.kill()
            await peer.wait()
