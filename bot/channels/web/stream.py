"""New lines as they come: server-sent events that resume, and the same lines for who cannot have a stream."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from datetime import datetime

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from bot.channels.web.bubbles import Bubble, bubble
from bot.channels.web.site import Site, Visitor, who
from storage import lines
from storage.database import Connection

log = structlog.get_logger()

HEARTBEAT = 20.0  # seconds; proxies close what is silent for longer
LOOK = 2.0  # seconds between looks for what another process wrote
LOOK_BACK = 200  # numbers are given out before the commit: a lower one may appear a little later


def fresh(
    connection: Connection, token: str, number: int, now: datetime
) -> tuple[Visitor, tuple[Bubble, ...]] | None:
    """Return a visitor and their lines after `number`; None when they are signed out."""
    visitor = who(connection, token, now)
    if visitor is None:
        return None
    found = lines.after(connection, visitor.member.id, number)
    zone = visitor.organisation.timezone
    return visitor, tuple(bubble(one, visitor.member.language, zone) for one in found)


class Stream:
    """The routes that tell a page what is new."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.lookout = Lookout(site)

    async def lines(self, request: Request) -> Response:
        """Answer GET /lines?after=12: the lines since then, for a page without a stream or coming back."""
        token = request.cookies.get(self.site.cookie, "")
        found = await self.site.worker.read(fresh, token, _number(request, "after"), self.site.now())
        if found is None:
            return JSONResponse({"signed_out": True}, 401)
        return JSONResponse({"lines": [one.as_json() for one in found[1]]})

    async def stream(self, request: Request) -> Response:
        """Answer GET /stream?after=12; a browser that comes back names the last line it saw by itself."""
        visitor = await self.site.visitor(request)
        if visitor is None:
            return JSONResponse({"signed_out": True}, 401)
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        last = request.headers.get("last-event-id", "")
        number = int(last) if last.isdecimal() else _number(request, "after")
        return StreamingResponse(
            self._events(visitor, number),
            media_type="text/event-stream",
            # A proxy that collects an answer before it passes it on would hold every message back.
            headers={"x-accel-buffering": "no"},
        )

    async def _events(self, visitor: Visitor, number: int) -> AsyncGenerator[str, None]:
        bell = asyncio.Event()
        leave = (
            self.site.speaker.listen(visitor.member.id, bell.set),
            self.site.on_close(bell.set),
            self.lookout.needed(),
        )
        loop = asyncio.get_running_loop()
        try:
            yield "retry: 2000\nevent: hello\ndata: {}\n\n"
            while not self.site.closing:
                bell.clear()
                try:
                    found = await self.site.worker.read(fresh, visitor.token, number, self.site.now())
                except Exception as error:  # the database is away: the stream stays, and looks again
                    log.warning("a stream could not look", error=type(error).__name__)
                    await asyncio.sleep(LOOK)
                    bell.set()
                    continue
                if found is None:
                    yield "event: ended\ndata: {}\n\n"
                    return
                for one in found[1]:
                    number = one.number
                    yield f"id: {number}\nevent: line\ndata: {json.dumps(one.as_json())}\n\n"
                if found[1]:
                    continue
                until = loop.time() + HEARTBEAT
                try:
                    async with asyncio.timeout_at(until):
                        await bell.wait()
                except TimeoutError:
                    yield "event: beat\ndata: {}\n\n"
        finally:
            for stop in leave:
                stop()


class Lookout:
    """Looks for lines that other processes wrote, once for all the streams of this one."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._streams = 0
        self._looking: asyncio.Task[None] | None = None
        self._known: set[int] = set()
        self._newest = 0

    def needed(self) -> Callable[[], None]:
        """Look as long as there is a stream; returns how to say that this one is gone."""
        self._streams += 1
        if self._looking is None:
            self._looking = asyncio.create_task(self._look_often(), name="lookout")

        def leave() -> None:
            self._streams -= 1
            if not self._streams and self._looking is not None:
                self._looking.cancel()
                self._looking = None

        return leave

    async def _look_often(self) -> None:
        while True:
            try:
                await self.look()
            except Exception as error:
                log.warning("looking for new lines failed", error=type(error).__name__)
            await asyncio.sleep(LOOK)

    async def look(self) -> None:
        """Tell the readers of lines that were not there at the last look."""
        if not self._newest:
            self._newest = await self.site.worker.read(lines.newest_number)
        found = await self.site.worker.read(lines.written_after, max(0, self._newest - LOOK_BACK))
        new = {number: member for number, member in found if number not in self._known}
        self.site.speaker.tell_readers(new.values())
        self._known = {number for number, _ in found}
        self._newest = max(self._newest, *self._known, 0)


def _number(request: Request, name: str) -> int:
    given = request.query_params.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 19 else 0
