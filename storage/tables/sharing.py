"""Practices, in their words, languages and versions."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables.columns import (
    metadata,
    moment,
    organisation,
    own_id,
    partial_index,
    practice,
    public_id,
    texts,
)

practices = sa.Table(
    "practices",
    metadata,
    own_id(),
    public_id(),
    organisation(),
    sa.Column("author_id", sa.ForeignKey("members.id", ondelete="SET NULL"), index=True),
    sa.Column("language", sa.String(8), nullable=False),
    *texts(),
    sa.Column("attribution", sa.String(16), nullable=False),
    sa.Column("visibility", sa.String(16), nullable=False),
    # The team or employer that may see it, when not everyone in the organisation may.
    sa.Column("employer_id", sa.ForeignKey("employers.id")),
    sa.Column("team_id", sa.ForeignKey("teams.id")),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("illustrative", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("merged_into_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
    # How it stood before it was merged, so that taking the merge back does not show what was hidden.
    sa.Column("state_before", sa.String(16)),
    # What makes an imported or starter practice the same one when the file is read again.
    sa.Column("import_key", sa.String(64)),
    sa.Column("useful", sa.Integer, nullable=False, server_default="0"),
    # What those votes count for in an order: less when they may not be meant as votes. Never shown.
    sa.Column("weight", sa.Float, nullable=False, server_default="0"),
    # Of the votes and reports of people who left only counts stay: no row, no moment, no one.
    sa.Column("gone_useful", sa.Integer, nullable=False, server_default="0"),
    sa.Column("gone_weight", sa.Float, nullable=False, server_default="0"),
    sa.Column("gone_told", sa.JSON(none_as_null=True)),
    # The practice that this one does differently.
    sa.Column("parent_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
    # What colleagues told of trying it, counted again whenever one of them tells; NULL as long as nobody did.
    sa.Column("told", sa.JSON(none_as_null=True)),
    # Its rank value for no reader in particular, as it was when somebody voted or told last.
    sa.Column("worth", sa.Float, nullable=False),
    # Since when nobody has told anything or looked whether it is still right.
    moment("quiet_since"),
    moment("shared_at"),
    moment("changed_at"),
    sa.UniqueConstraint("organisation_id", "import_key"),
)
sa.Index("ix_practices_quiet", practices.c.organisation_id, practices.c.quiet_since)
sa.Index("ix_practices_newest", practices.c.organisation_id, practices.c.state, practices.c.shared_at)

practice_themes = sa.Table(
    "practice_themes",
    metadata,
    practice(primary_key=True),
    sa.Column("theme", sa.String(32), primary_key=True),
    organisation(),
)

practice_translations = sa.Table(
    "practice_translations",
    metadata,
    practice(primary_key=True),
    sa.Column("language", sa.String(8), primary_key=True),
    organisation(),
    *texts(),
)

practice_versions = sa.Table(
    "practice_versions",
    metadata,
    own_id(),
    practice(index=True),
    organisation(),
    *texts(),
    # When those who do it heard that it changed, or need not.
    moment("announced_at", nullable=True),
    moment("replaced_at"),
)
partial_index(
    "ix_practice_versions_unheard", practice_versions.c.announced_at.is_(None), practice_versions.c.id
)
