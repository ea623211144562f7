"""What both databases promise."""

from __future__ import annotations

from datetime import datetime

import pytest
import sqlalchemy as sa

from domain.people import Role
from storage import invitations, organisations
from storage.database import Database
from tests.stage import START, Stage


def test_transaction__keeps_nothing_when_the_block_raises(database: Database) -> None:
    with pytest.raises(RuntimeError), database.transaction() as connection:
        organisations.add(connection, "Half", "nl", "Europe/Amsterdam", START)
        raise RuntimeError
    with database.reading() as connection:
        assert organisations.by_name(connection, "Half") is None


def test_moment__without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(sa.exc.StatementError), database.transaction() as connection:
        organisations.add(connection, "Zone", "nl", "Europe/Amsterdam", datetime(2026, 1, 1))  # noqa: DTZ001


def test_invitation__works_as_often_as_it_says(stage: Stage) -> None:
    code = stage.invite(Role.coordinator, uses=1)
    with stage.database.transaction() as connection:
        first = invitations.redeem(connection, code, stage.now)
        second = invitations.redeem(connection, code, stage.now)
    assert first is not None
    assert first.role is Role.coordinator
    assert second is None
