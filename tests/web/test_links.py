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


# --- signing in -----------------------------------------------------------------------------------------


async def link_of(browser: Browser) -> str:
    """Return the path of a link that signs in one more browser."""
    page = await browser.post("/device")
    found = re.search(r"/in/[\w-]+", page.text)
    assert found, page.text
    return found[0]


def cookie_of(browser: Browser) -> str:
    """Return what this browser is known by."""
    return next(iter(browser.client.cookies.values()), "")


async def test_sign_in_link__is_used_up_by_a_press_alone_and_works_five_minutes(program: Program) -> None:
    anna = await program.member("Anna")
    path, late = await link_of(anna), await link_of(anna)
    laptop = program.browser()
    for _ in range(3):  # a preview, a scanner of mail, and Anna
        assert (await laptop.get(path)).status_code == 200
    assert not cookie_of(laptop)
    assert (await laptop.post(path)).status_code == 303
    again = program.browser()
    assert (await again.get(path)).status_code == (await again.post(path)).status_code == 404
    program.ahead += timedelta(minutes=5)
    assert (await again.post(late)).status_code == 404
    assert not cookie_of(again)


async def test_sign_in_link__that_does_not_work_is_the_same_page_whatever_the_reason(
    program: Program,
) -> None:
    anna = await program.member("Anna")
    used, late, void = [await link_of(anna) for _ in range(3)]
    await program.browser().post(used)
    program.ahead += timedelta(minutes=5)
    stranger = program.browser()
    seen = {
        shape(await ask(path), path.rpartition("/")[2])
        for path in (used, late, void, "/in/" + secrets.token_urlsafe(24))
        for ask in (stranger.get, stranger.post)
    }
    assert len(seen) == 1


async def test_session__is_a_new_one_at_each_sign_in_and_the_one_before_is_over(program: Program) -> None:
    anna, mallory = await program.member("Anna"), await program.member("Mallory")
    planted = cookie_of(mallory)
    name = next(iter(mallory.client.cookies))
    for before in (planted, "made-up-by-somebody"):
        victim = program.browser()
        victim.client.cookies.set(name, before, domain="127.0.0.1")
        signed_in = await victim.post(await link_of(anna))
        assert signed_in.status_code == 303
        now = cookie_of(victim)
        assert now not in ("", before)
        assert "httponly" in signed_in.headers["set-cookie"].lower()
        assert "samesite=lax" in signed_in.headers["set-cookie"].lower()
    assert (await mallory.get("/")).status_code == 401, "what was planted opens nothing any more"


async def test_session__of_who_joins_is_not_the_one_that_was_planted(program: Program) -> None:
    mallory = await program.member("Mallory")
    name = next(iter(mallory.client.cookies))
    victim = program.browser()
    victim.client.cookies.set(name, "made-up-by-somebody", domain="127.0.0.1")
    await victim.join(program.invite(), "Anna")
    assert cookie_of(victim) not in ("", "made-up-by-somebody", cookie_of(mallory))
