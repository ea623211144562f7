"""A forwarded message: whose words are they? Where it came from is never stored."""

from __future__ import annotations

from domain.people import EVERYONE
from domain.text import is_blank
from handlers.kit import (
    Draft,
    Flow,
    Hear,
    Refusal,
    Reply,
    Say,
    Step,
    Turn,
    begin,
    begin_typed,
    pick,
    say,
    tap,
    text,
)
from handlers.kit.doors import StartAsk
from handlers.kit.flow import Answers
from handlers.share.alike import with_alike
from handlers.share.sharing import SHARE, unfinished
from handlers.share.telling import found_in


def forwarded(turn: Turn) -> Reply:
    """Ask whose words a forwarded message are; where it came from is never stored."""
    if is_blank(turn.incoming.text):
        return say("nothing-said")
    return begin_typed(turn, FORWARD, turn.incoming.text)


def _ask_words(_turn: Turn, _draft: Draft) -> Say:
    return say("share-one")


def _words_typed(turn: Turn, _draft: Draft, words: str) -> Answers:
    found_in(words, turn.member.language)
    return {"words": words}


def _ask_mine(turn: Turn, draft: Draft) -> Say:
    asked = say(
        "share-forward",
        pick(draft, "mine", "yes", "share-forward-yes"),
        pick(draft, "mine", "no", "share-forward-no"),
        pick(draft, "mine", "question", "share-forward-question"),
    )
    if unfinished(turn) is not None:
        return Say((*asked.texts, text("share-forward-replaces")), asked.taps)
    return asked


def _mine_picked(_turn: Turn, _draft: Draft, value: str) -> Answers:
    if value not in ("yes", "no", "question"):
        raise Refusal("flow-choose")
    return {"mine": value}


def _forward_done(turn: Turn, draft: Draft) -> Reply:
    match draft.answers["mine"]:
        case "yes":
            found = found_in(draft.answers["words"], turn.member.language)
            known = {name: value for name, value in found.items() if value is not None}
            return begin(turn, SHARE, {"how": "one", "one": True, **with_alike(turn, {}, known)})
        case "question":
            return Hear(draft.answers["words"])
        case _:
            return say("share-not-yours", tap("door-ask", StartAsk()))


FORWARD = Flow(
    "forward",
    EVERYONE,
    (
        Step("words", _ask_words, typed=_words_typed, for_others=True),
        Step("mine", _ask_mine, picked=_mine_picked, can_return=False),
    ),
    _forward_done,
)
