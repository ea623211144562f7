"""Rounds of questions, whose answers lead back to nobody."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from storage.tables.columns import member, metadata, moment, organisation, own_id, public_id


def in_round(**more: Any) -> sa.Column[int]:
    """Return the column that says which round a row is of."""
    return sa.Column("round_id", sa.ForeignKey("rounds.id", ondelete="CASCADE"), nullable=False, **more)


rounds = sa.Table(
    "rounds",
    metadata,
    own_id(),
    public_id(),
    organisation(),
    sa.Column("author_id", sa.ForeignKey("members.id", ondelete="SET NULL"), index=True),
    # A set that is ready, whose words are in `content/`; or a topic in the coordinator's words.
    sa.Column("ready", sa.String(32), nullable=False),
    sa.Column("topic", sa.Text, nullable=False),
    sa.Column("sender", sa.Text, nullable=False),
    sa.Column("audience", sa.String(64), nullable=False),
    sa.Column("questions", sa.JSON, nullable=False),
    # Whether teams are shown apart.
    sa.Column("split", sa.Boolean, nullable=False),
    sa.Column("rhythm", sa.String(16), nullable=False),
    # The first round of a series, which its schedule is named after, and how many came before; it comes
    # up to and including the day `until`.
    sa.Column("series", sa.String(16), nullable=False, index=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("until", sa.Date),
    sa.Column("days_open", sa.Integer, nullable=False),
    sa.Column("feedback_days", sa.Integer, nullable=False),
    moment("opens_at"),
    moment("closes_at"),
    moment("feedback_at"),
    # planned, open, closed, answered or cancelled.
    sa.Column("state", sa.String(16), nullable=False, index=True),
    sa.Column("invited", sa.Integer, nullable=False, server_default="0"),
    # How far everybody who was asked is told: 1 the question, 2 the reminder, 3 the outcome, 4 the feedback.
    sa.Column("stage", sa.Integer, nullable=False, server_default="0"),
    # Of each part, the names of its teams; fixed at the start.
    sa.Column("parts", sa.JSON, nullable=False),
    # What is shown, worked out once at closing.
    sa.Column("outcome", sa.JSON),
    sa.Column("feedback", sa.JSON),
    moment("answered_at", nullable=True),
    sa.Column("not_right", sa.Integer, nullable=False, server_default="0"),
    sa.UniqueConstraint("series", "number"),
)

round_members = sa.Table(
    "round_members",
    metadata,
    # Who was asked and how far they are: never what they answered, and never when.
    in_round(primary_key=True),
    member(primary_key=True, index=True),
    organisation(),
    sa.Column("part", sa.Integer, nullable=False),
    sa.Column("told", sa.Integer, nullable=False, server_default="0"),
    # How many questions are behind them, and whether they answered any.
    sa.Column("done", sa.Integer, nullable=False, server_default="0"),
    sa.Column("took_part", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("declined", sa.Boolean, nullable=False, server_default=sa.false()),
    # Whether they said what they think of the feedback; not what.
    sa.Column("judged", sa.Boolean, nullable=False, server_default=sa.false()),
)

round_answers = sa.Table(
    "round_answers",
    metadata,
    # One row per question, made before anybody answers and removed at closing: no answer has a row of its
    # own, so none has an order, a moment or a key. Counts per part and option; texts by the alphabet.
    in_round(primary_key=True),
    sa.Column("question", sa.Integer, primary_key=True, autoincrement=False),
    organisation(),
    sa.Column("counts", sa.JSON, nullable=False),
    sa.Column("texts", sa.JSON, nullable=False),
)
