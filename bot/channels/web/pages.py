"""The pages: the chat itself, coming in, one more browser, and going out."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import re
import secrets
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import jinja2
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.channels.channel import WEB
from bot.channels.web.bubbles import Bubble, bubble, words_of
from bot.channels.web.security import drop_cookie, set_cookie
from bot.channels.web.site import MOST_UNITS, Site, Visitor, sign_in
from bot.files import draw_qr
from content import speech
from domain.links import sign_in_link
from domain.people import COORDINATORS, LANGUAGES, MOST_NAME
from domain.text import clean_line
from handlers.kit.buttons import encode
from handlers.kit.doors import Browse, ShowHelp, ShowMine, ShowPractice, ShowProfile, StartAsk, StartShare
from handlers.kit.take import Taken
from handlers.kit.turn import Incoming
from storage import invitations, lines, members, organisations, sessions
from storage.database import Connection
from storage.invitations import Invitation

PER_PAGE = 40
_LINK = re.compile(r"/(join|in)/([A-Za-z0-9_-]{10,64})/?\s*$")
_CODE = re.compile(r"[A-Za-z0-9_-]{10,64}\Z")
_PRACTICE = re.compile(r"[0-9a-z]{1,16}\Z")

# What the menu offers: the same buttons as the program itself puts under its messages.
MENU = (
    ("door-ask", StartAsk()),
    ("door-share", StartShare("")),
    ("door-browse", Browse("", "newest", 0)),
    ("door-mine", ShowMine()),
    ("web-profile", ShowProfile()),
    ("web-help", ShowHelp()),
)


@dataclass(frozen=True)
class View:
    """Part of a conversation: its messages, whether there are older ones, and where the stream goes on."""

    bubbles: Sequence[Bubble]
    more: bool
    last: int


class Pages:
    """The routes that answer with a page."""

    def __init__(self, site: Site, static: str) -> None:
        self.site = site
        self.static = static  # names today's style and script, so that browsers may keep them
        self.key = site.settings.key().encode()
        self.jinja = jinja2.Environment(
            loader=jinja2.PackageLoader("bot.channels.web"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )

    def page(
        self, template: str, language: str, status: int = 200, visitor: Visitor | None = None, **values: Any
    ) -> HTMLResponse:
        """Return a page in a language."""

        def words(key: str, **more: str | int) -> str:
            return speech.speak(key, language, more)

        made = self.jinja.get_template(f"{template}.html").render(
            t=words, language=language, visitor=visitor, static=self.static, safe=Markup, **values
        )
        return HTMLResponse(made, status)

    def notice(
        self, request: Request, key: str, status: int = 200, *, paste: bool = False, code: str = ""
    ) -> HTMLResponse:
        """Return a page that says one thing: the message `key`, under its title."""
        language = self.site.language(request)
        return self.page("notice", language, status, title=f"{key}.title", words=key, paste=paste, code=code)

    def parting(self, request: Request, taken: Taken, status: int = 200) -> Response:
        """Return what was said to somebody who has no page to read it on: not a member, or no longer."""
        language = self.site.language(request)
        zone = self.site.settings.timezone
        said = [part for one in taken.says for part in words_of(one.payload, language, zone)]
        response = self.page("parting", language, status, said=said)
        drop_cookie(self.site, response)
        return response

    # --- the chat ------------------------------------------------------------------------------------

    async def home(self, request: Request) -> Response:
        """Answer GET /: the chat, or how to come in."""
        visitor = await self.site.visitor(request)
        if visitor is not None:
            return await self.chat(request, visitor)
        if self.site.cookie in request.cookies:
            response = self.notice(request, "web-expired", 401, paste=True)
            drop_cookie(self.site, response)
            return response
        return self.notice(request, "web-entry", paste=True)

    async def chat(
        self,
        request: Request,
        visitor: Visitor,
        *,
        status: int = 200,
        text: str = "",
        trouble: str = "",
        opens: str = "",
    ) -> Response:
        """Return the chat page; `text` stays in the box, `trouble` says why, `opens` is tapped at once."""
        before = request.query_params.get("before", "")
        number = int(before) if before.isdecimal() and len(before) < 19 else None
        seen = await self.site.worker.read(view, visitor, number)
        offered = self.site.engine.routes.buttons
        return self.page(
            "chat",
            visitor.member.language,
            status,
            visitor,
            view=seen,
            older=number is not None,
            menu=[(label, encode(one)) for label, one in MENU if type(one) in offered],
            imports=visitor.member.role in COORDINATORS,
            page_id=secrets.token_hex(8),
            most=MOST_UNITS,
            text=text,
            trouble=trouble,
            opens=opens,
        )

    async def practice(self, request: Request) -> Response:
        """Answer GET /p/{practice}: the chat with that practice. Looking changes nothing: the page taps."""
        public_id = request.path_params["practice"]
        visitor = await self.site.visitor(request)
        if visitor is None:
            return self.notice(request, "web-practice", 401, paste=True)
        if not _PRACTICE.match(public_id):
            return self.notice(request, "web-missing", 404)
        return await self.chat(request, visitor, opens=encode(ShowPractice(public_id)))

    # --- joining -------------------------------------------------------------------------------------

    async def paste(self, request: Request) -> Response:
        """Answer GET /join?code=…: a pasted code or a whole link."""
        given = request.query_params.get("code", "").strip()
        link = _LINK.search(given)
        if link is not None:
            return RedirectResponse(f"/{link[1]}/{link[2]}", 303)
        if _CODE.match(given):
            return RedirectResponse(f"/join/{given}", 303)
        return self.notice(request, "web-broken" if given else "web-entry", paste=True)

    async def invitation(self, request: Request) -> Response:
        """Answer GET /join/{code}: what one joins. Nothing is used up, for link previews look too."""
        found = await self.site.worker.read(_look, request.path_params["code"], self.site.now())
        if found is None:
            return self.notice(request, "web-broken", 404, paste=True)
        visitor = await self.site.visitor(request)
        return self._invitation(request, found, visitor)

    def _invitation(
        self,
        request: Request,
        found: tuple[Invitation, str],
        visitor: Visitor | None,
        status: int = 200,
        trouble: str = "",
        name: str = "",
    ) -> Response:
        return self.page(
            "join",
            self.site.language(request, visitor),
            status,
            visitor,
            organisation=found[1],
            role=f"role-{found[0].role.value}",
            code=request.path_params["code"],
            form_id=secrets.token_urlsafe(16),
            languages=LANGUAGES,
            most=MOST_NAME,
            name=name,
            trouble=trouble,
        )

    async def join(self, request: Request) -> Response:
        """Answer POST /join/{code}: make a member by a turn, and sign them in."""
        code = request.path_params["code"]
        form = await request.form()
        form_id = str(form.get("form_id", ""))
        visitor = await self.site.visitor(request)
        if visitor is not None:
            taken = await self.site.engine.handle(
                self.site.incoming(visitor, form_id[:64], text=f"/start {code}")
            )
            if taken.refused:
                return self.notice(request, "web-slow-down", 429)
            return self.parting(request, taken) if taken.says else RedirectResponse("/", 303)
        name = clean_line(str(form.get("name", "")), MOST_NAME)
        language = str(form.get("language", ""))
        if not name or len(form_id) < 16:
            found = await self.site.worker.read(_look, code, self.site.now())
            if found is None:
                return self.notice(request, "web-broken", 404, paste=True)
            return self._invitation(request, found, None, 422, "web-join-name-missing")
        # Drawn from the form: sent twice, it is the same person and session; made up, it is nobody's.
        address, token = self._drawn("address", code, form_id)[:32], self._drawn("token", code, form_id)
        taken = await self.site.engine.handle(
            Incoming(
                channel=WEB,
                address=address,
                keys=(f"web:join:{address}",),
                text=f"/start {code}",
                name=name,
                language=language,
                pull=True,
            )
        )
        if taken.says:
            return self.parting(request, taken, 404)
        if await self._enter(address, token, again=not taken.known):
            return self._signed_in(token)
        return self.notice(request, "web-broken", 404, paste=True)

    def _drawn(self, what: str, code: str, form_id: str) -> str:
        return hmac.new(self.key, f"{what}:{code}:{form_id}".encode(), hashlib.sha256).hexdigest()

    async def _enter(self, address: str, token: str, *, again: bool) -> bool:
        """Sign in who just joined; the second of two presses waits for the first."""
        for _ in range(6 if again else 1):
            if await self.site.worker.write(_enter, address, token, again, self.site.now()):
                return True
            await asyncio.sleep(0.3 if again else 0)
        return False

    def _signed_in(self, token: str) -> Response:
        response = RedirectResponse("/", 303)
        set_cookie(self.site, response, token)
        return response

    # --- one more browser ----------------------------------------------------------------------------

    async def make_link(self, request: Request) -> Response:
        """Answer POST /device: a link, also as a QR code, that signs in one more browser."""
        visitor = await self.site.visitor(request)
        if visitor is None:
            return self.notice(request, "web-expired", 401, paste=True)
        token = await self.site.worker.write(sessions.make_link, visitor.member, self.site.now())
        link = sign_in_link(self.site.settings.public_url or str(request.base_url).rstrip("/"), token)
        return self.page(
            "device",
            visitor.member.language,
            visitor=visitor,
            link=link,
            qr=b64encode(draw_qr(link)).decode(),
            chat=await self._chat_link(visitor),
            minutes=int(sessions.LINK_WORKS.total_seconds() // 60),
        )

    async def _chat_link(self, visitor: Visitor) -> str:
        """Return a link by which this member goes on in the chat, "" when there is none."""
        start = self.site.engine.world.telegram_link
        if not start:
            return ""
        return start + await self.site.worker.write(sessions.make_link, visitor.member, self.site.now())

    async def look_link(self, request: Request) -> Response:
        """Answer GET /in/{token}: a button; looking alone does not use the link up."""
        token = request.path_params["token"]
        member = await self.site.worker.read(sessions.look_link, token, self.site.now())
        if member is None:
            return self.notice(request, "web-link-used", 404, paste=True)
        return self.page("in", member.language, token=token, name=member.name)

    async def use_link(self, request: Request) -> Response:
        """Answer POST /in/{token}: sign in here."""
        before = request.cookies.get(self.site.cookie, "")
        token = await self.site.worker.write(_use_link, request.path_params["token"], before, self.site.now())
        if token is not None:
            return self._signed_in(token)
        if await self.site.visitor(request) is not None:
            return RedirectResponse("/", 303)  # the second press of two
        return self.notice(request, "web-link-used", 404, paste=True)

    # --- going out -----------------------------------------------------------------------------------

    async def ask_sign_out(self, request: Request) -> Response:
        """Answer GET /signout: say how one comes back, before going."""
        visitor = await self.site.visitor(request)
        if visitor is None:
            return RedirectResponse("/", 303)
        return self.page("signout", visitor.member.language, visitor=visitor)

    async def sign_out(self, request: Request) -> Response:
        """Answer POST /signout: end this browser's session, and no other."""
        visitor = await self.site.visitor(request)
        token = request.cookies.get(self.site.cookie, "")
        await self.site.worker.write(sessions.end_session, token)
        if visitor is not None:
            self.site.speaker.tell_readers([visitor.member.id])  # other tabs of this browser close as well
        language = self.site.language(request, visitor)
        response = self.page("notice", language, title="web-out.title", words="web-out", paste=False, code="")
        drop_cookie(self.site, response)
        response.headers["clear-site-data"] = '"storage"'
        return response


