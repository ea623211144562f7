"""What coordinators hand over, send, set and look back at."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables.columns import member, metadata, moment, organisation, own_id, partial_index, public_id

imports = sa.Table(
    "imports",
    metadata,
    # That there was a file and what came of it; what is in it is read where the channel has it, and not kept.
    own_id(),
    public_id(),
    organisation(),
    member(index=True),
    sa.Column("channel", sa.String(16), nullable=False),
    # What the channel calls the file, and a hash of it once it was read; NULL when it is over.
    sa.Column("reference", sa.Text),
    sa.Column("digest", sa.String(64)),
    # After the guard.
    sa.Column("name", sa.Text, nullable=False),
    # unread, planned, agreed, done, dropped or failed.
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("added", sa.Integer, nullable=False, server_default="0"),
    sa.Column("already", sa.Integer, nullable=False, server_default="0"),
    sa.Column("refused", sa.Integer, nullable=False, server_default="0"),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("owner", sa.String(32)),
    moment("lease_until", nullable=True),
    moment("at"),
    moment("changed_at"),
)
sa.Index("ix_imports_state", imports.c.state, imports.c.id)

attachments = sa.Table(
    "attachments",
    metadata,
    # A picture or document for a message to a group; a picture without where and when it was taken.
    own_id(),
    public_id(),
    organisation(),
    sa.Column("member_id", sa.ForeignKey("members.id", ondelete="SET NULL"), index=True),
    # After the guard.
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("mime", sa.String(32), nullable=False),
    sa.Column("data", sa.LargeBinary),
    # Until it is here: which channel has it, what it calls it there, and when to ask.
    sa.Column("channel", sa.String(16), nullable=False, server_default=""),
    sa.Column("reference", sa.Text),
    moment("look_at", nullable=True),
    # Why it cannot go along: kind, too-big, broken or gone.
    sa.Column("unfit", sa.String(16)),
    moment("at"),
)
sa.Index("ix_attachments_due", attachments.c.look_at)

broadcasts = sa.Table(
    "broadcasts",
    metadata,
    # A message to a group, from its confirmation on.
    own_id(),
    public_id(),
    organisation(),
    sa.Column("author_id", sa.ForeignKey("members.id", ondelete="SET NULL"), index=True),
    # After the guard, with *marks*.
    sa.Column("words", sa.Text, nullable=False),
    # colleagues or policy; nothing, seen, doing, practice or round; such as theme-debt.
    sa.Column("voice", sa.String(16), nullable=False),
    sa.Column("asks", sa.String(16), nullable=False),
    sa.Column("audience", sa.String(40), nullable=False),
    sa.Column("practice_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
    sa.Column("round_id", sa.ForeignKey("rounds.id", ondelete="SET NULL"), index=True),
    sa.Column("attachment_id", sa.ForeignKey("attachments.id", ondelete="SET NULL"), index=True),
    # What the picture shows, after the guard.
    sa.Column("about", sa.Text, nullable=False, server_default=""),
    # planned, sending, done, stopped or withdrawn.
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("recipients", sa.Integer, nullable=False),
    # How far its deliveries are made: the last member, how many, and how many have no address.
    sa.Column("last_member_id", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("made", sa.Integer, nullable=False, server_default="0"),
    sa.Column("unreachable", sa.Integer, nullable=False, server_default="0"),
    # Counts by state: as they were told last, and then for good.
    sa.Column("tally", sa.JSON),
    moment("created_at"),
    moment("start_at"),
    moment("ended_at", nullable=True),
    # When the clock has something to do for it; NULL when it is over.
    moment("look_at", nullable=True),
)
sa.Index("ix_broadcasts_organisation_start", broadcasts.c.organisation_id, broadcasts.c.start_at)
partial_index("ix_broadcasts_look", broadcasts.c.look_at.is_not(None), broadcasts.c.look_at)

broadcast_presses = sa.Table(
    "broadcast_presses",
    metadata,
    sa.Column("broadcast_id", sa.ForeignKey("broadcasts.id", ondelete="CASCADE"), primary_key=True),
    member(primary_key=True, index=True),
    organisation(),
    moment("at"),
)

audit = sa.Table(
    "audit",
    metadata,
    # Who did something that reaches many or cannot be undone; for coordinators to look back at.
    own_id(),
    # NULL when the organisation itself was removed.
    sa.Column("organisation_id", sa.ForeignKey("organisations.id", ondelete="SET NULL"), index=True),
    # NULL when it was the operator, or somebody who left.
    sa.Column("member_id", sa.ForeignKey("members.id", ondelete="SET NULL"), index=True),
    sa.Column("action", sa.String(32), nullable=False),
    sa.Column("about", sa.String(16), nullable=False, server_default=""),
    # Counts and kinds, never anybody's words.
    sa.Column("details", sa.JSON, nullable=False),
    moment("at", index=True),
)

numbers = sa.Table(
    "numbers",
    metadata,
    # What an organisation changed of the numbers in `domain/peers/constants.py`; who did stands in `audit`.
    sa.Column("organisation_id", sa.ForeignKey("organisations.id"), primary_key=True),
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("value", sa.Float, nullable=False),
    moment("at"),
)

nudging = sa.Table(
    "nudging",
    metadata,
    # Whether practices are offered unasked in an organisation. No row: yes, in the teams that were told.
    sa.Column("organisation_id", sa.ForeignKey("organisations.id"), primary_key=True, autoincrement=False),
    # NULL as long as it goes on; and why, "" when a person stopped it.
    moment("stopped_at", nullable=True),
    sa.Column("reason", sa.String(16), nullable=False, server_default=""),
    # Until then nothing unasked is sent.
    moment("crisis_until", nullable=True),
)

overviews = sa.Table(
    "overviews",
    metadata,
    # What coordinators may be told of a week, worked out once: it does not change when somebody looks again.
    sa.Column("organisation_id", sa.ForeignKey("organisations.id"), primary_key=True),
    sa.Column("week", sa.Date, primary_key=True),
    sa.Column("figures", sa.JSON, nullable=False),
    moment("at"),
)

teams_told = sa.Table(
    "teams_told",
    metadata,
    # In which teams the manager said that this measures nobody, and on which day.
    own_id(),
    organisation(),
    # NULL is everybody without a team.
    sa.Column("team_id", sa.ForeignKey("teams.id", ondelete="CASCADE"), index=True),
    sa.Column("said_on", sa.Date, nullable=False),
    # lead or higher: a function, never a name.
    sa.Column("said_by", sa.String(16), nullable=False),
    moment("at"),
    sa.UniqueConstraint("organisation_id", "team_id"),
)
