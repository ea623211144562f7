"""The site over HTTP: coming in, saying things once, reading on, and what it refuses."""

from __future__ import annotations

import asyncio
import re
import secrets
from datetime import timedelta
from typing import Any

import httpx
import pytest
from starlette.routing import Route

from bot.channels.web import create_app
from bot.channels.web.site import Site, who
from bot.channels.web.stream import Stream
from bot.engine import OutageError
from domain.people import Address, Role
from domain.text import units
from handlers.kit.buttons import encode
from handlers.kit.doors import ShowHelp
from storage import deliveries, lines, members, organisations, sessions
from tests.web.conftest import Browser, Program


def people(program: Program) -> int:
    """Count the members."""
    with program.database.reading() as connection:
        return organisations.count_members(connection, program.organisation.id)


async def member_id(program: Program, browser: Browser) -> int:
    """Return the number of whoever is signed in there."""
    token = next(iter(browser.client.cookies.values()))
    with program.database.reading() as connection:
        session = sessions.by_token(connection, token, program.now())
    assert session is not None
    return session.member.id


# --- coming in ------------------------------------------------------------------------------------------


async def test_invitation__is_not_used_up_by_looking_and_makes_one_member(program: Program) -> None:
    code = program.invite(Role.coordinator, uses=1)
    anna, bob = program.browser(), program.browser()
    for _ in range(3):
        page = await anna.get(f"/join/{code}")
    assert "Proef" in page.text
    assert "coördinator" in page.text
    answer = await anna.join(code, "Anna")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "Hoi Anna" in (await anna.get("/")).text
    late = await bob.join(code, "Bob", form_id=secrets.token_urlsafe(16))
    assert late.status_code == 404
    assert "werkt niet" in late.text
    assert people(program) == 1


async def test_joining__twice_from_one_form_is_once(program: Program) -> None:
    code = program.invite(uses=1)
    anna, form_id = program.browser(), secrets.token_urlsafe(16)
    first, second = await asyncio.gather(
        anna.join(code, "Anna", form_id=form_id), anna.join(code, "Anna", form_id=form_id)
    )
    assert (first.status_code, second.status_code) == (303, 303)
    assert people(program) == 1
    await anna.post("/signout")
    stranger = program.browser()  # who finds the form in the history of a shared computer
    assert (await stranger.join(code, "Anna", form_id=form_id)).status_code == 404
    assert "set-cookie" not in (await stranger.get("/")).headers


async def test_joining__without_a_name_asks_for_it_and_uses_nothing_up(program: Program) -> None:
    code = program.invite(uses=1)
    anna = program.browser()
    answer = await anna.join(code, "  \u200b ")
    assert answer.status_code == 422
    assert "Vul je voornaam in" in answer.text
    assert (await anna.join(code, "Anna")).status_code == 303


async def test_joining__speaks_the_language_of_the_browser_and_then_the_chosen_one(program: Program) -> None:
    code, bob = program.invite(), program.browser()
    page = await bob.get(f"/join/{code}", headers={"accept-language": "fr,en-GB;q=0.8"})
    assert '<html lang="en">' in page.text
    await bob.join(code, "Bob", "en")
    assert '<html lang="en">' in (await bob.get("/", headers={"accept-language": "nl"})).text


async def test_invitation__gives_somebody_inside_another_role(program: Program) -> None:
    anna = await program.member("Anna")
    code = program.invite(Role.coordinator, uses=1)
    assert "al ingelogd als Anna" in (await anna.get(f"/join/{code}")).text
    await anna.join(code, "")
    with program.database.reading() as connection:
        member = members.by_id(connection, await member_id(program, anna))
    assert member is not None
    assert member.role is Role.coordinator
    assert code not in str(await anna.lines())


