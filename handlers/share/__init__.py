"""Share a practice: in one message or step by step, seen as others will see it, then placed."""

from __future__ import annotations

from domain.people import EVERYONE
from domain.practices import Practice, PracticeState
from domain.rights import Reach
from handlers.kit import (
    Button,
    Capability,
    Command,
    Draft,
    Refusal,
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
from handlers.kit.card import visible
from handlers.kit.doors import StartShare, StartVariant
from handlers.share.forward import FORWARD, forwarded
from handlers.share.sharing import SHARE, unfinished


@button("sx", EVERYONE, practice=Reach.seen, mode=Reach.nothing)
class ShareAfresh(Button):
    """Leave the unfinished one and start again, perhaps with what one did differently."""

    mode: str
    practice: str


def share(turn: Turn, words: str) -> Reply:
    """Answer /share; what is typed behind it is the practice in one message."""
    if not words:
        return start(turn, StartShare(""))
    draft = unfinished(turn)
    if draft is None:
        return begin_typed(turn, SHARE, words, {"how": "one"})
    return _ask_first(draft, ShareAfresh("one", ""), text("share-unfinished-words"))


def start(turn: Turn, pressed: StartShare) -> Reply:
    """Start sharing, unless there is something unfinished: then ask first."""
    draft = unfinished(turn)
    if draft is None:
        return _begin(turn, pressed.mode)
    return _ask_first(draft, ShareAfresh(pressed.mode, ""))


def start_variant(turn: Turn, pressed: StartVariant) -> Reply:
    """Share how one did a colleague's practice differently, unless there is something unfinished."""
    parent = visible(turn, pressed.practice)
    draft = unfinished(turn)
    if draft is None:
        return _begin_variant(turn, parent)
    return _ask_first(draft, ShareAfresh("", parent.public_id))


def _ask_first(draft: Draft, afresh: ShareAfresh, *more: Text) -> Say:
    taps = (tap("flow-resume", Resume(draft.public_id)), tap("share-afresh", afresh))
    return Say((text("share-unfinished"), *more), taps)


def start_afresh(turn: Turn, pressed: ShareAfresh) -> Reply:
    """Start sharing and let go of what was unfinished."""
    if pressed.practice:
        return _begin_variant(turn, visible(turn, pressed.practice))
    return _begin(turn, pressed.mode)


def _begin(turn: Turn, mode: str) -> Reply:
    return begin(turn, SHARE, {"how": mode} if mode in ("one", "steps") else {})


def _begin_variant(turn: Turn, parent: Practice) -> Reply:
    """Ask only what is different; when it applies and what to watch out for are taken over."""
    if parent.author_id == turn.member.id or parent.state is not PracticeState.published:
        raise Refusal("practice-gone")
    known = {
        "how": "variant",
        "parent": parent.public_id,
        "situation": parent.parts.situation,
        "limits": parent.parts.limits,
        "alike": "apart",
    }
    asked = begin(turn, SHARE, known)
    note = text("share-variant", title=parent.parts.title)
    return asked.after(note) if isinstance(asked, Say) else asked


CAPABILITY = Capability(
    name="share",
    commands=(Command("share", share, EVERYONE),),
    buttons={StartShare: start, StartVariant: start_variant, ShareAfresh: start_afresh},
    flows=(SHARE, FORWARD),
    on_forward=forwarded,
)
