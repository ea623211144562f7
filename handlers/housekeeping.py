"""Forget what has been kept long enough. Every sweep is harmless when run twice."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from domain.delivery import Lane
from domain.people import EVERYONE
from domain.retention import DEFAULTS, NOTICE, Kept
from handlers.kit import Button, Capability, Job, Say, Turn, button, say, tap, tell
from storage import (
    allowances,
    attachments,
    audit,
    broadcasts,
    conversations,
    deliveries,
    imports,
    invitations,
    leaving,
    lines,
    members,
    nudges,
    overviews,
    questions,
    reports,
    rounds,
    search,
    sessions,
    updates,
)
from storage.database import Connection

AT_ONCE = 50  # people who are told, or erased, in one sweep


@button("hs", EVERYONE)
class Stay(Button):
    """Go on taking part, after being told that one is erased otherwise."""


def forget(connection: Connection, now: datetime, kept: Kept = DEFAULTS) -> None:
    """Remove what is older than the table in `domain/retention.py` says, or the operator."""

    def since(kind: str) -> datetime:
        return now - kept.span(kind)

    conversations.forget_old(connection, now)
    questions.forget_held(connection, now)
    allowances.forget_old(connection, since("allowances").date())
    members.forget_unfinished(connection, since("joining"))
    updates.forget_old(connection, now, kept.span("failures"))
    search.forget_old(connection, since("changes"))
    deliveries.forget_payloads(connection, now, kept.span("words"), kept.span("strangers"))
    deliveries.forget_copies(connection, since("copies"))
    deliveries.forget_old(connection, since("messages"))
    lines.forget_copies(connection, since("copies"))
    lines.forget_old(connection, now, kept.span("lines"))
    sessions.forget_old(connection, now)
    imports.forget_old(connection, now)
    questions.forget_old(connection, since("questions"))
    reports.forget_old(connection, since("reports"))
    invitations.forget_old(connection, since("invitations"))
    broadcasts.forget_old(connection, now, kept.span("broadcasts"))
    audit.forget_old(connection, now, kept.span("audit"))
    attachments.forget_old(connection, now)
    rounds.forget_old(connection, now)
    nudges.forget_old(connection, now)
    overviews.forget_old(connection, now)


def forget_people(connection: Connection, now: datetime, kept: Kept = DEFAULTS) -> None:
    """Tell who has not been here for long that they will be erased, and erase them a month later.

    Who cannot be told, because of silence or without an address, is erased at the end all the same.
    """
    after, acted = 0, 0
    before = now - (kept.span("inactive") - NOTICE)
    while acted < AT_ONCE and (some := members.unseen(connection, before, AT_ONCE, after)):
        acted += sum(_let_go(connection, one, now, kept) for one in some)
        after = some[-1].id


def _let_go(connection: Connection, one: members.Unseen, now: datetime, kept: Kept) -> bool:
    """Tell or erase one person; False when it is not time for either."""
    once = f"inactive:{one.id}:{one.last.date()}"
    told_at = deliveries.queued_at(connection, once)
    notice = say("inactive-notice", tap("inactive-stay", Stay()))
    if told_at is None and tell(connection, one.id, notice, once=once, lane=Lane.follow_up, now=now):
        return True
    if one.last >= now - kept.span("inactive") or (told_at is not None and told_at > now - NOTICE):
        return False
    member = members.by_id(connection, one.id)
    assert member is not None, "they were read in this transaction"
    leaving.begin(connection, member, keep_practices=True, now=now)
    return True


def stay(_turn: Turn, _pressed: Stay) -> Say:
    """Say that they stay: being here is all it takes, and the turn noted that."""
    return say("inactive-stays").instead()


def capability(kept: Kept = DEFAULTS) -> Capability:
    """Return what forgets, with what the operator chose."""
    return Capability(
        name="housekeeping",
        buttons={Stay: stay},
        jobs=(
            Job("forget", timedelta(hours=1), partial(forget, kept=kept)),
            Job("forget_people", timedelta(hours=1), partial(forget_people, kept=kept)),
        ),
    )


CAPABILITY = capability()