PASTED = (
    ("https://praat.example/join/abcDEF123456-_xyz", "/join/abcDEF123456-_xyz"),
    ("  abcDEF123456-_xyz ", "/join/abcDEF123456-_xyz"),
    ("http://praat.example/in/abcDEF123456-_xyz", "/in/abcDEF123456-_xyz"),
    ("//evil.example/", None),
    ("hallo daar", None),
    ("", None),
)


async def test_pasted_code__leads_in_or_is_explained(program: Program) -> None:
    anybody = program.browser()
    for pasted, leads_to in PASTED:
        answer = await anybody.get("/join", params={"code": pasted})
        if leads_to is None:
            assert answer.status_code == 200
            assert 'name="code"' in answer.text
        else:
            assert answer.headers["location"] == leads_to


async def test_who_declines__hears_that_nothing_is_kept_and_is_signed_out(program: Program) -> None:
    anna = program.browser()
    await anna.join(program.invite(), "Anna")
    answer = await anna.press("Nee, dank je")
    assert "Ik bewaar niets van je" in "".join(answer.json()["parting"])
    assert people(program) == 0
    assert "uitnodiging nodig" in (await anna.get("/")).text


# --- saying and tapping ---------------------------------------------------------------------------------


async def test_saying__again_under_the_same_name_is_harmless(program: Program) -> None:
    anna = await program.member("Anna")
    for _ in range(3):
        assert (await anna.says("Wie kent een goede tolk?", "dezelfde-naam")).status_code == 204
    assert await anna.own_words() == ["Wie kent een goede tolk?"]


async def test_own_words__are_kept_after_the_guard_only(program: Program) -> None:
    anna = await program.member("Anna")
    await anna.says("Bel hem op 06-12345678 als hij <b>niet</b> komt")
    kept = (await anna.own_words())[0]
    assert "12345678" not in kept
    assert "&lt;b&gt;niet&lt;/b&gt;" in kept
    assert "12345678" not in (await anna.get("/")).text


async def test_two_people__do_not_see_each_others_lines(program: Program) -> None:
    anna, bob = await program.member("Anna"), await program.member("Bob")
    await anna.says("Dit is van Anna")
    assert "Dit is van Anna" not in str(await bob.lines())
    assert "Dit is van Anna" not in (await bob.get("/")).text


async def test_message__of_8192_units_passes_and_a_longer_one_stays_in_the_box(program: Program) -> None:
    anna = await program.member("Anna")
    fits, long = "ja " * 2730 + "😀", "nee " * 2048 + "!"
    assert units(fits) == 8192
    assert (await anna.says(fits)).status_code == 204
    refused = await anna.says(long)
    assert refused.status_code == 413
    assert "te lang" in refused.json()["words"]
    page = await anna.post("/say", data={"id": "formulier", "text": long})
    assert page.status_code == 413
    assert "te lang" in page.text
    assert long in page.text
    assert len(await anna.own_words()) == 1


async def test_body__that_is_too_large_is_refused_in_words(program: Program) -> None:
    anna = await program.member("Anna")
    script = await anna.post("/say", json={"id": "groot-bericht", "text": "x" * 70_000})
    form = await anna.post("/say", data={"id": "groot-bericht", "text": "x" * 70_000})
    assert (script.status_code, form.status_code) == (413, 413)
    assert "64 kB" in script.json()["words"]
    assert "64 kB" in form.text
    assert await anna.own_words() == []


async def test_without_script__saying_and_tapping_work_as_plain_forms(program: Program) -> None:
    anna = await program.member("Anna")
    page = (await anna.get("/")).text
    said = await anna.post(
        "/say", data={"id": re.findall(r'name="id" value="(s\w+)"', page)[0], "text": "/help"}
    )
    assert (said.status_code, said.headers["location"]) == (303, "/")
    assert "Dit kun je hier doen" in (await anna.get("/")).text
    tapped = await anna.post("/tap", data={"id": "t1234567890", "line": "0", "data": encode(ShowHelp())})
    assert tapped.status_code == 303
    assert sum("Dit kun je hier doen" in str(one) for one in await anna.lines()) == 2


