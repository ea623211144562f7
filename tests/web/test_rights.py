"""Every address of the site, as who is signed out, as each role, and with what is somebody else's."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from starlette.routing import Route

from bot.channels.web import create_app
from bot.channels.web.rights import COORDINATING, RIGHTS, SIGNED_IN
from domain.people import Role
from tests.web.conftest import Program

NOT_THERE = {
    "{code}": "a" * 22,
    "{token}": "a" * 32,
    "{practice}": "z" * 12,
    "{line:int}": "999",
    "{name}": "x",
}


def _address(named: str) -> tuple[str, str]:
    method, path = named.split()
    for what, name in NOT_THERE.items():
        path = path.replace(what, name)
    return method, path


async def test_addresses__all_have_a_right(program: Program) -> None:
    app = create_app(
        settings=program.settings, engine=program.engine, worker=program.worker, speaker=program.speaker
    )
    found = {
        f"{method} {route.path}"
        for route in app.routes
        if isinstance(route, Route)
        for method in (route.methods or set()) - {"HEAD"}
    }
    assert found == set(RIGHTS)


async def test_address__without_a_right_keeps_the_site_from_starting(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(RIGHTS, "GET /older")
    with pytest.raises(KeyError, match="older"):
        create_app(
            settings=program.settings, engine=program.engine, worker=program.worker, speaker=program.speaker
        )


async def test_addresses__for_members_say_nothing_to_who_is_signed_out(
    program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    stranger, wrong, count = program.browser(), [], 0
    for named, right in RIGHTS.items():
        if right is not None:
            method, path = _address(named)
            for given in (
                {"json": {"id": "a" * 16, "text": "hoi", "data": "1he"}},
                {"data": {"id": "a" * 16}},
            ):
                more: dict[str, Any] = dict(given) if method == "POST" else {}
                answer = await stranger.client.request(method, path, **more)
                count += 1
                home = answer.status_code == 303 and answer.headers["location"] == "/"
                if answer.status_code != 401 and not home and (method, answer.status_code) != ("POST", 400):
                    wrong.append(f"{named}: {answer.status_code}")
    with capsys.disabled():
        print(f"\nauthorisation matrix, addresses signed out: cells {count}, wrong {len(wrong)}")
    assert not wrong


async def test_addresses__for_some_roles_are_not_there_for_others(
    program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    people = {role: await program.member(role.value, role) for role in Role if role is not Role.admin}
    none = (await people[Role.member].get("/no-such-page")).text
    wrong, count = [], 0
    for (role, browser), (named, right) in product(people.items(), RIGHTS.items()):
        method, path = _address(named)
        if right is None or method != "GET" or path == "/stream":
            continue
        answer = await browser.client.request(method, path, params={"before": "1"})
        count += 1
        assert right in (SIGNED_IN, COORDINATING), "say here what another right means"
        may = role in right.roles and "{line" not in named
        if (answer.status_code == 200) != may or (not may and answer.text != none):
            wrong.append(f"{named} by {role.value}: {answer.status_code}")
    with capsys.disabled():
        print(f"\nauthorisation matrix, addresses by role: cells {count}, wrong {len(wrong)}")
    assert not wrong
