"""What comes in, what is being said, and what goes out, when."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables.columns import member, metadata, moment, organisation, own_id, partial_index, public_id

updates = sa.Table(
    "updates",
    metadata,
    # Channel and number of something that came in: remembered for 48 hours, so that it is handled once.
    sa.Column("key", sa.String(128), primary_key=True),
    moment("at", index=True),
)

failed_updates = sa.Table(
    "failed_updates",
    metadata,
    sa.Column("key", sa.String(128), primary_key=True),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("code", sa.String(16), nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    moment("at", index=True),
    moment("parked_at", nullable=True),
)

conversations = sa.Table(
    "conversations",
    metadata,
    own_id(),
    public_id(),
    organisation(),
    member(index=True),
    sa.Column("flow", sa.String(32), nullable=False),
    sa.Column("step", sa.String(32), nullable=False),
    sa.Column("answers", sa.JSON, nullable=False),
    # Which message answered which step, so that an edited message corrects its own step.
    sa.Column("messages", sa.JSON, nullable=False),
    # What the guard caught in the open step: the redacted text and the kinds, never the original.
    sa.Column("caught", sa.JSON),
    sa.Column("open", sa.Boolean, nullable=False),
    moment("updated_at", index=True),
    sa.UniqueConstraint("member_id", "flow"),
)

deliveries = sa.Table(
    "deliveries",
    metadata,
    own_id(),
    organisation(nullable=True),
    member(nullable=True, index=True),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("once", sa.Text, unique=True),
    sa.Column("lane", sa.Integer, nullable=False),
    sa.Column("payload", sa.JSON),
    # The message this one replaces, where the channel can.
    sa.Column("target", sa.Text),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("maybe_dup", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("owner", sa.String(32)),
    # What the channel calls it once it was said; on a page the number of its line.
    sa.Column("message", sa.Text),
    sa.Column("error", sa.Text),
    sa.Column("broadcast_id", sa.ForeignKey("broadcasts.id", ondelete="SET NULL")),
    moment("not_before"),
    moment("not_after", nullable=True),
    # When a message that nobody asked for was let through.
    moment("released_at", nullable=True),
    moment("lease_until", nullable=True),
    moment("created_at", index=True),
    moment("sent_at", nullable=True),
)
partial_index("ix_deliveries_held", deliveries.c.state == "held", deliveries.c.not_before)
partial_index(
    "ix_deliveries_released",
    deliveries.c.released_at.is_not(None),
    deliveries.c.member_id,
    deliveries.c.released_at,
)
partial_index("ix_deliveries_waiting", deliveries.c.state == "waiting", deliveries.c.lane, deliveries.c.id)
partial_index("ix_deliveries_waiting_for", deliveries.c.state == "waiting", deliveries.c.address)
partial_index("ix_deliveries_sending", deliveries.c.state == "sending", deliveries.c.lease_until)
partial_index(
    "ix_deliveries_broadcast",
    deliveries.c.broadcast_id.is_not(None),
    deliveries.c.broadcast_id,
    deliveries.c.state,
)

lines = sa.Table(
    "lines",
    metadata,
    # What a pull address reads, in the order of its number; an edit is a new line that names its target.
    own_id(),
    organisation(),
    member(),
    # The reader's own words, after the guard; otherwise NULL.
    sa.Column("mine", sa.Text),
    sa.Column("payload", sa.JSON),
    sa.Column("target", sa.BigInteger),
    moment("at", index=True),
    # Pages resume after a number, so a number is never given out twice, also once the newest are forgotten.
    sqlite_autoincrement=True,
)
sa.Index("ix_lines_member_id_id", lines.c.member_id, lines.c.id)

leases = sa.Table(
    "leases",
    metadata,
    sa.Column("name", sa.String(32), primary_key=True),
    sa.Column("owner", sa.String(32), nullable=False),
    moment("until"),
)

schedules = sa.Table(
    "schedules",
    metadata,
    own_id(),
    organisation(),
    # What is to happen, and about what, as the capability that does it names them.
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("reference", sa.String(32), nullable=False),
    sa.Column("rule", sa.JSON, nullable=False),
    # NULL when it is over, or was stopped.
    moment("next_fire", nullable=True, index=True),
    moment("created_at"),
    sa.UniqueConstraint("organisation_id", "kind", "reference"),
)

firings = sa.Table(
    "firings",
    metadata,
    # One day of one schedule, so that it happens once whoever looks.
    sa.Column("schedule_id", sa.ForeignKey("schedules.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("day", sa.Date, primary_key=True),
    organisation(),
    moment("due_at"),
    sa.Column("skipped", sa.Boolean, nullable=False),
    moment("at"),
)

meters = sa.Table(
    "meters",
    metadata,
    # How far the messages on a channel are ahead of its pace; see `domain/pace.py`.
    sa.Column("channel", sa.String(16), primary_key=True),
    moment("spoken_until"),
    moment("bulk_until"),
    moment("paused_until", nullable=True),
)
