"""What may not have arrived: coordinators hear how many, never whose, and send them again."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.delivery import Lane
from domain.people import COORDINATORS
from handlers.kit import Button, Capability, Job, Refusal, Say, Turn, button, say, tap
from handlers.kit.telling import tell
from storage import audit, deliveries, members
from storage.database import Connection


@button("un", COORDINATORS)
class SendUncertain(Button):
    """Send again what nobody knows to have arrived."""


def report(connection: Connection, now: datetime) -> None:
    """Tell coordinators that there is something, at most once a day."""
    for organisation_id, count in deliveries.count_uncertain(connection, now).items():
        told = say("unsure-count", tap("broadcast-repeat", SendUncertain()), count=count)
        for one in members.with_roles(connection, organisation_id, COORDINATORS):
            once = f"unsure:{now.date().isoformat()}:{one.id}"
            tell(connection, one.id, told, once=once, lane=Lane.loop, now=now)


def send(turn: Turn, _pressed: SendUncertain) -> Say:
    """Send them again, to whoever works now, and to the others later."""
    organisation = turn.member.organisation_id
    count = deliveries.say_again(turn.connection, organisation, turn.now)
    if not count:
        raise Refusal("unsure-none")
    audit.note(turn.connection, organisation, turn.member.id, "uncertain-repeated", count=count, now=turn.now)
    return say("unsure-sent", count=count).instead()


CAPABILITY = Capability(
    name="unsure",
    buttons={SendUncertain: send},
    jobs=(Job("unsure", timedelta(minutes=10), report),),
)
