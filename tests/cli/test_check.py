"""Checking: what is misconfigured is said in plain words, and only then the exit code is 1."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bot.channels.who_am_i import CannotReach, TokenRefused, myself
from bot.cli import check
from tests.cli.conftest import Otto
from tests.stage import START

TOKEN = "123456:ABCDEFGHIJKLMNOPQRSTUVWXYZ"
GOOD = json.dumps(
    {"ok": True, "result": {"id": 1, "is_bot": True, "first_name": "Kop", "username": "kop_bot"}}
)
Serve = Callable[..., str]


@pytest.fixture
def telegram() -> Iterator[Serve]:
    """A server that answers getMe as told."""
    servers: list[ThreadingHTTPServer] = []

    def serve(status: int = 200, body: str = GOOD, moment: datetime = START) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                assert self.path == f"/bot{TOKEN}/getMe"
                self.send_response_only(status)
                self.send_header("Date", format_datetime(moment, usegmt=True))
                self.send_header("Location", "http://127.0.0.1:1/")
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def test_check__of_a_fresh_folder_is_good_and_changes_nothing(newcomer: Otto) -> None:
    said = newcomer.does("check")
    assert "Alles staat goed." in said
    assert "De database is nog leeg." in said
    assert list(newcomer.folder.iterdir()) == []


def test_check__of_both_databases_says_they_can_be_written(
    otto: Otto, telegram: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The clock of these tests stands still; that of the database does not.
    monkeypatch.setattr("storage.migrate.clock_of", lambda _: START)
    otto.sets(PUBLIC_URL="https://kop.example", TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_BASE_URL=telegram())
    said = otto.does("check")
    for words in (
        "is bereikbaar en bij",
        "kan ik schrijven",
        "klok loopt gelijk",
        "@kop_bot",
        "https://kop.example",
    ):
        assert words in said
    assert "Fout" not in said


def test_check__notices_a_clock_that_is_off(
    otto: Otto, telegram: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.migrate.clock_of", lambda _: START - timedelta(minutes=5))
    otto.sets(TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_BASE_URL=telegram(moment=START + timedelta(hours=1)))
    outcome = otto.types("check")
    assert outcome.code == 1
    assert "loopt 300 seconden anders dan die van de database" in outcome.out
    assert "loopt 3.600 seconden anders dan die van Telegram" in outcome.out
    assert outcome.err == "2 dingen staan niet goed.\n"


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (401, "{}", "Telegram kent dit TELEGRAM_BOT_TOKEN niet"),
        (404, "{}", "Telegram kent dit TELEGRAM_BOT_TOKEN niet"),
        (502, "", "niet te bereiken"),
        (200, "<html>", "niet te bereiken"),
        (200, "[]", "niet te bereiken"),
        (302, "", "niet te bereiken"),
    ],
)
def test_check__says_what_is_wrong_with_telegram_and_never_the_token(
    newcomer: Otto, telegram: Serve, status: int, body: str, words: str
) -> None:
    newcomer.sets(TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_BASE_URL=telegram(status, body))
    outcome = newcomer.types("check")
    assert outcome.code == 1
    assert words in outcome.out
    assert TOKEN not in outcome.out + outcome.err


def test_myself__gives_up_on_a_server_that_says_nothing() -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(CannotReach) as away:
        myself(f"http://127.0.0.1:{silent.getsockname()[1]}", TOKEN, seconds=0.2)
    assert TOKEN not in str(away.value)


def test_myself__knows_the_bot_by_its_name(telegram: Serve) -> None:
    me = myself(telegram(), TOKEN)
    assert (me.username, me.moment) == ("kop_bot", START)
    with pytest.raises(TokenRefused):
        myself(telegram(401), TOKEN)


def test_invite__gives_the_telegram_link_too(newcomer: Otto, telegram: Serve) -> None:
    newcomer.sets(TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_BASE_URL=telegram())
    newcomer.does("organisation", "add", "Regio")
    said = newcomer.does("invite")
    code = said.split("/join/")[1].split()[0]
    assert f"https://t.me/kop_bot?start={code}\n" in said
    newcomer.sets(TELEGRAM_BASE_URL=telegram(502, ""))
    away = newcomer.types("invite")
    assert away.code == 0
    assert "Telegram gaf geen antwoord" in away.err


def test_check__wants_the_secret_key_for_its_owner_alone(newcomer: Otto) -> None:
    Path("data").mkdir()
    key = Path("data/secret.key")
    key.write_text("k" * 40)
    key.chmod(0o644)
    outcome = newcomer.types("check")
    assert outcome.code == 1
    assert f"chmod 600 {key.resolve()}" in outcome.out
    key.chmod(0o600)
    newcomer.does("check")
    key.write_text("short")
    assert "te kort" in newcomer.types("check").out


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"PUBLIC_URL": "http://kop.example"}, "Gebruik https"),
        ({"PUBLIC_URL": "http://kop.example", "TELEGRAM_MODE": "webhook"}, "TELEGRAM_MODE=webhook"),
        ({"PUBLIC_URL": "https://localhost", "TELEGRAM_MODE": "webhook"}, "TELEGRAM_MODE=webhook"),
        ({"DATA_DIR": "/proc/nowhere"}, "kan ik niet schrijven"),
        (
            {"DATABASE_URL": "postgresql://o:wachtwoord9@127.0.0.1:1/x", "SECRET_KEY": "k" * 40},
            "geen goed antwoord",
        ),
        (
            {"DATABASE_URL": "postgresql://o:wachtwoord9@:x/x", "SECRET_KEY": "k" * 40},
            "DATABASE_URL klopt niet",
        ),
    ],
)
def test_check__says_which_setting_cannot_work(newcomer: Otto, variables: dict[str, str], words: str) -> None:
    newcomer.sets(**variables)
    outcome = newcomer.types("check")
    assert outcome.code == 1
    assert words in outcome.out
    assert "wachtwoord9" not in outcome.out + outcome.err


def test_check__of_a_broken_or_newer_database_says_so(newcomer: Otto) -> None:
    Path("data").mkdir()
    Path("data/kopgroep.db").write_bytes(b"not a database, whatever its name" * 100)
    outcome = newcomer.types("check")
    assert outcome.code == 1
    assert "file is not a database" in outcome.out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_check__of_a_folder_it_may_not_write_says_so(newcomer: Otto) -> None:
    Path("data").mkdir(mode=0o500)
    assert "kan ik niet schrijven" in newcomer.types("check").out


def test_check__of_a_full_disk_says_how_much_is_left(newcomer: Otto, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "LEAST_FREE", 10**18)
    outcome = newcomer.types("check")
    assert outcome.code == 1
    assert "MB vrij op de schijf. Maak ruimte" in outcome.out


def test_check__speaks_english(newcomer: Otto) -> None:
    newcomer.sets(DEFAULT_LANGUAGE="en")
    assert "Everything is set well." in newcomer.does("check")
