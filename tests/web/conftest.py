"""The whole program on a port of this machine, and people with a browser each."""

from __future__ import annotations

import asyncio
import json
import re
import secrets
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from bot.channels.web import create_app
from bot.clock import utc_now
from bot.core import core
from bot.engine import Engine
from bot.practice_files.importer import Importer
from bot.settings import Settings, read
from bot.speaker import Speaker
from bot.worker import Worker
from domain.people import Role
from storage import invitations, organisations
from storage.database import Database
from storage.organisations import Organisation

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


class Program:
    """The program as it runs, with a clock that can be moved."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self.database = database
        self.settings = settings
        self.ahead = timedelta(0)
        self.engine: Engine
        self.worker: Worker
        self.speaker: Speaker
        self.address = ""
        self.browsers: list[Browser] = []
        with database.transaction() as connection:
            self.organisation: Organisation = organisations.add(
                connection, "Proef", "nl", "Europe/Amsterdam", self.now()
            )

    def now(self) -> datetime:
        """Return this moment, as the program has it."""
        return utc_now() + self.ahead

    def invite(self, role: Role = Role.member, uses: int | None = None) -> str:
        """Make an invitation and return its code."""
        with self.database.transaction() as connection:
            return invitations.make(
                connection,
                self.organisation.id,
                role=role,
                uses=uses,
                expires_at=self.now() + timedelta(days=7),
                now=self.now(),
            )

    def browser(self) -> Browser:
        """Open a browser that has not been here."""
        self.browsers.append(Browser(self))
        return self.browsers[-1]

    async def member(self, name: str, role: Role = Role.member, language: str = "nl") -> Browser:
        """Let somebody come in by invitation and agree."""
        browser = self.browser()
        await browser.join(self.invite(role), name, language)
        await browser.press("Ja, ik doe mee" if language == "nl" else "Yes, I'm in")
        return browser


class Browser:
    """A browser without a screen: it keeps cookies and says where its forms come from."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.client = httpx.AsyncClient(
            base_url=program.address, headers={"sec-fetch-site": "same-origin", "origin": program.address}
        )

    async def get(self, path: str, **more: Any) -> httpx.Response:
        """Open a page."""
        return await self.client.get(path, **more)

    async def post(self, path: str, **more: Any) -> httpx.Response:
        """Send a form, or JSON."""
        return await self.client.post(path, **more)

    async def join(
        self, code: str, name: str, language: str = "nl", form_id: str | None = None
    ) -> httpx.Response:
        """Fill in the form of an invitation."""
        if form_id is None:
            page = await self.get(f"/join/{code}")
            form_id = re.findall(r'name="form_id" value="([^"]+)"', page.text)[0]
        return await self.post(f"/join/{code}", data={"form_id": form_id, "name": name, "language": language})

    async def says(self, text: str, client_id: str = "") -> httpx.Response:
        """Say something, as the script does."""
        return await self.post("/say", json={"id": client_id or secrets.token_hex(8), "text": text})

    async def taps(self, data: str, line: int = 0) -> httpx.Response:
        """Tap a button by what it carries."""
        return await self.post("/tap", json={"id": secrets.token_hex(8), "data": data, "line": line})

    async def press(self, label: str) -> httpx.Response:
        """Tap the newest button with these words."""
        for line in reversed(await self.lines()):
            for row in line["rows"]:
                for one in row:
                    if one["label"] == label:
                        return await self.taps(one["data"], line["target"] or line["number"])
        raise AssertionError(f"no button {label!r}")

    async def lines(self, after: int = 0) -> list[dict[str, Any]]:
        """Return the lines after a number."""
        answer = await self.get(f"/lines?after={after}")
        assert answer.status_code == 200
        found: list[dict[str, Any]] = answer.json()["lines"]
        return found

    async def own_words(self) -> list[str]:
        """Return what this member said, as it is kept."""
        return ["\n".join(one["paragraphs"]) for one in await self.lines() if one["mine"]]

    @asynccontextmanager
    async def stream(self, after: int | None = None, last: int | None = None) -> AsyncIterator[Events]:
        """Listen to what is new."""
        headers = {} if last is None else {"last-event-id": str(last)}
        path = "/stream" if after is None else f"/stream?after={after}"
        async with self.client.stream("GET", path, headers=headers, timeout=20) as answer:
            assert answer.headers["content-type"].startswith("text/event-stream")
            yield Events(answer)


class Events:
    """The events of one stream."""

    def __init__(self, answer: httpx.Response) -> None:
        self._lines = answer.aiter_lines()

    async def next(self) -> tuple[str, dict[str, Any]]:
        """Return the next event and what it carries; its number must be the line's."""
        fields: dict[str, str] = {}
        async for line in self._lines:
            if line:
                name, _, value = line.partition(": ")
                fields[name] = value
            elif "event" in fields:
                carried = json.loads(fields["data"])
                assert "id" not in fields or int(fields["id"]) == carried["number"]
                return fields["event"], carried
        return "closed", {}


@asynccontextmanager
async def running(database: Database, folder: Path) -> AsyncIterator[Program]:
    """Run the program on a free port."""
    settings = read(
        _env_file=None,
        database_url=database.url.render_as_string(hide_password=False),
        secret_key="a secret of the tests, long enough",
        data_dir=folder / "data",
    )
    program = Program(database, settings)
    async with core(settings, clock=program.now) as (engine, worker, speaker):
        program.engine, program.worker, program.speaker = engine, worker, speaker
        app = create_app(settings=settings, engine=engine, worker=worker, speaker=speaker)
        speaking = asyncio.create_task(speaker.run())
        importing = asyncio.create_task(Importer.of(engine).run())
        with socket.create_server(("127.0.0.1", 0)) as listening:
            program.address = f"http://127.0.0.1:{listening.getsockname()[1]}"
            server = uvicorn.Server(
                uvicorn.Config(app, log_config=None, lifespan="off", timeout_graceful_shutdown=2)
            )
            serving = asyncio.create_task(server._serve([listening]))
            while not server.started:  # noqa: ASYNC110 - uvicorn offers nothing to wait for
                await asyncio.sleep(0.01)
            yield program
            for browser in program.browsers:
                await browser.client.aclose()
            app.state.site.close()
            server.should_exit = True
            await serving
        speaking.cancel()
        importing.cancel()
        await asyncio.wait([speaking, importing])


@pytest.fixture
async def program(database: Database, tmp_path: Path) -> AsyncIterator[Program]:
    """The whole program, on both databases."""
    async with running(database, tmp_path) as made:
        yield made
