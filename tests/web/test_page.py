"""The chat page in a real Chromium, on a screen of 360 by 740: what people see, and what they never lose."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from domain.delivery import Lane
from domain.people import Role
from handlers.kit.say import say, to_payload
from storage import deliveries, lines, members
from storage.database import Connection, Database, sqlite_url
from tests.web.conftest import CHROMIUM, Program, running

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page, Route

pytestmark = pytest.mark.browser

# Without these a machine without a screen or a way out hangs or calls home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "locale": "nl-NL"}
DESK = {"viewport": {"width": 1000, "height": 740}, "locale": "nl-NL"}


@pytest.fixture
async def site(sqlite_path: Path, tmp_path: Path) -> AsyncIterator[Program]:
    """The whole program, on SQLite: what differs between the databases, the tests over HTTP look at."""
    database = Database(sqlite_url(sqlite_path))
    async with running(database, tmp_path) as made:
        yield made
    database.close()


@pytest.fixture
async def chromium(request: pytest.FixtureRequest) -> AsyncIterator[Browser]:
    """A Chromium; without one these tests are skipped, or fail with --require-chromium."""
    try:
        from playwright.async_api import async_playwright
    except ImportError:
        _without(request, "install the dependency group `browser`")
    if CHROMIUM is None:
        _without(request, "install it with apt-get install chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


def _without(request: pytest.FixtureRequest, how: str) -> None:
    said = f"Chromium cannot run here, so the tests of the page are skipped; {how}"
    if request.config.getoption("--require-chromium"):
        pytest.fail(said)
    pytest.skip(said)


@asynccontextmanager
async def opened(chromium: Browser, site: Program, **device: Any) -> AsyncIterator[Page]:
    """Open a browser of its own; nothing on its pages may break the policy or go to another site."""
    context = await chromium.new_context(base_url=site.address, **{**PHONE, **device})
    page = await context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: _note(wrong, message.text))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((site.address, "data:")) else wrong.append(request.url)
        ),
    )
    yield page
    await context.close()
    assert not wrong


def _note(wrong: list[str], message: str) -> None:
    if "Content Security Policy" in message or "Uncaught" in message:
        wrong.append(message)


async def join(page: Page, site: Program, name: str, role: Role = Role.member, *, agree: bool = True) -> None:
    """Come in as somebody does: open the link, fill in the form, agree."""
    await page.goto(f"/join/{site.invite(role)}")
    await page.fill("#name", name)
    await page.click("button.primary")
    await page.wait_for_selector(".bubble .tap")
    if agree:
        await page.click(".bubble .tap >> nth=0")
        await until(page, "document.querySelectorAll('#log .tap').length > 3")


async def until(page: Page, true: str) -> None:
    """Wait until an expression is true; the policy forbids the page to evaluate it by itself."""
    async with asyncio.timeout(15):
        while not await page.evaluate(true):  # noqa: ASYNC110 - what happens, happens in the browser
            await asyncio.sleep(0.05)


async def send(page: Page, words: str) -> None:
    """Type and send."""
    await page.fill("#box", words)
    await page.click(".send")


async def sees(page: Page, words: str) -> None:
    """Wait until the words are in the conversation."""
    await page.wait_for_selector(f"#log .bubble:has-text({words!r})", timeout=8000)


def with_member(site: Program, name: str, run: Any) -> None:
    """Do something in the database for the member of that name."""
    with site.database.transaction() as connection:
        everybody = members.with_roles(connection, site.organisation.id, Role)
        run(connection, next(one for one in everybody if one.name == name))


async def test_two_people__talk_in_two_browsers_without_reloading(site: Program, chromium: Browser) -> None:
    async with opened(chromium, site) as anna, opened(chromium, site) as bob:
        await join(anna, site, "Anna")
        await join(bob, site, "Bob")
        for page in (anna, bob):
            await page.evaluate("window.sameAsBefore = true")
        await send(anna, "/help")
        await sees(anna, "Dit kun je hier doen")

        def tell(connection: Connection, member: Any) -> None:
            payload = to_payload(say("unknown-command", command="Nieuws voor Bob"))
            deliveries.queue(
                connection, member.id, payload=payload, once="n", lane=Lane.answer, now=site.now()
            )

        with_member(site, "Bob", tell)
        await sees(bob, "Nieuws voor Bob")
        assert "Nieuws" not in await anna.inner_text("#log")
        assert "Dit kun je hier doen" not in await bob.inner_text("#log")
        for page in (anna, bob):
            assert await page.evaluate("window.sameAsBefore")


async def test_tap__changes_the_message_in_place_and_keeps_the_focus_there(
    site: Program, chromium: Browser
) -> None:
    async with opened(chromium, site) as anna:
        await join(anna, site, "Anna")
        before = await anna.locator("#log .bubble").count()
        await anna.focus(".bubble .tap:has-text('Wijkteam')")
        await anna.keyboard.press("Enter")
        await anna.wait_for_selector("#log .bubble:has-text('onderwerpen') .tap")
        assert await anna.locator("#log .bubble").count() == before
        assert await anna.evaluate("document.activeElement.closest('.bubble') !== null")
        await anna.reload()
        assert await anna.locator("#log .bubble").count() == before


async def test_words__that_could_not_be_sent_stay_and_are_sent_once(site: Program, chromium: Browser) -> None:
    async with opened(chromium, site) as anna:
        await join(anna, site, "Anna")
        await anna.context.set_offline(True)
        await send(anna, "Wie kent een tolk Tigrinya?")
        await anna.wait_for_selector(".bubble.failed:has-text('Niet verstuurd')")
        await anna.wait_for_selector("#status:has-text('Geen verbinding')")
        assert "Tigrinya" in await anna.evaluate("JSON.stringify(sessionStorage)")
        await anna.context.set_offline(False)
        await until(anna, "!document.querySelector('.bubble.waiting, .bubble.failed')")
        await sees(anna, "Tigrinya")
        assert await anna.locator(".bubble.mine:has-text('Tigrinya')").count() == 1
        await anna.reload()
        assert await anna.locator(".bubble.mine:has-text('Tigrinya')").count() == 1


async def test_words__whose_answer_got_lost_are_taken_once(site: Program, chromium: Browser) -> None:
    async with opened(chromium, site) as anna:
        await join(anna, site, "Anna")
        lost = 0

        async def lose_the_answer(route: Route) -> None:
            nonlocal lost
            lost += 1
            if lost > 2:
                await route.continue_()
                return
            await route.fetch()
            await route.abort()

        await anna.route("**/say", lose_the_answer)
        await send(anna, "/help")
        await until(anna, "Object.values(sessionStorage).includes('[]')")  # nothing is on its way any more
        assert lost == 3
        assert await anna.locator(".bubble.mine:has-text('/help')").count() == 1
        assert await anna.locator(".bubble.theirs:has-text('Dit kun je hier doen')").count() == 1
        assert await anna.input_value("#box") == ""


async def test_words__outlive_a_reload_before_they_are_sent(site: Program, chromium: Browser) -> None:
    async with opened(chromium, site) as anna:
        await join(anna, site, "Anna")
        await anna.fill("#box", "Half getypt")
        await anna.reload()
        assert await anna.input_value("#box") == "Half getypt"
        await anna.route("**/say", lambda route: route.abort())
        await send(anna, "/help")
        await anna.wait_for_selector(".bubble.failed")
        await anna.unroute("**/say")
        await anna.reload()
        await sees(anna, "Dit kun je hier doen")
        assert await anna.locator(".bubble.mine:has-text('/help')").count() == 1


async def test_too_long_message__stays_in_the_box_with_the_reason(site: Program, chromium: Browser) -> None:
    async with opened(chromium, site) as anna:
        await join(anna, site, "Anna")
        long = "lang " * 1700
        await send(anna, long)
        await anna.wait_for_selector("#status:has-text('te lang')")
        assert await anna.input_value("#box") == long
        await send(anna, long[:8192])
        await anna.wait_for_selector(".bubble.mine[id]")
        assert await anna.input_value("#box") == ""


async def test_words__that_the_program_could_not_store_are_in_the_box_again(
    site: Program, chromium: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(chromium, site) as anna:
        await join(anna, site, "Anna")

        def broken(*_arguments: object) -> None:
            raise RuntimeError("broken on purpose")

        monkeypatch.setattr(site.engine.routes, "first", broken)
        await send(anna, "Dit mag niet weg zijn")
        await sees(anna, "Er ging iets mis bij mij")
        await until(anna, "document.getElementById('box').value !== ''")
        assert await anna.input_value("#box") == "Dit mag niet weg zijn"


async def test_everything__works_by_keyboard(site: Program, chromium: Browser) -> None:
    async with opened(chromium, site, **DESK, is_mobile=False, has_touch=False) as anna:
        await join(anna, site, "Anna")
        await anna.reload()
        assert await anna.evaluate("document.activeElement.id") == "box"
        await anna.evaluate("document.body.tabIndex = -1; document.body.focus()")
        await anna.keyboard.press("Tab")
        assert await anna.evaluate("document.activeElement.className") == "skip"
        await anna.keyboard.press("Enter")
        await anna.keyboard.type("regel een")
        await anna.keyboard.press("Shift+Enter")
        await anna.keyboard.type("regel twee")
        assert await anna.input_value("#box") == "regel een\nregel twee"
        await anna.fill("#box", "/help")
        await anna.keyboard.press("Enter")
        await sees(anna, "Dit kun je hier doen")
        assert await anna.evaluate("document.activeElement.id") == "box"
        await anna.keyboard.press("Shift+Tab")  # back to the last button in the conversation
        assert await anna.evaluate("document.activeElement.classList.contains('tap')")
        outline = await anna.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"
        await anna.focus(".menu summary")
        await anna.keyboard.press("Enter")
        assert await anna.evaluate("document.querySelector('.menu').open")
        await anna.keyboard.press("Escape")
        assert not await anna.evaluate("document.querySelector('.menu').open")
        assert await anna.evaluate("document.activeElement.tagName") == "SUMMARY"


async def test_session__that_ended_says_so_there_and_nowhere_else(site: Program, chromium: Browser) -> None:
    async with opened(chromium, site) as phone, opened(chromium, site) as laptop:
        await join(phone, site, "Anna")
        await phone.click(".menu summary")
        await phone.click("form[action='/device'] button")
        link = await phone.inner_text(".link")
        await laptop.goto(link)
        await laptop.click("button.primary")
        await laptop.wait_for_selector("#log .bubble")
        await phone.goto("/")
        second_tab = await phone.context.new_page()
        await second_tab.goto("/")
        await second_tab.fill("#box", "Nog niet af")
        await phone.goto("/signout")
        await phone.click("form[action='/signout'] button")
        await phone.wait_for_selector("h1:has-text('Je bent uitgelogd')")
        await second_tab.wait_for_selector("#status:has-text('Je bent hier uitgelogd')")
        assert await second_tab.input_value("#box") == "Nog niet af"
        await send(laptop, "/help")
        await sees(laptop, "Dit kun je hier doen")


async def test_scrolled_up__a_new_message_is_announced_and_does_not_pull_the_page_away(
    site: Program, chromium: Browser
) -> None:
    async with opened(chromium, site) as anna:
        await join(anna, site, "Anna")

        def talk(connection: Connection, member: Any) -> None:
            for number in range(100):
                lines.add(connection, member, mine=f"regel {number}", now=site.now())

        def news(connection: Connection, member: Any) -> None:
            lines.add(connection, member, payload=to_payload(say("flow-over")), now=site.now())

        with_member(site, "Anna", talk)
        await anna.reload()
        await anna.click("#older")
        await sees(anna, "regel 25")
        await anna.evaluate("scrollTo(0, 0)")
        await anna.click("#older")
        await anna.wait_for_selector(".older:has-text('begin van je gesprek')")
        assert await anna.locator("#log .bubble").count() == 101
        assert await anna.locator("#log .day").count() == 1
        await anna.evaluate("scrollTo(0, 300)")
        where = await anna.evaluate("scrollY")
        with_member(site, "Anna", news)
        await anna.wait_for_selector("#newer:visible", timeout=6000)
        assert await anna.evaluate("scrollY") == where
        await anna.click("#newer")
        await anna.wait_for_selector("#newer", state="hidden")
        assert await anna.locator(".bubble:has-text('al klaar of gestopt')").is_visible()


async def test_stream__that_is_blocked_on_the_way_is_replaced_by_asking(
    site: Program, chromium: Browser
) -> None:
    async with opened(chromium, site) as anna:
        await join(anna, site, "Anna")
        await anna.route("**/stream*", lambda route: route.abort())
        await anna.reload()

        def news(connection: Connection, member: Any) -> None:
            lines.add(connection, member, payload=to_payload(say("flow-over")), now=site.now())

        with_member(site, "Anna", news)
        await sees(anna, "al klaar of gestopt")


async def test_language__that_is_changed_changes_the_whole_page(site: Program, chromium: Browser) -> None:
    async with opened(chromium, site) as anna:
        await join(anna, site, "Anna")
        await send(anna, "/profiel")
        await anna.click(".tap:has-text('Taal')")
        await anna.click(".tap:has-text('English')")
        await anna.wait_for_selector("html[lang=en]")
        assert await anna.get_attribute("#box", "placeholder") == "Type your message …"


async def test_without_script__the_page_can_be_read_and_answered(site: Program, chromium: Browser) -> None:
    async with opened(chromium, site, java_script_enabled=False) as anna:
        await anna.goto(f"/join/{site.invite()}")
        await anna.fill("#name", "Anna")
        await anna.click("button.primary")
        await anna.click(".tap:has-text('Ja, ik doe mee')")
        await send(anna, "/help")
        assert "Dit kun je hier doen" in await anna.inner_text("#log")


async def test_page__fits_360_pixels_and_twice_as_large_letters(site: Program, chromium: Browser) -> None:
    async with opened(chromium, site) as anna:
        await join(anna, site, "Anna" * 10, Role.coordinator)
        await send(anna, "/" + "Donaudampfschiff" * 12)
        await send(anna, "/help")
        await sees(anna, "Dit kun je hier doen")
        small = await anna.evaluate(
            "[...document.querySelectorAll('button, .tap, summary, .menu a')]"
            ".filter((one) => one.offsetHeight && one.offsetHeight < 44).map((one) => one.outerHTML)"
        )
        assert small == []
        for width, path in ((360, "/"), (180, "/"), (360, "/signout"), (180, "/signout")):
            await anna.set_viewport_size({"width": width, "height": 740})  # 180: as 360 at 200 %
            await anna.goto(path)
            sideways = await anna.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert sideways <= 0, (width, path)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_page__has_no_violations_that_axe_knows(
    site: Program, chromium: Browser, scheme: Any, language: str
) -> None:
    from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]

    axe = Axe()

    async def check(page: Page, what: str) -> None:
        await page.wait_for_timeout(350)  # colours are measured when nothing moves
        found = await axe.run(page)
        assert found.violations_count == 0, f"{what}: {found.generate_report()}"

    async with opened(chromium, site, color_scheme=scheme, locale=language, bypass_csp=True) as page:
        for path in ("/", f"/join/{site.invite()}", "/join/weg-is-weg-123", "/in/weg-is-weg-123", "/p/abc"):
            await page.goto(path)
            assert await page.get_attribute("html", "lang") == language
            await check(page, path)
        await join(page, site, "Anna")
        await page.context.set_offline(True)
        await send(page, "Kent iemand een tolk?")
        await page.wait_for_selector(".bubble.failed")
        await check(page, "not sent")
        await page.context.set_offline(False)
        await until(page, "!document.querySelector('.bubble.waiting')")
        await page.click(".menu summary")
        await check(page, "chat with menu")
        await page.click("form[action='/device'] button")
        await check(page, "another device")
        link = await page.inner_text(".link")
        await page.goto(link)
        await check(page, "sign-in link")
        await page.goto("/signout")
        await check(page, "signing out")
        await page.click("form[action='/signout'] button")
        assert re.search("uitgelogd|signed out", await page.inner_text("h1"))
        await check(page, "signed out")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_file__is_handed_over_and_put_in_by_hand(
    site: Program, chromium: Browser, scheme: Any, tmp_path: Path
) -> None:
    from axe_playwright_python.async_playwright import Axe

    file = tmp_path / "aanpakken.csv"
    file.write_text(
        "titel;situatie;aanpak;resultaat;let op\n"
        "Drie stapels;Bewoner opent geen post.;Samen drie stapels maken.;Er kwam rust.;Niet bij haast.\n"
        "Koffie;Iemand komt niet opdagen.;;Hij kwam terug.;Niet bij regen.\n",
        encoding="utf-8",
    )
    async with opened(chromium, site, color_scheme=scheme, bypass_csp=True) as page:
        await join(page, site, "Carla", Role.coordinator)
        await page.click(".menu summary")
        await page.click("a[href='/import']")
        await page.wait_for_timeout(350)
        found = await Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        await page.set_input_files("#file", file)
        await page.click("button.primary")
        await page.click("text=Zet ze erin")
        await page.wait_for_selector("text=1 voorbeeld staat erin.")
        assert "Rij 3: aanpak is leeg." not in await page.inner_text("#log"), "the question is replaced"
