"""An emulator, a bot of python-telegram-bot against it, and two people."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from tests.emulator import Emulator, Person


@pytest.fixture(autouse=True)
def _seconds_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator(query_lifetime=60) as running:
        yield running


@pytest.fixture
async def bot(emulator: Emulator) -> AsyncIterator[Bot]:
    made = Bot(emulator.token, base_url=emulator.base_url, base_file_url=emulator.base_file_url)
    async with made:
        yield made


@pytest.fixture
def anna(emulator: Emulator) -> Person:
    return emulator.person("Anna", language="nl", started=True)


@pytest.fixture
def bob(emulator: Emulator) -> Person:
    return emulator.person("Bob", language="de", started=True)
