"""Where somebody's words and name are besides their own rows: in what colleagues were told and shown."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import sqlalchemy as sa

from domain.erasure import is_telling, mark, without, without_name
from domain.portraits import QUESTIONS
from domain.practices import WORDS
from storage.database import Connection
from storage.tables import (
    broadcasts,
    conversations,
    deliveries,
    imports,
    kudos,
    lines,
    pledges,
    portraits,
    practice_translations,
    practice_versions,
    practices,
    questions,
    rounds,
    trials,
)

# Messages that may quote somebody: to colleagues, on their pages, and in what they have not finished.
ELSEWHERE: tuple[tuple[sa.Table, tuple[str, ...]], ...] = (
    (deliveries, ("payload",)),
    (lines, ("payload",)),
    (conversations, ("answers", "caught")),
)
_ROUND = ("topic", "sender", "questions", "feedback")


def marks_of(connection: Connection, member_id: int, *, keep_practices: bool) -> list[str]:
    """Return hashes of the texts of a member that go, by which they are found where colleagues have them."""
    return sorted(
        {mark(words) for words in _texts(connection, member_id, keep_practices) if is_telling(words)}
    )


def _texts(connection: Connection, member_id: int, keep_practices: bool) -> Iterator[str]:
    own = sa.select(practices.c.id).where(practices.c.author_id == member_id)
    queries = [
        sa.select(questions.c.text).where(questions.c.member_id == member_id),
        sa.select(trials.c.line).where(trials.c.member_id == member_id),
        sa.select(pledges.c.plan).where(pledges.c.member_id == member_id),
        sa.select(kudos.c.words).where(kudos.c.from_id == member_id),
        sa.select(*(portraits.c[name] for name in (*QUESTIONS, "empathy", "enterprise"))).where(
            portraits.c.member_id == member_id
        ),
        sa.select(imports.c.name).where(imports.c.member_id == member_id),
        *(
            sa.select(*(table.c[name] for name in WORDS)).where(table.c.practice_id.in_(own))
            for table in (practice_versions, *(() if keep_practices else (practice_translations,)))
        ),
    ]
    if not keep_practices:
        queries.append(
            sa.select(*(practices.c[name] for name in WORDS)).where(practices.c.author_id == member_id)
        )
    for query in queries:
        for row in connection.execute(query):
            yield from filter(None, row)


def take_out(
    connection: Connection,
    table: sa.Table,
    columns: Collection[str],
    organisation_id: int,
    *,
    marks: Collection[str],
    name: str,
    after: int,
    most: int,
) -> int | None:
    """Take somebody's words and name out of the next messages; return how far it is, None at the end."""
    rows = connection.execute(
        sa.select(table.c.id, *(table.c[one] for one in columns))
        .where(table.c.id > after, table.c.organisation_id == organisation_id)
        .order_by(table.c.id)
        .limit(most)
    ).all()
    for row in rows:
        before = {one: getattr(row, one) for one in columns}
        now = {one: without(value, marks, name) for one, value in before.items()}
        changed = {one: value for one, value in now.items() if value != before[one]}
        if changed:
            connection.execute(sa.update(table).where(table.c.id == row.id).values(**changed))
    return rows[-1].id if len(rows) == most else None


def sign_off(connection: Connection, member_id: int, name: str) -> None:
    """Take the name out of what somebody wrote as a coordinator, which stays: messages to groups, rounds."""
    for row in connection.execute(sa.select(broadcasts).where(broadcasts.c.author_id == member_id)).all():
        words = without_name(row.words, name)
        if words != row.words:
            connection.execute(sa.update(broadcasts).where(broadcasts.c.id == row.id).values(words=words))
    for row in connection.execute(sa.select(rounds).where(rounds.c.author_id == member_id)).all():
        before = {one: getattr(row, one) for one in _ROUND}
        # Who sent it may be a name and a team; without a sender it says "your coordinator".
        now = {one: without(value, (), name) for one, value in before.items()}
        now["sender"] = "" if now["sender"] != before["sender"] else before["sender"]
        if now != before:
            connection.execute(sa.update(rounds).where(rounds.c.id == row.id).values(**now))
