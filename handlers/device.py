"""One more device or chat: a link that opens it there once, and signing out everywhere."""

from __future__ import annotations

from domain.links import sign_in_link
from domain.people import EVERYONE
from handlers.kit import Button, Capability, Command, Say, Turn, button, link, say, tap, text
from handlers.kit.doors import StayHere
from storage import deliveries, members, sessions


@button("do", EVERYONE)
class SignOutEverywhere(Button):
    """Sign out of every browser."""


def offer_link(turn: Turn, _words: str) -> Say:
    """Make a link that opens the chat page once, within five minutes; on a page, one into a chat too."""
    token = sessions.make_link(turn.connection, turn.member, turn.now)
    url = sign_in_link(turn.world.public_url, token)
    said = say("device-link", link("device-open", url), tap("device-out", SignOutEverywhere()), url=url)
    if not turn.incoming.pull or not turn.world.telegram_link:
        return said
    there = turn.world.telegram_link + sessions.make_link(turn.connection, turn.member, turn.now)
    return said.then(text("device-chat", url=there))


def sign_out_everywhere(turn: Turn, _pressed: SignOutEverywhere) -> Say:
    """End every browser session of this member, but for the one in which they say so."""
    sessions.end_all(turn.connection, turn.member.id, but=turn.incoming.session)
    return say("device-signed-out", here=1 if turn.incoming.session else 0).instead()


def sign_out_typed(turn: Turn, _words: str) -> Say:
    """Answer /signout, at once: whoever needs it is in a hurry."""
    return sign_out_everywhere(turn, SignOutEverywhere())


def stay_here(turn: Turn, _pressed: StayHere) -> Say:
    """Go on here only; what waits for a place that is let go of is said here."""
    sessions.end_all(turn.connection, turn.member.id, but=turn.incoming.session)
    here = members.only_at(turn.connection, turn.member.id, turn.incoming.channel, turn.incoming.address)
    deliveries.move(turn.connection, turn.member.id, here)
    return say("device-here-only").instead()


CAPABILITY = Capability(
    name="device",
    commands=(
        Command("device", offer_link, EVERYONE),
        Command("signout", sign_out_typed, EVERYONE, menu=False, before_consent=True),
    ),
    buttons={SignOutEverywhere: sign_out_everywhere, StayHere: stay_here},
    before_consent=frozenset({SignOutEverywhere, StayHere}),
)
