"""Every table, in one place. Every table with content carries the organisation it belongs to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

from domain.portraits import QUESTIONS
from domain.practices import WORDS
from domain.trials import Side

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC; SQLite keeps no zone, so it is taken off going in and put back coming out."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _id() -> sa.Column[int]:
    # SQLite only numbers rows by itself in a column that is exactly INTEGER.
    return sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)


def _organisation(*, nullable: bool = False) -> sa.Column[int]:
    return sa.Column("organisation_id", sa.ForeignKey("organisations.id"), nullable=nullable, index=True)


def _member(name: str = "member_id", *, nullable: bool = False, **more: Any) -> sa.Column[int]:
    return sa.Column(name, sa.ForeignKey("members.id", ondelete="CASCADE"), nullable=nullable, **more)


def _practice(**more: Any) -> sa.Column[int]:
    return sa.Column("practice_id", sa.ForeignKey("practices.id", ondelete="CASCADE"), nullable=False, **more)


def _public_id() -> sa.Column[str]:
    return sa.Column("public_id", sa.String(16), nullable=False, unique=True)


def _moment(name: str, *, nullable: bool = False, **more: Any) -> sa.Column[datetime]:
    return sa.Column(name, Moment, nullable=nullable, **more)


# --- organisations and people -----------------------------------------------------------------------

organisations = sa.Table(
    "organisations",
    metadata,
    _id(),
    _public_id(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("timezone", sa.Text, nullable=False),
    # What chance draws by: nobody can work out whom it draws.
    sa.Column("secret", sa.String(32), nullable=False),
    _moment("created_at"),
)

employers = sa.Table(
    "employers",
    metadata,
    _id(),
    _organisation(),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("region", sa.Text, nullable=False, server_default=""),
    sa.Column("size", sa.Text, nullable=False, server_default=""),
    sa.UniqueConstraint("organisation_id", "name"),
)

teams = sa.Table(
    "teams",
    metadata,
    _id(),
    _organisation(),
    sa.Column("employer_id", sa.ForeignKey("employers.id"), index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.UniqueConstraint("organisation_id", "name"),
)

members = sa.Table(
    "members",
    metadata,
    _id(),
    _public_id(),
    _organisation(),
    sa.Column("employer_id", sa.ForeignKey("employers.id"), index=True),
    sa.Column("team_id", sa.ForeignKey("teams.id"), index=True),
    sa.Column("role", sa.String(16), nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("name", sa.Text, nullable=False, server_default=""),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("job", sa.String(32), nullable=False, server_default=""),
    sa.Column("rhythm", sa.String(16), nullable=False, server_default=""),
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
    _moment("consented_at", nullable=True),
    _moment("joined_at"),
)

consents = sa.Table(
    "consents",
    metadata,
    # What somebody said to a privacy text, and to which; the last word on the present one is on the member.
    _id(),
    _organisation(),
    _member(index=True),
    sa.Column("version", sa.String(16), nullable=False),
    sa.Column("agreed", sa.Boolean, nullable=False),
    _moment("at"),
)

member_themes = sa.Table(
    "member_themes",
    metadata,
    _member(primary_key=True),
    sa.Column("theme", sa.String(32), primary_key=True),
    _organisation(),
)

addresses = sa.Table(
    "addresses",
    metadata,
    _id(),
    _organisation(),
    _member(index=True),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    # A pull address reads its messages from `lines`; the others are sent them.
    sa.Column("pull", sa.Boolean, nullable=False),
    _moment("gone_at", nullable=True),
    _moment("used_at"),
    sa.UniqueConstraint("channel", "address"),
)

invitations = sa.Table(
    "invitations",
    metadata,
    _id(),
    _public_id(),
    _organisation(),
    sa.Column("code_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("role", sa.String(16), nullable=False),
    sa.Column("employer_id", sa.ForeignKey("employers.id")),
    sa.Column("team_id", sa.ForeignKey("teams.id")),
    # NULL means: as often as one likes, until it expires.
    sa.Column("uses_left", sa.Integer),
    sa.Column("used", sa.Integer, nullable=False, server_default="0"),
    _moment("expires_at"),
    _moment("revoked_at", nullable=True),
    _moment("created_at"),
)

sign_in_links = sa.Table(
    "sign_in_links",
    metadata,
    # One more device for an existing member: works once, for a few minutes.
    sa.Column("token_hash", sa.String(64), primary_key=True),
    _organisation(),
    _member(index=True),
    _moment("expires_at"),
)

sessions = sa.Table(
    "sessions",
    metadata,
    _id(),
    _organisation(),
    _member(index=True),
    sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
    _moment("created_at"),
    _moment("expires_at"),
)

erasures = sa.Table(
    "erasures",
    metadata,
    # Somebody who is being erased, step by step; the row goes with the last of them.
    _id(),
    _organisation(),
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
    _moment("asked_at"),
)

# --- talking ----------------------------------------------------------------------------------------

updates = sa.Table(
    "updates",
    metadata,
    # Channel and number of something that came in: remembered for 48 hours, so that it is handled once.
    sa.Column("key", sa.String(128), primary_key=True),
    _moment("at", index=True),
)

failed_updates = sa.Table(
    "failed_updates",
    metadata,
    sa.Column("key", sa.String(128), primary_key=True),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("code", sa.String(16), nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    _moment("at", index=True),
    _moment("parked_at", nullable=True),
)

conversations = sa.Table(
    "conversations",
    metadata,
    _id(),
    _public_id(),
    _organisation(),
    _member(index=True),
    sa.Column("flow", sa.String(32), nullable=False),
    sa.Column("step", sa.String(32), nullable=False),
    sa.Column("answers", sa.JSON, nullable=False),
    # Which message answered which step, so that an edited message corrects its own step.
    sa.Column("messages", sa.JSON, nullable=False),
    # What the guard caught in the open step: the redacted text and the kinds, never the original.
    sa.Column("caught", sa.JSON),
    sa.Column("open", sa.Boolean, nullable=False),
    _moment("updated_at", index=True),
    sa.UniqueConstraint("member_id", "flow"),
)

deliveries = sa.Table(
    "deliveries",
    metadata,
    _id(),
    _organisation(nullable=True),
    _member(nullable=True, index=True),
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
    _moment("not_before"),
    _moment("not_after", nullable=True),
    # When a message that nobody asked for was let through.
    _moment("released_at", nullable=True),
    _moment("lease_until", nullable=True),
    _moment("created_at", index=True),
    _moment("sent_at", nullable=True),
)
sa.Index(
    "ix_deliveries_held",
    deliveries.c.not_before,
    sqlite_where=deliveries.c.state == "held",
    postgresql_where=deliveries.c.state == "held",
)
sa.Index(
    "ix_deliveries_released",
    deliveries.c.member_id,
    deliveries.c.released_at,
    sqlite_where=deliveries.c.released_at.is_not(None),
    postgresql_where=deliveries.c.released_at.is_not(None),
)
sa.Index(
    "ix_deliveries_waiting",
    deliveries.c.lane,
    deliveries.c.id,
    sqlite_where=deliveries.c.state == "waiting",
    postgresql_where=deliveries.c.state == "waiting",
)
sa.Index(
    "ix_deliveries_waiting_for",
    deliveries.c.address,
    sqlite_where=deliveries.c.state == "waiting",
    postgresql_where=deliveries.c.state == "waiting",
)
sa.Index(
    "ix_deliveries_sending",
    deliveries.c.lease_until,
    sqlite_where=deliveries.c.state == "sending",
    postgresql_where=deliveries.c.state == "sending",
)

sa.Index(
    "ix_deliveries_broadcast",
    deliveries.c.broadcast_id,
    deliveries.c.state,
    sqlite_where=deliveries.c.broadcast_id.is_not(None),
    postgresql_where=deliveries.c.broadcast_id.is_not(None),
)

lines = sa.Table(
    "lines",
    metadata,
    # What a pull address reads, in the order of its number; an edit is a new line that names its target.
    _id(),
    _organisation(),
    _member(),
    # The reader's own words, after the guard; otherwise NULL.
    sa.Column("mine", sa.Text),
    sa.Column("payload", sa.JSON),
    sa.Column("target", sa.BigInteger),
    _moment("at", index=True),
    # Pages resume after a number, so a number is never given out twice, also once the newest are forgotten.
    sqlite_autoincrement=True,
)
sa.Index("ix_lines_member_id_id", lines.c.member_id, lines.c.id)

leases = sa.Table(
    "leases",
    metadata,
    sa.Column("name", sa.String(32), primary_key=True),
    sa.Column("owner", sa.String(32), nullable=False),
    _moment("until"),
)

schedules = sa.Table(
    "schedules",
    metadata,
    _id(),
    _organisation(),
    # What is to happen, and about what, as the capability that does it names them.
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("reference", sa.String(32), nullable=False),
    sa.Column("rule", sa.JSON, nullable=False),
    # NULL when it is over, or was stopped.
    _moment("next_fire", nullable=True, index=True),
    _moment("created_at"),
    sa.UniqueConstraint("organisation_id", "kind", "reference"),
)

firings = sa.Table(
    "firings",
    metadata,
    # One day of one schedule, so that it happens once whoever looks.
    sa.Column("schedule_id", sa.ForeignKey("schedules.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("day", sa.Date, primary_key=True),
    _organisation(),
    _moment("due_at"),
    sa.Column("skipped", sa.Boolean, nullable=False),
    _moment("at"),
)

meters = sa.Table(
    "meters",
    metadata,
    # How far the messages on a channel are ahead of its pace; see `domain/pace.py`.
    sa.Column("channel", sa.String(16), primary_key=True),
    _moment("spoken_until"),
    _moment("bulk_until"),
    _moment("paused_until", nullable=True),
)

# --- practices --------------------------------------------------------------------------------------


def _texts() -> tuple[sa.Column[str], ...]:
    """The title and the four parts: new columns for each table that has them."""
    return tuple(sa.Column(name, sa.Text, nullable=False) for name in WORDS)


practices = sa.Table(
    "practices",
    metadata,
    _id(),
    _public_id(),
    _organisation(),
    sa.Column("author_id", sa.ForeignKey("members.id", ondelete="SET NULL"), index=True),
    sa.Column("language", sa.String(8), nullable=False),
    *_texts(),
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
    sa.Column("gone_told", sa.JSON(none_as_null=True)),
    # The practice that this one does differently.
    sa.Column("parent_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
    # What colleagues told of trying it, counted again whenever one of them tells; NULL as long as nobody did.
    sa.Column("told", sa.JSON(none_as_null=True)),
    # Its rank value for no reader in particular, as it was when somebody voted or told last.
    sa.Column("worth", sa.Float, nullable=False),
    # Since when nobody has told anything or looked whether it is still right.
    _moment("quiet_since"),
    _moment("shared_at"),
    _moment("changed_at"),
    sa.UniqueConstraint("organisation_id", "import_key"),
)
sa.Index("ix_practices_quiet", practices.c.organisation_id, practices.c.quiet_since)
sa.Index("ix_practices_newest", practices.c.organisation_id, practices.c.state, practices.c.shared_at)

practice_themes = sa.Table(
    "practice_themes",
    metadata,
    _practice(primary_key=True),
    sa.Column("theme", sa.String(32), primary_key=True),
    _organisation(),
)

practice_translations = sa.Table(
    "practice_translations",
    metadata,
    _practice(primary_key=True),
    sa.Column("language", sa.String(8), primary_key=True),
    _organisation(),
    *_texts(),
)

practice_versions = sa.Table(
    "practice_versions",
    metadata,
    _id(),
    _practice(index=True),
    _organisation(),
    *_texts(),
    _moment("replaced_at"),
)

practice_analyses = sa.Table(
    "practice_analyses",
    metadata,
    _practice(primary_key=True),
    _organisation(),
    sa.Column("version", sa.Integer, nullable=False),
    # One analysis per language, as the matcher packed them: numbers to be copied into memory as they are.
    sa.Column("analyses", sa.LargeBinary, nullable=False),
)

practice_vectors = sa.Table(
    "practice_vectors",
    metadata,
    # What an optional service made of the words as they are now: 32-bit floats, at length one.
    _practice(primary_key=True),
    sa.Column("language", sa.String(8), primary_key=True),
    _organisation(),
    sa.Column("model", sa.String(128), nullable=False),
    sa.Column("vector", sa.LargeBinary, nullable=False),
    _moment("at"),
)

aliases = sa.Table(
    "aliases",
    metadata,
    # Questions that a practice answered: more names for it. Without who asked. Also questions that it did not
    # answer though it was found for them: those are confirmed 0 times, are no name, and only push it away.
    _id(),
    _practice(),
    _organisation(),
    # After the guard; and what makes two of them the same one.
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("bare", sa.Text, nullable=False),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("confirmed", sa.Integer, nullable=False),
    # Steps by which the practice is pulled to these words (above 0) or away from them, beyond its names.
    sa.Column("pull", sa.Integer, nullable=False),
    # The practice that answered it, when that one was merged into this one.
    sa.Column("moved_from_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
    _moment("at"),
    sa.UniqueConstraint("practice_id", "bare"),
)

index_log = sa.Table(
    "index_log",
    metadata,
    _id(),
    _organisation(),
    # NULL when it is the synonyms of the organisation that changed.
    sa.Column("practice_id", sa.BigInteger),
    _moment("at", index=True),
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
    _id(),
    _public_id(),
    _organisation(),
    sa.Column("one_id", sa.ForeignKey("practices.id", ondelete="CASCADE"), nullable=False),
    sa.Column("other_id", sa.ForeignKey("practices.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("likeness", sa.Float, nullable=False),
    # A coordinator said that they are not the same: they are never offered again.
    sa.Column("apart", sa.Boolean, nullable=False, server_default=sa.false()),
    # A coordinator said: later.
    _moment("not_before", nullable=True),
    _moment("at"),
    sa.UniqueConstraint("one_id", "other_id"),
)
sa.Index("ix_doubles_waiting", doubles.c.organisation_id, doubles.c.apart, doubles.c.likeness)

synonyms = sa.Table(
    "synonyms",
    metadata,
    # Two terms that mean the same here, as coordinators typed them; without who did.
    _id(),
    _public_id(),
    _organisation(),
    sa.Column("term", sa.Text, nullable=False),
    sa.Column("other", sa.Text, nullable=False),
    # What makes two pairs the same one, whichever way round.
    sa.Column("bare", sa.Text, nullable=False),
    _moment("at"),
    sa.UniqueConstraint("organisation_id", "bare"),
)

votes = sa.Table(
    "votes",
    metadata,
    _practice(primary_key=True),
    _member(primary_key=True, index=True),
    _organisation(),
    # The practice it was said of, when that one was merged into this one.
    sa.Column("moved_from_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
    _moment("at"),
)

bursts = sa.Table(
    "bursts",
    metadata,
    # Votes of one team on one practice that came within minutes, for a person to look at. Without voters.
    _id(),
    _public_id(),
    _organisation(),
    _practice(index=True),
    sa.Column("team_id", sa.ForeignKey("teams.id", ondelete="CASCADE"), nullable=False),
    _moment("since"),
    _moment("last"),
    # When they count if nobody decides, and whether they do; NULL as long as they are held.
    _moment("until"),
    sa.Column("counts", sa.Boolean),
    # Whether coordinators were asked.
    sa.Column("told", sa.Boolean, nullable=False, server_default=sa.false()),
    # The practice it was about, when that one was merged into this one.
    sa.Column("moved_from_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
)
sa.Index(
    "ix_bursts_held",
    bursts.c.until,
    sqlite_where=bursts.c.counts.is_(None),
    postgresql_where=bursts.c.counts.is_(None),
)

dismissals = sa.Table(
    "dismissals",
    metadata,
    _practice(primary_key=True),
    _member(primary_key=True, index=True),
    _organisation(),
    # How often it was said, each after the one before had passed.
    sa.Column("times", sa.Integer, nullable=False, server_default="1"),
    # The practice it was said of, when that one was merged into this one.
    sa.Column("moved_from_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
    _moment("at"),
)

pledges = sa.Table(
    "pledges",
    metadata,
    # What a member wants to try. Only they see it.
    _id(),
    _public_id(),
    _organisation(),
    _practice(),
    _member(index=True),
    # today, week, next or unknown; and the if-then plan, after the guard.
    sa.Column("moment", sa.String(16), nullable=False),
    sa.Column("plan", sa.Text, nullable=False, server_default=""),
    # open, asked, told or closed; how often it was asked about; and when it is time to ask, or to close it.
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("asked", sa.Integer, nullable=False, server_default="0"),
    _moment("due_at", nullable=True),
    # The practice it was about, when that one was merged into this one.
    sa.Column("moved_from_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
    _moment("at"),
    sa.UniqueConstraint("practice_id", "member_id"),
)
sa.Index(
    "ix_pledges_due",
    pledges.c.due_at,
    sqlite_where=pledges.c.due_at.is_not(None),
    postgresql_where=pledges.c.due_at.is_not(None),
)

trials = sa.Table(
    "trials",
    metadata,
    # What a member told of trying a practice; what they told last counts.
    _id(),
    _public_id(),
    _organisation(),
    _practice(),
    _member(index=True),
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
    _moment("at"),
    sa.UniqueConstraint("practice_id", "member_id"),
)

kudos = sa.Table(
    "kudos",
    metadata,
    # Thanks with a reason, after the guard. Only who gave it and who got it see it.
    _id(),
    _public_id(),
    _organisation(),
    sa.Column("practice_id", sa.ForeignKey("practices.id", ondelete="SET NULL"), index=True),
    _member("from_id", index=True),
    _member("to_id", index=True),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("named", sa.Boolean, nullable=False),
    _moment("at"),
)

nominations = sa.Table(
    "nominations",
    metadata,
    # What colleagues told of somebody, until that person has answered. Without who told it, and by the day.
    _id(),
    _organisation(),
    # NULL for the minutes until the clock has looked who is called so, in which team first.
    _member(nullable=True, index=True),
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
    _id(),
    _organisation(),
    _member(index=True),
    sa.Column("day", sa.Date, nullable=False, index=True),
)

portraits = sa.Table(
    "portraits",
    metadata,
    # What somebody shows of themselves after colleagues named them and they said yes.
    _id(),
    _public_id(),
    _organisation(),
    _member(unique=True),
    # begun, published or withdrawn.
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("named", sa.Boolean, nullable=False),
    sa.Column("kind", sa.String(16)),
    # The answers of the interview, after the guard.
    *(sa.Column(name, sa.Text, nullable=False, server_default="") for name in QUESTIONS),
    # What the first colleague told, and whether it stands with it.
    sa.Column("empathy", sa.Text, nullable=False),
    sa.Column("enterprise", sa.Text, nullable=False),
    sa.Column("quoted", sa.Boolean, nullable=False, server_default=sa.false()),
    # When its owner is asked whether it may stay; since when they are asked.
    _moment("renew_at", nullable=True),
    _moment("asked_at", nullable=True),
    _moment("changed_at", index=True),
)
sa.Index(
    "ix_portraits_renew",
    portraits.c.renew_at,
    sqlite_where=portraits.c.renew_at.is_not(None),
    postgresql_where=portraits.c.renew_at.is_not(None),
)

reports = sa.Table(
    "reports",
    metadata,
    _id(),
    _public_id(),
    _organisation(),
    _practice(index=True),
    sa.Column("member_id", sa.ForeignKey("members.id", ondelete="SET NULL"), index=True),
    sa.Column("reason", sa.String(16), nullable=False),
    # open, upheld (stays hidden) or dismissed (shown again).
    sa.Column("state", sa.String(16), nullable=False),
    _moment("at"),
    _moment("settled_at", nullable=True),
)

questions = sa.Table(
    "questions",
    metadata,
    _id(),
    _public_id(),
    _organisation(),
    sa.Column("member_id", sa.ForeignKey("members.id", ondelete="SET NULL"), index=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("outcome", sa.String(16), nullable=False),
    # held (help was named first), shown, open (a gap), answered or closed.
    sa.Column("state", sa.String(16), nullable=False),
    _moment("at"),
    # When a coordinator was done with a gap.
    _moment("ended_at", nullable=True),
)
sa.Index("ix_questions_open", questions.c.organisation_id, questions.c.state, questions.c.at)

question_matches = sa.Table(
    "question_matches",
    metadata,
    # The practices that were shown for a question, and what the asker said of each.
    sa.Column("question_id", sa.ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True),
    _practice(primary_key=True, index=True),
    _organisation(),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("confidence", sa.Float, nullable=False),
    # The words it was found by, as the matcher gave them.
    sa.Column("why", sa.JSON, nullable=False),
    # helped, unfit, linked by a coordinator, or NULL as long as nothing was said.
    sa.Column("verdict", sa.String(16)),
)

# --- files that coordinators hand over ----------------------------------------------------------------

imports = sa.Table(
    "imports",
    metadata,
    # That there was a file and what came of it; what is in it is read where the channel has it, and not kept.
    _id(),
    _public_id(),
    _organisation(),
    _member(index=True),
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
    _moment("lease_until", nullable=True),
    _moment("at"),
    _moment("changed_at"),
)
sa.Index("ix_imports_state", imports.c.state, imports.c.id)

# --- what coordinators do -----------------------------------------------------------------------------

attachments = sa.Table(
    "attachments",
    metadata,
    # A picture or document for a message to a group; a picture without where and when it was taken.
    _id(),
    _public_id(),
    _organisation(),
    sa.Column("member_id", sa.ForeignKey("members.id", ondelete="SET NULL"), index=True),
    # After the guard.
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("mime", sa.String(32), nullable=False),
    sa.Column("data", sa.LargeBinary),
    # Until it is here: which channel has it, what it calls it there, and when to ask.
    sa.Column("channel", sa.String(16), nullable=False, server_default=""),
    sa.Column("reference", sa.Text),
    _moment("look_at", nullable=True),
    # Why it cannot go along: kind, too-big, broken or gone.
    sa.Column("unfit", sa.String(16)),
    _moment("at"),
)
sa.Index("ix_attachments_due", attachments.c.look_at)
broadcasts = sa.Table(
    "broadcasts",
    metadata,
    # A message to a group, from its confirmation on.
    _id(),
    _public_id(),
    _organisation(),
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
    _moment("created_at"),
    _moment("start_at"),
    _moment("ended_at", nullable=True),
    # When the clock has something to do for it; NULL when it is over.
    _moment("look_at", nullable=True),
)
sa.Index("ix_broadcasts_organisation_start", broadcasts.c.organisation_id, broadcasts.c.start_at)
sa.Index(
    "ix_broadcasts_look",
    broadcasts.c.look_at,
    sqlite_where=broadcasts.c.look_at.is_not(None),
    postgresql_where=broadcasts.c.look_at.is_not(None),
)

broadcast_presses = sa.Table(
    "broadcast_presses",
    metadata,
    sa.Column("broadcast_id", sa.ForeignKey("broadcasts.id", ondelete="CASCADE"), primary_key=True),
    _member(primary_key=True, index=True),
    _organisation(),
    _moment("at"),
)

audit = sa.Table(
    "audit",
    metadata,
    # Who did something that reaches many or cannot be undone; for coordinators to look back at.
    _id(),
    # NULL when the organisation itself was removed.
    sa.Column("organisation_id", sa.ForeignKey("organisations.id", ondelete="SET NULL"), index=True),
    # NULL when it was the operator, or somebody who left.
    sa.Column("member_id", sa.ForeignKey("members.id", ondelete="SET NULL"), index=True),
    sa.Column("action", sa.String(32), nullable=False),
    sa.Column("about", sa.String(16), nullable=False, server_default=""),
    # Counts and kinds, never anybody's words.
    sa.Column("details", sa.JSON, nullable=False),
    _moment("at", index=True),
)

numbers = sa.Table(
    "numbers",
    metadata,
    # What an organisation changed of the numbers in `domain/peers/constants.py`; who did stands in `audit`.
    sa.Column("organisation_id", sa.ForeignKey("organisations.id"), primary_key=True),
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("value", sa.Float, nullable=False),
    _moment("at"),
)

nudging = sa.Table(
    "nudging",
    metadata,
    # Whether practices are offered unasked in an organisation. No row: yes, in the teams that were told.
    sa.Column("organisation_id", sa.ForeignKey("organisations.id"), primary_key=True, autoincrement=False),
    # NULL as long as it goes on; and why, "" when a person stopped it.
    _moment("stopped_at", nullable=True),
    sa.Column("reason", sa.String(16), nullable=False, server_default=""),
    # Until then nothing unasked is sent.
    _moment("crisis_until", nullable=True),
)

overviews = sa.Table(
    "overviews",
    metadata,
    # What coordinators may be told of a week, worked out once: it does not change when somebody looks again.
    sa.Column("organisation_id", sa.ForeignKey("organisations.id"), primary_key=True),
    sa.Column("week", sa.Date, primary_key=True),
    sa.Column("figures", sa.JSON, nullable=False),
    _moment("at"),
)

teams_told = sa.Table(
    "teams_told",
    metadata,
    # In which teams the manager said that this measures nobody, and on which day.
    _id(),
    _organisation(),
    # NULL is everybody without a team.
    sa.Column("team_id", sa.ForeignKey("teams.id", ondelete="CASCADE"), index=True),
    sa.Column("said_on", sa.Date, nullable=False),
    # lead or higher: a function, never a name.
    sa.Column("said_by", sa.String(16), nullable=False),
    _moment("at"),
    sa.UniqueConstraint("organisation_id", "team_id"),
)

# --- what is offered unasked --------------------------------------------------------------------------

nudge_passes = sa.Table(
    "nudge_passes",
    metadata,
    # One day on which practices are offered in an organisation, from its moment until it was done.
    sa.Column("organisation_id", sa.ForeignKey("organisations.id"), primary_key=True, autoincrement=False),
    sa.Column("day", sa.Date, primary_key=True),
    # nudges or digest.
    sa.Column("kind", sa.String(16), primary_key=True),
    _moment("due_at"),
    _moment("done_at", nullable=True),
)

nudges = sa.Table(
    "nudges",
    metadata,
    # A practice that was offered to somebody, or would have been but for chance; decided before it was sent.
    _id(),
    _public_id(),
    _organisation(),
    _member(),
    _practice(index=True),
    sa.Column("day", sa.Date, nullable=False),
    # offer, news or digest; and which message went with it, about how many active people.
    sa.Column("sort", sa.String(16), nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("active", sa.Integer, nullable=False, server_default="0"),
    # Left out by chance, and the period for which chance drew.
    sa.Column("held", sa.Boolean, nullable=False),
    sa.Column("period", sa.Integer, nullable=False),
    _moment("at"),
    _moment("tapped_at", nullable=True),
    sa.UniqueConstraint("member_id", "day"),
)
sa.Index("ix_nudges_organisation_at", nudges.c.organisation_id, nudges.c.at)

nudge_rests = sa.Table(
    "nudge_rests",
    metadata,
    # Who did nothing with what they were sent: since when they get less, and since when hardly anything.
    _member(primary_key=True),
    _organisation(),
    _moment("told_at", nullable=True),
    _moment("gave_up_at", nullable=True),
)

opt_outs = sa.Table(
    "opt_outs",
    metadata,
    # That somebody stopped or asked for less, to see in time whether what is sent does harm.
    _id(),
    _organisation(),
    # NULL when they left.
    sa.Column("member_id", sa.ForeignKey("members.id", ondelete="SET NULL"), index=True),
    # stopped or less.
    sa.Column("kind", sa.String(16), nullable=False),
    _moment("at", index=True),
    sa.UniqueConstraint("member_id", "kind"),
)

views = sa.Table(
    "views",
    metadata,
    # Who saw a practice that is new, as long as it is new: so that each new one is seen by some.
    _practice(primary_key=True),
    _member(primary_key=True, index=True),
    _organisation(),
)

# --- feedback rounds --------------------------------------------------------------------------------


def _round(**more: Any) -> sa.Column[int]:
    return sa.Column("round_id", sa.ForeignKey("rounds.id", ondelete="CASCADE"), nullable=False, **more)


rounds = sa.Table(
    "rounds",
    metadata,
    _id(),
    _public_id(),
    _organisation(),
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
    _moment("opens_at"),
    _moment("closes_at"),
    _moment("feedback_at"),
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
    _moment("answered_at", nullable=True),
    sa.Column("not_right", sa.Integer, nullable=False, server_default="0"),
    sa.UniqueConstraint("series", "number"),
)

round_members = sa.Table(
    "round_members",
    metadata,
    # Who was asked and how far they are: never what they answered, and never when.
    _round(primary_key=True),
    _member(primary_key=True, index=True),
    _organisation(),
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
    _round(primary_key=True),
    sa.Column("question", sa.Integer, primary_key=True, autoincrement=False),
    _organisation(),
    sa.Column("counts", sa.JSON, nullable=False),
    sa.Column("texts", sa.JSON, nullable=False),
)
