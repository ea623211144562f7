"""What tables are made of: moments, and the columns that many of them have."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

from domain.practices import WORDS

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


def own_id() -> sa.Column[int]:
    """Return the column with a row's own number."""
    # SQLite only numbers rows by itself in a column that is exactly INTEGER.
    return sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)


def public_id() -> sa.Column[str]:
    """Return the column with the name by which a row is known in buttons and addresses."""
    return sa.Column("public_id", sa.String(16), nullable=False, unique=True)


def organisation(*, nullable: bool = False) -> sa.Column[int]:
    """Return the column that says which organisation a row belongs to."""
    return sa.Column("organisation_id", sa.ForeignKey("organisations.id"), nullable=nullable, index=True)


def member(name: str = "member_id", *, nullable: bool = False, **more: Any) -> sa.Column[int]:
    """Return the column that says which member a row is of; it goes when they go."""
    return sa.Column(name, sa.ForeignKey("members.id", ondelete="CASCADE"), nullable=nullable, **more)


def practice(**more: Any) -> sa.Column[int]:
    """Return the column that says which practice a row is about; it goes when that goes."""
    return sa.Column("practice_id", sa.ForeignKey("practices.id", ondelete="CASCADE"), nullable=False, **more)


def moment(name: str, *, nullable: bool = False, **more: Any) -> sa.Column[datetime]:
    """Return a column with a moment."""
    return sa.Column(name, Moment, nullable=nullable, **more)


def texts() -> tuple[sa.Column[str], ...]:
    """Return the title and the four parts: new columns for each table that has them."""
    return tuple(sa.Column(name, sa.Text, nullable=False) for name in WORDS)


def partial_index(name: str, where: sa.ColumnElement[bool], *columns: sa.Column[Any]) -> None:
    """Put an index on the rows that are `where`, on both databases."""
    sa.Index(name, *columns, sqlite_where=where, postgresql_where=where)