FORGED = ("1zz:weg", "0pr:abc", "1pr:a:b:c", "<script>", "1pr:🙂")


async def test_forged_button__gets_a_polite_answer_and_changes_nothing(program: Program) -> None:
    anna = await program.member("Anna")
    for data in FORGED:
        before = len(await anna.lines())
        assert (await anna.taps(data)).status_code == 204
        assert len(await anna.lines()) == before + 1
    assert (await anna.taps("1pr:" + "x" * 61)).status_code == 400


async def test_tap__on_somebody_elses_line_leaves_that_line_alone(program: Program) -> None:
    anna, bob = await program.member("Anna"), await program.member("Bob")
    hers = (await anna.lines())[0]["number"]
    await bob.taps(encode(ShowHelp()), hers)
    assert all(one["target"] != hers for one in await bob.lines())
    assert all("kun je hier doen" not in str(one) for one in await anna.lines())


BAD: tuple[Any, ...] = (
    {"text": "geen naam"},
    {"id": "kort", "text": "x"},
    {"id": "goede-naam", "text": 7},
    {"id": "../../etc", "text": "x"},
    ["lijst"],
    "tekst",
)


async def test_bad_json__is_refused_in_words(program: Program) -> None:
    anna = await program.member("Anna")
    for given in BAD:
        answer = await anna.post("/say", json=given)
        assert answer.status_code == 400
        assert answer.json()["words"]


async def test_json__that_is_too_deep_is_refused_in_words(program: Program) -> None:
    anna = await program.member("Anna")
    deep = {"content": b"[" * 60_000, "headers": {"content-type": "application/json"}}
    for path in ("/say", "/tap"):
        answer = await anna.post(path, **deep)
        assert answer.status_code == 400
        assert answer.json()["words"]


async def test_half_a_character__does_not_break_a_turn(program: Program) -> None:
    anna = await program.member("Anna")
    raw = b'{"id": "half-teken", "text": "voor \\ud83d na"}'
    answer = await anna.post("/say", content=raw, headers={"content-type": "application/json"})
    assert answer.status_code == 204
    assert await anna.own_words() == ["voor \ufffd na"]


