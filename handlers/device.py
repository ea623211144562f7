"""One more device: a link that opens the chat page there, and signing out everywhere."""

from __future__ import annotations

from domain.links import sign_in_link
from domain.people import EVERYONE
from handlers.kit import Button, Capability, Command, Say, Turn, button, link, say, tap
from storage import sessions


@button("do", EVERYONE)
class SignOutEverywhere(Button):
    """Sign out of every browser."""


def offer_link(turn: Turn, _words: str) -> Say:
    """Make a link that opens the chat page once, for a quarter of an hour."""
    token = sessions.make_link(turn.connection, turn.member, turn.now)
    url = sign_in_link(turn.world.public_url, token)
    return say("device-link", link("device-open", url), tap("device-out", SignOutEverywhere()), url=url)


def sign_out_everywhere(turn: Turn, _pressed: SignOutEverywhere) -> Say:
    """End every browser session of this member."""
    sessions.end_all(turn.connection, turn.member.id)
    return say("device-signed-out").instead()


CAPABILITY = Capability(
    name="device",
    commands=(Command("device", offer_link, EVERYONE),),
    buttons={SignOutEverywhere: sign_out_everywhere},
)
