"""Practices that are much alike, offered to who looks after an organisation: merge them, or never again.

What is alike is found in the background, once a practice was shared, changed or imported: `bot/comparing.py`.
"""

from __future__ import annotations

from domain.doubles import PUT_OFF, which_gives_way
from domain.people import MODERATORS
from domain.practices import Practice, PracticeState
from domain.rights import Reach
from handlers.kit import (
    Button,
    Capability,
    Command,
    Go,
    Refusal,
    Reply,
    Say,
    Text,
    Turn,
    button,
    say,
    tap,
    text,
)
from handlers.kit.card import card
from handlers.kit.doors import FROM_ELSEWHERE, MergeInto, ShowDoubles
from storage import doubles, practices
from storage.doubles import Pair

LOOKED_AT = 100  # undecided pairs, of which this member may not see all


@button("dm", MODERATORS, pair=Reach.ours)
class MergeThem(Button):
    """These two are the same: merge them."""

    pair: str


@button("da", MODERATORS, pair=Reach.ours)
class KeepApart(Button):
    """These two are not the same: never offer them again."""

    pair: str


@button("dl", MODERATORS, pair=Reach.ours)
class PutOff(Button):
    """Decide on these two later."""

    pair: str


def command(turn: Turn, _words: str) -> Reply:
    """Answer /doubles."""
    return _next(turn)


def show(turn: Turn, pressed: ShowDoubles) -> Reply:
    """Show the two that are most alike."""
    shown = _next(turn)
    return shown if pressed.skip == FROM_ELSEWHERE else shown.instead()


def _next(turn: Turn) -> Say:
    """Show one pair at a time: what stays first, and below it what would go up in it."""
    waiting = doubles.waiting(turn.connection, turn.member.organisation_id, turn.now, LOOKED_AT)
    numbers = list({number: None for pair in waiting for number in (pair.one_id, pair.other_id)})
    seen = {one.id: one for one in practices.by_ids(turn.connection, turn.member, numbers)}
    offered = [(pair, found) for pair in waiting if (found := _mergeable(pair, seen))]
    if not offered:
        return say("doubles-none")
    pair, (double, kept) = offered[0]
    return Say(
        (
            text("doubles-count", count=len(offered)),
            text("doubles-pair", kept=kept.parts.title, double=double.parts.title),
            *card(kept, turn.member, turn.now).texts,
            text("doubles-and"),
            *card(double, turn.member, turn.now).texts,
        ),
        (
            tap("doubles-merge", MergeThem(pair.public_id)),
            tap("doubles-apart", KeepApart(pair.public_id)),
            tap("doubles-later", PutOff(pair.public_id)),
        ),
    )


def _mergeable(pair: Pair, seen: dict[int, Practice]) -> tuple[Practice, Practice] | None:
    """Return the double and the one that stays, as far as this member may see both and they are on show."""
    one, other = seen.get(pair.one_id), seen.get(pair.other_id)
    if one is None or other is None:
        return None
    on_show = one.state is other.state is PracticeState.published
    return which_gives_way(one, other) if on_show else None


def merge_them(turn: Turn, pressed: MergeThem) -> Reply:
    """Hand over to merging, which shows what happens and asks once more."""
    _, double, kept = _pair(turn, pressed.pair)
    return Go(MergeInto(double.public_id, kept.public_id))


def keep_apart(turn: Turn, pressed: KeepApart) -> Reply:
    """Remember that they are not the same, and go on."""
    pair, double, kept = _pair(turn, pressed.pair)
    doubles.keep_apart(turn.connection, turn.member.organisation_id, (pair.one_id, pair.other_id))
    return _after(turn, text("doubles-kept-apart", double=double.parts.title, kept=kept.parts.title))


def put_off(turn: Turn, pressed: PutOff) -> Reply:
    """Offer them again in some time, and go on."""
    pair, double, kept = _pair(turn, pressed.pair)
    doubles.put_off(turn.connection, turn.member.organisation_id, pair.public_id, turn.now + PUT_OFF)
    said = text("doubles-put-off", double=double.parts.title, kept=kept.parts.title, days=PUT_OFF.days)
    return _after(turn, said)


def _after(turn: Turn, done: Text) -> Say:
    return _next(turn).after(done).instead()


def _pair(turn: Turn, public_id: str) -> tuple[Pair, Practice, Practice]:
    """Return a pair that can still be decided on, and its double and the one that stays."""
    pair = doubles.by_public_id(turn.connection, turn.member.organisation_id, public_id)
    if pair is None:
        raise Refusal("doubles-gone")
    found = practices.by_ids(turn.connection, turn.member, [pair.one_id, pair.other_id])
    both = _mergeable(pair, {one.id: one for one in found})
    if both is None:
        raise Refusal("doubles-gone")
    return pair, *both


CAPABILITY = Capability(
    name="doubles",
    commands=(Command("doubles", command, MODERATORS),),
    buttons={ShowDoubles: show, MergeThem: merge_them, KeepApart: keep_apart, PutOff: put_off},
)
