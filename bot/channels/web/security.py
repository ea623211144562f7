"""What keeps the pages safe: headers on every answer, forms from our own pages only, and the cookie."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.web.site import Site
from domain.people import EVERYONE
from domain.rights import Right, may
from storage.sessions import KEPT

MOST_BYTES = 64 * 1024  # in the body of a request

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # Nothing goes to other sites. Not `no-referrer`: browsers then hide the origin of our own forms from us,
    # and over plain http (trying it out on a local network) that is all we have to know them by.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    # For browsers that do not know frame-ancestors: no page of ours in a frame of somebody else's.
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}

Endpoint = Callable[[Request], Awaitable[Response]]


class SafeHeaders:
    """Puts the headers on every answer, errors included."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "no-store")
            await send(message)

        await self.app(scope, receive, with_headers)


def small(request: Request, most: int = MOST_BYTES) -> Request:
    """Return the same request, refused once its body is too large; Starlette's limit gives no words."""
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > most:
        raise HTTPException(413)
    seen = 0

    async def receive() -> Message:
        nonlocal seen
        message = await request.receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise HTTPException(413)
        return message

    return Request(request.scope, receive)


def from_our_pages(site: Site, endpoint: Endpoint) -> Endpoint:
    """Let `endpoint` only hear from our own pages; a page elsewhere cannot speak for who is signed in."""

    @wraps(endpoint)
    async def guarded(request: Request) -> Response:
        if not is_ours(request, site.settings.address):
            raise HTTPException(403)
        return await endpoint(request)

    return guarded


def allowed(site: Site, right: Right | None, endpoint: Endpoint) -> Endpoint:
    """Let `endpoint` hear from the roles it is for; to others there is no such page.

    Who is not signed in hears from the endpoint itself how to come in.
    """
    if right is None or right.roles == EVERYONE:
        return endpoint

    @wraps(endpoint)
    async def asked(request: Request) -> Response:
        visitor = await site.visitor(request)
        if visitor is not None and not may(visitor.member, right.roles):
            raise HTTPException(404)
        return await endpoint(request)

    return asked


def against_guessing(site: Site, endpoint: Endpoint) -> Endpoint:
    """Let nobody try many links of which `endpoint` says that there is no such one."""

    @wraps(endpoint)
    async def guarded(request: Request) -> Response:
        # Before it is looked at: so this tells nothing of whether the link would have worked.
        if not site.may_try(request):
            raise HTTPException(429)
        response = await endpoint(request)
        if response.status_code == 404:
            site.missed(request)
        return response

    return guarded


def is_ours(request: Request, address: str) -> bool:
    """Tell whether the browser says that a request comes from a page of ours.

    Every browser since 2023 sends Sec-Fetch-Site (over https and on this machine), and every browser since
    2020 sends Origin with a POST; a page cannot change either. A request with neither is refused.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")  # none: the person did it, such as sending a form again
    origin = urlsplit(request.headers.get("origin", ""))
    return bool(origin.netloc) and origin.netloc in (request.headers.get("host"), urlsplit(address).netloc)


# The cookie holds a random token, and the database its hash. A signed cookie (SessionMiddleware) would need
# no look-up, but could not be ended from another device, and would outlive an erased member.


def set_cookie(site: Site, response: Response, token: str) -> None:
    """Remember in this browser who is signed in."""
    response.set_cookie(
        site.cookie,
        token,
        max_age=int(KEPT.total_seconds()),
        path="/",
        secure=site.secure,
        httponly=True,
        samesite="lax",  # with `strict` a link from an e-mail would open as if one were signed out
    )


def drop_cookie(site: Site, response: Response) -> None:
    """Forget in this browser who was signed in."""
    response.delete_cookie(site.cookie, path="/", secure=site.secure, httponly=True, samesite="lax")
