"""The follow-up: asked once, after "not yet" once more, and then never again."""

from __future__ import annotations

from datetime import datetime

from domain.delivery import Lane
from domain.people import EVERYONE
from domain.rhythm import next_moment
from domain.rights import Reach
from domain.trials import MOST_ASKS, UNANSWERED, PledgeState, may_ask
from handlers.kit import Button, Say, Turn, button, say, tap
from handlers.kit.doors import ForMe, ShowPractice, Tell
from handlers.kit.telling import tell
from handlers.trials.moments import in_two_weeks
from handlers.trials.pledging import AskNever, pledged, tryable
from storage import habits, pledges, practices
from storage.database import Connection
from storage.pledges import Due


@button("ty", EVERYONE, practice=Reach.seen)
class NotYet(Button):
    """I have not tried it yet."""

    practice: str


@button("tx", EVERYONE, practice=Reach.seen)
class NotForMeAfterAll(Button):
    """What I wanted to try does not suit me."""

    practice: str


def follow_up(connection: Connection, now: datetime) -> None:
    """Ask about every pledge whose moment has come, when its maker works; close what nobody answers."""
    due = pledges.due(connection, now)
    theirs = habits.of_all(connection, {one.pledge.member_id for one in due})
    for one in due:
        moment = next_moment(theirs[one.pledge.member_id], now)
        if not may_ask(one.pledge) or not one.on_show:
            pledges.close(connection, one.pledge, PledgeState.closed)
        elif moment > now:
            pledges.ask_again(connection, one.pledge, moment)
        else:
            _ask(connection, one, now)


def _ask(connection: Connection, due: Due, now: datetime) -> None:
    number = due.pledge.asked + 1
    saying = say(
        "trials-follow-up",
        tap("trials-done", Tell(due.practice)),
        tap("trials-not-yet", NotYet(due.practice)),
        tap("trials-not-for-me", NotForMeAfterAll(due.practice)),
        title=due.title,
    )
    once = f"follow-up:{due.pledge.public_id}:{number}"
    tell(connection, due.pledge.member_id, saying, once=once, lane=Lane.follow_up, now=now)
    pledges.mark_asked(connection, due.pledge, now + UNANSWERED)


def not_yet(turn: Turn, pressed: NotYet) -> Say:
    """Ask once more after two weeks, or let it rest when that was done already."""
    practice, pledge = pledged(turn, pressed.practice)
    see = tap("trials-see", ShowPractice(practice.public_id))
    if pledge.asked >= MOST_ASKS:
        pledges.close(turn.connection, pledge, PledgeState.closed)
        return say("trials-let-rest", see, title=practice.parts.title).instead()
    due = pledge.due_at
    if pledge.state is PledgeState.asked:
        due = in_two_weeks(turn)
        pledges.ask_again(turn.connection, pledge, due)
    if due is None:
        return say("trials-not-asked", see, title=practice.parts.title).instead()
    return say(
        "trials-asked-later",
        tap("trials-ask-never", AskNever(practice.public_id)),
        title=practice.parts.title,
        day=due,
    ).instead()


def not_for_me(turn: Turn, pressed: NotForMeAfterAll) -> Say:
    """Let a pledge go, and put the practice last for this member."""
    practice = tryable(turn, pressed.practice)
    pledge = pledges.of(turn.connection, practice.id, turn.member.id)
    if pledge is not None and pledge.state in (PledgeState.open, PledgeState.asked):
        pledges.close(turn.connection, pledge, PledgeState.closed)
    practices.dismiss(turn.connection, practice, turn.member, turn.now)
    back = tap("card-dismiss-back", ForMe(practice.public_id, ""))
    return say("trials-dismissed", back, title=practice.parts.title).instead()
