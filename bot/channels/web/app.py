"""Put the site together: its routes, and what happens when one of them cannot answer."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from datetime import timedelta
from functools import partial, wraps
from importlib.resources import files

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.web.api import Api
from bot.channels.web.importing import ATTACH, IMPORT, MOST_BODY, Importing
from bot.channels.web.pages import Pages
from bot.channels.web.rights import RIGHTS
from bot.channels.web.security import (
    MOST_BYTES,
    Endpoint,
    SafeHeaders,
    against_guessing,
    allowed,
    from_our_pages,
    small,
)
from bot.channels.web.site import Site
from bot.channels.web.stream import Stream
from bot.engine import Engine, OutageError
from bot.settings import Settings
from bot.speaker import Speaker
from bot.trouble import new_code, where
from bot.worker import Worker
from content import speech
from storage import leases
from storage.database import Database

log = structlog.get_logger()

KINDS = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "webmanifest": "application/manifest+json",
}
TROUBLES = {
    400: "web-bad",
    403: "web-elsewhere",
    413: "web-too-large",
    429: "web-too-often",
    503: "web-away",
    500: "web-broke",
}
READY_WITHIN = 3.0  # seconds


def create_app(
    *,
    settings: Settings,
    engine: Engine,
    worker: Worker,
    speaker: Speaker,
    extra_routes: Sequence[BaseRoute] = (),
) -> Starlette:
    """Return the site. Before the server stops, call `app.state.site.close()`: it ends the open streams."""
    site = Site(settings, engine, worker, speaker)
    static = _static()
    pages = Pages(site, _version(static))
    api, stream = Api(site, pages), Stream(site)
    importing, attaching = Importing(site, pages, IMPORT), Importing(site, pages, ATTACH)

    def get(path: str, endpoint: Endpoint) -> Route:
        return Route(path, _calm(pages, allowed(site, RIGHTS[f"GET {path}"], endpoint)))

    def post(path: str, endpoint: Endpoint, most: int = MOST_BYTES) -> Route:
        may = allowed(site, RIGHTS[f"POST {path}"], endpoint)
        guarded = _calm(pages, from_our_pages(site, may), most)
        return Route(path, guarded, methods=["POST"])

    app = Starlette(
        routes=[
            *extra_routes,
            get("/", pages.home),
            get("/join", pages.paste),
            get("/join/{code}", against_guessing(site, pages.invitation)),
            post("/join/{code}", against_guessing(site, pages.join)),
            get("/p/{practice}", pages.practice),
            get("/in/{token}", against_guessing(site, pages.look_link)),
            post("/in/{token}", against_guessing(site, pages.use_link)),
            post("/device", pages.make_link),
            get("/import", importing.ask),
            post("/import", importing.take, MOST_BODY),
            get("/attach", attaching.ask),
            post("/attach", attaching.take, MOST_BODY),
            get("/signout", pages.ask_sign_out),
            post("/signout", pages.sign_out),
            post("/say", api.say),
            post("/tap", api.tap),
            get("/lines", stream.lines),
            get("/stream", stream.stream),
            get("/older", api.older),
            get("/file/{line:int}", api.file),
            get("/static/{name}", partial(_static_file, static)),
            get("/healthz", _healthz),
            get("/readyz", partial(_readyz, site)),
        ],
        middleware=[Middleware(SafeHeaders)],
        exception_handlers={HTTPException: partial(_refused, pages)},
    )
    app.state.site = site
    return app


# --- when a route cannot answer -------------------------------------------------------------------------


def _calm(pages: Pages, endpoint: Endpoint, most: int = MOST_BYTES) -> Endpoint:
    """Turn what goes wrong into a clear page; a log line names the kind of trouble and nobody's words."""

    @wraps(endpoint)
    async def calm(request: Request) -> Response:
        try:
            return await endpoint(small(request, most))
        except HTTPException:
            raise
        except Exception as error:
            away = isinstance(error, OutageError) or Database.is_outage(error)
            code = new_code()
            path = request.scope["route"].path
            log.error("a page could not answer", code=code, reason=where(error), path=path)
            return _trouble(pages, request, 503 if away else 500, code)

    return calm


async def _refused(pages: Pages, request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _trouble(pages, request, status)


def _trouble(pages: Pages, request: Request, status: int, code: str = "") -> Response:
    key = TROUBLES.get(status, "web-missing")
    if request.headers.get("content-type", "").startswith("application/json"):
        return JSONResponse(
            {"words": speech.speak(key, pages.site.language(request), {"code": code})}, status
        )
    return pages.notice(request, key, status, code=code)


# --- files and health -----------------------------------------------------------------------------------


def _static() -> dict[str, bytes]:
    folder = files("bot.channels.web") / "static"
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.name.rpartition(".")[2] in KINDS}


def _version(static: dict[str, bytes]) -> str:
    return hashlib.sha256(b"".join(static[name] for name in sorted(static))).hexdigest()[:12]


async def _static_file(static: dict[str, bytes], request: Request) -> Response:
    name = request.path_params["name"]
    if name not in static:
        raise HTTPException(404)
    # The address carries the version, so a browser may keep it for ever.
    keep = "public, max-age=31536000, immutable" if "v" in request.query_params else "no-cache"
    kind = KINDS[name.rpartition(".")[2]]
    return Response(static[name], media_type=kind, headers={"cache-control": keep})


async def _healthz(_request: Request) -> Response:
    return PlainTextResponse("ok")


async def _readyz(site: Site, _request: Request) -> Response:
    """Tell whether a turn could be stored now."""
    try:
        async with asyncio.timeout(READY_WITHIN):
            await site.worker.write(leases.take, "ready", site.engine.world.owner, timedelta(0), site.now())
    except Exception as error:
        return JSONResponse({"database": type(error).__name__, "ready": False}, 503)
    return JSONResponse({"database": "writable", "ready": True})