# --- what the pages read and write --------------------------------------------------------------------


def view(connection: Connection, visitor: Visitor, before: int | None) -> View:
    """Return part of a conversation; what is written meanwhile comes by the stream."""
    last = lines.newest_number(connection, visitor.member.id)
    found = lines.page(connection, visitor.member.id, before, PER_PAGE + 1)
    zone, language = visitor.organisation.timezone, visitor.member.language
    shown = tuple(bubble(one, language, zone) for one in found[-PER_PAGE:])
    return View(shown, len(found) > PER_PAGE, last)


def _look(connection: Connection, code: str, now: datetime) -> tuple[Invitation, str] | None:
    found = invitations.look(connection, code, now)
    if found is None:
        return None
    return found, organisations.by_id(connection, found.organisation_id).name


def _enter(connection: Connection, address: str, token: str, again: bool, now: datetime) -> bool:
    if again:
        # A form out of the history of a shared computer opens nothing once its session has ended.
        return sessions.by_token(connection, token, now) is not None
    member = members.at_address(connection, WEB, address)
    if member is not None:
        sign_in(connection, member, now, token)
    return member is not None


def _use_link(connection: Connection, token: str, before: str, now: datetime) -> str | None:
    """Sign in by a new session; the one that this browser had before, whosever it was, is over."""
    member = sessions.use_link(connection, token, now)
    if member is None:
        return None
    sessions.end_session(connection, before)
    return sign_in(connection, member, now)
