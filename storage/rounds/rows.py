"""A round as its row has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from domain.audience import Audience, read_audience
from domain.people import COORDINATORS, State
from domain.rounds import Question, RoundState, question_of
from domain.schedules import Every
from storage.tables import members, organisations, rounds


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
    until: date | None = None  # the last day on which it may come again


@dataclass(frozen=True)
class Round:
    """One round as it stands."""

    id: int
    public_id: str
    organisation_id: int
    author_id: int | None  # None once they left, or are no coordinator any more
    plan: Plan
    series: str
    number: int
    state: RoundState
    invited: int
    stage: int
    parts: Sequence[Sequence[str]]
    outcome: Mapping[str, Any] | None
    feedback: Mapping[str, Any] | None
    answered_at: datetime | None
    not_right: int
    zone: str


def read(row: Any) -> Round:
    """Return the round of a row of `ROUND`."""
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
        row.asker_id,
        plan,
        row.series,
        row.number,
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


ASKERS = members.alias("askers")
ROUND = (
    sa.select(rounds, organisations.c.timezone, ASKERS.c.id.label("asker_id"))
    .join(organisations, organisations.c.id == rounds.c.organisation_id)
    .outerjoin(
        ASKERS,
        sa.and_(
            ASKERS.c.id == rounds.c.author_id,
            ASKERS.c.state == State.active.value,
            ASKERS.c.role.in_([role.value for role in COORDINATORS]),
        ),
    )
)
