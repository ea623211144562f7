"""What people say of practices and do with them."""

from __future__ import annotations

import sqlalchemy as sa

from domain.trials import Side
from storage.tables.columns import (
    member,
    metadata,
    moment,
    organisation,
    own_id,
    partial_index,
    practice,
    public_id,
)

votes = sa.Table(
    "votes",
    metadata,
    practice(primary_key=True),
    member(primary_key=True, index=True),
    organisation(),
    # The practice it was said of, when that one was merged into this one.
    sa.Column("moved_from_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
    moment("at"),
)

bursts = sa.Table(
    "bursts",
    metadata,
    # Votes of one team on one practice that came within minutes, for a person to look at. Without voters.
    own_id(),
    public_id(),
    organisation(),
    practice(index=True),
    sa.Column("team_id", sa.ForeignKey("teams.id", ondelete="CASCADE"), nullable=False),
    moment("since"),
    moment("last"),
    # When they count if nobody decides, and whether they do; NULL as long as they are held.
    moment("until"),
    sa.Column("counts", sa.Boolean),
    # Whether coordinators were asked.
    sa.Column("told", sa.Boolean, nullable=False, server_default=sa.false()),
    # The practice it was about, when that one was merged into this one.
    sa.Column("moved_from_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
)
partial_index("ix_bursts_held", bursts.c.counts.is_(None), bursts.c.until)

dismissals = sa.Table(
    "dismissals",
    metadata,
    practice(primary_key=True),
    member(primary_key=True, index=True),
    organisation(),
    # How often it was said, each after the one before had passed.
    sa.Column("times", sa.Integer, nullable=False, server_default="1"),
    # The practice it was said of, when that one was merged into this one.
    sa.Column("moved_from_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
    moment("at"),
)

pledges = sa.Table(
    "pledges",
    metadata,
    # What a member wants to try. Only they see it.
    own_id(),
    public_id(),
    organisation(),
    practice(),
    member(index=True),
    # today, week, next or unknown; and the if-then plan, after the guard.
    sa.Column("moment", sa.String(16), nullable=False),
    sa.Column("plan", sa.Text, nullable=False, server_default=""),
    # open, asked, told or closed; how often it was asked about; and when it is time to ask, or to close it.
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("asked", sa.Integer, nullable=False, server_default="0"),
    moment("due_at", nullable=True),
    # The practice it was about, when that one was merged into this one.
    sa.Column("moved_from_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
    moment("at"),
    sa.UniqueConstraint("practice_id", "member_id"),
)
partial_index("ix_pledges_due", pledges.c.due_at.is_not(None), pledges.c.due_at)

trials = sa.Table(
    "trials",
    metadata,
    # What a member told of trying a practice; what they told last counts.
    own_id(),
    public_id(),
    organisation(),
    practice(),
    member(index=True),
    # worked, partly, did_not or too_early.
    sa.Column("outcome", sa.String(16), nullable=False),
    # A sentence for the next colleague, after the guard, and whether the teller's name stands with it.
    sa.Column("line", sa.Text, nullable=False, server_default=""),
    sa.Column("named", sa.Boolean, nullable=False, server_default=sa.false()),
    # time, orders or norm: what came in between.
    sa.Column("obstacle", sa.String(16)),
    # The four sides, each yes, partly or no.
    *(sa.Column(side.value, sa.String(8)) for side in Side),
    # The practice it was told of, when that one was merged into this one.
    sa.Column("moved_from_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
    moment("at"),
    sa.UniqueConstraint("practice_id", "member_id"),
)

kudos = sa.Table(
    "kudos",
    metadata,
    # Thanks with a reason, after the guard. Only who gave it and who got it see it.
    own_id(),
    public_id(),
    organisation(),
    sa.Column("practice_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
    member("from_id", index=True),
    member("to_id", index=True),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("named", sa.Boolean, nullable=False),
    moment("at"),
)

reports = sa.Table(
    "reports",
    metadata,
    own_id(),
    public_id(),
    organisation(),
    practice(index=True),
    sa.Column("member_id", sa.ForeignKey("members.id", ondelete="SET NULL"), index=True),
    sa.Column("reason", sa.String(16), nullable=False),
    # open, upheld (stays hidden) or dismissed (shown again).
    sa.Column("state", sa.String(16), nullable=False),
    moment("at"),
    moment("settled_at", nullable=True),
)
