"""What a page sends: words and taps. As JSON from the script, or as a plain form without it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from bot.channels.web.bubbles import words_of
from bot.channels.web.pages import Pages, view
from bot.channels.web.security import drop_cookie
from bot.channels.web.site import MOST_UNITS, Site, Visitor
from bot.files import FileForgotten, loading, make_file
from bot.render import file_of, phrase
from content import speech
from domain.text import units
from handlers.kit.buttons import MOST_BYTES
from handlers.kit.say import Text, say, to_payload
from handlers.kit.take import Taken
from handlers.kit.turn import Kind
from storage import lines

_ODD = re.compile(r"[^A-Za-z0-9._-]")
_CLIENT_ID = re.compile(r"[A-Za-z0-9_-]{8,64}\Z")


class Api:
    """The routes that take what a member says and taps."""

    def __init__(self, site: Site, pages: Pages) -> None:
        self.site = site
        self.pages = pages
        self._load = loading(site.worker)

    async def say(self, request: Request) -> Response:
        """Answer POST /say: nothing to say back, for what the program says comes as lines."""
        given = await _given(request)
        visitor = await self.site.visitor(request)
        text = _plain(given.get("text"))
        if visitor is None:
            return self._signed_out(request)
        if units(text) > MOST_UNITS:
            return await self._refused(request, visitor, 413, "web-too-long", text)
        client_id = _named(request, _client_id(given), text)
        taken = await self.site.engine.handle(
            self.site.incoming(visitor, client_id, kind=Kind.text, text=text)
        )
        if taken.refused:
            return await self._refused(request, visitor, 429, "web-slow-down", text)
        return self._answered(request, visitor, taken)

    async def tap(self, request: Request) -> Response:
        """Answer POST /tap: a button, on one of the member's own lines."""
        given = await _given(request)
        visitor = await self.site.visitor(request)
        data, number, client_id = _plain(given.get("data")), str(given.get("line", "")), _client_id(given)
        if visitor is None:
            return self._signed_out(request)
        if not data or len(data) > MOST_BYTES:
            raise HTTPException(400)
        client_id = _named(request, client_id, f"{number}:{data}")
        tapped = number if await self._is_theirs(visitor, number) else ""
        taken = await self.site.engine.handle(
            self.site.incoming(visitor, client_id, kind=Kind.button, data=data, tapped=tapped)
        )
        if taken.refused:
            return await self._refused(request, visitor, 429, "web-slow-down")
        return self._answered(request, visitor, taken)

    async def _is_theirs(self, visitor: Visitor, number: str) -> bool:
        if not number.isdecimal() or len(number) > 18 or number == "0":
            return False
        found = await self.site.worker.read(lines.now_at, visitor.member.id, int(number))
        return found is not None

    def _answered(self, request: Request, visitor: Visitor, taken: Taken) -> Response:
        language, zone = visitor.member.language, visitor.organisation.timezone
        if taken.says:  # only to somebody without lines: they left, and this is the last word
            if not _is_json(request):
                return self.pages.parting(request, taken)
            said = [part for one in taken.says for part in words_of(one.payload, language, zone)]
            response = JSONResponse({"parting": said})
            drop_cookie(self.site, response)
            return response
        if not _is_json(request):
            return RedirectResponse("/", 303)
        if taken.toast is not None:
            return JSONResponse({"toast": _words(taken.toast, language, zone)})
        return Response(status_code=204)

    def _signed_out(self, request: Request) -> Response:
        if _is_json(request):
            return JSONResponse({"signed_out": True}, 401)
        return self.pages.notice(request, "web-expired", 401, paste=True)

    async def _refused(
        self, request: Request, visitor: Visitor, status: int, why: str, text: str = ""
    ) -> Response:
        """Say why it was not taken; the words stay in the box."""
        if not _is_json(request):
            return await self.pages.chat(request, visitor, status=status, text=text, trouble=why)
        words = speech.speak(why, visitor.member.language, {"most": MOST_UNITS})
        return JSONResponse({"words": words}, status)

    async def older(self, request: Request) -> Response:
        """Answer GET /older?before=12: the messages before that one."""
        visitor = await self.site.visitor(request)
        if visitor is None:
            return JSONResponse({"signed_out": True}, 401)
        before = request.query_params.get("before", "")
        if not before.isdecimal() or len(before) > 18:
            raise HTTPException(400)
        seen = await self.site.worker.read(view, visitor, int(before))
        return JSONResponse({"lines": [one.as_json() for one in seen.bubbles], "more": seen.more})

    async def file(self, request: Request) -> Response:
        """Answer GET /file/{line}: the file that hangs on one of the member's own messages."""
        visitor = await self.site.visitor(request)
        if visitor is None:
            return self.pages.notice(request, "web-expired", 401, paste=True)
        number = request.path_params["line"]
        line = await self.site.worker.read(lines.now_at, visitor.member.id, number)
        if line is None or not line.payload or not line.payload.get("file"):
            raise HTTPException(404)
        file = file_of(line.payload, visitor.member.language, visitor.organisation.timezone)
        try:
            made = await make_file(file, self._load)
        except FileForgotten:
            raise HTTPException(404) from None
        named = disposition(made.name, picture=made.picture)
        return Response(made.data, media_type=made.mime, headers={"content-disposition": named})


def disposition(name: str, *, picture: bool) -> str:
    """Return the header that names a file; what is not plain in its name would be read as more header."""
    shown = "inline" if picture else "attachment"
    return f'{shown}; filename="{_ODD.sub("_", name)}"'


def _is_json(request: Request) -> bool:
    return request.headers.get("content-type", "").startswith("application/json")


async def _given(request: Request) -> Mapping[str, Any]:
    """Return what was sent, from the script or from a form."""
    if not _is_json(request):
        return await request.form()
    try:
        given = await request.json()
    except (ValueError, RecursionError):
        raise HTTPException(400) from None
    if not isinstance(given, dict):
        raise HTTPException(400)
    return given


def _client_id(given: Mapping[str, Any]) -> str:
    """Return the name the page gave to this message, the same when it is sent again."""
    client_id = given.get("id")
    if not isinstance(client_id, str) or not _CLIENT_ID.match(client_id):
        raise HTTPException(400)
    return client_id


def _named(request: Request, client_id: str, what: str) -> str:
    """Return the name of what was sent. A page's forms share its name, and may come back with other words."""
    if _is_json(request):
        return client_id
    return client_id[:40] + hashlib.sha256(what.encode()).hexdigest()[:16]


def _plain(value: Any) -> str:
    """Return text that can be stored: halves of characters, which JSON lets through, are replaced."""
    if not isinstance(value, str):
        raise HTTPException(400)
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _words(toast: Text, language: str, zone: str) -> str:
    return phrase(to_payload(say(toast.key, **dict(toast.values)))["texts"][0], language, zone)
