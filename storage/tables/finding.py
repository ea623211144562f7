"""What practices are found by, which are alike, and what was asked."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables.columns import metadata, moment, organisation, own_id, practice, public_id

practice_analyses = sa.Table(
    "practice_analyses",
    metadata,
    practice(primary_key=True),
    organisation(),
    sa.Column("version", sa.Integer, nullable=False),
    # One analysis per language, as the matcher packed them: numbers to be copied into memory as they are.
    sa.Column("analyses", sa.LargeBinary, nullable=False),
)

practice_vectors = sa.Table(
    "practice_vectors",
    metadata,
    # What an optional service made of the words as they are now: 32-bit floats, at length one.
    practice(primary_key=True),
    sa.Column("language", sa.String(8), primary_key=True),
    organisation(),
    sa.Column("model", sa.String(128), nullable=False),
    sa.Column("vector", sa.LargeBinary, nullable=False),
    moment("at"),
)

aliases = sa.Table(
    "aliases",
    metadata,
    # Questions that a practice answered: more names for it. Without who asked. Also questions that it did not
    # answer though it was found for them: those are confirmed 0 times, are no name, and only push it away.
    own_id(),
    practice(),
    organisation(),
    # After the guard; and what makes two of them the same one.
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("bare", sa.Text, nullable=False),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("confirmed", sa.Integer, nullable=False),
    # Steps by which the practice is pulled to these words (above 0) or away from them, beyond its names.
    sa.Column("pull", sa.Integer, nullable=False),
    # The practice that answered it, when that one was merged into this one.
    sa.Column("moved_from_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
    moment("at"),
    sa.UniqueConstraint("practice_id", "bare"),
)

index_log = sa.Table(
    "index_log",
    metadata,
    own_id(),
    organisation(),
    # NULL when it is the synonyms of the organisation that changed.
    sa.Column("practice_id", sa.BigInteger),
    moment("at", index=True),
    # Every process reads on after a number, so a number is never given out twice.
    sqlite_autoincrement=True,
)

index_readers = sa.Table(
    "index_readers",
    metadata,
    # How far something has read the log of changes that one process reads for all.
    sa.Column("name", sa.String(32), primary_key=True),
    sa.Column("number", sa.BigInteger, nullable=False),
)

doubles = sa.Table(
    "doubles",
    metadata,
    # Two practices that are much alike, the lower number first.
    own_id(),
    public_id(),
    organisation(),
    sa.Column("one_id", sa.ForeignKey("practices.id", ondelete="CASCADE"), nullable=False),
    sa.Column("other_id", sa.ForeignKey("practices.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("likeness", sa.Float, nullable=False),
    # A coordinator said that they are not the same: they are never offered again.
    sa.Column("apart", sa.Boolean, nullable=False, server_default=sa.false()),
    # A coordinator said: later.
    moment("not_before", nullable=True),
    moment("at"),
    sa.UniqueConstraint("one_id", "other_id"),
)
sa.Index("ix_doubles_waiting", doubles.c.organisation_id, doubles.c.apart, doubles.c.likeness)

synonyms = sa.Table(
    "synonyms",
    metadata,
    # Two terms that mean the same here, as coordinators typed them; without who did.
    own_id(),
    public_id(),
    organisation(),
    sa.Column("term", sa.Text, nullable=False),
    sa.Column("other", sa.Text, nullable=False),
    # What makes two pairs the same one, whichever way round.
    sa.Column("bare", sa.Text, nullable=False),
    moment("at"),
    sa.UniqueConstraint("organisation_id", "bare"),
)

questions = sa.Table(
    "questions",
    metadata,
    own_id(),
    public_id(),
    organisation(),
    sa.Column("member_id", sa.ForeignKey("members.id", ondelete="SET NULL"), index=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("outcome", sa.String(16), nullable=False),
    # held (help was named first), shown, open (a gap), answered or closed.
    sa.Column("state", sa.String(16), nullable=False),
    moment("at"),
    # When a coordinator was done with a gap.
    moment("ended_at", nullable=True),
)
sa.Index("ix_questions_open", questions.c.organisation_id, questions.c.state, questions.c.at)

question_matches = sa.Table(
    "question_matches",
    metadata,
    # The practices that were shown for a question, and what the asker said of each.
    sa.Column("question_id", sa.ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True),
    practice(primary_key=True, index=True),
    organisation(),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("confidence", sa.Float, nullable=False),
    # The words it was found by, as the matcher gave them.
    sa.Column("why", sa.JSON, nullable=False),
    # helped, unfit, linked by a coordinator, or NULL as long as nothing was said.
    sa.Column("verdict", sa.String(16)),
)
