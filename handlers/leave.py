"""Silence, a way back, and leaving for good: as easy as coming in."""

from __future__ import annotations

from domain.people import EVERYONE
from domain.practices import Attribution
from handlers.kit import Button, Capability, Command, Reply, Say, Turn, button, say, tap, text
from handlers.kit.doors import Fine, Leave, Silence
from handlers.kit.erasing import begin_leaving
from storage import deliveries, members, opt_outs, portraits, practices
from storage.opt_outs import OptOut


@button("lq", EVERYONE)
class SpeakAgain(Button):
    """Hear from the program again."""


@button("ln", EVERYONE)
class RemoveName(Button):
    """Take my name off everything I shared."""


@button("lg", EVERYONE)
class EraseNow(Button):
    """Leave for good; `keep` leaves shared practices behind without a name."""

    keep: bool


def stop(turn: Turn, _words: str) -> Reply:
    """Answer /stop."""
    return silence(turn, Silence())


def silence(turn: Turn, _pressed: Silence) -> Say:
    """Be silent at once: what waits is cancelled, and nothing is sent unasked from now on."""
    members.change(turn.connection, turn.member.id, silent=True)
    deliveries.silence(turn.connection, turn.member.id)
    opt_outs.note(turn.connection, turn.member, OptOut.stopped, turn.now)
    return say(
        "leave-silent",
        tap("leave-fine", Fine()),
        tap("leave-speak-again", SpeakAgain()),
        tap("leave-remove-name", RemoveName()),
        tap("leave-erase", Leave()),
    )


def speak_again(turn: Turn, _pressed: SpeakAgain) -> Say:
    """Undo the silence."""
    members.change(turn.connection, turn.member.id, silent=False)
    opt_outs.take_back(turn.connection, turn.member)
    return say("leave-speaking").instead()


def remove_name(turn: Turn, _pressed: RemoveName) -> Say:
    """Take the name off every practice this member shared, and off their portrait."""
    practices.set_attribution(turn.connection, turn.member.id, Attribution.nobody)
    portraits.remove_name(turn.connection, turn.member)
    return say(
        "leave-name-removed",
        tap("leave-fine", Fine()),
        tap("leave-speak-again", SpeakAgain()),
        tap("leave-erase", Leave()),
    ).instead()


def erase(turn: Turn, _pressed: Leave) -> Say:
    """Say what leaving means, and ask what happens to what was shared."""
    shared = len(practices.by_author(turn.connection, turn.member))
    if not shared:
        return say("leave-sure", tap("leave-yes", EraseNow(False)), tap("leave-no", Fine())).instead()
    return Say(
        (text("leave-sure"), text("leave-practices", count=shared)),
        (
            tap("leave-keep", EraseNow(True)),
            tap("leave-take-along", EraseNow(False)),
            tap("leave-no", Fine()),
        ),
    ).instead()


def erase_now(turn: Turn, pressed: EraseNow) -> Say:
    """Let the member be gone at once, and say so as the last thing; what they left is removed in steps."""
    opt_outs.note_leaving(turn.connection, turn.member, turn.now)
    begin_leaving(turn, keep_practices=pressed.keep)
    return say("leave-erased")


CAPABILITY = Capability(
    name="leave",
    commands=(Command("stop", stop, EVERYONE, before_consent=True),),
    # Whoever says no to a changed privacy text may leave all the same.
    before_consent=frozenset({Silence, SpeakAgain, RemoveName, Leave, EraseNow, Fine}),
    buttons={
        Silence: silence,
        SpeakAgain: speak_again,
        RemoveName: remove_name,
        Leave: erase,
        EraseNow: erase_now,
    },
)
