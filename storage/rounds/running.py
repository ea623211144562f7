"""A round from its start to its end: opening, telling, closing, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.rounds import CHOICE_ASKED_AGAIN, RoundState, name_of_sentence
from storage.database import Connection
from storage.rounds.answers import Progress, of_round, read_progress
from storage.rounds.rows import Round
from storage.tables import members, round_answers, round_members, rounds, teams

KEPT = CHOICE_ASKED_AGAIN  # who was asked, after closing: else nobody knows who was asked a choice already


def teams_among(connection: Connection, member_ids: Sequence[int]) -> dict[int, int]:
    """Return the team of each of these members, 0 when they have none."""
    rows = connection.execute(sa.select(members.c.id, members.c.team_id).where(members.c.id.in_(member_ids)))
    return {row.id: row.team_id or 0 for row in rows}


def team_names(connection: Connection, organisation_id: int) -> dict[int, str]:
    """Return the names of the teams of an organisation."""
    query = sa.select(teams.c.id, teams.c.name).where(teams.c.organisation_id == organisation_id)
    return {row.id: row.name for row in connection.execute(query)}


def open_it(
    connection: Connection, one: Round, part_of: Mapping[int, int], names: Sequence[Sequence[str]]
) -> bool:
    """Open a round for these members, each counted in a part; False when it is open already."""
    if not move(
        connection,
        one,
        RoundState.planned,
        state=RoundState.open.value,
        invited=len(part_of),
        parts=[list(part) for part in names],
        stage=1,
    ):
        return False
    connection.execute(
        sa.insert(round_members),
        [
            {"round_id": one.id, "member_id": member, "organisation_id": one.organisation_id, "part": part}
            for member, part in part_of.items()
        ],
    )
    connection.execute(
        sa.insert(round_answers),
        [
            {
                "round_id": one.id,
                "question": number,
                "organisation_id": one.organisation_id,
                "counts": [[0] * question.count for _ in range(max(len(names), 1))],
                "texts": [],
            }
            for number, question in enumerate(one.plan.questions)
        ],
    )
    return True


def remind(connection: Connection, one: Round) -> None:
    """Let whoever has not answered be reminded, once."""
    connection.execute(sa.update(rounds).where(rounds.c.id == one.id, rounds.c.stage == 1).values(stage=2))


def counts(connection: Connection, one: Round) -> list[tuple[list[list[int]], list[str]]]:
    """Return of each question the counts per part and option, and what was written, held until the commit."""
    rows = connection.execute(
        sa.select(round_answers.c.counts, round_answers.c.texts)
        .where(round_answers.c.round_id == one.id)
        .order_by(round_answers.c.question)
        .with_for_update()
    )
    return [(row.counts, row.texts) for row in rows]


def close(connection: Connection, one: Round, outcome: Mapping[str, Any]) -> bool:
    """Fix the outcome, once, and throw away what it was worked out from."""
    if not move(
        connection, one, RoundState.open, state=RoundState.closed.value, outcome=dict(outcome), stage=3
    ):
        return False
    connection.execute(sa.delete(round_answers).where(round_answers.c.round_id == one.id))
    return True


def publish(connection: Connection, one: Round, feedback: Mapping[str, Any], now: datetime) -> bool:
    """Store what comes of a round, once."""
    return move(
        connection,
        one,
        RoundState.closed,
        state=RoundState.answered.value,
        feedback=dict(feedback),
        answered_at=now,
        stage=4,
    )


def hide(connection: Connection, one: Round, question: int, sentence: str, why: str) -> bool:
    """Take a sentence out, named by `name_of_sentence`; False when it is not in there (any more)."""
    held = sa.select(rounds.c.outcome).where(rounds.c.id == one.id).with_for_update()
    outcome = connection.execute(held).scalar_one()
    shown = outcome["questions"][question]
    kept = [words for words in shown["texts"] if name_of_sentence(words) != sentence]
    if len(kept) == len(shown["texts"]):
        return False
    shown["hidden"].extend([why] * (len(shown["texts"]) - len(kept)))
    shown["texts"] = kept
    connection.execute(sa.update(rounds).where(rounds.c.id == one.id).values(outcome=outcome))
    return True


def move(connection: Connection, one: Round, was: RoundState, **values: Any) -> bool:
    """Bring a round from a state to the next, once; False when it is there already."""
    moved = (
        sa.update(rounds)
        .where(rounds.c.id == one.id, rounds.c.state == was.value)
        .values(**values)
        .returning(rounds.c.id)
    )
    return connection.execute(moved).first() is not None


def to_tell(connection: Connection, one: Round, most: int) -> list[Progress]:
    """Return members who have not heard how far a round is."""
    query = of_round(one).where(round_members.c.told < one.stage)
    return [
        read_progress(row)
        for row in connection.execute(query.order_by(round_members.c.member_id).limit(most))
    ]


def mark_told(connection: Connection, one: Round, member_ids: Iterable[int]) -> None:
    """Note that these members have heard how far a round is."""
    connection.execute(
        sa.update(round_members)
        .where(round_members.c.round_id == one.id, round_members.c.member_id.in_(list(member_ids)))
        .values(told=one.stage)
    )


def forget_old(connection: Connection, now: datetime) -> None:
    """Forget who was asked once nothing more comes of it."""
    over = sa.select(rounds.c.id).where(
        rounds.c.closes_at < now - KEPT, rounds.c.state != RoundState.open.value
    )
    connection.execute(sa.delete(round_members).where(round_members.c.round_id.in_(over)))
