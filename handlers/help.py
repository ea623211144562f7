"""What one can do here, in a few words and buttons."""

from __future__ import annotations

from domain.invitations import INVITERS
from domain.people import COORDINATORS, EVERYONE, MODERATORS
from handlers.kit import Capability, Command, Reply, Say, Tap, Turn, say, tap, text
from handlers.kit.doors import (
    FROM_ELSEWHERE,
    Browse,
    Fine,
    ShowDoubles,
    ShowGaps,
    ShowHelp,
    ShowMine,
    ShowReported,
    StartAsk,
    StartBroadcast,
    StartInvite,
    StartShare,
)


def show(turn: Turn, _pressed: ShowHelp) -> Say:
    """Say what one can do, with a button for each."""
    return Say(
        (
            text("help"),
            *((text("help-coordinator"),) if turn.may(MODERATORS) else ()),
            *((text("help-for-coordinators"),) if turn.may(COORDINATORS) else ()),
        ),
        (
            tap("door-ask", StartAsk()),
            tap("door-share", StartShare("")),
            tap("door-browse", Browse("", "", 0)),
            tap("door-mine", ShowMine()),
            *_looking_after(turn),
        ),
    )


def _looking_after(turn: Turn) -> tuple[Tap, ...]:
    """Return the buttons of whoever looks after an organisation."""
    invites = (tap("door-invite", StartInvite()),) if turn.may(INVITERS) else ()
    lists = (
        tap("door-gaps", ShowGaps(FROM_ELSEWHERE)),
        tap("door-reported", ShowReported(FROM_ELSEWHERE)),
        tap("door-doubles", ShowDoubles(FROM_ELSEWHERE)),
    )
    messages = (tap("door-broadcast", StartBroadcast()),) if turn.may(COORDINATORS) else ()
    return (*invites, *messages, *(lists if turn.may(MODERATORS) else ()))


def command(turn: Turn, _words: str) -> Reply:
    """Answer /help."""
    return show(turn, ShowHelp())


def fine(_turn: Turn, _pressed: Fine) -> Say:
    """Say a kind last word."""
    return say("fine").instead()


CAPABILITY = Capability(
    name="help",
    commands=(Command("help", command, EVERYONE),),
    buttons={ShowHelp: show, Fine: fine},
)
