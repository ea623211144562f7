"""How a message to a group stands: counts by state, never names, and what a coordinator can do about it."""

from __future__ import annotations

from domain.audience import read_audience
from domain.broadcasts import FEWEST_RECIPIENTS, Ask, Stage, Tally
from domain.marks import bare
from domain.people import COORDINATORS
from domain.rights import Reach
from domain.text import clean_line, shorten
from handlers.kit import (
    At,
    Button,
    Refusal,
    Reply,
    Say,
    Tap,
    Text,
    Turn,
    button,
    say,
    tap,
    text,
)
from handlers.kit.audience import named
from handlers.kit.doors import FROM_ELSEWHERE, StartBroadcast
from storage import audit, broadcasts
from storage.broadcasts import Broadcast

PER_PAGE = 5
MOST_QUOTE = 80  # UTF-16 units of the words, enough to know which one it is
WRONG = ("failed", "uncertain")  # has to do with the connection, and with nobody's wishes
MOST_NAMES = 3000  # characters of a list of names in one message


@button("bl", COORDINATORS)
class ListBroadcasts(Button):
    """Show the messages to groups after `skip` newer ones."""

    skip: int


@button("bo", COORDINATORS, broadcast=Reach.ours)
class ShowBroadcast(Button):
    """Show how one stands."""

    broadcast: str


@button("bx", COORDINATORS, broadcast=Reach.ours)
class StopBroadcast(Button):
    """Stop it: before it goes out, or halfway."""

    broadcast: str


@button("bu", COORDINATORS, broadcast=Reach.ours)
class RepeatUncertain(Button):
    """Send it again to whom nobody knows to have got it."""

    broadcast: str


@button("bw", COORDINATORS, broadcast=Reach.ours)
class ShowDoers(Button):
    """Show the names of who said "I'll do it"."""

    broadcast: str


@button("ba", COORDINATORS, broadcast=Reach.ours)
class ChangeBroadcast(Button):
    """Hold it back, and write it anew from what it was."""

    broadcast: str


# --- one of them --------------------------------------------------------------------------------------


def report(one: Broadcast, tally: Tally) -> Say:
    """Say how it stands, by counts, with what can be done."""
    quote = shorten(clean_line(bare(one.words), MOST_QUOTE * 2), MOST_QUOTE)
    head = text(f"broadcast-is-{one.stage.value}", quote=quote, at=At(one.start_at), count=one.recipients)
    counts = () if one.stage in (Stage.planned, Stage.withdrawn) else (_counts(one, tally),)
    return Say((head, *counts), _taps(one, tally))


def _counts(one: Broadcast, tally: Tally) -> Text:
    """Return the counts, each on a line of its own; what is nothing is left out.

    Of a small group only what went wrong: how many got it would tell that one of them wants nothing.
    """
    small = one.recipients < FEWEST_RECIPIENTS
    arrived = text("broadcast-count-sent", count=tally.sent, total=tally.total)
    lines = [text("broadcast-few", least=FEWEST_RECIPIENTS) if small else arrived]
    others = {
        name: getattr(tally, name) for name in (WRONG if small else ("waiting", "gone", *WRONG, "cancelled"))
    }
    lines += [text(f"broadcast-count-{name}", count=many) for name, many in others.items() if many]
    if tally.pressed is not None and one.asks in (Ask.seen, Ask.doing):
        lines.append(text(f"broadcast-count-{one.asks.value}", count=tally.pressed))
    first, *more = lines
    for line in more:
        first = text("broadcast-lines", before=first, line=line)
    return first


def _taps(one: Broadcast, tally: Tally) -> tuple[Tap, ...]:
    taps = []
    if one.stage is Stage.planned:
        taps += [
            tap("broadcast-hold", StopBroadcast(one.public_id)),
            tap("broadcast-change", ChangeBroadcast(one.public_id)),
        ]
    if one.stage is Stage.sending:
        taps.append(tap("broadcast-stop", StopBroadcast(one.public_id)))
    if tally.uncertain and one.stage is Stage.done:
        taps.append(tap("broadcast-repeat", RepeatUncertain(one.public_id)))
    if one.asks is Ask.doing and one.stage not in (Stage.planned, Stage.withdrawn):
        taps.append(tap("broadcast-doers", ShowDoers(one.public_id)))
    return tuple(taps)


