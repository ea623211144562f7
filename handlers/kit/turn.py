"""One turn: somebody said or tapped something, one transaction answers it, and the answer is stored in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from domain import guard
from domain.delivery import Lane
from domain.matching import Analysis, Document, Hit, Match, Scope
from domain.people import Member, Role
from domain.retention import DEFAULTS, Kept
from domain.rights import may
from domain.text import clean_line
from handlers.kit.buttons import Button
from handlers.kit.say import Say, Tap, Text
from handlers.kit.telling import tell
from handlers.kit.uploads import Uploads
from storage.database import Connection

if TYPE_CHECKING:
    from handlers.kit.originals import Originals


class Kind(StrEnum):
    """What came in."""

    text = "text"
    button = "button"
    edit = "edit"  # an earlier message was changed
    forward = "forward"
    echo = "echo"  # a forwarded message that a program made, ours or another's
    photo = "photo"
    voice = "voice"
    document = "document"
    other = "other"  # a sticker, a place, a contact …
    gone = "gone"  # the person closed the door: blocked the bot, left


class Place(StrEnum):
    """Where it was said."""

    private = "private"
    group = "group"


@dataclass(frozen=True)
class FileRef:
    """A file that somebody sent: how they call it ("" for a photo), its bytes, what the channel calls it."""

    name: str
    size: int
    reference: str


@dataclass(frozen=True)
class Incoming:
    """What a channel hands over: who, what and where, without a word about the channel's own ways."""

    channel: str
    address: str
    keys: tuple[str, ...]  # names of the updates it was made of; each is handled once
    kind: Kind = Kind.text
    place: Place = Place.private
    text: str = ""
    marked: str = ""  # the same words with *marks*, when the channel has them marked
    data: str = ""  # what the tapped button carries
    message: str = ""  # the message itself, so that an edit of it is recognised
    tapped: str = ""  # the message the tapped button hangs on
    album: str = ""  # pictures sent together share this
    file: FileRef | None = None  # the document or picture, when it is one
    name: str = ""
    language: str = ""  # a hint such as "nl-NL"
    pull: bool = False  # the channel reads its messages from storage
    session: int = 0  # the browser session it came from, when there is one
    meaning: bytes = b""  # a vector of the question, where a service made one in time


class Finder(Protocol):
    """The matching index as a turn sees it; the real one lives in `bot`."""

    def match(self, question: str, viewer: Scope, most: int = 5, meaning: bytes = b"") -> Match: ...

    def similar(self, document: Document, viewer: Scope, most: int = 3) -> tuple[Hit, ...]: ...

    def analyse(self, document: Document) -> Analysis: ...


class Vocabulary(Protocol):
    """The words a person may type, looked up in `content/` by `bot`."""

    def command(self, word: str) -> str | None: ...

    def label(self, payload: Mapping[str, Any], language: str) -> str: ...

    def word(self, key: str, language: str) -> str: ...


@dataclass(frozen=True)
class World:
    """What every turn shares and no turn changes before its commit."""

    finder: Finder
    vocabulary: Vocabulary
    originals: Originals
    owner: str  # this process, as claims on deliveries name it
    public_url: str
    uploads: Uploads = field(default_factory=Uploads)
    telegram_link: str = ""  # the start of a link into the chat, such as https://t.me/name?start=
    default_language: str = "nl"
    timezone: str = "Europe/Amsterdam"
    names: guard.Names = guard.NOBODY  # that the guard knows
    kept: Kept = DEFAULTS  # how long things are kept here


@dataclass(frozen=True)
class Go:
    """Hand over to whoever answers this button; the kit calls it.

    `instead` puts what they say in the place of the tapped message, and `toast` says shortly what was done.
    """

    button: Button
    instead: bool = False
    toast: Text | None = None


@dataclass(frozen=True)
class Hear:
    """Answer these words as if the person had typed them with nothing else open; the guard has seen them."""

    words: str


Reply: TypeAlias = "Say | Go | Hear | tuple[Say, ...] | None"


class Refusal(Exception):
    """A polite no: `key` names its words. Raise it before anything is written."""

    def __init__(self, key: str, *taps: Tap, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.taps = taps
        self.values = values


@dataclass(frozen=True)
class Turn:
    """What a capability gets: the connection of this turn, the person, what they said, and the world."""

    connection: Connection
    now: datetime
    incoming: Incoming
    member: Member
    world: World
    # What the index has to look at after the commit: practices, and 0 for the synonyms of the organisation.
    changed: list[int] = field(default_factory=list)
    # Not empty when what was typed is an answer that nobody may link to who gave it.
    secret: list[bool] = field(default_factory=list)
    # Not empty when the member left in this turn: what is said now is said to a stranger.
    gone: list[bool] = field(default_factory=list)

    @property
    def scope(self) -> Scope:
        """What the matcher may show this member."""
        return Scope(self.member.organisation_id, self.member.employer_id, self.member.team_id)

    @property
    def guard_labels(self) -> dict[guard.Kind, str]:
        """What stands in the place of what the guard took out, in the member's language."""
        return {
            kind: self.world.vocabulary.word(f"guard-{kind.value}", self.member.language)
            for kind in guard.Kind
        }

    def guard(self, words: str) -> guard.Finding:
        """Look for what points to a person in words for others; the member's own name is theirs to say."""
        return guard.check(words, self.guard_labels, self.world.names, self.member.name)

    def name_in(self, words: str, most: int) -> str:
        """Return words as the name of a colleague; a number that points to a person is no part of a name."""
        name = clean_line(words, most)
        if not any(letter.isalpha() for letter in name):
            raise Refusal("name-letters")
        if self.guard(words).sure:
            raise Refusal("name-numbers")
        return name

    def may(self, roles: Collection[Role]) -> bool:
        """Tell whether the member has one of these roles."""
        return may(self.member, roles)

    def keep_no_words(self) -> None:
        """Keep what was typed out of the member's own page: it is an answer that nobody may link to them."""
        self.secret.append(True)

    def tell(
        self,
        member_id: int,
        saying: Say,
        *,
        once: str,
        lane: Lane = Lane.answer,
        not_before: datetime | None = None,
        not_after: datetime | None = None,
    ) -> bool:
        """Queue a message to another member, at most once per `once`, in the same transaction as its fact."""
        return tell(
            self.connection,
            member_id,
            saying,
            once=once,
            lane=lane,
            now=self.now,
            not_before=not_before,
            not_after=not_after,
        )
