"""Look back at what was done here that reaches many or cannot be undone: who, what, and when."""

from __future__ import annotations

from domain.people import COORDINATORS
from handlers.kit import At, Button, Capability, Command, Reply, Say, Text, Turn, button, say, tap, text
from storage import audit
from storage.audit import Noted

PER_PAGE = 8


@button("lb")
class ShowLog(Button):
    """Show what was done before the `skip` newest."""

    skip: int


def command(turn: Turn, _words: str) -> Reply:
    """Answer /log."""
    return _page(turn, 0)


def show(turn: Turn, pressed: ShowLog) -> Reply:
    """Show another page."""
    turn.only(COORDINATORS)
    return _page(turn, pressed.skip).instead()


def _page(turn: Turn, skip: int) -> Say:
    organisation = turn.member.organisation_id
    count = audit.count(turn.connection, organisation)
    if not count:
        return say("log-none")
    skip = skip if 0 <= skip < count else 0
    shown = audit.page(turn.connection, organisation, most=PER_PAGE, skip=skip)
    after = skip + len(shown)
    further = (tap("log-more", ShowLog(after)),) if after < count else ()
    return Say((text("log-head"), *map(_line, shown)), further)


def _line(one: Noted) -> Text:
    who = one.name or text("log-somebody")
    return text("log-line", at=At(one.at), who=who, what=text(f"log-{one.action}", **one.details))


CAPABILITY = Capability(
    name="log",
    commands=(Command("log", command, roles=COORDINATORS, menu=False),),
    buttons={ShowLog: show},
)
