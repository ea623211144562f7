"""Closing the loop: you said, we will, we will not because, we do not know yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

from domain.dates import read_day
from domain.people import COORDINATORS
from domain.rounds import RoundState, day_end
from domain.text import clean_line
from handlers.kit import Draft, Flow, Refusal, Reply, Say, Step, Tap, Turn, begin, pick, say, tap, text
from handlers.kit.doors import ListRounds, WriteBack
from handlers.kit.flow import Answers
from handlers.rounds import words
from handlers.rounds.outcome import mine
from storage import rounds
from storage.rounds import Round

Take: TypeAlias = "Callable[[Turn, Draft, str], Answers]"

MOST_WORDS = 280
NOTHING = ""
WEEKS = (2, 4, 12)
FARTHEST = timedelta(days=730)


def start(turn: Turn, pressed: WriteBack) -> Reply:
    """Begin what comes of a round, as long as nobody has heard it."""
    one = _owed(turn, pressed.round)
    return begin(turn, FLOW, {"round": one.public_id})


def _owed(turn: Turn, public_id: str) -> Round:
    one = mine(turn, public_id)
    if one.state is RoundState.answered:
        raise Refusal("round-answered-already")
    if one.state is not RoundState.closed:
        raise Refusal("round-not-closed")
    return one


def ask_said(_turn: Turn, _draft: Draft) -> Say:
    """Ask what people said."""
    return say("round-ask-said")


def ask_will(_turn: Turn, draft: Draft) -> Say:
    """Ask what will be done."""
    return say("round-ask-will", pick(draft, "will", "nothing", "round-nothing"))


def ask_will_by(turn: Turn, draft: Draft) -> Say:
    """Ask by when."""
    return say("round-ask-will-by", *_dates(turn, draft, "will_by"))


def ask_wont(_turn: Turn, draft: Draft) -> Say:
    """Ask what will not be done."""
    return say("round-ask-wont", pick(draft, "wont", "nothing", "round-nothing"))


def ask_because(_turn: Turn, _draft: Draft) -> Say:
    """Ask why not."""
    return say("round-ask-because")


def ask_unknown(_turn: Turn, draft: Draft) -> Say:
    """Ask what is not known yet."""
    return say("round-ask-unknown", pick(draft, "unknown", "nothing", "round-nothing"))


def ask_unknown_on(turn: Turn, draft: Draft) -> Say:
    """Ask on which day people hear it."""
    return say("round-ask-unknown-on", *_dates(turn, draft, "unknown_on"))


def _dates(turn: Turn, draft: Draft, step: str) -> list[Tap]:
    return [
        pick(draft, step, str(weeks), "round-date", date=turn.now + timedelta(weeks=weeks)) for weeks in WEEKS
    ]


def _typed(step: str) -> Take:
    def take(_turn: Turn, _draft: Draft, typed: str) -> Answers:
        line = clean_line(typed, MOST_WORDS)
        if not any(char.isalnum() for char in line):
            raise Refusal("round-no-letters")
        return {step: line}

    return take


def _nothing(step: str) -> Take:
    def take(_turn: Turn, draft: Draft, value: str) -> Answers:
        if value != "nothing":
            raise Refusal("old-button")
        if step == "unknown" and not draft.answers.get("will") and not draft.answers.get("wont"):
            raise Refusal("round-no-answer-at-all")
        return {step: NOTHING}

    return take


def _day(step: str, *, typed: bool) -> Take:
    def take(turn: Turn, draft: Draft, given: str) -> Answers:
        one = _owed(turn, draft.answers["round"])
        today = turn.now.astimezone(ZoneInfo(one.zone)).date()
        if typed:
            day = read_day(given, today)
        elif given in map(str, WEEKS):
            day = today + timedelta(weeks=int(given))
        else:
            raise Refusal("old-button")
        if day is None or not today <= day <= today + FARTHEST:
            raise Refusal("round-no-day")
        return {step: day_end(day, one.zone).isoformat()}

    return take


def ask_check(turn: Turn, draft: Draft) -> Say:
    """Show it as everybody who was asked will read it."""
    one = _owed(turn, draft.answers["round"])
    return Say(
        (text("round-feedback-check", invited=one.invited), *words.feedback(one, draft.answers)),
        (pick(draft, "check", "publish", "round-publish"),),
    )


def pick_check(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Publish."""
    if value != "publish":
        raise Refusal("old-button")
    return {"check": "publish"}


def finish(turn: Turn, draft: Draft) -> Reply:
    """Store what comes of it, once; everybody who was asked hears it."""
    one = _owed(turn, draft.answers["round"])
    kept = ("said", "will", "will_by", "wont", "because", "unknown", "unknown_on")
    said = {name: draft.answers[name] for name in kept if name in draft.answers}
    if not rounds.publish(turn.connection, one, said, turn.now):
        raise Refusal("round-answered-already")
    return say("round-published", tap("round-mine", ListRounds(0)), invited=one.invited)


def _has(step: str) -> Callable[[Draft], bool]:
    return lambda draft: bool(draft.answers.get(step))


FLOW = Flow(
    "round_feedback",
    COORDINATORS,
    (
        Step("said", ask_said, typed=_typed("said"), for_others=True),
        Step("will", ask_will, typed=_typed("will"), picked=_nothing("will"), for_others=True),
        Step(
            "will_by",
            ask_will_by,
            typed=_day("will_by", typed=True),
            picked=_day("will_by", typed=False),
            needed=_has("will"),
        ),
        Step("wont", ask_wont, typed=_typed("wont"), picked=_nothing("wont"), for_others=True),
        Step("because", ask_because, typed=_typed("because"), for_others=True, needed=_has("wont")),
        Step("unknown", ask_unknown, typed=_typed("unknown"), picked=_nothing("unknown"), for_others=True),
        Step(
            "unknown_on",
            ask_unknown_on,
            typed=_day("unknown_on", typed=True),
            picked=_day("unknown_on", typed=False),
            needed=_has("unknown"),
        ),
        Step("check", ask_check, picked=pick_check),
    ),
    finish,
)