def _now(turn: Turn, one: Broadcast) -> Say:
    return report(one, broadcasts.tally(turn.connection, one))


def shared(turn: Turn, public_id: str) -> Broadcast:
    """Return a broadcast of this organisation, or refuse."""
    one = broadcasts.by_public_id(turn.connection, turn.member.organisation_id, public_id)
    if one is None:
        raise Refusal("broadcast-not-there")
    return one


def show(turn: Turn, pressed: ShowBroadcast) -> Reply:
    """Show how one stands now."""
    return _now(turn, shared(turn, pressed.broadcast))


def stop(turn: Turn, pressed: StopBroadcast) -> Reply:
    """Stop it at once; who got it already keeps it."""
    one = shared(turn, pressed.broadcast)
    if hold(turn, one) is None:
        return _now(turn, one).after(text("broadcast-over")).instead()
    return _now(turn, shared(turn, pressed.broadcast)).instead()


def hold(turn: Turn, one: Broadcast) -> Stage | None:
    """Stop it and write down who did; None when there is nothing to stop."""
    stage = broadcasts.stop(turn.connection, one, turn.now)
    if stage is not None:
        _note(turn, f"broadcast-{stage.value}", one)
    return stage


def repeat(turn: Turn, pressed: RepeatUncertain) -> Reply:
    """Send it again to whom nobody knows to have got it."""
    one = shared(turn, pressed.broadcast)
    if one.stage is not Stage.done or not broadcasts.repeat(turn.connection, one, turn.now):
        return _now(turn, one).after(text("broadcast-over")).instead()
    _note(turn, "broadcast-repeated", one)
    return _now(turn, shared(turn, pressed.broadcast)).instead()


def show_doers(turn: Turn, pressed: ShowDoers) -> Reply:
    """Show who will do it, by name, as each of them agreed to."""
    one = shared(turn, pressed.broadcast)
    names = broadcasts.doers(turn.connection, one) if one.asks is Ask.doing else ()
    if not names:
        return say("broadcast-doers-none")
    listed = "\n".join(names)
    return say("broadcast-doers-list", count=len(names), names=shorten(listed, MOST_NAMES))


def _note(turn: Turn, action: str, one: Broadcast) -> None:
    audit.note(
        turn.connection,
        turn.member.organisation_id,
        turn.member.id,
        action,
        about=one.public_id,
        count=one.recipients,
        now=turn.now,
    )


# --- all of them --------------------------------------------------------------------------------------


def show_list(turn: Turn, pressed: ListBroadcasts) -> Reply:
    """Show a page of them, and what was done with them by whom."""
    organisation = turn.member.organisation_id
    count = broadcasts.count(turn.connection, organisation)
    if not count:
        return say("broadcast-none", tap("broadcast-new", StartBroadcast()))
    skip = pressed.skip if 0 <= pressed.skip < count else 0
    shown = broadcasts.page(turn.connection, organisation, most=PER_PAGE, skip=skip)
    lines = [_line(turn, number, one) for number, one in enumerate(shown, skip + 1)]
    taps = [
        tap("broadcast-open", ShowBroadcast(one.public_id), number=number)
        for number, one in enumerate(shown, skip + 1)
    ]
    if skip + PER_PAGE < count:
        taps.append(tap("broadcast-more", ListBroadcasts(skip + PER_PAGE)))
    said = Say((text("broadcast-list", count=count), *lines), (*taps, tap("broadcast-new", StartBroadcast())))
    return said if pressed.skip == FROM_ELSEWHERE else said.instead()


def _line(turn: Turn, number: int, one: Broadcast) -> Text:
    audience = read_audience(one.audience)
    assert audience is not None
    return text(
        "broadcast-line",
        number=number,
        state=text(f"broadcast-state-{one.stage.value}"),
        at=At(one.start_at),
        audience=named(turn, audience),
        count=one.recipients,
        quote=shorten(clean_line(bare(one.words), MOST_QUOTE * 2), MOST_QUOTE),
    )
