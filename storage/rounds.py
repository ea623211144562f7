"""Feedback rounds: who was asked, how far they are, and counts of what was answered, which nothing links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.audience import Audience, read_audience
from domain.people import COORDINATORS, Member, State
from domain.rounds import CHOICE_ASKED_AGAIN, Question, RoundState, question_of
from domain.schedules import Every
from storage.database import Connection, add_once, new_public_id
from storage.tables import members, organisations, round_answers, round_members, rounds, teams

KEPT = CHOICE_ASKED_AGAIN  # who was asked, after closing: else nobody knows who was asked a choice already
OPEN = (RoundState.open.value,)


@dataclass(frozen=True)
class Plan:
    """What a coordinator wants to ask, whom and when."""

    ready: str
    topic: str
    sender: str
    audience: Audience
    questions: tuple[Question, ...]
    split: bool
    rhythm: Every
    days_open: int
    feedback_days: int
    opens_at: datetime
    closes_at: datetime
    feedback_at: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Round:
    """One round as it stands."""

    id: int
    public_id: str
    organisation_id: int
    author_id: int | None
    plan: Plan
    series: str
    number: int
    first_at: datetime
    state: RoundState
    invited: int
    stage: int
    parts: Sequence[Sequence[str]]
    outcome: Mapping[str, Any] | None
    feedback: Mapping[str, Any] | None
    answered_at: datetime | None
    not_right: int
    zone: str


@dataclass(frozen=True)
class Progress:
    """How far somebody who was asked is; never what they answered."""

    member_id: int
    part: int
    done: int
    took_part: bool
    declined: bool
    judged: bool


def _round(row: Any) -> Round:
    audience = read_audience(row.audience)
    assert audience is not None, "only a code that was read is written"
    plan = Plan(
        row.ready,
        row.topic,
        row.sender,
        audience,
        tuple(map(question_of, row.questions)),
        row.split,
        Every(row.rhythm),
        row.days_open,
        row.feedback_days,
        row.opens_at,
        row.closes_at,
        row.feedback_at,
        row.until,
    )
    return Round(
        row.id,
        row.public_id,
        row.organisation_id,
        row.author_id,
        plan,
        row.series,
        row.number,
        row.first_at,
        RoundState(row.state),
        row.invited,
        row.stage,
        row.parts,
        row.outcome,
        row.feedback,
        row.answered_at,
        row.not_right,
        row.timezone,
    )


_ROUND = sa.select(rounds, organisations.c.timezone).join(
    organisations, organisations.c.id == rounds.c.organisation_id
)

# --- rounds and series ------------------------------------------------------------------------------


def plan(connection: Connection, author: Member, wanted: Plan) -> str:
    """Store a round that opens at its moment; return its public name."""
    name = new_public_id()
    _add(
        connection, author.organisation_id, author.id, wanted, name, name, number=0, first_at=wanted.opens_at
    )
    return name


def plan_next(connection: Connection, after: Round, wanted: Plan) -> bool:
    """Store the round of a series that comes after one; False when it is there already."""
    return _add(
        connection,
        after.organisation_id,
        after.author_id,
        wanted,
        new_public_id(),
        after.series,
        number=after.number + 1,
        first_at=after.first_at,
    )


def _add(
    connection: Connection,
    organisation_id: int,
    author_id: int | None,
    wanted: Plan,
    name: str,
    series: str,
    *,
    number: int,
    first_at: datetime,
) -> bool:
    return add_once(
        connection,
        rounds,
        public_id=name,
        organisation_id=organisation_id,
        author_id=author_id,
        ready=wanted.ready,
        topic=wanted.topic,
        sender=wanted.sender,
        audience=wanted.audience.code,
        questions=[one.as_row() for one in wanted.questions],
        split=wanted.split,
        rhythm=wanted.rhythm.value,
        series=series,
        number=number,
        first_at=first_at,
        until=wanted.until,
        days_open=wanted.days_open,
        feedback_days=wanted.feedback_days,
        opens_at=wanted.opens_at,
        closes_at=wanted.closes_at,
        feedback_at=wanted.feedback_at,
        state=RoundState.planned.value,
        parts=[],
    )


def by_public_id(connection: Connection, organisation_id: int, public_id: str) -> Round | None:
    """Return one round; absent and another organisation's look the same."""
    row = connection.execute(
        _ROUND.where(rounds.c.organisation_id == organisation_id, rounds.c.public_id == public_id)
    ).first()
    return _round(row) if row else None


def of_author(connection: Connection, member_id: int, most: int) -> list[Round]:
    """Return the newest rounds of a coordinator, without those that were cancelled.

    What somebody who left still owed an answer on is of every coordinator.
    """
    here = sa.select(members.c.organisation_id).where(members.c.id == member_id).scalar_subquery()
    running = rounds.c.state.in_([RoundState.open.value, RoundState.closed.value])
    left = sa.and_(rounds.c.organisation_id == here, rounds.c.author_id.is_(None), running)
    mine = sa.and_(rounds.c.author_id == member_id, rounds.c.state != RoundState.cancelled.value)
    query = _ROUND.where(sa.or_(mine, left))
    return [_round(row) for row in connection.execute(query.order_by(rounds.c.id.desc()).limit(most))]


