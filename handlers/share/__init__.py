"""Share a practice: in one message or step by step, seen as others will see it, then placed."""

from __future__ import annotations

from handlers.kit import (
    Button,
    Capability,
    Command,
    Draft,
    Reply,
    Resume,
    Say,
    Text,
    Turn,
    begin,
    begin_typed,
    button,
    tap,
    text,
)
from handlers.kit.doors import StartShare
from handlers.share.forward import FORWARD, forwarded
from handlers.share.sharing import SHARE, unfinished


@button("sx")
class ShareAfresh(Button):
    """Leave the unfinished one and start again."""

    mode: str


def share(turn: Turn, words: str) -> Reply:
    """Answer /share; what is typed behind it is the practice in one message."""
    if not words:
        return start(turn, StartShare(""))
    draft = unfinished(turn)
    if draft is None:
        return begin_typed(turn, SHARE, words, {"how": "one"})
    return _ask_first(draft, "one", text("share-unfinished-words"))


def start(turn: Turn, pressed: StartShare) -> Reply:
    """Start sharing, unless there is something unfinished: then ask first."""
    draft = unfinished(turn)
    if draft is None:
        return _begin(turn, pressed.mode)
    return _ask_first(draft, pressed.mode)


def _ask_first(draft: Draft, mode: str, *more: Text) -> Say:
    taps = (tap("flow-resume", Resume(draft.public_id)), tap("share-afresh", ShareAfresh(mode)))
    return Say((text("share-unfinished"), *more), taps)


def start_afresh(turn: Turn, pressed: ShareAfresh) -> Reply:
    """Start sharing and let go of what was unfinished."""
    return _begin(turn, pressed.mode)


def _begin(turn: Turn, mode: str) -> Reply:
    return begin(turn, SHARE, {"how": mode} if mode in ("one", "steps") else {})


CAPABILITY = Capability(
    name="share",
    commands=(Command("share", share),),
    buttons={StartShare: start, ShareAfresh: start_afresh},
    flows=(SHARE, FORWARD),
    on_forward=forwarded,
)
