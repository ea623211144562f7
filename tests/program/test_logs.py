"""Nobody's words, name or token in a log line, also when everything goes wrong."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from bot.core import core
from bot.logs import configure
from bot.settings import read
from domain.people import Address, Role
from handlers.kit import Capability, Incoming, Reply, Routes, Turn
from storage import members, organisations
from storage.database import Connection
from tests.stage import START

CANARY = "Kanariepiet"
TOKEN = "123456789:AAcanary_token_that_is_long_enough"


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def _breaks(turn: Turn) -> Reply:
    raise ValueError(f"cannot handle {turn.incoming.text} of {turn.member.name}")


def _add_member(connection: Connection) -> None:
    organisation = organisations.add(connection, "Proef", "nl", "Europe/Amsterdam", START)
    member = members.add(
        connection, organisation_id=organisation.id, role=Role.member, language="nl", name=CANARY, now=START
    )
    members.add_address(connection, member, Address("talk", CANARY, pull=True), START)
    members.agree(connection, member.id, START)


async def test_log__holds_no_words_of_a_turn_that_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    configure("DEBUG")
    async with core(read()) as (engine, worker, _):
        await worker.write(_add_member)
        engine.routes = Routes([Capability("broken", on_text=_breaks)])
        taken = await engine.handle(
            Incoming("talk", CANARY, ("talk:1",), text=f"{CANARY} vertelt iets", name=CANARY, pull=True)
        )
    said = capsys.readouterr()
    assert taken.member_id is not None
    assert "a turn failed" in said.err
    assert CANARY not in said.err + said.out


def test_log__hides_a_token_whoever_logs_it(capsys: pytest.CaptureFixture[str]) -> None:
    configure("DEBUG")
    logging.getLogger("some.library").warning("GET https://api.telegram.org/bot%s/getMe", TOKEN)
    structlog.get_logger().warning("oops", url=f"https://api.telegram.org/bot{TOKEN}/getMe")
    said = capsys.readouterr().err
    assert said.count("[token]") == 2
    assert TOKEN not in said


def test_log__of_a_library_names_only_the_kind_of_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    configure("INFO")
    try:
        raise ValueError(CANARY)
    except ValueError:
        logging.getLogger("some.library").exception("it broke")
    said = capsys.readouterr().err
    assert "it broke" in said
    assert "ValueError" in said
    assert CANARY not in said