def overdue(connection: Connection, member_id: int, now: datetime) -> Round | None:
    """Return the oldest round of a coordinator of which people should have heard what comes of it."""
    query = _ROUND.where(
        rounds.c.author_id == member_id,
        rounds.c.state == RoundState.closed.value,
        rounds.c.feedback_at < now,
    )
    row = connection.execute(query.order_by(rounds.c.feedback_at).limit(1)).first()
    return _round(row) if row else None


def answering(connection: Connection, one: Round) -> list[int]:
    """Return who owes an answer on a round: who asked, or every coordinator once they left."""
    if one.author_id is not None:
        return [one.author_id]
    query = sa.select(members.c.id).where(
        members.c.organisation_id == one.organisation_id,
        members.c.state == State.active.value,
        members.c.role.in_([role.value for role in COORDINATORS]),
    )
    return list(connection.execute(query.order_by(members.c.id)).scalars())


def before(connection: Connection, one: Round) -> Round | None:
    """Return the round before this one in its series."""
    query = _ROUND.where(rounds.c.series == one.series, rounds.c.number == one.number - 1)
    row = connection.execute(query).first()
    return _round(row) if row and row.outcome else None


def asked_choices(
    connection: Connection,
    organisation_id: int,
    member_ids: Sequence[int],
    since: datetime,
    *,
    but_of: str = "",
) -> set[str]:
    """Return the choices that were put to some of these members since then, but in the series `but_of`."""
    asked = sa.select(round_members.c.round_id).where(round_members.c.member_id.in_(member_ids))
    rows = connection.execute(
        sa.select(rounds.c.questions).where(
            rounds.c.organisation_id == organisation_id,
            rounds.c.opens_at >= since,
            rounds.c.series != but_of,
            rounds.c.id.in_(asked),
        )
    ).scalars()
    found = (question_of(one) for row in rows for one in row)
    return {one.bare for one in found if one.kind == "choice"}


def due(connection: Connection, now: datetime) -> list[Round]:
    """Return the rounds for which something is to be done: to open, to remind, to close, or to tell of."""
    late = (RoundState.planned.value, rounds.c.opens_at), (RoundState.open.value, rounds.c.closes_at)
    to_tell = (
        sa.select(sa.literal(1))
        .where(round_members.c.round_id == rounds.c.id, round_members.c.told < rounds.c.stage)
        .exists()
    )
    query = _ROUND.where(
        sa.or_(
            *(sa.and_(rounds.c.state == state, moment <= now) for state, moment in late),
            sa.and_(rounds.c.state == RoundState.open.value, rounds.c.stage == 1),
            sa.and_(rounds.c.state != RoundState.cancelled.value, to_tell),
        )
    )
    return [_round(row) for row in connection.execute(query.order_by(rounds.c.id))]


def owed(connection: Connection, now: datetime) -> list[Round]:
    """Return the rounds that are closed, whose feedback is due by now."""
    query = _ROUND.where(rounds.c.state == RoundState.closed.value, rounds.c.feedback_at <= now)
    return [_round(row) for row in connection.execute(query.order_by(rounds.c.id))]


