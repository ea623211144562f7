"""The main thing on Telegram, with the program as it is started and the real protocol: share, ask, rate."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.emulator import TOKEN, Emulator, Person
from tests.program.source import ROOT

STORY = (
    "Bij een gezin met ongeopende post maakten we samen drie stapels: betalen, bellen, bewaren. "
    "Daarna belde ik de verhuurder. Daardoor kwam er een betalingsregeling. "
    "Let op: doe dit niet als iemand net uit huis is gezet."
)


@asynccontextmanager
async def _started(folder: Path, emulator: Emulator, mode: str) -> AsyncIterator[str]:
    """Start `kopgroep run` in an empty folder; yields the code with which members join."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_BASE_URL": emulator.address,
        "TELEGRAM_MODE": mode,
        "PORT": str(port),
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "DATA_DIR": str(folder / "data"),
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=folder, env=environment, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        said = ""
        async with asyncio.timeout(30):
            while "Ctrl+C" not in said:
                line = await process.stdout.readline()
                assert line, said
                said += line.decode()
        code = re.search(r"/join/([A-Za-z0-9_-]+)", said)
        assert code is not None, said
        yield code[1]
    finally:
        process.terminate()
        await process.communicate()
    assert process.returncode == 0


async def _join(person: Person, code: str, *taps: str) -> None:
    await person.says(f"/start {code}")
    for label in taps:
        await person.taps(label)


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_colleague__finds_what_another_shared_and_says_it_is_useful(tmp_path: Path, mode: str) -> None:
    async with Emulator() as emulator, _started(tmp_path, emulator, mode) as code:
        anna, bob = emulator.person("Anna"), emulator.person("Bob")
        await _join(anna, code, "Ja, ik doe mee", "Schuldhulp", "Schulden", "Klaar", "Eens per week")
        await anna.sees("Klaar! Waar loop je deze week tegenaan?")
        await anna.says(f"/deel {STORY}")
        await anna.sees("Zo ziet je kaart eruit")
        await anna.taps("Plaats")
        await anna.sees("Dank je wel!")

        await _join(bob, code, "Ja, ik doe mee", "Wijkteam", "Klaar", "Niets sturen")
        await bob.sees("Klaar!")
        await bob.says("gezin met ongeopnde post, wil betalingsregling")
        card = await bob.sees("betalen, bellen, bewaren")
        assert "Let op: doe dit niet als iemand net uit huis is gezet." in card.plain
        assert "je schreef ongeopnde, ik las ongeopende" in card.plain
        await bob.taps("Dit hielp")
        await bob.sees("Jij vond dit handig")

        await anna.taps("Bekijk mijn kaart")
        await anna.sees("Wat het gaf:")
        await emulator.until_confirmed()
        assert emulator.violations == []
        assert emulator.unanswered() == []
        assert emulator.doubled() == {}
