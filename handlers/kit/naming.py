"""What somebody may be called: not as the program, a role they do not have, or who looks after people."""

from __future__ import annotations

from domain.lookalikes import pretends
from domain.people import MODERATORS, Role
from storage import members, organisations
from storage.database import Connection


def is_taken(
    connection: Connection, organisation_id: int, name: str, role: Role, member_id: int | None = None
) -> bool:
    """Tell whether a name passes for somebody else's whom people have to trust."""
    others = [
        one.name for one in members.with_roles(connection, organisation_id, MODERATORS) if one.id != member_id
    ]
    others.append(organisations.by_id(connection, organisation_id).name)
    return pretends(name, others, has_a_role=role in MODERATORS)
