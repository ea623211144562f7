"""Whoever does what a colleague shared hears when it changes: first of all what to watch out for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.delivery import Lane
from domain.practices import Change, Parts, what_changed
from domain.text import shorten
from handlers.kit import Capability, Job, Say, say, tap, tell
from handlers.kit.doors import SendLess, ShowPractice
from storage import members, nudging, practices
from storage.database import Connection
from storage.practices import Changed

AT_ONCE = 100  # people in one transaction: nobody waits for it
MOST_TITLE, MOST_WORDS = 60, 280


@dataclass(frozen=True)
class News:
    """What changed, for some of those who do it."""

    of: Changed
    what: Change | None
    people: Sequence[int] = ()
    last: bool = False


def plan(connection: Connection, now: datetime) -> Iterable[News]:
    """Find out who is to hear of what changed; it only reads."""
    for one in practices.changed(connection, now):
        # Where nothing is sent of its own accord it is not told later either: the card says it.
        sends = one.on_show and nudging.switch(connection, one.organisation_id).on(now)
        what = what_changed(one.before, one.after) if sends else None
        people = [who for who in practices.who_does(connection, one.practice_id) if who != one.author_id]
        heard = people if what else []
        for start in range(0, len(heard), AT_ONCE):
            yield News(one, what, heard[start : start + AT_ONCE])
        yield News(one, what, last=True)


def announce(connection: Connection, now: datetime, news: News) -> None:
    """Tell some of them, each in their language and as far as they may still see it."""
    if news.last:
        practices.mark_announced(connection, news.of.versions, now)
    for number in news.people:
        member = members.by_id(connection, number)
        practice = member and practices.by_public_id(connection, member, news.of.public_id)
        if practice and news.what:
            saying = _say(news.of.public_id, practice.parts, news.what)
            once = f"changed:{news.of.versions[-1]}:{number}"
            tell(connection, number, saying, once=once, lane=Lane.loop, now=now)


def _say(public_id: str, parts: Parts, what: Change) -> Say:
    """Say the new words at once: they are why it is said."""
    return say(
        f"changed-{what.value}",
        tap("changed-see", ShowPractice(public_id)),
        tap("unasked-send-less", SendLess()),
        title=shorten(parts.title, MOST_TITLE),
        words=shorten(parts.limits if what is Change.limits else parts.approach, MOST_WORDS),
    )


CAPABILITY = Capability(
    name="changed",
    jobs=(Job("changed", timedelta(minutes=10), announce, plan=plan),),
)
