"""How often somebody did on one day what is capped: counted in the database, so by all processes together."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa

from domain.limits import Act
from domain.people import Member
from storage.database import Connection, insert_into
from storage.tables import allowances


def used(connection: Connection, member: Member, act: Act, day: date) -> int:
    """Return how often a member did it that day."""
    found = connection.execute(
        sa.select(allowances.c.used).where(
            allowances.c.member_id == member.id, allowances.c.act == act.value, allowances.c.day == day
        )
    ).scalar()
    return int(found or 0)


def used_together(connection: Connection, organisation_id: int, act: Act, day: date) -> int:
    """Return how often everybody in an organisation did it that day."""
    found = connection.execute(
        sa.select(sa.func.sum(allowances.c.used)).where(
            allowances.c.organisation_id == organisation_id,
            allowances.c.act == act.value,
            allowances.c.day == day,
        )
    ).scalar()
    return int(found or 0)


def spend(connection: Connection, member: Member, act: Act, day: date, most: int) -> bool:
    """Count one more; False when `most` were done that day, also by another process at this moment."""
    statement = (
        insert_into(connection, allowances)
        .values(member_id=member.id, act=act.value, day=day, organisation_id=member.organisation_id, used=1)
        .on_conflict_do_update(
            index_elements=[allowances.c.member_id, allowances.c.act, allowances.c.day],
            set_={"used": allowances.c.used + 1},
            where=allowances.c.used < most,
        )
        .returning(allowances.c.used)
    )
    return connection.execute(statement).first() is not None


def forget_old(connection: Connection, before: date) -> None:
    """Forget what was done before that day."""
    connection.execute(sa.delete(allowances).where(allowances.c.day < before))