async def test_outage__is_said_and_nothing_is_taken(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await program.member("Anna")

    async def away(_incoming: object) -> None:
        raise OutageError

    monkeypatch.setattr(program.engine, "handle", away)
    answer = await anna.says("Blijft dit bewaard?", "naam-bij-storing")
    assert answer.status_code == 503
    assert "niets kwijt" in answer.json()["words"]
    monkeypatch.undo()
    assert (await anna.says("Blijft dit bewaard?", "naam-bij-storing")).status_code == 204
    assert await anna.own_words() == ["Blijft dit bewaard?"]


async def test_error__of_a_page_has_a_code_that_is_in_the_log(
    program: Program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    anna = await program.member("Anna")

    async def breaks(_incoming: object) -> None:
        raise ValueError("kanariebericht")

    monkeypatch.setattr(program.engine, "handle", breaks)
    script = await anna.says("Waar blijft dit?", "naam-bij-fout")
    form = await anna.post("/say", data={"id": "naam-bij-fout", "text": "Waar blijft dit?"})
    logged = capsys.readouterr()
    for answer, words in ((script, script.json()["words"]), (form, form.text)):
        assert answer.status_code == 500
        (code,) = re.findall(r"E-[0-9a-f]{6}", words)
        assert code in logged.out + logged.err
    assert "kanariebericht" not in logged.out + logged.err


# --- reading on -----------------------------------------------------------------------------------------


async def test_stream__tells_what_is_new_at_once(program: Program) -> None:
    anna = await program.member("Anna")
    last = (await anna.lines())[-1]["number"]
    async with anna.stream(after=last) as events:
        assert (await events.next())[0] == "hello"
        await anna.says("/help")
        async with asyncio.timeout(2):
            mine, answer = await events.next(), await events.next()
    assert mine[1]["mine"]
    assert "Dit kun je hier doen" in answer[1]["paragraphs"][0]


async def test_stream__resumes_after_the_last_event(program: Program) -> None:
    anna = await program.member("Anna")
    for number in range(4):
        await anna.says(f"/start {number}")
    known = [one["number"] for one in await anna.lines()]
    async with anna.stream(after=0, last=known[-3]) as events:
        assert (await events.next())[0] == "hello"
        assert [(await events.next())[1]["number"] for _ in range(2)] == known[-2:]


async def test_stream__tells_what_another_process_wrote(program: Program) -> None:
    anna = await program.member("Anna")
    last = (await anna.lines())[-1]["number"]
    number = await member_id(program, anna)
    async with anna.stream(after=last) as events:
        await events.next()
        await asyncio.sleep(0.5)
        with program.database.transaction() as connection:
            member = members.by_id(connection, number)
            assert member is not None
            lines.add(connection, member, payload={"texts": [{"key": "flow-over"}]}, now=program.now())
        async with asyncio.timeout(5):
            assert (await events.next())[0] == "line"


async def test_stream__ends_when_its_browser_signs_out_and_no_other_does(program: Program) -> None:
    anna = await program.member("Anna")
    laptop = await another_device(program, anna)
    last = (await anna.lines())[-1]["number"]
    async with anna.stream(after=last) as here, laptop.stream(after=last) as there:
        await here.next()
        await there.next()
        phone = httpx.Cookies(anna.client.cookies)
        await anna.post("/signout")
        async with asyncio.timeout(3):
            assert (await here.next())[0] == "ended"
        await laptop.says("/help")
        async with asyncio.timeout(3):
            assert (await there.next())[0] == "line"
    anna.client.cookies = phone
    assert (await anna.get("/lines?after=0")).status_code == 401


async def test_stream__that_nobody_reads_any_more_is_forgotten(program: Program) -> None:
    anna = await program.member("Anna")
    async with anna.stream(after=0) as events:
        await events.next()
        assert program.speaker.listening == 1
    async with asyncio.timeout(5):
        while program.speaker.listening:  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def test_older_messages__come_in_pages_with_their_last_words(program: Program) -> None:
    anna = await program.member("Anna")
    number = await member_id(program, anna)
    with program.database.transaction() as connection:
        member = members.by_id(connection, number)
        assert member is not None
        added = [lines.add(connection, member, mine=f"regel {n}", now=program.now()) for n in range(90)]
    page = (await anna.get("/")).text
    assert "regel 89" in page
    assert "regel 40" not in page
    older = (await anna.get(f"/older?before={added[50]}")).json()
    assert [one["number"] for one in older["lines"]] == added[10:50]
    assert older["more"]
    assert "regel 30" in (await anna.get(f"/?before={added[50]}")).text


# --- one more browser, and signing out -------------------------------------------------------------------


async def another_device(program: Program, browser: Browser) -> Browser:
    """Sign in once more, by the link that the page makes."""
    page = await browser.post("/device")
    link = re.findall(r'class="link">([^<]+)<', page.text)[0]
    other = program.browser()
    path = httpx.URL(link).path
    assert "als" in (await other.get(path)).text
    assert "als" in (await other.get(path)).text  # looking does not use it up
    assert (await other.post(path)).status_code == 303
    assert (await program.browser().post(path)).status_code == 404
    return other


async def test_another_device__shows_the_same_lines(program: Program) -> None:
    anna = await program.member("Anna")
    laptop = await another_device(program, anna)
    await laptop.says("Vanaf de laptop")
    assert await anna.own_words() == ["Vanaf de laptop"]


async def test_expired_session__gets_a_clear_page(program: Program) -> None:
    anna = await program.member("Anna")
    program.ahead += timedelta(days=89)
    assert (await anna.get("/")).status_code == 200  # used: its 90 days start again
    program.ahead += timedelta(days=89)
    assert (await anna.get("/")).status_code == 200
    program.ahead += timedelta(days=91)
    page = await anna.get("/")
    assert page.status_code == 401
    assert "niet meer ingelogd" in page.text
    assert "max-age=0" in page.headers["set-cookie"].lower()


async def test_expired_session__takes_nothing(program: Program) -> None:
    anna = await program.member("Anna")
    program.ahead += timedelta(days=91)
    for answer in (
        await anna.says("Nog even dit"),
        await anna.taps(encode(ShowHelp())),
        await anna.get("/stream"),
        await anna.get("/lines?after=0"),
        await anna.get("/older?before=5"),
    ):
        assert (answer.status_code, answer.json()) == (401, {"signed_out": True})
    form = await anna.post("/say", data={"id": "formulier", "text": "Nog even dit"})
    assert form.status_code == 401
    assert "niet meer ingelogd" in form.text


# --- what it refuses ------------------------------------------------------------------------------------

A_CODE = "abcdefghij0123456789"


def posts(program: Program) -> list[str]:
    """Return every path of the site that takes a form, from its own list of routes."""
    app = create_app(
        settings=program.settings, engine=program.engine, worker=program.worker, speaker=program.speaker
    )
    found = [
        re.sub(r"{\w+}", A_CODE, route.path)
        for route in app.routes
        if isinstance(route, Route) and "POST" in (route.methods or ())
    ]
    assert {"/say", "/tap", f"/in/{A_CODE}", f"/join/{A_CODE}"} <= set(found)
    return found


ELSEWHERE: tuple[dict[str, str], ...] = (
    {"sec-fetch-site": "cross-site", "origin": "https://evil.example"},
    {"sec-fetch-site": "same-site", "origin": "https://other.example"},
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {},
)


async def test_form__from_another_site_is_refused_everywhere(program: Program) -> None:
    anna = await program.member("Anna")
    for name in ("sec-fetch-site", "origin"):
        del anna.client.headers[name]
    for headers in ELSEWHERE:
        for path in posts(program):
            form = await anna.post(path, data={"id": "van-elders", "text": "x"}, headers=headers)
            assert form.status_code == 403, path
            assert "andere plek" in form.text
            script = await anna.post(path, json={"id": "van-elders", "text": "x"}, headers=headers)
            assert script.status_code == 403, path
    assert await anna.own_words() == []
    assert (await anna.get("/")).status_code == 200


async def test_every_answer__carries_the_policy(program: Program) -> None:
    anna, stranger = await program.member("Anna"), program.browser()
    answers = [
        *[await anna.get(path) for path in ("/", "/signout", "/lines?after=0", "/nergens", "/file/1")],
        *[
            await stranger.get(path)
            for path in ("/", "/join/weg-is-weg-123", "/p/abc", "/in/xyzxyzxyz", "/stream")
        ],
        *[
            await stranger.get(path)
            for path in ("/static/chat.js", "/static/geheim.py", "/healthz", "/readyz")
        ],
        await anna.says("/help"),
        await anna.get("/say"),
        await stranger.post("/say", data={"text": "x"}, headers={"sec-fetch-site": "cross-site"}),
        await anna.post("/say", json={"id": "te-groot-nu", "text": "x" * 70_000}),
    ]
    async with anna.client.stream("GET", "/stream") as stream:
        answers.append(stream)
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy, answer.url
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-frame-options"] == "DENY"
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert answer.headers["cache-control"], answer.url


async def test_pages__have_no_inline_script_or_style(program: Program) -> None:
    anna = await program.member("Anna")
    for path in ("/", "/signout"):
        page = (await anna.get(path)).text
        assert not re.search(r"<script(?![^>]+src=)|<style|\sstyle=|\son\w+=", page), path


async def test_file__is_for_the_member_it_was_made_for(program: Program) -> None:
    anna, bob = await program.member("Anna"), await program.member("Bob")
    number = await member_id(program, anna)
    with program.database.transaction() as connection:
        member = members.by_id(connection, number)
        assert member is not None
        payload = {
            "texts": [{"key": "flow-over"}],
            "file": {"kind": "qr", "values": {"text": "https://praat.example/join/x"}},
        }
        line = lines.add(connection, member, payload=payload, now=program.now())
    hers = await anna.get(f"/file/{line}")
    assert hers.headers["content-type"] == "image/png"
    assert hers.content.startswith(b"\x89PNG")
    assert (await bob.get(f"/file/{line}")).status_code == 404
    assert (await anna.get(f"/file/{line - 1}")).status_code == 404
    assert (await program.browser().get(f"/file/{line}")).status_code == 401


async def test_practice_link__opens_in_the_chat_and_explains_itself_to_strangers(program: Program) -> None:
    anna = await program.member("Anna")
    before = len(await anna.lines())
    page = await anna.get("/p/abc123")
    assert 'data-opens="1pr:abc123"' in page.text
    assert len(await anna.lines()) == before  # looking changes nothing
    stranger = await program.browser().get("/p/abc123")
    assert stranger.status_code == 401
    assert "voor deelnemers" in stranger.text
    assert (await anna.get("/p/%3Cscript%3E")).status_code == 404


async def test_health__tells_whether_it_runs_and_whether_it_can_write(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger = program.browser()
    assert (await stranger.get("/healthz")).text == "ok"
    assert (await stranger.get("/readyz")).json() == {"database": "writable", "ready": True}

    async def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(program.worker, "write", full)
    refused = await stranger.get("/readyz")
    assert (refused.status_code, refused.json()["ready"]) == (503, False)
    assert (await stranger.get("/healthz")).status_code == 200


async def test_message__whose_words_are_gone_takes_nothing_else_with_it(program: Program) -> None:
    """Lines are kept for 90 days, and words may have another name by then."""
    anna = await program.member("Anna")
    texts = [{"key": "of-before-the-upgrade"}]
    old_button = {"label": {"key": "button-of-before"}, "data": encode(ShowHelp())}
    with program.database.transaction() as connection:
        member = members.by_id(connection, await member_id(program, anna))
        assert member is not None
        for payload in ({"texts": texts}, {"texts": [{"key": "flow-over"}], "taps": [old_button]}):
            deliveries.say(
                connection,
                member=member,
                address=Address("web", "here", pull=True),
                language="nl",
                payload=payload,
                owner="here",
                now=program.now(),
            )
    page = await anna.get("/")
    assert page.status_code == 200
    assert "Dit bericht kan ik niet laten zien" in page.text
    assert "Dit is al klaar of gestopt" in page.text
    await anna.says("help")  # which may be the words of a button on one of the last messages
    assert "Er ging iets mis" not in (await anna.get("/")).text


async def test_stream__that_is_gone_before_its_first_line_is_forgotten(program: Program) -> None:
    anna = await program.member("Anna")
    stream = Stream(Site(program.settings, program.engine, program.worker, program.speaker))
    visitor = await program.worker.read(who, next(iter(anna.client.cookies.values())), program.now())
    assert visitor is not None
    events = stream._events(visitor, 0)
    assert "hello" in await anext(events)
    await events.aclose()
    assert program.speaker.listening == 0


async def test_form__that_comes_back_with_other_words_is_another_message(program: Program) -> None:
    """Without the script, somebody goes back a page and types again."""
    anna = await program.member("Anna")
    for words in ("Eerste vraag", "Eerste vraag", "Tweede vraag"):
        await anna.post("/say", data={"id": "s0123456789abcdef", "text": words})
    assert await anna.own_words() == ["Eerste vraag", "Tweede vraag"]
