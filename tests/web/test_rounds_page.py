"""A round on a phone of 360 by 740: what Carla composes and what Anna answers fits on the screen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.clock import utc_now
from domain.people import Role
from tests.conversations.rounds.talk import OTHERS, TALKS, TUESDAY
from tests.web.conftest import Program
from tests.web.test_broadcasts import ticks
from tests.web.test_page import chromium, join, opened, sees, send, site

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

__all__ = ["chromium", "site"]
pytestmark = pytest.mark.browser
SHOTS = os.environ.get("SCREENSHOTS", "")  # a folder, to look at them


async def tap(page: Page, label: str) -> None:
    """Tap the newest button with these words."""
    await page.locator(f".bubble .tap:has-text({label!r})").last.click()


async def fits(page: Page, name: str) -> None:
    """Nothing is wider than the phone, and no button smaller than a thumb."""
    if SHOTS:
        await page.wait_for_timeout(400)
        await page.screenshot(path=Path(SHOTS) / f"{name}.png")
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    heights = await page.evaluate("[...document.querySelectorAll('.tap')].map(b => b.offsetHeight)")
    assert min(heights) >= 44


async def test_round__is_composed_and_answered_on_a_phone(site: Program, chromium: Browser) -> None:
    talk = TALKS["nl"]
    site.ahead = TUESDAY.replace(hour=8) - utc_now()
    for number in range(OTHERS - 1):
        await site.member(f"Collega {number}")
    async with opened(chromium, site) as anna, opened(chromium, site) as carla:
        await join(anna, site, "Anna")
        await join(carla, site, "Carla", Role.coordinator)
        site.ahead = TUESDAY - utc_now()
        await ticks(site)
        await send(carla, talk.command)
        for number, (label, words) in enumerate(
            zip(
                talk.composing,
                ("Wie wil je het vragen?", "Wanneer horen ze", talk.check, talk.planned),
                strict=True,
            )
        ):
            await fits(carla, f"compose-{number}")
            await tap(carla, label)
            await sees(carla, words)
        await fits(carla, "compose-done")
        site.ahead = TUESDAY.replace(minute=2) - utc_now()
        await ticks(site)
        await sees(anna, talk.asked)
        await fits(anna, "answer-0")
        for number, (label, words) in enumerate(
            zip(talk.answering, ("2 van 3", "3 van 3", "Typ één of twee zinnen"), strict=True)
        ):
            await tap(anna, label)
            await sees(anna, words)
            await fits(anna, f"answer-{number + 1}")
        await send(anna, talk.written)
        await sees(anna, talk.thanks)
        await fits(anna, "answer-done")