# --- opening, asking and closing ----------------------------------------------------------------------


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
    if not _move(
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


def cancel(connection: Connection, one: Round) -> bool:
    """Take back a round that is not open yet, and so the rest of its series."""
    return _move(connection, one, RoundState.planned, state=RoundState.cancelled.value)


def end_series(connection: Connection, one: Round, now: datetime) -> None:
    """Let no round come after those that are open; one that waits is taken back."""
    series = sa.and_(rounds.c.organisation_id == one.organisation_id, rounds.c.series == one.series)
    connection.execute(sa.update(rounds).where(series).values(until=now))
    waiting = sa.and_(series, rounds.c.state == RoundState.planned.value)
    connection.execute(sa.update(rounds).where(waiting).values(state=RoundState.cancelled.value))


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
    if not _move(
        connection, one, RoundState.open, state=RoundState.closed.value, outcome=dict(outcome), stage=3
    ):
        return False
    connection.execute(sa.delete(round_answers).where(round_answers.c.round_id == one.id))
    return True


def publish(connection: Connection, one: Round, feedback: Mapping[str, Any], now: datetime) -> bool:
    """Store what comes of a round, once."""
    return _move(
        connection,
        one,
        RoundState.closed,
        state=RoundState.answered.value,
        feedback=dict(feedback),
        answered_at=now,
        stage=4,
    )


def _move(connection: Connection, one: Round, was: RoundState, **values: Any) -> bool:
    moved = (
        sa.update(rounds)
        .where(rounds.c.id == one.id, rounds.c.state == was.value)
        .values(**values)
        .returning(rounds.c.id)
    )
    return connection.execute(moved).first() is not None


def to_tell(connection: Connection, one: Round, most: int) -> list[Progress]:
    """Return members who have not heard how far a round is."""
    query = _progress(one.id).where(round_members.c.told < one.stage)
    return [_read(row) for row in connection.execute(query.order_by(round_members.c.member_id).limit(most))]


def mark_told(connection: Connection, one: Round, member_ids: Iterable[int]) -> None:
    """Note that these members have heard how far a round is."""
    connection.execute(
        sa.update(round_members)
        .where(round_members.c.round_id == one.id, round_members.c.member_id.in_(list(member_ids)))
        .values(told=one.stage)
    )


# --- answering ----------------------------------------------------------------------------------------


def _progress(round_id: int) -> sa.Select[Any]:
    return sa.select(round_members).where(round_members.c.round_id == round_id)


def _read(row: Any) -> Progress:
    return Progress(row.member_id, row.part, row.done, row.took_part, row.declined, row.judged)


def progress(connection: Connection, one: Round, member_id: int) -> Progress | None:
    """Return how far a member is; None when they were not asked."""
    row = connection.execute(_progress(one.id).where(round_members.c.member_id == member_id)).first()
    return _read(row) if row else None


def taking_part(connection: Connection, one: Round) -> set[int]:
    """Return who answered something: to compare rounds, and shown to nobody."""
    query = sa.select(round_members.c.member_id).where(
        round_members.c.round_id == one.id, round_members.c.took_part
    )
    return set(connection.execute(query).scalars())


def count_taking_part(connection: Connection, one: Round) -> int:
    """Count who answered something."""
    query = sa.select(sa.func.count()).where(round_members.c.round_id == one.id, round_members.c.took_part)
    return int(connection.execute(query).scalar_one())


def _step(connection: Connection, one: Round, member_id: int, question: int, **more: Any) -> int | None:
    """Put a question behind a member, once; return their part, or None when it was behind them already."""
    stepped = (
        sa.update(round_members)
        .where(
            round_members.c.round_id == one.id,
            round_members.c.member_id == member_id,
            round_members.c.done == question,
        )
        .values(done=question + 1, **more)
        .returning(round_members.c.part)
    )
    found: int | None = connection.execute(stepped).scalar()
    return found


def skip(connection: Connection, one: Round, member_id: int, question: int) -> bool:
    """Put a question behind a member without an answer; False when it was behind them already."""
    return _step(connection, one, member_id, question) is not None


def answer(connection: Connection, one: Round, member_id: int, question: int, option: int) -> bool:
    """Count an answer, once; False when it was answered or skipped already, or the round closed meanwhile."""
    row = _answers(connection, one, question)
    part = _step(connection, one, member_id, question, took_part=True) if row else None
    if row is None or part is None:
        return False
    row.counts[part][option] += 1
    _keep(connection, one, question, counts=row.counts)
    return True


def write(connection: Connection, one: Round, member_id: int, question: int, words: str) -> bool:
    """Add what a member wrote, by the alphabet; False when they did so already, or the round closed."""
    row = _answers(connection, one, question)
    if row is None or _step(connection, one, member_id, question, took_part=True) is None:
        return False
    _keep(connection, one, question, texts=sorted([*row.texts, words]))
    return True


def _answers(connection: Connection, one: Round, question: int) -> Any:
    """Read the one row of a question, held until the commit: closing waits for it. None once it closed."""
    return connection.execute(
        sa.select(round_answers.c.counts, round_answers.c.texts)
        .where(round_answers.c.round_id == one.id, round_answers.c.question == question)
        .with_for_update()
    ).first()


def _keep(connection: Connection, one: Round, question: int, **values: Any) -> None:
    where = sa.and_(round_answers.c.round_id == one.id, round_answers.c.question == question)
    connection.execute(sa.update(round_answers).where(where).values(**values))


def decline(connection: Connection, one: Round, member_id: int) -> None:
    """Ask a member nothing more in this round."""
    connection.execute(
        sa.update(round_members)
        .where(round_members.c.round_id == one.id, round_members.c.member_id == member_id)
        .values(declined=True)
    )


def judge(connection: Connection, one: Round, member_id: int, *, right: bool) -> bool:
    """Count what a member thinks of the feedback, once; who thinks what is not kept."""
    judged = (
        sa.update(round_members)
        .where(
            round_members.c.round_id == one.id,
            round_members.c.member_id == member_id,
            sa.not_(round_members.c.judged),
        )
        .values(judged=True)
        .returning(round_members.c.member_id)
    )
    if connection.execute(judged).first() is None:
        return False
    # Written for either, so that the row does not tell which of them it was.
    add = sa.update(rounds).where(rounds.c.id == one.id)
    connection.execute(add.values(not_right=rounds.c.not_right + (0 if right else 1)))
    return True


def forget_old(connection: Connection, now: datetime) -> None:
    """Forget who was asked once nothing more comes of it."""
    over = sa.select(rounds.c.id).where(
        rounds.c.closes_at < now - KEPT, rounds.c.state != RoundState.open.value
    )
    connection.execute(sa.delete(round_members).where(round_members.c.round_id.in_(over)))
