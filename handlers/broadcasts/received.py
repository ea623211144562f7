"""A message to a group as its readers get it, and what they can say to it with one tap."""

from __future__ import annotations

from domain.audience import By, read_audience
from domain.broadcasts import Ask, Voice
from domain.delivery import Lane
from domain.people import EVERYONE, Member
from domain.rights import Reach
from handlers.broadcasts.attaching import shown
from handlers.kit import (
    Button,
    Capability,
    Marked,
    Refusal,
    Say,
    Tap,
    Text,
    Turn,
    button,
    tap,
    text,
    with_way_out,
)
from handlers.kit.doors import OpenRound, ShowPractice
from storage import audiences, broadcasts
from storage.broadcasts import Broadcast
from storage.database import Connection


@button("bs", EVERYONE, broadcast=Reach.own)
class Seen(Button):
    """Say that I saw it; only how many did is told."""

    broadcast: str


@button("bd", EVERYONE, broadcast=Reach.own)
class Doing(Button):
    """Say that I'll do it: asks first, because coordinators will see my name."""

    broadcast: str


@button("by", EVERYONE, broadcast=Reach.own)
class DoingSurely(Button):
    """Say that I'll do it, with my name."""

    broadcast: str


@button("bn", EVERYONE, broadcast=Reach.own)
class NotDoing(Button):
    """Say that I won't (any more)."""

    broadcast: str


# --- the message --------------------------------------------------------------------------------------


def message(connection: Connection, one: Broadcast) -> Say:
    """Return a broadcast as it is sent: from whom, the words, why it comes, and its button."""
    why = whose(connection, one.organisation_id, one.audience)
    said = Say(written(one.voice, one.words, one.asks, why), _taps(one), file=shown(one.file))
    return with_way_out(said, Lane.broadcast)


def written(voice: Voice, words: str, asks: Ask, why: Text) -> tuple[Text, ...]:
    """Return the paragraphs of a broadcast, also before it is one."""
    said = text(f"broadcast-from-{voice.value}", words=Marked(words))
    beforehand = (text("broadcast-doing-beforehand"),) if asks is Ask.doing else ()
    return (said, *beforehand, why)


def whose(connection: Connection, organisation_id: int, code: str) -> Text:
    """Say to who is in an audience why this comes."""
    audience = read_audience(code)
    assert audience is not None, "only a confirmed conversation writes it"
    match audience.by:
        case By.everybody:
            return text("broadcast-why-everybody")
        case By.team:
            return text("broadcast-why-team", name=audiences.team_name(connection, organisation_id, audience))
        case by:
            return text(f"broadcast-why-{by.value}", name=text(f"{by.value}-{audience.which}"))


def _taps(one: Broadcast) -> tuple[Tap, ...]:
    match one.asks:
        case Ask.seen:
            return (tap("broadcast-seen", Seen(one.public_id)),)
        case Ask.doing:
            return (tap("broadcast-doing", Doing(one.public_id)),)
        case Ask.practice if one.practice:
            return (tap("broadcast-practice", ShowPractice(one.practice)),)
        case Ask.round if one.round:
            return (tap("broadcast-to-round", OpenRound(one.round)),)
        case _:
            return ()


# --- and what is said to it ---------------------------------------------------------------------------


def seen(turn: Turn, pressed: Seen) -> Say:
    """Count that somebody saw it."""
    one = _mine(turn, pressed.broadcast, Ask.seen)
    broadcasts.press(turn.connection, one, turn.member, turn.now)
    return _with(turn, one, text("broadcast-seen-noted"))


def doing(turn: Turn, pressed: Doing) -> Say:
    """Say what the coordinator will see, and ask whether that is meant."""
    one = _mine(turn, pressed.broadcast, Ask.doing)
    if broadcasts.has_pressed(turn.connection, one, turn.member):
        return _is_doing(turn, one)
    asked = text("broadcast-doing-sure", name=_name(turn.member))
    return _with(
        turn,
        one,
        asked,
        tap("broadcast-doing-yes", DoingSurely(one.public_id)),
        tap("broadcast-doing-no", NotDoing(one.public_id)),
    )


def doing_surely(turn: Turn, pressed: DoingSurely) -> Say:
    """Put somebody's name on the list."""
    one = _mine(turn, pressed.broadcast, Ask.doing)
    broadcasts.press(turn.connection, one, turn.member, turn.now)
    return _is_doing(turn, one)


def not_doing(turn: Turn, pressed: NotDoing) -> Say:
    """Take somebody's name off the list again."""
    one = _mine(turn, pressed.broadcast, Ask.doing)
    broadcasts.take_back(turn.connection, one, turn.member)
    return message(turn.connection, one).instead()


def _is_doing(turn: Turn, one: Broadcast) -> Say:
    return _with(
        turn,
        one,
        text("broadcast-doing-noted"),
        tap("broadcast-doing-no", NotDoing(one.public_id)),
    )


def _with(turn: Turn, one: Broadcast, note: Text, *taps: Tap) -> Say:
    """Return the message with a note behind it, and other buttons."""
    why = whose(turn.connection, one.organisation_id, one.audience)
    said = Say((*written(one.voice, one.words, one.asks, why), note), taps, file=shown(one.file))
    return with_way_out(said, Lane.broadcast).instead()


def _name(member: Member) -> Text | str:
    return member.name or text("broadcast-no-name")


def _mine(turn: Turn, public_id: str, asks: Ask) -> Broadcast:
    one = broadcasts.received(turn.connection, turn.member, public_id)
    if one is None or one.asks is not asks:
        raise Refusal("broadcast-not-there")
    return one


RECEIVED = Capability(
    name="received",
    buttons={Seen: seen, Doing: doing, DoingSurely: doing_surely, NotDoing: not_doing},
)
