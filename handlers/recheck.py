"""After half a year without a word: ask the maker in one tap whether a practice is still right."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.delivery import Lane
from domain.people import EVERYONE
from domain.practices import may_withdraw
from domain.rights import Reach
from handlers.kit import Button, Capability, Job, Refusal, Say, Turn, button, say, tap
from handlers.kit.card import visible
from handlers.kit.doors import EditMine, ShowPractice, WithdrawMine
from handlers.kit.telling import tell
from storage import nudging, numbers, organisations, practices
from storage.database import Connection


@button("rc", EVERYONE, practice=Reach.own)
class StillRight(Button):
    """What I shared is still right."""

    practice: str


def ask(connection: Connection, now: datetime) -> None:
    """Ask about what was quiet for long; who does not answer is asked again after as long."""
    for place in organisations.every(connection):
        if nudging.switch(connection, place.id).on(now):
            _ask_in(connection, place.id, now)


def _ask_in(connection: Connection, organisation_id: int, now: datetime) -> None:
    after = timedelta(days=numbers.of(connection, organisation_id).evidence.recheck_after)
    for one in practices.quiet(connection, organisation_id, now - after):
        saying = say(
            "recheck-ask",
            tap("recheck-right", StillRight(one.public_id)),
            tap("card-edit", EditMine(one.public_id)),
            tap("recheck-outdated", WithdrawMine(one.public_id)),
            tap("recheck-see", ShowPractice(one.public_id)),
            title=one.title,
        )
        once = f"recheck:{one.public_id}:{now.date()}"
        tell(connection, one.author_id, saying, once=once, lane=Lane.reminder, now=now)
        practices.mark_looked_at(connection, one.id, now)


def still_right(turn: Turn, pressed: StillRight) -> Say:
    """Note that it is still right."""
    practice = visible(turn, pressed.practice)
    if not may_withdraw(practice, turn.member):
        raise Refusal("practice-gone")
    practices.mark_looked_at(turn.connection, practice.id, turn.now)
    see = tap("recheck-see", ShowPractice(practice.public_id))
    return say("recheck-thanks", see, title=practice.parts.title).instead()


CAPABILITY = Capability(
    name="recheck",
    buttons={StillRight: still_right},
    jobs=(Job("recheck", timedelta(hours=6), ask),),
)
