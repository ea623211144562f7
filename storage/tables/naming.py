"""Whom colleagues name, and what those people show of themselves."""

from __future__ import annotations

import sqlalchemy as sa

from domain.portraits import QUESTIONS
from storage.tables.columns import member, metadata, moment, organisation, own_id, partial_index, public_id

nominations = sa.Table(
    "nominations",
    metadata,
    # What colleagues told of somebody, until that person has answered. Without who told it, and by the day.
    own_id(),
    organisation(),
    # NULL for the minutes until the clock has looked who is called so, in which team first.
    member(nullable=True, index=True),
    sa.Column("called", sa.Text, nullable=False, server_default=""),
    sa.Column("near_team_id", sa.ForeignKey("teams.id", ondelete="SET NULL")),
    # doer, frontline, social or bridge; NULL when the colleague did not know.
    sa.Column("kind", sa.String(16)),
    # One event each, after the guard.
    sa.Column("empathy", sa.Text, nullable=False),
    sa.Column("enterprise", sa.Text, nullable=False),
    # Whether the person was asked.
    sa.Column("asked", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("day", sa.Date, nullable=False),
)

nominators = sa.Table(
    "nominators",
    metadata,
    # That somebody named a colleague on a day, never whom: only to keep it to a few.
    own_id(),
    organisation(),
    member(index=True),
    sa.Column("day", sa.Date, nullable=False, index=True),
)

portraits = sa.Table(
    "portraits",
    metadata,
    # What somebody shows of themselves after colleagues named them and they said yes.
    own_id(),
    public_id(),
    organisation(),
    member(unique=True),
    # begun, published, hidden or withdrawn.
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("named", sa.Boolean, nullable=False),
    sa.Column("kind", sa.String(16)),
    # The answers of the interview, after the guard.
    *(sa.Column(name, sa.Text, nullable=False, server_default="") for name in QUESTIONS),
    # What the first colleague told, and whether it stands with it.
    sa.Column("empathy", sa.Text, nullable=False),
    sa.Column("enterprise", sa.Text, nullable=False),
    sa.Column("quoted", sa.Boolean, nullable=False, server_default=sa.false()),
    # Whether somebody who looks after the organisation is to look at it.
    sa.Column("waits", sa.Boolean, nullable=False, server_default=sa.false()),
    # When its owner is asked whether it may stay; since when they are asked.
    moment("renew_at", nullable=True),
    moment("asked_at", nullable=True),
    moment("changed_at", index=True),
)
partial_index("ix_portraits_renew", portraits.c.renew_at.is_not(None), portraits.c.renew_at)

portrait_reports = sa.Table(
    "portrait_reports",
    metadata,
    # That something is wrong with a portrait; gone as soon as a coordinator has looked.
    sa.Column(
        "portrait_id", sa.ForeignKey("portraits.id", ondelete="CASCADE"), nullable=False, primary_key=True
    ),
    member(primary_key=True, index=True),
    organisation(),
    sa.Column("reason", sa.String(16), nullable=False),
    moment("at"),
)
