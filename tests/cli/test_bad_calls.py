"""Whatever somebody types wrong ends in one clear sentence and a code, never in a traceback."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import Otto

ROOT = Path(__file__).parents[2]

BAD_CALLS: Sequence[tuple[str, int, str]] = (
    ("nonsense", 2, "commando"),
    ("--nonsense", 2, "--nonsense"),
    ("organisation nonsense", 2, "commando"),
    ("organisation add", 2, "NAME ontbreekt"),
    ("organisation add A B", 2, "begrijp"),
    ("organisation add \u200b", 2, "naam met letters"),
    ("organisation add A --language fr", 2, "nl of en"),
    ("organisation add A --timezone Mars", 2, "tijdzone"),
    ("employer add Dam --organisation Niemand", 1, "Ik ken: Regio"),
    ("team add Oost --employer Niemand", 1, "werkgever"),
    ("invite --role boss", 2, "--role klopt niet"),
    ("invite --uses 0", 2, "--uses"),
    ("invite --uses veel", 2, "--uses"),
    ("invite --uses ٣", 2, "--uses"),
    ("invite --uses", 2, "--uses"),
    ("invite --expires 0d", 2, "--expires"),
    ("invite --expires 99999w", 2, "--expires"),
    ("invite --expires morgen", 2, "--expires"),
    ("invite --team Niemand", 1, "team"),
    ("invite --qr poster.gif", 2, ".png"),
    ("migrate --to 9999", 2, "Ik ken: base"),
    ("import", 2, "FILE ontbreekt"),
    ("import nergens.csv", 1, "nergens.csv"),
    ("import .", 1, "kan ik niet lezen"),
    ("export --format pdf", 2, "--format"),
    ("export --out nergens/x.csv", 1, "nergens/x.csv"),
    ("export --organisation Niemand", 1, "Ik ken: Regio"),
    ("match", 2, "--practices"),
    ("match vraag --practices a --queries b --out c", 2, "--practices"),
    ("match --practices nergens.jsonl --queries b --out c", 1, "nergens.jsonl"),
    ("match vraag --top 0", 2, "--top"),
    ("examples load --organisation Niemand", 1, "Ik ken: Regio"),
)


@pytest.mark.parametrize(("call", "code", "words"), BAD_CALLS, ids=[call for call, _, _ in BAD_CALLS])
def test_bad_call__is_one_sentence_and_a_code(newcomer: Otto, call: str, code: int, words: str) -> None:
    newcomer.does("organisation", "add", "Regio")
    outcome = newcomer.types(*call.split(" "))
    assert outcome.code == code
    assert words in outcome.err
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    ("variable", "value"),
    [("PORT", "x"), ("TIMEZONE", "Mars"), ("DATABASE_URL", "mysql://x"), ("SECRET_KEY", "short")],
)
def test_bad_setting__is_named_and_exits_with_2(newcomer: Otto, variable: str, value: str) -> None:
    newcomer.sets(**{variable: value})
    outcome = newcomer.types("organisation", "list")
    assert outcome.code == 2
    assert variable in outcome.err
    assert "kopgroep" in newcomer.does("version")


@pytest.mark.parametrize(
    "address", ["postgresql://otto:geheim@:x/db", "postgresql://otto:geheim@127.0.0.1:1/db"]
)
def test_bad_database__never_shows_the_password(newcomer: Otto, address: str) -> None:
    newcomer.sets(DATABASE_URL=address, SECRET_KEY="k" * 40)
    outcome = newcomer.types("organisation", "list")
    assert outcome.code in (1, 2)
    assert "geheim" not in outcome.err


def test_busy_database__is_waited_for_and_then_said(newcomer: Otto, monkeypatch: pytest.MonkeyPatch) -> None:
    newcomer.does("organisation", "add", "Regio")
    monkeypatch.setattr("storage.database.SQLITE_SETTINGS", ("PRAGMA busy_timeout=100",))
    other = sqlite3.connect("data/kopgroep.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    outcome = newcomer.types("organisation", "add", "Sector")
    other.execute("ROLLBACK")
    other.close()
    assert outcome.code == 1
    assert outcome.err == "De database is bezig met iets anders. Probeer het zo nog eens.\n"


def test_newer_database__is_left_alone(newcomer: Otto) -> None:
    newcomer.does("organisation", "add", "Regio")
    with sqlite3.connect("data/kopgroep.db") as other:
        other.execute("UPDATE alembic_version SET version_num='9999'")
    other.close()
    for call in (("organisation", "list"), ("migrate",), ("invite",)):
        outcome = newcomer.types(*call)
        assert outcome.code == 1
        assert "nieuwere versie (9999)" in outcome.err


def test_unexpected_error__says_where_but_not_what(newcomer: Otto, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("Anna's secret")

    newcomer.does("organisation", "add", "Regio")
    monkeypatch.setattr("storage.organisations.every", breaks)
    outcome = newcomer.types("organisation", "list")
    assert outcome.code == 1
    assert "RuntimeError at bot.cli.places" in outcome.err
    assert "Anna" not in outcome.err


# Real processes --------------------------------------------------------


def kopgroep(folder: Path, *words: str, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[bytes]:
    """Run the program as its own process."""
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env=environment,
        stdout=stdout,
        stderr=subprocess.PIPE,
    )


def test_process__says_its_version(tmp_path: Path) -> None:
    done = kopgroep(tmp_path, "version")
    assert done.returncode == 0
    assert done.stdout.startswith(b"kopgroep ")
    assert done.stderr == b""
    assert list(tmp_path.iterdir()) == []


def test_process__ends_with_a_sentence_and_a_code(tmp_path: Path) -> None:
    done = kopgroep(tmp_path, "import", "nergens.csv")
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_process__may_lose_its_reader(tmp_path: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "bot", "version"],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    assert running.wait(60) == 1
    assert running.stderr.read() == b""
    running.stderr.close()


def test_process__shows_its_traceback_when_asked(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "kopgroep.db").write_bytes(b"not a database at all")
    asked = kopgroep(tmp_path, "--debug", "organisation", "list")
    assert asked.returncode == 1
    assert b"Traceback" in asked.stderr
