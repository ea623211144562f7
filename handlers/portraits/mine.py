"""My own portrait: change it, take it away at once, and say once a year whether it may stay."""

from __future__ import annotations

from datetime import datetime

from domain.delivery import Lane
from domain.people import EVERYONE
from domain.portraits import Portrait, PortraitState
from domain.rhythm import is_paused
from handlers.kit import Button, Refusal, Reply, Say, Turn, button, say, tap, tell, text
from handlers.kit.doors import MyPortrait, ShowPeople, StartNomination
from handlers.portraits.interview import StartInterview
from handlers.portraits.showing import portrayed
from storage import deliveries, habits, portraits
from storage.database import Connection


@button("px", EVERYONE)
class WithdrawPortrait(Button):
    """Take my portrait away."""


@button("pu", EVERYONE)
class PutBackPortrait(Button):
    """Show my portrait again."""


@button("pv", EVERYONE)
class ErasePortrait(Button):
    """Keep nothing of my portrait."""


@button("pk", EVERYONE)
class KeepPortrait(Button):
    """My portrait may stay for another year."""


def command(turn: Turn, _words: str) -> Reply:
    """Answer /portrait."""
    return show_mine(turn, MyPortrait())


def show_mine(turn: Turn, _pressed: MyPortrait) -> Say:
    """Show my portrait as it stands, with what I can do with it."""
    mine = portraits.of(turn.connection, turn.member)
    if mine is None:
        return say(
            "portrait-none",
            tap("portrait-people", ShowPeople(0)),
            tap("portrait-nominate", StartNomination("")),
        )
    match mine.state:
        case PortraitState.begun:
            go_on = tap("portrait-go-on", StartInterview())
            return say("portrait-begun", go_on, tap("portrait-erase", ErasePortrait()))
        case PortraitState.withdrawn:
            back = tap("portrait-put-back", PutBackPortrait())
            return say("portrait-away", back, tap("portrait-erase", ErasePortrait()))
        case PortraitState.published:
            return _on_show(turn, mine)
        case PortraitState.hidden:
            erase = tap("portrait-erase", ErasePortrait())
            return say("portrait-is-hidden", tap("portrait-change", StartInterview()), erase)


def _on_show(turn: Turn, mine: Portrait) -> Say:
    shown = portrayed(turn, mine).after(text("portrait-yours"))
    return shown.with_taps(
        tap("portrait-change", StartInterview()), tap("portrait-withdraw", WithdrawPortrait())
    )


def withdraw(turn: Turn, _pressed: WithdrawPortrait) -> Say:
    """Take it away at once; pressed again it stays away."""
    mine = portraits.of(turn.connection, turn.member)
    if mine is not None and mine.state is PortraitState.published:
        if mine.renew_at is not None:
            deliveries.withdraw(turn.connection, _once(mine.public_id, mine.renew_at))
        portraits.withdraw(turn.connection, turn.member, turn.now)
    return show_mine(turn, MyPortrait()).instead()


def put_back(turn: Turn, _pressed: PutBackPortrait) -> Say:
    """Show it again, for a year."""
    mine = portraits.of(turn.connection, turn.member)
    if mine is not None and mine.state is PortraitState.withdrawn:
        portraits.put_back(turn.connection, turn.member, turn.now)
    return show_mine(turn, MyPortrait()).instead()


def erase(turn: Turn, _pressed: ErasePortrait) -> Say:
    """Keep nothing of a portrait that is not on show."""
    mine = portraits.of(turn.connection, turn.member)
    if mine is not None and mine.state is not PortraitState.published:
        portraits.erase(turn.connection, turn.member)
    return say("portrait-erased").instead()


# --- once a year --------------------------------------------------------------------------------------


def renew(connection: Connection, now: datetime) -> None:
    """Ask after a year whether a portrait may stay; take it away when nobody says so in four weeks."""
    portraits.take_away_unanswered(connection, now)
    portraits.forget_old(connection, now)
    due = portraits.due(connection, now)
    theirs = habits.of_all(connection, {one.member_id for one in due})
    for one in due:
        if is_paused(theirs[one.member_id], now):
            continue  # whoever is away cannot answer: the four weeks begin when they are back
        saying = say(
            "portrait-renew",
            tap("portrait-keep", KeepPortrait()),
            tap("portrait-change", StartInterview()),
            tap("portrait-withdraw", WithdrawPortrait()),
        )
        tell(
            connection,
            one.member_id,
            saying,
            once=_once(one.public_id, one.renew_at),
            lane=Lane.follow_up,
            now=now,
        )
        portraits.mark_asked(connection, one, now)


def _once(public_id: str, renew_at: datetime) -> str:
    return f"portrait-renew:{public_id}:{renew_at.date()}"


def keep(turn: Turn, _pressed: KeepPortrait) -> Say:
    """Let it stay for another year."""
    mine = portraits.of(turn.connection, turn.member)
    if mine is None or mine.state is not PortraitState.published:
        raise Refusal("portrait-gone-mine", tap("portrait-mine", MyPortrait()))
    portraits.put_back(turn.connection, turn.member, turn.now)
    return say("portrait-kept", tap("portrait-mine", MyPortrait())).instead()
