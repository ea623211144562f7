"""Pictures of figures: drawn elsewhere, once, and never in the way of the words."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import pytest

from bot import pictures
from bot.files import MadeFile, make_file
from bot.pictures import PAINTER, Painter, specification

VALUES: dict[str, Any] = {
    "title": "Samenwerking",
    "about": "Samenwerking: antwoorden uit een groep van 13 mensen",
    "questions": [
        {
            "title": "Hoe gaat de samenwerking?",
            "bars": [
                {"label": "Heel goed of Goed", "share": 50, "words": "ongeveer 50%"},
                {"label": "Slecht of Heel slecht", "share": 0, "words": "(bijna) niemand"},
            ],
        }
    ],
}


@pytest.fixture
def painter() -> Iterator[Painter]:
    made = Painter()
    yield made
    made.close()


def test_picture__says_in_words_what_its_bars_say() -> None:
    drawn = str(specification(VALUES))
    for words in ("Hoe gaat de samenwerking?", "Heel goed of Goed", "ongeveer 50%", "(bijna) niemand"):
        assert words in drawn


async def test_picture__is_drawn_in_another_process_and_once(painter: Painter) -> None:
    first, second = await asyncio.gather(painter.draw(VALUES), painter.draw(VALUES))
    assert first.startswith(b"\x89PNG")
    assert second is first
    assert painter.processes
    assert os.getpid() not in painter.processes


async def test_picture__that_fails_leaves_the_next_one_alone(painter: Painter) -> None:
    await painter.draw(VALUES)
    for process in painter.processes:
        os.kill(process, signal.SIGKILL)
    with pytest.raises(BrokenProcessPool):
        await painter.draw({**VALUES, "title": "Anders"})
    assert (await painter.draw({**VALUES, "title": "Anders"})).startswith(b"\x89PNG")


async def test_picture__that_takes_too_long_is_given_up(
    painter: Painter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MOST_SECONDS", 0.01)
    with pytest.raises(TimeoutError):
        await painter.draw(VALUES)
    assert painter.processes == []


async def test_picture__that_takes_too_long_does_not_make_the_next_ones_wait(
    painter: Painter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MOST_SECONDS", 0.01)
    with pytest.raises(TimeoutError):
        await painter.draw(VALUES)
    monkeypatch.setattr(pictures, "MOST_SECONDS", 20.0)
    with pytest.raises(TimeoutError):
        await painter.draw(VALUES)
    assert painter.processes == []
    monkeypatch.setattr(painter, "_resting_until", 0.0)
    assert (await painter.draw(VALUES)).startswith(b"\x89PNG")


async def nothing(_name: str) -> MadeFile | None:
    """Nobody attached anything."""
    return None


async def test_file__of_figures_is_a_picture() -> None:
    try:
        made = await make_file({"kind": "chart", "values": VALUES}, nothing)
    finally:
        PAINTER.close()
    assert made.picture


@pytest.mark.benchmark
async def test_loop__goes_on_while_a_picture_is_drawn(
    painter: Painter, capsys: pytest.CaptureFixture[str]
) -> None:
    """Print how late the event loop is: idle, with the picture drawn elsewhere, and drawn in a thread."""
    await painter.draw(VALUES)  # the process is started
    idle = await _lag(asyncio.sleep(1))
    elsewhere = await _lag(painter.draw({**VALUES, "title": "Elders"}))
    here = await _lag(asyncio.to_thread(pictures._paint, _drawing()))
    with capsys.disabled():
        print(
            f"\nevent loop late: idle {idle:.1f} ms, drawn elsewhere {elsewhere:.1f} ms, here {here:.1f} ms"
        )


def _drawing() -> str:
    import json

    return json.dumps(specification({**VALUES, "title": "Hier"}))


async def _lag(work: Any) -> float:
    """Return by how many milliseconds the loop was late at worst while something was done."""
    worst, done = 0.0, asyncio.ensure_future(work)
    while not done.done():
        asked = time.perf_counter()
        await asyncio.sleep(0.001)
        worst = max(worst, time.perf_counter() - asked - 0.001)
    await done
    return worst * 1000
