"""What every page of the site shares: the program behind it, and who is looking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from starlette.requests import Request

from bot.channels.channel import WEB
from bot.counter import Counter, place_of
from bot.engine import Engine
from bot.settings import Settings
from bot.speaker import Speaker
from bot.worker import Worker
from domain.limits import MISSES
from domain.people import LANGUAGES, Address, Member, language_for
from handlers.kit.turn import FileRef, Incoming, Kind
from storage import members, organisations, sessions
from storage.database import Connection
from storage.organisations import Organisation

MOST_UNITS = 8192  # UTF-16 units in one message of a person, and in one of ours


@dataclass(frozen=True)
class Visitor:
    """Somebody who is signed in: their browser's token, who they are and where we answer them."""

    token: str
    session: sessions.Session
    organisation: Organisation
    address: str

    @property
    def member(self) -> Member:
        """The member."""
        return self.session.member


@dataclass
class Site:
    """The program as the pages see it."""

    settings: Settings
    engine: Engine
    worker: Worker
    speaker: Speaker
    closing: bool = False
    misses: Counter = field(default_factory=lambda: Counter(MISSES))
    _bells: set[Callable[[], None]] = field(default_factory=set)

    @property
    def secure(self) -> bool:
        """Whether people come over https."""
        return self.settings.address.startswith("https://")

    @property
    def cookie(self) -> str:
        """The name of the cookie; browsers refuse one with this prefix from another host or without https."""
        return "__Host-kopgroep" if self.secure else "kopgroep"

    def now(self) -> datetime:
        """Return this moment, as the engine has it."""
        return self.engine.clock()

    async def visitor(self, request: Request) -> Visitor | None:
        """Return who is looking, or None when nobody is signed in here (any more)."""
        token = request.cookies.get(self.cookie, "")
        if not token:
            return None
        found = await self.worker.read(who, token, self.now())
        if found is not None and found.session.ages(self.now()):
            await self.worker.write(sessions.renew, found.session, self.now())
        return found

    def may_try(self, request: Request) -> bool:
        """Tell whether a link may be tried from there; too many that did not work were before."""
        return self.misses.has_room(_place(request), self.now())

    def missed(self, request: Request) -> None:
        """Count a link that did not work."""
        self.misses.spend(_place(request), self.now())

    def language(self, request: Request, visitor: Visitor | None = None) -> str:
        """Return the language to speak: the member's, else as asked for, else as the browser prefers."""
        if visitor is not None:
            return visitor.member.language
        asked = request.query_params.get("language", "")
        if asked in LANGUAGES:
            return asked
        hints = (one.split(";")[0].strip() for one in request.headers.get("accept-language", "").split(","))
        known = (one for one in hints if language_for(one, "") in LANGUAGES)
        return language_for(next(known, ""), self.settings.default_language)

    def incoming(self, visitor: Visitor, client_id: str, **what: str | Kind | FileRef) -> Incoming:
        """Return what a member said or tapped; sent twice, it has the same key."""
        return Incoming(
            channel=WEB,
            address=visitor.address,
            keys=(f"web:{visitor.member.id}:{client_id}",),
            message=client_id,
            name=visitor.member.name,
            language=visitor.member.language,
            pull=True,
            session=visitor.session.id,
            **what,  # type: ignore[arg-type]
        )

    # --- closing: open streams would keep the server waiting ------------------------------------------

    def on_close(self, bell: Callable[[], None]) -> Callable[[], None]:
        """Call `bell` when the program stops; returns how to take it back."""
        self._bells.add(bell)
        return lambda: self._bells.discard(bell)

    def close(self) -> None:
        """End the open streams; the browsers come back by themselves."""
        self.closing = True
        for bell in tuple(self._bells):
            bell()


def _place(request: Request) -> str:
    return place_of(request.client.host if request.client else "")


def who(connection: Connection, token: str, now: datetime) -> Visitor | None:
    """Return who is signed in with this token."""
    session = sessions.by_token(connection, token, now)
    if session is None:
        return None
    here = (one for one in members.addresses_of(connection, session.member.id) if one.channel == WEB)
    address = next(here, None)
    if address is None:
        return None
    organisation = organisations.by_id(connection, session.member.organisation_id)
    return Visitor(token, session, organisation, address.address)


def sign_in(connection: Connection, member: Member, now: datetime, token: str = "") -> str:
    """Sign a member in on this browser; one who only came by another channel gets an address here."""
    if not any(one.channel == WEB for one in members.addresses_of(connection, member.id)):
        members.add_address(connection, member, Address(WEB, member.public_id, pull=True), now)
    return sessions.make_session(connection, member, now, token)
