"""The backup and the restore do what the page says, word for word: its own commands are run here."""

from __future__ import annotations

import re
import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from bot.core import core
from bot.settings import Settings, read
from domain.people import Role
from handlers.kit.buttons import encode
from handlers.leave import EraseNow
from storage import members
from storage.database import Database, sqlite_url
from tests.canaries import files_of, found_in
from tests.program.source import ROOT
from tests.stage import START, Stage
from tests.storage.test_erase_bytes import EVERY, NAME, fill


def block(words: str) -> str:
    """Return the commands on the page that hold these words."""
    page = (ROOT / "docs/running.md").read_text("utf-8")
    found = [one for one in re.findall(r"```sh\n(.*?)```", page, re.DOTALL) if words in one]
    assert len(found) == 1, f"one block with {words!r}"
    return str(found[0])


def run(commands: str, root: Path) -> None:
    """Run commands of the page as they stand, on other folders and without a service manager."""
    for folder in ("/var/lib/kopgroep", "/var/backups/kopgroep"):
        commands = commands.replace(folder, f"{root}{folder}")
    bare = re.sub(r"^systemctl .*$", "", commands, flags=re.MULTILINE)
    subprocess.run(["sh", "-eu", "-c", bare], check=True)


def settings_in(folder: Path) -> Settings:
    return read(_env_file=None, database_url=sqlite_url(folder / "kopgroep.db"), data_dir=folder)


@pytest.fixture
def data(tmp_path: Path, sqlite_path: Path) -> Path:
    """The data folder of an installation as the page has it."""
    folder = tmp_path / "var/lib/kopgroep"
    folder.mkdir(parents=True)
    sqlite_path.rename(folder / "kopgroep.db")
    return folder


async def live(data: Path) -> tuple[int, Path]:
    """Copy a database with Zwaluw in it, let her be erased, copy it again; return who, and the first copy."""
    root = data.parents[2]
    settings_in(data).key()
    with closing(Database(sqlite_url(data / "kopgroep.db"))) as database:
        stage = Stage(database)
        zwaluw, bob = stage.person(NAME, Role.coordinator), stage.person("Bob")
        fill(stage, zwaluw, bob)
        number = zwaluw.member_id
        run(block("VACUUM INTO"), root)
        (copy,) = (root / "var/backups/kopgroep").iterdir()
        older = copy.rename(copy.with_name("kopgroep-2026-11-24.db"))
        zwaluw.presses(encode(EraseNow(False)))
    async with core(settings_in(data), clock=lambda: START) as (engine, _, _):
        assert engine.eraser is not None
        assert await engine.eraser.finish() == 1
    run(block("VACUUM INTO"), root)
    return number, older


async def test_backup__holds_neither_the_key_nor_the_list(data: Path) -> None:
    await live(data)
    copies, listed = (data.parents[1] / "backups" / name for name in ("kopgroep", "kopgroep-erased"))
    assert all(re.fullmatch(r"kopgroep-[\d-]+\.db", one.name) for one in copies.iterdir())
    assert [one.name for one in listed.iterdir()] == ["erasures.log"]
    key = (data / "secret.key").read_text().strip()
    assert found_in([*copies.iterdir(), *listed.iterdir()], [key]) == {}
    for one in (*copies.iterdir(), *listed.iterdir()):
        assert one.stat().st_mode & 0o077 == 0


async def test_restore__brings_nobody_back_who_was_erased_since(data: Path) -> None:
    number, older = await live(data)
    assert found_in([older], EVERY) != {}, "the copy holds it all"
    run(block("rm -f kopgroep.db"), data.parents[2])
    async with core(settings_in(data), clock=lambda: START) as (_, worker, _):
        assert await worker.read(members.by_id, number) is None
        assert await worker.read(members.at_address, "stage", "Bob") is not None
        assert found_in(files_of(worker.database), EVERY) == {}


async def test_restore__on_another_machine_needs_the_list_and_the_key(data: Path, tmp_path: Path) -> None:
    number, older = await live(data)
    for given, gone in (((), False), (("erasures.log",), False), (("erasures.log", "secret.key"), True)):
        other = tmp_path / f"other {len(given)}"
        other.mkdir()
        shutil.copy(older, other / "kopgroep.db")
        kept = {"erasures.log": data.parents[1] / "backups/kopgroep-erased", "secret.key": data}
        for name in given:
            shutil.copy(kept[name] / name, other / name)
        async with core(settings_in(other), clock=lambda: START) as (_, worker, _):
            assert (await worker.read(members.by_id, number) is None) == gone, f"with {given}"
