"""What is offered unasked, to whom, and who had enough of it."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables.columns import member, metadata, moment, organisation, own_id, practice, public_id

nudge_passes = sa.Table(
    "nudge_passes",
    metadata,
    # One day on which practices are offered in an organisation, from its moment until it was done.
    sa.Column("organisation_id", sa.ForeignKey("organisations.id"), primary_key=True, autoincrement=False),
    sa.Column("day", sa.Date, primary_key=True),
    # nudges or digest.
    sa.Column("kind", sa.String(16), primary_key=True),
    moment("due_at"),
    moment("done_at", nullable=True),
)

nudges = sa.Table(
    "nudges",
    metadata,
    # A practice that was offered to somebody, or would have been but for chance; decided before it was sent.
    own_id(),
    public_id(),
    organisation(),
    member(),
    practice(index=True),
    sa.Column("day", sa.Date, nullable=False),
    # offer, news or digest; and which message went with it, about how many active people.
    sa.Column("sort", sa.String(16), nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("active", sa.Integer, nullable=False, server_default="0"),
    # Left out by chance, and the period for which chance drew.
    sa.Column("held", sa.Boolean, nullable=False),
    sa.Column("period", sa.Integer, nullable=False),
    moment("at"),
    moment("tapped_at", nullable=True),
    sa.UniqueConstraint("member_id", "day"),
)
sa.Index("ix_nudges_organisation_at", nudges.c.organisation_id, nudges.c.at)

nudge_rests = sa.Table(
    "nudge_rests",
    metadata,
    # Who did nothing with what they were sent: since when they get less, and since when hardly anything.
    member(primary_key=True),
    organisation(),
    moment("told_at", nullable=True),
    moment("gave_up_at", nullable=True),
)

opt_outs = sa.Table(
    "opt_outs",
    metadata,
    # That somebody stopped or asked for less, to see in time whether what is sent does harm.
    own_id(),
    organisation(),
    # NULL when they left.
    sa.Column("member_id", sa.ForeignKey("members.id", ondelete="SET NULL"), index=True),
    # stopped or less.
    sa.Column("kind", sa.String(16), nullable=False),
    moment("at", index=True),
    sa.UniqueConstraint("member_id", "kind"),
)

views = sa.Table(
    "views",
    metadata,
    # Who saw a practice that is new, as long as it is new: so that each new one is seen by some.
    practice(primary_key=True),
    member(primary_key=True, index=True),
    organisation(),
)
