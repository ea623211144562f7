"""Rest for a while: nothing unasked until a day, and then by itself again."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.dates import read_until
from domain.people import EVERYONE
from handlers.kit import (
    Button,
    Capability,
    Command,
    Draft,
    Flow,
    Refusal,
    Reply,
    Say,
    Step,
    Turn,
    begin,
    begin_typed,
    button,
    pick,
    say,
    tap,
)
from handlers.kit.doors import StartPause
from storage import habits

WEEKS = (1, 2, 4)


@button("pe", EVERYONE)
class EndPause(Button):
    """Be sent things again."""


def command(turn: Turn, words: str) -> Reply:
    """Answer /pause, with or without until when."""
    return begin_typed(turn, PAUSE, words) if words else begin(turn, PAUSE)


def start(turn: Turn, _pressed: StartPause) -> Reply:
    """Ask until when."""
    return begin(turn, PAUSE)


def end(turn: Turn, _pressed: EndPause) -> Say:
    """End the pause."""
    habits.pause(turn.connection, turn.member.id, None)
    return say("pause-ended").instead()


def _ask(_turn: Turn, draft: Draft) -> Say:
    return say(
        "pause-until", *(pick(draft, "until", str(weeks), "pause-weeks", count=weeks) for weeks in WEEKS)
    )


def _typed(turn: Turn, _draft: Draft, words: str) -> dict[str, str]:
    until = read_until(words, _today(turn))
    if until is None:
        raise Refusal("pause-unread")
    return {"until": until.isoformat()}


def _picked(turn: Turn, _draft: Draft, value: str) -> dict[str, str]:
    if value not in map(str, WEEKS):
        raise Refusal("flow-choose")
    return {"until": (_today(turn) + timedelta(weeks=int(value))).isoformat()}


def _begin_pause(turn: Turn, draft: Draft) -> Say:
    until = date.fromisoformat(draft.answers["until"])
    habits.pause(turn.connection, turn.member.id, until)
    return say("pause-begun", tap("pause-end", EndPause()), until=datetime.combine(until, time(12), UTC))


def _today(turn: Turn) -> date:
    zone = habits.of(turn.connection, turn.member.id).zone
    return turn.now.astimezone(ZoneInfo(zone)).date()


PAUSE = Flow("pause", EVERYONE, (Step("until", _ask, typed=_typed, picked=_picked),), _begin_pause)

CAPABILITY = Capability(
    name="pause",
    commands=(Command("pause", command, EVERYONE),),
    buttons={StartPause: start, EndPause: end},
    flows=(PAUSE,),
)
