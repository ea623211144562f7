"""Organisations, the people in them, and how they come in, are reached and leave."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables.columns import member, metadata, moment, organisation, own_id, public_id

organisations = sa.Table(
    "organisations",
    metadata,
    own_id(),
    public_id(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("timezone", sa.Text, nullable=False),
    # What chance draws by: nobody can work out whom it draws.
    sa.Column("secret", sa.String(32), nullable=False),
    moment("created_at"),
)

employers = sa.Table(
    "employers",
    metadata,
    own_id(),
    organisation(),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("region", sa.Text, nullable=False, server_default=""),
    sa.Column("size", sa.Text, nullable=False, server_default=""),
    sa.UniqueConstraint("organisation_id", "name"),
)

teams = sa.Table(
    "teams",
    metadata,
    own_id(),
    public_id(),
    organisation(),
    sa.Column("employer_id", sa.ForeignKey("employers.id"), index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.UniqueConstraint("organisation_id", "name"),
)

members = sa.Table(
    "members",
    metadata,
    own_id(),
    public_id(),
    organisation(),
    sa.Column("employer_id", sa.ForeignKey("employers.id"), index=True),
    sa.Column("team_id", sa.ForeignKey("teams.id"), index=True),
    sa.Column("role", sa.String(16), nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("name", sa.Text, nullable=False, server_default=""),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("job", sa.String(32), nullable=False, server_default=""),
    sa.Column("rhythm", sa.String(16), nullable=False, server_default=""),
    # Where they work, as far as they say: for whom mostly, how large a municipality and a team, in what part
    # of the country. Only used to find what fits; shown to nobody else.
    sa.Column("residents", sa.String(16), nullable=False, server_default=""),
    sa.Column("municipality", sa.String(16), nullable=False, server_default=""),
    sa.Column("team_size", sa.String(16), nullable=False, server_default=""),
    sa.Column("region", sa.String(16), nullable=False, server_default=""),
    # When they work: weekdays such as 01234, minutes of the day; empty is as everybody (`storage/habits.py`).
    sa.Column("work_days", sa.String(7), nullable=False, server_default=""),
    sa.Column("work_start", sa.SmallInteger),
    sa.Column("work_end", sa.SmallInteger),
    sa.Column("paused_until", sa.Date),
    # Empty is that of the organisation.
    sa.Column("timezone", sa.Text, nullable=False, server_default=""),
    sa.Column("consent", sa.String(16), nullable=False, server_default=""),
    sa.Column("silent", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("invitation_id", sa.ForeignKey("invitations.id", ondelete="SET NULL"), index=True),
    moment("consented_at", nullable=True),
    moment("joined_at"),
)

consents = sa.Table(
    "consents",
    metadata,
    # What somebody said to a privacy text, and to which; the last word on the present one is on the member.
    own_id(),
    organisation(),
    member(index=True),
    sa.Column("version", sa.String(16), nullable=False),
    sa.Column("agreed", sa.Boolean, nullable=False),
    moment("at"),
)

member_themes = sa.Table(
    "member_themes",
    metadata,
    member(primary_key=True),
    sa.Column("theme", sa.String(32), primary_key=True),
    organisation(),
)

allowances = sa.Table(
    "allowances",
    metadata,
    # How often somebody did something on one day that is capped.
    member(primary_key=True),
    sa.Column("act", sa.String(16), primary_key=True),
    sa.Column("day", sa.Date, primary_key=True),
    organisation(),
    sa.Column("used", sa.Integer, nullable=False),
)
sa.Index("ix_allowances_together", allowances.c.organisation_id, allowances.c.act, allowances.c.day)

addresses = sa.Table(
    "addresses",
    metadata,
    own_id(),
    organisation(),
    member(index=True),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    # A pull address reads its messages from `lines`; the others are sent them.
    sa.Column("pull", sa.Boolean, nullable=False),
    moment("gone_at", nullable=True),
    moment("used_at"),
    sa.UniqueConstraint("channel", "address"),
)

invitations = sa.Table(
    "invitations",
    metadata,
    own_id(),
    public_id(),
    organisation(),
    sa.Column("code_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("role", sa.String(16), nullable=False),
    sa.Column("employer_id", sa.ForeignKey("employers.id")),
    sa.Column("team_id", sa.ForeignKey("teams.id")),
    # NULL means: as often as one likes, until it expires.
    sa.Column("uses_left", sa.Integer),
    sa.Column("used", sa.Integer, nullable=False, server_default="0"),
    moment("expires_at"),
    moment("revoked_at", nullable=True),
    moment("created_at"),
    # Made in the chat, and not by whoever runs the server: what it gives may have to wait.
    sa.Column("from_chat", sa.Boolean, nullable=False, server_default=sa.false()),
)

role_changes = sa.Table(
    "role_changes",
    metadata,
    # A role that somebody gets, or loses, unless a coordinator stops it before then.
    own_id(),
    public_id(),
    organisation(),
    member(unique=True),
    sa.Column("role", sa.String(16), nullable=False),
    sa.Column("asked_by_id", sa.ForeignKey("members.id", ondelete="SET NULL"), index=True),
    moment("asked_at"),
    moment("due_at", index=True),
)

sign_in_links = sa.Table(
    "sign_in_links",
    metadata,
    # One more device for an existing member: works once, for a few minutes.
    sa.Column("token_hash", sa.String(64), primary_key=True),
    organisation(),
    member(index=True),
    moment("expires_at"),
)

sessions = sa.Table(
    "sessions",
    metadata,
    own_id(),
    organisation(),
    member(index=True),
    sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
    moment("created_at"),
    moment("expires_at"),
)

erasures = sa.Table(
    "erasures",
    metadata,
    # Somebody who is being erased, step by step; the row goes with the last of them.
    own_id(),
    organisation(),
    # No key: the member goes first.
    sa.Column("member_id", sa.BigInteger, nullable=False, unique=True),
    sa.Column("keep_practices", sa.Boolean, nullable=False),
    # What the last steps need: the name, the addresses, and hashes of texts that others may have on screen.
    sa.Column("subject", sa.JSON, nullable=False),
    # Whether the list of erasures beside the database knows.
    sa.Column("noted", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("step", sa.Integer, nullable=False, server_default="0"),
    # Its rows are gone, and nothing of whom it was about is left here; the files are to be written anew.
    sa.Column("done", sa.Boolean, nullable=False, server_default=sa.false()),
    # How far a step is that goes over what others have.
    sa.Column("after", sa.BigInteger, nullable=False, server_default="0"),
    moment("asked_at"),
)
