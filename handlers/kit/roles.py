"""Give somebody another role, or take one away: at once, or after a pause in which others can stop it."""

from __future__ import annotations

from datetime import datetime

from domain.people import COORDINATORS, Member, Role
from domain.roles import PAUSE, RoleChange, waits
from handlers.kit.doors import AgreeToRole, StopRole
from handlers.kit.say import At, Text, say, tap, text
from handlers.kit.watch import alert
from storage import audit, members, role_changes
from storage.database import Connection


def give(
    connection: Connection,
    member: Member,
    role: Role,
    *,
    asked_by: int | None,
    from_chat: bool,
    now: datetime,
) -> RoleChange | None:
    """Give a role, and let all coordinators know; return what is planned when it waits."""
    if waits(member.role, role, from_chat=from_chat):
        return _plan(connection, member, role, asked_by, now)
    set_role(connection, member, role, by=asked_by, now=now)
    return None


def set_role(connection: Connection, member: Member, role: Role, *, by: int | None, now: datetime) -> None:
    """Give a role now, write it down, and let the other coordinators know."""
    members.change(connection, member.id, role=role.value)
    audit.note(connection, member.organisation_id, by, "role-given", now=now, role=role.value)
    saying = say("roles-given", name=named(member), role=text(f"role-{role.value}"))
    once = f"role:{member.public_id}:{role.value}:{now.isoformat()}"
    alert(connection, member.organisation_id, saying, once=once, now=now, but=member.id)


def _plan(
    connection: Connection, member: Member, role: Role, asked_by: int | None, now: datetime
) -> RoleChange:
    for one in role_changes.planned(connection, member.organisation_id):
        if (one.member_id, one.role) == (member.id, role):
            return one  # asked twice, it is planned once
    made = role_changes.plan(connection, member, role, asked_by=asked_by, due_at=now + PAUSE, now=now)
    audit.note(connection, member.organisation_id, asked_by, "role-asked", now=now, role=role.value)
    saying = say(
        "roles-asked-more" if role in COORDINATORS else "roles-asked-less",
        tap("roles-stop", StopRole(made.public_id)),
        tap("roles-agree", AgreeToRole(made.public_id)),
        name=named(member),
        role=text(f"role-{role.value}"),
        at=At(made.due_at),
    )
    alert(connection, member.organisation_id, saying, once=f"role-asked:{made.public_id}", now=now)
    return made


def named(member: Member) -> str | Text:
    """Return what somebody is called, also when they gave no name."""
    return member.name or text("roles-no-name")
