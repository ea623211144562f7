"""Links that open a door: what does not work looks the same, and nobody tries them by the hundred."""

from __future__ import annotations

import re
import secrets
from datetime import timedelta

import httpx

from domain.limits import MISSES
from storage import invitations
from tests.web.conftest import Browser, Program


def shape(answer: httpx.Response, code: str) -> tuple[int, str]:
    """Return what somebody sees, without the code itself."""
    return answer.status_code, answer.text.replace(code, "")


async def broken(program: Program) -> dict[str, str]:
    """Return a code for every way in which an invitation does not work."""
    used, stopped, over = (program.invite(uses=1) for _ in range(3))
    await program.browser().join(used, "Anna")
    with program.database.transaction() as connection:
        for one in invitations.current(connection, program.organisation.id, program.now()):
            if invitations.look(connection, stopped, program.now()) == one:
                invitations.revoke(connection, program.organisation.id, one.public_id, program.now())
    program.ahead += timedelta(days=8)
    return {"used": used, "stopped": stopped, "over": over, "never": secrets.token_urlsafe(16)}


async def test_invitation__that_does_not_work_is_the_same_page_whatever_the_reason(program: Program) -> None:
    codes = await broken(program)
    looked, tried = set(), set()
    for code in codes.values():
        browser = program.browser()
        looked.add(shape(await browser.get(f"/join/{code}"), code))
        tried.add(shape(await browser.join(code, "Bob", form_id=secrets.token_urlsafe(16)), code))
    assert len(looked) == len(tried) == 1
    assert looked.pop()[0] == tried.pop()[0] == 404


async def test_links__that_do_not_work_are_tried_so_often_and_then_nothing_is_looked_at(
    program: Program,
) -> None:
    stranger = program.browser()
    working = program.invite()
    for number in range(MISSES.at_once):
        path = ("/join/", "/in/")[number % 2] + secrets.token_urlsafe(16)
        assert (await stranger.get(path)).status_code == 404
    for path in (
        f"/join/{secrets.token_urlsafe(16)}",
        f"/join/{working}",
        "/in/" + secrets.token_urlsafe(24),
    ):
        answer = await stranger.get(path)
        assert answer.status_code == 429
        assert "Wacht een paar minuten" in answer.text
    refused = await stranger.join(working, "Anna", form_id=secrets.token_urlsafe(16))
    assert refused.status_code == 429
    program.ahead += MISSES.each * 2
    assert (await stranger.get(f"/join/{working}")).status_code == 200


async def test_office__that_shares_one_address_comes_in_by_links_that_work(program: Program) -> None:
    code = program.invite()
    for number in range(MISSES.at_once + 10):
        browser: Browser = program.browser()
        page = await browser.get(f"/join/{code}")
        assert re.search(r'name="form_id"', page.text), number
