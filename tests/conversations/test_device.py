"""One more device, one more chat, and signing out everywhere."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import sqlalchemy as sa

from domain.delivery import Lane
from domain.people import Address, Member
from handlers.kit import Incoming, say
from handlers.kit.buttons import encode
from handlers.kit.doors import StayHere
from handlers.kit.say import to_payload
from handlers.kit.take import Taken
from storage import deliveries, members, sessions
from storage.tables import sign_in_links
from tests.stage import Person, Stage


def _token(stage: Stage) -> tuple[str, int]:
    anna = stage.person("Anna")
    answer = anna.says("/apparaat")
    assert answer is not None
    return answer.text.rsplit("/in/", 1)[1].split()[0], anna.member_id


def _chat_token(person: Person) -> str:
    """Return the code of the link by which somebody goes on in a chat."""
    answer = person.says("/apparaat")
    assert answer is not None
    found = re.search(r"test_bot\?start=([\w-]+)", answer.text)
    assert found, answer.text
    return found[1]


def _opens(stage: Stage, address: str, code: str) -> Taken:
    """Open a link in a chat of the kind that is sent its messages."""
    return stage.take(Incoming("chat", address, (f"chat:{stage.number()}",), text=f"/start {code}"))


def _keys(taken: Taken) -> list[str]:
    return [part["key"] for said in taken.says for part in said.payload["texts"]]


def _member(stage: Stage, person: Person) -> Member:
    with stage.database.reading() as connection:
        found = members.by_id(connection, person.member_id)
    assert found is not None
    return found


def test_device__link_works_once(stage: Stage) -> None:
    token, member_id = _token(stage)
    with stage.database.transaction() as connection:
        first = sessions.use_link(connection, token, stage.now)
        second = sessions.use_link(connection, token, stage.now)
    assert first is not None
    assert first.id == member_id
    assert second is None


def test_device__link_lives_five_minutes(stage: Stage) -> None:
    token, _ = _token(stage)
    stage.later(minutes=5)
    with stage.database.transaction() as connection:
        assert sessions.use_link(connection, token, stage.now) is None


def test_device__link_of_which_only_a_hash_is_kept(stage: Stage) -> None:
    token, _ = _token(stage)
    with stage.database.reading() as connection:
        rows = [str(row) for row in connection.execute(sa.select(sign_in_links))]
    assert rows
    assert not any(token in row for row in rows)


def test_device__link_that_a_hundred_open_at_once_lets_one_in(stage: Stage) -> None:
    token, member_id = _token(stage)

    def use(_number: int) -> Member | None:
        with stage.database.transaction() as connection:
            return sessions.use_link(connection, token, stage.now)

    with ThreadPoolExecutor(16) as threads:
        found = [one for one in threads.map(use, range(100)) if one is not None]
    assert [one.id for one in found] == [member_id]


def test_one_more_chat__is_the_same_person_and_the_place_before_hears_of_it(stage: Stage) -> None:
    anna = stage.person("Anna")
    code = _chat_token(anna)
    assert _keys(_opens(stage, "77", code)) == ["device-welcome"]
    with stage.database.reading() as connection:
        found = members.at_address(connection, "chat", "77")
    assert found is not None
    assert found.id == anna.member_id
    assert anna.sees("Je praat nu ook op een andere plek met mij")
    assert _keys(_opens(stage, "88", code)) == ["join-link-broken"], "it works once"
    assert _keys(_opens(stage, "77", _chat_token(anna))) == ["device-known-here"]


def test_one_more_chat__that_was_not_me_is_let_go_of_with_all_it_could_do(stage: Stage) -> None:
    anna = stage.person("Anna")
    member = _member(stage, anna)
    _opens(stage, "77", _chat_token(anna))
    with stage.database.transaction() as connection:
        elsewhere = sessions.make_session(connection, member, stage.now)
        link = sessions.make_link(connection, member, stage.now)
        waits = to_payload(say("join-back", name="Anna"))
        deliveries.queue(connection, member.id, payload=waits, once="later", lane=Lane.answer, now=stage.now)
    anna.taps("Dat was ik niet")
    assert anna.sees("Alleen hier ken ik je nog")
    with stage.database.reading() as connection:
        assert members.at_address(connection, "chat", "77") is None
        assert sessions.by_token(connection, elsewhere, stage.now) is None
        assert sessions.look_link(connection, link, stage.now) is None
        assert members.addresses_of(connection, member.id) == (Address("stage", "Anna", pull=True),)
    assert anna.sees("Fijn dat je er weer bent, Anna"), "what waited for the other place is said here"


def test_one_more_chat__is_not_offered_where_one_is_sent_messages(stage: Stage) -> None:
    anna = stage.person("Anna")
    _opens(stage, "77", _chat_token(anna))
    said = stage.take(Incoming("chat", "77", ("chat:again",), text="/apparaat")).says
    assert _keys(replace(Taken(), says=said)) == ["device-link"]


@pytest.mark.parametrize("words", ["/uitloggen", "/signout"])
def test_signing_out__everywhere_is_one_word_and_spares_the_browser_it_is_typed_in(
    stage: Stage, words: str
) -> None:
    anna = stage.person("Anna")
    member = _member(stage, anna)
    with stage.database.transaction() as connection:
        here, there = (sessions.make_session(connection, member, stage.now) for _ in range(2))
        link = sessions.make_link(connection, member, stage.now)
        mine = sessions.by_token(connection, here, stage.now)
    assert mine is not None
    answer = anna.says(words, session=mine.id)
    assert answer is not None
    assert "in elke andere browser uitgelogd" in answer.text
    with stage.database.reading() as connection:
        assert sessions.by_token(connection, here, stage.now) is not None
        assert sessions.by_token(connection, there, stage.now) is None
        assert sessions.look_link(connection, link, stage.now) is None
    from_a_chat = anna.says(words)
    assert from_a_chat is not None
    assert from_a_chat.text == "Je bent in elke browser uitgelogd."
    with stage.database.reading() as connection:
        assert sessions.by_token(connection, here, stage.now) is None


def test_staying_here__pressed_twice_changes_nothing_more(stage: Stage) -> None:
    anna = stage.person("Anna")
    for _ in range(2):
        told = anna.presses(encode(StayHere()))
        assert told is not None
        assert "Alleen hier" in told.text


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
