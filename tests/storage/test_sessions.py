"""Signed in, signed out, and one more browser."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.people import Member, State
from storage import members, sessions
from tests.stage import Stage


@pytest.fixture
def anna(stage: Stage) -> Member:
    """Anna, who takes part."""
    person = stage.person("Anna")
    with stage.database.reading() as connection:
        found = members.by_id(connection, person.member_id)
    assert found is not None
    return found


def test_session__lives_90_days_after_it_was_last_used(stage: Stage, anna: Member) -> None:
    with stage.database.transaction() as connection:
        token = sessions.make_session(connection, anna, stage.now)
        later = stage.now + timedelta(days=80)
        session = sessions.by_token(connection, token, later)
        assert session is not None
        assert session.ages(later)
        sessions.renew(connection, session, later)
        assert sessions.by_token(connection, token, later + timedelta(days=89)) is not None
        assert sessions.by_token(connection, token, later + timedelta(days=90)) is None


def test_session__ends_alone_or_with_all_others(stage: Stage, anna: Member) -> None:
    with stage.database.transaction() as connection:
        phone, laptop = (sessions.make_session(connection, anna, stage.now) for _ in range(2))
        sessions.end_session(connection, phone)
        assert sessions.by_token(connection, phone, stage.now) is None
        assert sessions.by_token(connection, laptop, stage.now) is not None
        sessions.end_all(connection, anna.id)
        assert sessions.by_token(connection, laptop, stage.now) is None


def test_session__ends_when_its_member_leaves_or_is_forgotten(stage: Stage, anna: Member) -> None:
    with stage.database.transaction() as connection:
        token = sessions.make_session(connection, anna, stage.now)
        members.change(connection, anna.id, state=State.left.value)
        assert sessions.by_token(connection, token, stage.now) is None
        members.forget(connection, anna.id)
        assert sessions.by_token(connection, token, stage.now) is None


def test_sign_in_link__works_once_and_for_five_minutes(stage: Stage, anna: Member) -> None:
    with stage.database.transaction() as connection:
        first, second = (sessions.make_link(connection, anna, stage.now) for _ in range(2))
        assert sessions.look_link(connection, first, stage.now) == anna
        assert sessions.use_link(connection, first, stage.now) == anna
        assert sessions.use_link(connection, first, stage.now) is None
        assert sessions.use_link(connection, second, stage.now + sessions.LINK_WORKS) is None


def test_forget_old__leaves_only_what_works(stage: Stage, anna: Member) -> None:
    with stage.database.transaction() as connection:
        old = sessions.make_session(connection, anna, stage.now)
        fresh = sessions.make_session(connection, anna, stage.now + timedelta(days=50))
        link = sessions.make_link(connection, anna, stage.now)
        later = stage.now + timedelta(days=100)
        sessions.forget_old(connection, later)
        assert sessions.by_token(connection, old, stage.now) is None
        assert sessions.by_token(connection, fresh, later) is not None
        assert sessions.look_link(connection, link, stage.now) is None
