"""Updates over the Bot API: nothing lost, nothing twice, everybody answered in their own order."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
import sqlalchemy as sa

from bot.channels.telegram.api import Api
from bot.channels.telegram.intake import (
    MOST_BYTES,
    MOST_FAILURES,
    SECRET_HEADER,
    Patience,
    Polling,
    Reader,
)
from bot.channels.who_am_i import TokenRefused
from bot.engine import OutageError
from bot.lanes import Lanes
from bot.settings import Mode
from handlers.kit.take import Taken
from handlers.kit.turn import Incoming
from storage import tables
from storage.database import Database
from tests.channels.echo import Echo, office
from tests.emulator import TOKEN, Emulator, Flood, Person

BOTH_WAYS = pytest.mark.parametrize("mode", list(Mode))


def gone(message: str) -> sa.exc.OperationalError:
    """What the driver raises when the database is away."""
    return sa.exc.OperationalError(message, None, Exception("database is locked"))


@BOTH_WAYS
async def test_talk__is_answered_with_words_buttons_edits_and_toasts(
    ours: Database, emulator: Emulator, anna: Person, mode: Mode
) -> None:
    async with office(ours, emulator.address, TOKEN, mode=mode):
        await anna.says("Hoi <b>jij</b> & ik")
        seen = await anna.sees("Hoi <b>jij</b> & ik")
        assert seen.entities[0]["type"] == "bold"
        await anna.says("knop")
        await anna.sees("Wat vind je?")
        query = await anna.taps("Handig")
        seen = await anna.sees("Dank je")
        assert seen.edit_date is not None
        assert seen.buttons == []
        assert (await query.answered())["text"] == "Handig"
        await emulator.until_confirmed()
    assert emulator.violations == []
    assert emulator.unanswered() == []


@BOTH_WAYS
async def test_lane__keeps_the_order_within_each_of_ten_people(
    ours: Database, emulator: Emulator, mode: Mode
) -> None:
    people = [emulator.person(f"Persoon {number}") for number in range(10)]
    async with office(ours, emulator.address, TOKEN, mode=mode) as running:
        for number in range(30):
            for person in people:
                await person.says(f"bericht {number}")
        await emulator.until_confirmed(within=60)
        await running.speaker.settle()
    heard = defaultdict(list)
    for address, words in running.echo.heard:
        heard[address].append(words)
    wanted = [f"bericht {number}" for number in range(30)]
    assert all(heard[str(person.id)] == wanted for person in people)
    assert all([one.plain for one in person.received] == wanted for person in people)
    assert emulator.violations == []


async def test_updates__that_come_again_are_answered_once(
    ours: Database, emulator: Emulator, anna: Person, bob: Person
) -> None:
    emulator.repeats(0.5)
    emulator.disorder()
    async with office(ours, emulator.address, TOKEN) as running:
        for number in range(20):
            await anna.says(f"a{number}")
            await bob.says(f"b{number}")
        await emulator.until_confirmed(within=30)
        emulator.redeliver(last=10)
        await anna.says("tot slot")
        await anna.sees("tot slot")
        await running.speaker.settle()
    assert emulator.doubled() == {}
    assert emulator.unanswered() == []


@BOTH_WAYS
async def test_outage__confirms_nothing_and_everything_is_answered_afterwards(
    file_database: Database, emulator: Emulator, anna: Person, bob: Person, mode: Mode
) -> None:
    echo = Echo(breaks_on={"eerste": gone("away")})
    async with office(file_database, emulator.address, TOKEN, mode=mode, echo=echo):
        await anna.says("eerste")
        await anna.says("tweede")
        await bob.says("dag")
        await bob.sees("dag")
        await anna.sees_nothing(within=1)
        waiting = [update.body["text"] for update in emulator.updates if not update.confirmed]
        assert waiting[:2] == ["eerste", "tweede"]
        echo.breaks_on.clear()
        await anna.sees("tweede", within=10)
        await emulator.until_confirmed()
    assert [one.plain for one in anna.received] == ["eerste", "tweede"]
    with file_database.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.failed_updates)).scalar() == 0


@BOTH_WAYS
async def test_poison__is_tried_three_times_and_parked_while_others_go_on(
    file_database: Database, emulator: Emulator, anna: Person, bob: Person, mode: Mode
) -> None:
    echo = Echo(breaks_on={"gif": RuntimeError("gif")})
    async with office(file_database, emulator.address, TOKEN, mode=mode, echo=echo):
        await anna.says("hoi")
        await anna.sees("hoi")
        await anna.says("gif")
        await bob.says("dag")
        told = await anna.sees("Er ging iets mis")
        assert "E-" in told.plain
        await bob.sees("dag")
        await anna.says("en door")
        await anna.sees("en door")
        await emulator.until_confirmed()
    with file_database.reading() as connection:
        (parked,) = connection.execute(sa.select(tables.failed_updates)).all()
    assert parked.attempts == 3
    assert parked.parked_at is not None
    assert parked.code in told.plain
    assert "gif" not in str(parked)


async def test_update__that_nobody_can_read_holds_up_nobody(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    async with office(file_database, emulator.address, TOKEN) as running:
        emulator.world.push("message", {"chat": 5, "text": "?"}, None, None)
        await emulator.channel_post("nieuws")
        await anna.says("hoi")
        await anna.sees("hoi")
        await emulator.until_confirmed()
    assert running.telegram.reader.unreadable == 1


async def test_polling__begins_again_after_an_answer_that_makes_no_sense(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    emulator.trouble.fail("getUpdates", status=200, body='{"ok":true,"result":[{"nonsense":1}]}')
    async with office(file_database, emulator.address, TOKEN):
        await anna.says("hoi")
        await anna.sees("hoi")


async def test_update__that_breaks_the_program_itself_is_left_out_in_the_end(
    emulator: Emulator, anna: Person, bob: Person
) -> None:
    heard = []

    async def handle(incoming: Incoming) -> Taken:
        heard.append(incoming.text)
        if incoming.text == "gif":
            raise RuntimeError
        return Taken()

    api = Api(TOKEN, emulator.address)
    await api.open()
    reader = Reader(Lanes(handle), lambda _query, _taken: None)
    polling = asyncio.create_task(Polling(api, reader, patience=Patience(first=0.01, most=0.02)).run())
    await anna.says("gif")
    await bob.says("dag")
    await emulator.until_confirmed()
    polling.cancel()
    await asyncio.wait([polling])
    await api.close()
    assert heard.count("gif") == MOST_FAILURES
    assert heard.count("dag") == 1


async def test_slow_turn__does_not_hold_up_what_comes_after_it(
    file_database: Database, emulator: Emulator, anna: Person, bob: Person
) -> None:
    async with office(file_database, emulator.address, TOKEN) as running:
        long = "Lang. " * 640
        await anna.says(long)
        await asyncio.sleep(0.1)
        await bob.says("dag")
        await bob.sees("dag", within=3)
        assert len(running.telegram.lanes) == 1
        await anna.sees("Lang.", within=5)


@BOTH_WAYS
async def test_long_text__that_the_app_cut_is_joined_again(
    file_database: Database, emulator: Emulator, anna: Person, mode: Mode
) -> None:
    first, second = ("Eerste deel. " * 310).strip(), "Tweede deel."
    async with office(file_database, emulator.address, TOKEN, mode=mode) as running:
        await anna.says("hoi")
        await anna.sees("hoi")
        await anna.says(first)
        await asyncio.sleep(0.3)
        await anna.says(second)
        await anna.sees("Eerste deel.", within=10)
        await emulator.until_confirmed()
        await running.speaker.settle()
    assert [words for _, words in running.echo.heard] == ["hoi", f"{first}\n{second}"]
    assert len(anna.received) == 2
    assert emulator.violations == []
    with file_database.reading() as connection:
        assert connection.execute(sa.select(tables.deliveries.c.state)).scalars().all() == ["sent"] * 2


async def test_long_text__that_is_lost_after_it_was_taken_is_asked_for_again(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    long = ("Lang. " * 640).strip()
    echo = Echo(breaks_on={long: gone("away")})
    async with office(file_database, emulator.address, TOKEN, mode=Mode.webhook, echo=echo) as running:
        running.telegram.promises._patience = timedelta(seconds=2)
        await anna.says("hoi")
        await anna.sees("hoi")
        await anna.says(long)
        await anna.sees("Je lange bericht is niet goed aangekomen", within=10)


async def test_album__gets_one_answer(file_database: Database, emulator: Emulator, anna: Person) -> None:
    async with office(file_database, emulator.address, TOKEN):
        await anna.says("hoi")
        await anna.sees("hoi")
        await anna.sends_album(4, "vakantie")
        await anna.sees("Een foto bewaar ik niet")
        await emulator.until_confirmed()
    assert [one.plain[:23] for one in anna.received[1:]] == ["Een foto bewaar ik niet"]


async def test_kinds__of_message_each_get_their_own_answer(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    async with office(file_database, emulator.address, TOKEN):
        said = await anna.says("hoi")
        await anna.sees("hoi")
        await anna.sends_voice()
        await anna.sees("Een spraakbericht kan ik nog niet verstaan")
        await anna.sends_sticker()
        await anna.sees("Hier kan ik niets mee")
        await anna.sends_document("lijst.csv", b"a;b")
        await anna.sees("Een document bewaar ik niet")
        await anna.forwards("zo deed ik het", "Iemand")
        await anna.sees("zo deed ik het")
        await anna.edits(said, "hallo")
        await anna.sees("Ik zie dat je een bericht hebt aangepast")
        await anna.says("qr")
        await anna.sees("Kijk")
    assert emulator.sent[-1].method == "sendPhoto"
    assert emulator.violations == []


async def test_old_button__is_answered_politely(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    async with office(file_database, emulator.address, TOKEN):
        await anna.says("knop")
        await anna.sees("Wat vind je?")
        query = await anna.forges("0oud:button", inaccessible=True)
        await anna.sees("Deze knop werkt niet meer")
        await query.answered()
    assert emulator.violations == []


async def test_edit__of_a_message_that_is_gone_becomes_a_new_one(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    async with office(file_database, emulator.address, TOKEN):
        await anna.says("knop")
        asked = await anna.sees("Wat vind je?")
        await anna.forges("1ok", asked)
        await anna.sees("Dank je")
        asked.deleted = True
        await anna.forges("1ok", asked)
        assert (await anna.sees("Dank je")).id != asked.id
    assert emulator.violations == []


async def test_double_tap__leaves_the_message_as_it_is(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    async with office(file_database, emulator.address, TOKEN) as running:
        await anna.says("knop")
        asked = await anna.sees("Wat vind je?")
        for query in [await anna.forges("1ok", asked) for _ in range(2)]:
            await query.answered()
        await running.speaker.settle()
    assert [one.plain for one in anna.received] == ["Dank je"]
    with file_database.reading() as connection:
        states = connection.execute(sa.select(tables.deliveries.c.state).distinct()).scalars().all()
    assert states == ["sent"]


async def test_blocked__address_is_gone_until_the_person_speaks_again(
    ours: Database, emulator: Emulator, anna: Person
) -> None:
    def gone_at() -> object:
        with ours.reading() as connection:
            return connection.execute(sa.select(tables.addresses.c.gone_at)).scalar_one()

    async with office(ours, emulator.address, TOKEN):
        await anna.says("hoi")
        await anna.sees("hoi")
        await anna.blocks_bot()
        await emulator.until_confirmed()
        assert gone_at() is not None
        await anna.unblocks_bot()
        await anna.says("terug")
        await anna.sees("terug")
        assert gone_at() is None


async def test_reply__to_somebody_who_has_just_left_marks_the_address(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    async with office(file_database, emulator.address, TOKEN) as running:
        await anna.says("hoi")
        await anna.sees("hoi")
        await anna.says("nog iets")
        await anna.deletes_account()
        await emulator.until_confirmed()
        await running.speaker.settle()
    with file_database.reading() as connection:
        assert connection.execute(sa.select(tables.addresses.c.gone_at)).scalar_one() is not None


async def test_flood__is_obeyed_and_everything_arrives_in_order(file_database: Database) -> None:
    async with Emulator(flood=Flood(per_chat=5, chat_burst=3)) as emulator:
        anna, bob = (emulator.person(name) for name in ("Anna", "Bob"))
        async with office(file_database, emulator.address, TOKEN) as running:
            for number in range(6):
                await anna.says(f"a{number}")
                await bob.says(f"b{number}")
            await anna.sees("a5", within=20)
            await bob.sees("b5", within=20)
            await running.speaker.settle()
        assert [one.plain for one in anna.received] == [f"a{number}" for number in range(6)]
        assert [one.plain for one in bob.received] == [f"b{number}" for number in range(6)]
        refused = [one for one in emulator.refusals if "Too Many" in str(one)]
        assert 1 <= len(refused) <= 12  # each pause may cost one refusal per send under way, and no more


@pytest.mark.parametrize("order", ["fail", "reset", "hang"])
async def test_trouble__with_a_send_is_got_over(
    file_database: Database, emulator: Emulator, anna: Person, order: str
) -> None:
    async with office(file_database, emulator.address, TOKEN) as running:
        running.telegram.channel._most_seconds = 2.0
        if order == "fail":
            emulator.trouble.fail("sendMessage", status=429, retry_after=1)
        elif order == "reset":
            emulator.trouble.reset("sendMessage", after=True)
        else:
            emulator.trouble.hang("sendMessage", after=True)
        await anna.says("hoi")
        await anna.sees("hoi", within=10)
        if order != "fail":
            seen = await anna.sees("(Misschien zie je dit bericht twee keer.)", within=15)
            assert "hoi" in seen.plain
        await running.speaker.settle()
    assert len(anna.received) == (1 if order == "fail" else 2)


async def test_stop__does_not_wait_for_a_telegram_that_hangs(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    async with office(file_database, emulator.address, TOKEN):
        await anna.says("hoi")
        await anna.sees("hoi")
        emulator.trouble.hang("*", times=None)
        await anna.says("en door")
        await emulator.until_confirmed()
        begun = asyncio.get_running_loop().time()
    assert asyncio.get_running_loop().time() - begun < 10


async def test_telegram__that_is_away_at_the_start_is_waited_for(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    emulator.trouble.fail("getMe", status=502)
    emulator.trouble.fail("deleteWebhook", status=502)
    emulator.trouble.fail("getUpdates", status=500)
    async with office(file_database, emulator.address, TOKEN) as running:
        await anna.says("hoi")
        await anna.sees("hoi", within=10)
        assert running.telegram.link == f"https://t.me/{running.telegram.username}?start="
        assert running.engine.world.telegram_link == running.telegram.link


async def test_token__that_telegram_refuses_stops_the_start_with_a_sentence(
    file_database: Database, emulator: Emulator
) -> None:
    with pytest.raises(TokenRefused, match="TELEGRAM_BOT_TOKEN"):
        async with office(file_database, emulator.address, "42:wrong"):
            pass


async def test_conflict__is_told_once_and_polling_goes_on(
    file_database: Database, emulator: Emulator, anna: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    emulator.trouble.fail("getUpdates", status=409, times=3, description="Conflict: terminated by other")
    async with office(file_database, emulator.address, TOKEN):
        await anna.says("hoi")
        await anna.sees("hoi")
    assert capsys.readouterr().out.count("Another program is fetching") == 1


async def test_replicas__poll_one_at_a_time_and_take_over(
    ours: Database, emulator: Emulator, anna: Person
) -> None:
    if ours.is_sqlite:
        return  # a second process on one SQLite file does not start
    async with AsyncExitStack() as later:
        async with office(ours, emulator.address, TOKEN) as first:
            await anna.says("hoi")
            await anna.sees("hoi")
            second = await later.enter_async_context(office(ours, emulator.address, TOKEN))
            for number in range(20):
                await anna.says(f"nog {number}")
            await anna.sees("nog 19")
            assert len(first.echo.heard) == 21
            assert second.echo.heard == []
            # Looked at before one leaves: its last call can overtake the end of its waiting one.
            assert emulator.refusals == []
        await anna.says("en nu?")
        await anna.sees("en nu?")
        assert second.echo.heard == [(str(anna.id), "en nu?")]


async def test_menu__has_words_in_both_languages_and_more_for_a_coordinator(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    carla = emulator.person("Carla", started=True)
    async with office(file_database, emulator.address, TOKEN):
        for person in (anna, carla):
            await person.says("hoi")
            await person.sees("hoi")
        async with asyncio.timeout(5):
            while len(emulator.settings.commands) < 4:  # noqa: ASYNC110 - the emulator rings no bell for it
                await asyncio.sleep(0.01)
    menus = {
        (json.loads(scope).get("chat_id"), language): [one["command"] for one in entries]
        for (scope, language), entries in emulator.settings.commands.items()
    }
    assert menus == {
        (None, ""): ["help"],
        (None, "nl"): ["help"],
        (None, "en"): ["help"],
        (carla.id, ""): ["help", "uitnodigen"],
    }
    assert emulator.violations == []


async def test_start__carries_what_stands_in_the_link(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    async with office(file_database, emulator.address, TOKEN):
        await anna.says("hoi")
        await anna.sees("hoi")
        await anna.says("/start p_abc123")
        await anna.sees("welkom p_abc123 van Anna")


# --- webhook ----------------------------------------------------------------------------------------


async def test_webhook__refuses_what_telegram_did_not_send(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    async with office(file_database, emulator.address, TOKEN, mode=Mode.webhook) as running:
        await anna.says("hoi")
        await anna.sees("hoi")
        url, secret = emulator.webhook.url, emulator.webhook.secret
        right = {SECRET_HEADER: secret, "Content-Type": "application/json"}
        update = json.dumps({"update_id": 7})
        async with aiohttp.ClientSession() as session:

            async def status(body: str | bytes, headers: dict[str, str]) -> int:
                async with session.post(url, data=body, headers=headers) as response:
                    return response.status

            assert await status(update, {"Content-Type": "application/json"}) == 403
            assert await status(update, right | {SECRET_HEADER: "é" * 64}) == 403
            assert await status(update, right | {"Content-Type": "text/plain"}) == 415
            assert await status(b" " * (MOST_BYTES + 1), right) == 413
            assert await status("{", right) == 400
            assert await status("[]", right) == 400
            assert await status(update, right) == 200
            async with session.get(url) as response:
                assert response.status == 405
        assert running.telegram.reader.unreadable == 2
        assert len(secret) == 64
    assert emulator.webhook.max_connections == 16
    assert emulator.violations == []


async def test_webhook__is_set_once_however_many_processes_start(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    async with office(file_database, emulator.address, TOKEN, mode=Mode.webhook) as running:
        await anna.says("hoi")
        await anna.sees("hoi")
        await running.telegram._open_door()
    assert [call.method for call in emulator.sent].count("setWebhook") == 1


async def test_polling__takes_over_what_waits_at_an_old_webhook(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    async with office(file_database, emulator.address, TOKEN, mode=Mode.webhook):
        await anna.says("hoi")
        await anna.sees("hoi")
    await anna.says("ben je er nog?")
    async with office(file_database, emulator.address, TOKEN):
        await anna.sees("ben je er nog?")


async def test_polling__lets_nothing_overtake_what_failed_while_it_fetched(
    emulator: Emulator, anna: Person
) -> None:
    heard: list[str] = []
    fetching, failed = asyncio.Event(), asyncio.Event()

    async def handle(incoming: Incoming) -> Taken:
        heard.append(incoming.text)
        if incoming.text == "eerste" and not failed.is_set():
            await fetching.wait()
            failed.set()
            raise OutageError
        return Taken()

    class Slow(Api):
        async def poll(self, *, offset: int, seconds: int, allowed: str) -> list[dict[str, Any]]:
            found = await super().poll(offset=offset, seconds=seconds, allowed=allowed)
            if len(found) == 2 and not failed.is_set():
                fetching.set()
                await failed.wait()
                await asyncio.sleep(0.05)
            return found

    api = Slow(TOKEN, emulator.address)
    await api.open()
    reader = Reader(Lanes(handle), lambda _query, _taken: None)
    polling = asyncio.create_task(Polling(api, reader, patience=Patience(batch=0.1, first=0.01)).run())
    await anna.says("eerste")
    async with asyncio.timeout(5):
        while not heard:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    await anna.says("tweede")
    await emulator.until_confirmed()
    polling.cancel()
    await asyncio.wait([polling])
    await api.close()
    assert heard == ["eerste", "eerste", "tweede"]
