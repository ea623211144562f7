"""Nobody's words, name or token in a log line, also when everything goes wrong."""

from __future__ import annotations

import ast
import asyncio
import gc
import logging
import sys
import threading
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
from tests.benchmarks import log_canary
from tests.benchmarks.injection import messages
from tests.program.source import ROOT, tree
from tests.stage import START

CANARY = "Kanariepiet"
TOKEN = "123456789:AAcanary_token_that_is_long_enough"


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    hooks = threading.excepthook, sys.unraisablehook
    yield
    threading.excepthook, sys.unraisablehook = hooks
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


async def test_log__names_only_the_kind_of_what_a_task_raised(capsys: pytest.CaptureFixture[str]) -> None:
    configure("DEBUG")

    async def breaks() -> None:
        raise ValueError(CANARY)

    tasks = [asyncio.create_task(breaks())]
    await asyncio.sleep(0)
    tasks.clear()  # nobody asks what became of it
    gc.collect()
    await asyncio.sleep(0)
    said = capsys.readouterr().err
    assert "never retrieved" in said
    assert CANARY not in said


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_log__names_only_the_kind_of_what_ends_a_thread(capsys: pytest.CaptureFixture[str]) -> None:
    configure("DEBUG")

    def breaks() -> None:
        raise ValueError(CANARY)

    thread = threading.Thread(target=breaks)
    thread.start()
    thread.join()
    said = capsys.readouterr().err
    assert "a thread broke off" in said
    assert "ValueError" in said
    assert CANARY not in said


def test_log__hides_every_secret_of_the_installation(capsys: pytest.CaptureFixture[str]) -> None:
    given = read(
        _env_file=None,
        secret_key="kanariesleutel" * 3,
        database_url="postgresql://kop:kanariewachtwoord@db/kop",
        embeddings_url="http://kanariedienst.example",
        embeddings_model="x",
        embeddings_key="kanariepas",
        telegram_bot_token=TOKEN,
    )
    configure("DEBUG", given.secrets())
    for secret in (*given.secrets(), "kanariewachtwoord"):
        logging.getLogger("some.library").warning("refused: %s", secret)
        structlog.get_logger().warning("refused", why=f"<{secret}>")
    said = capsys.readouterr().err
    assert "kanarie" not in said
    assert TOKEN not in said
    assert said.count("refused") == 2 * (len(given.secrets()) + 1)


async def test_everything_handed_over__is_found_in_no_log_and_codes_are(tmp_path: Path) -> None:
    """The short form of `python -m tests.benchmarks.log_canary`."""
    heard = await log_canary.run(tmp_path, short=True)
    told, lost = heard.codes()
    assert heard.found() == {}
    assert told, "somebody got a code"
    assert not lost, "a code that people got is in the log"
    assert "a turn failed" in "".join(heard.written.values())
    assert len(heard.arguments) > 0


async def test_canary__that_is_in_a_log_or_an_argument_is_found(tmp_path: Path) -> None:
    heard = log_canary.Heard(tmp_path)
    (tmp_path / "x.log").write_text("Kanariebericht E-000000")
    heard.arguments.add("psql\0--password\0kanariesleutel")
    heard.answers.append("Geef code E-abcdef door")
    assert set(heard.found()) == {"a message in x.log", "the secret key in arguments"}
    assert heard.codes() == ({"E-abcdef"}, {"E-abcdef"})


# --- every error has a code that is in the log --------------------------------------------------------------


def test_error__with_a_code_is_logged_with_it() -> None:
    """Every message that tells a code gets it from a place that logs it under the same name."""
    keys = {key.partition(".")[0] for _, key, names in messages() if "code" in names}
    errors = {"went-wrong", "web-broke", "web-away", "importing-failed", "unspeakable"}
    assert errors <= keys
    where = {"bot/engine.py", "bot/channels/web/app.py", "bot/practice_files/importer.py", "bot/render.py"}
    for name in where:
        calls = [
            node
            for node in ast.walk(tree(ROOT / name))
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "log.error"
        ]
        assert any("code" in {one.arg for one in call.keywords} for call in calls), name
