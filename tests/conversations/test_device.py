"""One more device, and signing out everywhere."""

from __future__ import annotations

from storage import members, sessions
from tests.stage import Stage


def _token(stage: Stage) -> tuple[str, int]:
    anna = stage.person("Anna")
    answer = anna.says("/apparaat")
    assert answer is not None
    return answer.text.rsplit("/in/", 1)[1].split()[0], anna.member_id


def test_device__link_works_once(stage: Stage) -> None:
    token, member_id = _token(stage)
    with stage.database.transaction() as connection:
        first = sessions.use_link(connection, token, stage.now)
        second = sessions.use_link(connection, token, stage.now)
    assert first is not None
    assert first.id == member_id
    assert second is None


def test_device__link_lives_a_quarter_of_an_hour(stage: Stage) -> None:
    token, _ = _token(stage)
    stage.later(minutes=16)
    with stage.database.transaction() as connection:
        assert sessions.use_link(connection, token, stage.now) is None


def test_device__signs_out_everywhere(stage: Stage) -> None:
    anna = stage.person("Anna")
    with stage.database.transaction() as connection:
        member = members.by_id(connection, anna.member_id)
        assert member is not None
        session = sessions.make_session(connection, member, stage.now)
    anna.says("/apparaat")
    anna.taps("Overal uitloggen")
    with stage.database.reading() as connection:
        assert sessions.by_token(connection, session, stage.now) is None
