"""Look back at what was done here that reaches many or cannot be undone: who, what, and when."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from domain.peers.constants import CHANGEABLE
from domain.people import COORDINATORS
from handlers.kit import (
    At,
    Button,
    Capability,
    Command,
    Reply,
    Say,
    Text,
    Turn,
    Value,
    button,
    say,
    tap,
    text,
)
from storage import audit
from storage.audit import Noted

PER_PAGE = 8
KNOWN = frozenset(name for names in CHANGEABLE.values() for name in names)  # numbers that have words
BY_ITSELF = frozenset({"nudging-begun", "nudging-ended"})  # what nobody did


@button("lb", COORDINATORS)
class ShowLog(Button):
    """Show what was done before the `skip` newest."""

    skip: int


def command(turn: Turn, _words: str) -> Reply:
    """Answer /log."""
    return _page(turn, 0)


def show(turn: Turn, pressed: ShowLog) -> Reply:
    """Show another page."""
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
    somebody = text("log-program") if one.action in BY_ITSELF else text("log-somebody")
    details = {name: _detail(name, value) for name, value in one.details.items()}
    what = text(f"log-{one.action}", **details)
    return text("log-line", at=At(one.at), who=one.name or somebody, what=what)


def _detail(name: str, value: str | int) -> Value:
    """Return a detail as it is said: days as dates, and names of ours in words."""
    match name, value:
        case "on", str():
            return datetime.combine(date.fromisoformat(value), time(12), UTC)
        case "until", str():
            return datetime.fromisoformat(value)
        case "reason", str():
            return text(f"log-reason-{value.replace('_', '-')}")
        case "number", str():
            return text(f"number-{value.replace('.', '-')}") if value in KNOWN else value
        case "role", str():
            return text(f"role-{value}")
        case "team", "":
            return text("log-no-team")
        case _:
            return value


CAPABILITY = Capability(
    name="log",
    commands=(Command("log", command, COORDINATORS, menu=False),),
    buttons={ShowLog: show},
)
