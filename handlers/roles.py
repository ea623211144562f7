"""Who has a role here: see it, take one away; and the pause in which others can stop it."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.delivery import Lane
from domain.people import COORDINATORS, Member, Role
from domain.rights import Reach
from domain.roles import CAN_BE_TAKEN, RoleChange, may_agree
from handlers.kit import (
    At,
    Button,
    Capability,
    Command,
    Job,
    Refusal,
    Say,
    Turn,
    button,
    say,
    tap,
    tell,
    text,
)
from handlers.kit.doors import AgreeToRole, StopRole
from handlers.kit.roles import give, named, set_role
from handlers.kit.watch import alert
from storage import audit, members, role_changes
from storage.database import Connection

MOST_LISTED = 8


@button("w0", COORDINATORS)
class ShowRoles(Button):
    """Show who has a role here, from the `skip`th on."""

    skip: int


@button("w1", COORDINATORS, person=Reach.ours)
class TakeRole(Button):
    """Make somebody a member without a role."""

    person: str


def command(turn: Turn, _words: str) -> Say:
    """Answer /roles."""
    return _listed(turn, 0)


def show(turn: Turn, pressed: ShowRoles) -> Say:
    """Show another page of who has a role here."""
    return _listed(turn, max(pressed.skip, 0)).instead()


def _listed(turn: Turn, skip: int) -> Say:
    every = members.with_roles(turn.connection, turn.member.organisation_id, CAN_BE_TAKEN)
    skip = skip if skip < len(every) else 0
    shown = list(enumerate(every, start=1))[skip : skip + MOST_LISTED]
    lines = [
        text("roles-line", number=number, name=named(one), role=text(f"role-{one.role.value}"))
        for number, one in shown
    ]
    planned = [
        text("roles-planned", name=named(who), role=text(f"role-{one.role.value}"), at=At(one.due_at))
        for one in role_changes.planned(turn.connection, turn.member.organisation_id)
        if (who := members.by_id(turn.connection, one.member_id)) is not None
    ]
    taps = [tap("roles-take", TakeRole(one.public_id), number=number) for number, one in shown]
    if skip + MOST_LISTED < len(every):
        taps.append(tap("roles-more", ShowRoles(skip + MOST_LISTED)))
    return Say((text("roles-head"), *lines, *planned), tuple(taps))


def take(turn: Turn, pressed: TakeRole) -> Say:
    """Take a role away: one's own and a small one at once, another coordinator's after the pause."""
    person = members.by_public_id(turn.connection, turn.member.organisation_id, pressed.person)
    if person is None or person.role not in CAN_BE_TAKEN:
        raise Refusal("roles-gone")
    if person.role in COORDINATORS and _is_last(turn, person):
        raise Refusal("roles-last")
    if person.id == turn.member.id:
        set_role(turn.connection, person, Role.member, by=person.id, now=turn.now)
        return say("roles-own").instead()
    made = give(turn.connection, person, Role.member, asked_by=turn.member.id, from_chat=True, now=turn.now)
    if made is None:
        return say("roles-taken", name=named(person)).instead()
    stop = tap("roles-stop", StopRole(made.public_id))
    return say("roles-taken-later", stop, name=named(person), at=At(made.due_at)).instead()


def _is_last(turn: Turn, person: Member) -> bool:
    others = members.with_roles(turn.connection, turn.member.organisation_id, COORDINATORS)
    return all(one.id == person.id for one in others)


# --- the pause ----------------------------------------------------------------------------------------


def stop(turn: Turn, pressed: StopRole) -> Say:
    """Stop a change of role before it happens; everybody who coordinates may, whoever asked it."""
    change = _planned(turn, pressed.change)
    role_changes.take(turn.connection, change)
    organisation = turn.member.organisation_id
    audit.note(
        turn.connection, organisation, turn.member.id, "role-stopped", now=turn.now, role=change.role.value
    )
    once = f"role-stopped:{change.public_id}"
    told = say("roles-stopped-told", name=named(turn.member))
    alert(turn.connection, organisation, told, once=once, now=turn.now, but=turn.member.id)
    return say("roles-stopped").instead()


def agree(turn: Turn, pressed: AgreeToRole) -> Say:
    """Let a change of role happen now, as a second person."""
    change = _planned(turn, pressed.change)
    if not may_agree(change, turn.member.id):
        raise Refusal("roles-not-you")
    _carry_out(turn.connection, change, turn.now, by=turn.member.id)
    return say("roles-agreed").instead()


def _planned(turn: Turn, name: str) -> RoleChange:
    found = role_changes.by_public_id(turn.connection, turn.member.organisation_id, name)
    if found is None:
        raise Refusal("roles-over")
    return found


def carry_out(connection: Connection, now: datetime) -> None:
    """Do what nobody stopped in time; what somebody asked who coordinates no more is let go."""
    for one in role_changes.due(connection, now):
        asker = members.by_id(connection, one.asked_by) if one.asked_by is not None else None
        if asker is not None and asker.role in COORDINATORS:
            _carry_out(connection, one, now, by=asker.id)
        else:
            role_changes.take(connection, one)


def _carry_out(connection: Connection, change: RoleChange, now: datetime, *, by: int) -> None:
    member = members.by_id(connection, change.member_id)
    if not role_changes.take(connection, change) or member is None:
        return
    set_role(connection, member, change.role, by=by, now=now)
    gained = change.role is not Role.member
    told = say("join-new-role", role=text(f"role-{change.role.value}")) if gained else say("roles-lost")
    tell(connection, member.id, told, once=f"role-done:{change.public_id}", lane=Lane.answer, now=now)


CAPABILITY = Capability(
    name="roles",
    commands=(Command("roles", command, COORDINATORS, menu=False),),
    buttons={ShowRoles: show, TakeRole: take, StopRole: stop, AgreeToRole: agree},
    jobs=(Job("roles", timedelta(minutes=1), carry_out),),
)
