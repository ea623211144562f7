"""Saying messages on Telegram: what goes over the wire, and what becomes of it."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.channel import Fate, Sent
from bot.channels.telegram.api import Api
from bot.channels.telegram.speak import TelegramChannel
from bot.files import FILE_MAKERS, MadeFile
from bot.render import Spoken, SpokenButton
from domain.delivery import Delivery
from domain.text import units
from tests.emulator import TOKEN, Emulator, Person

ROWS = (
    (SpokenButton("Ja", data="1ok"), SpokenButton("Nee", data="1no")),
    (SpokenButton("Lees verder", url="https://voorbeeld.nl/1"),),
)


async def nothing(_name: str) -> MadeFile | None:
    """Nobody attached anything."""
    return None


@pytest.fixture
async def channel(emulator: Emulator) -> AsyncIterator[TelegramChannel]:
    api = Api(TOKEN, emulator.address)
    await api.open()
    made = TelegramChannel(api, nothing, most_seconds=8.0)
    yield made
    await made.stop()
    await api.close()


def to(person: Person, **more: Any) -> Delivery:
    """A message for somebody."""
    made = Delivery(1, 1, 1, "telegram", str(person.id), "nl", 0, {}, None, 1, maybe_dup=False)
    return replace(made, **more)


async def test_send__has_marks_and_buttons_and_no_preview(
    channel: TelegramChannel, emulator: Emulator, anna: Person
) -> None:
    sent = await channel.send(to(anna), Spoken("<b>Hoi</b> &lt;jij&gt; https://voorbeeld.nl", ROWS))
    seen = await anna.sees("Hoi <jij>", ever=True)
    assert sent == Sent(Fate.sent, message=str(seen.id))
    assert seen.buttons == ["Ja", "Nee", "Lees verder"]
    assert json.loads(seen.params["link_preview_options"]) == {"is_disabled": True}
    assert emulator.violations == []


async def test_send__of_the_longest_flagged_message_still_fits(
    channel: TelegramChannel, emulator: Emulator, anna: Person
) -> None:
    long = Spoken("é" * channel.most_units)
    for language in ("nl", "en"):
        sent = await channel.send(to(anna, maybe_dup=True, language=language), long)
        assert sent.fate is Fate.sent
    assert anna.received[0].plain.endswith("(Misschien zie je dit bericht twee keer.)")
    assert all(units(one.plain) <= 4096 for one in anna.received)
    assert emulator.violations == []


async def test_edit__takes_the_place_of_the_message_with_its_buttons(
    channel: TelegramChannel, emulator: Emulator, anna: Person
) -> None:
    first = await channel.send(to(anna), Spoken("Kies", ROWS))
    again = to(anna, target=first.message, maybe_dup=True)
    assert await channel.send(again, Spoken("Gekozen")) == first
    (seen,) = anna.received
    assert (seen.plain, seen.buttons) == ("Gekozen", [])
    # Said twice it is one message still, so it needs no flag; and unchanged counts as said.
    assert await channel.send(again, Spoken("Gekozen")) == first
    assert emulator.violations == []


@pytest.mark.parametrize("target", ["999999", "0"])
async def test_edit__out_of_reach_becomes_a_new_message(
    channel: TelegramChannel, anna: Person, target: str
) -> None:
    sent = await channel.send(to(anna, target=target), Spoken("Gekozen"))
    assert sent.fate is Fate.sent
    assert [one.plain for one in anna.received] == ["Gekozen"]


async def test_edit__of_a_picture_becomes_a_new_message(channel: TelegramChannel, anna: Person) -> None:
    first = await channel.send(to(anna), Spoken("Kijk", file={"kind": "qr", "values": {"text": "x"}}))
    sent = await channel.send(to(anna, target=first.message), Spoken("Gekozen"))
    assert sent.message != first.message


async def test_file__is_sent_with_its_words_and_buttons(
    channel: TelegramChannel, emulator: Emulator, anna: Person
) -> None:
    qr = {"kind": "qr", "values": {"text": "https://t.me/x?start=abc"}}
    document = {"kind": "document", "values": {"name": "lijst.csv", "text": "a;b", "mime": "text/csv"}}
    for file in (qr, document):
        assert (await channel.send(to(anna), Spoken("Kijk", ROWS, file))).fate is Fate.sent
    assert [call.method for call in emulator.sent] == ["sendPhoto", "sendDocument"]
    assert [one.plain for one in anna.received] == ["Kijk", "Kijk"]
    assert anna.received[0].buttons == ["Ja", "Nee", "Lees verder"]
    stored = {one.name: one.data for one in emulator.world.files.values()}
    assert stored["qr.png"].startswith(b"\x89PNG")
    assert stored["lijst.csv"] == b"a;b"
    assert emulator.violations == []


async def test_file__with_more_words_than_a_caption_holds_comes_after_them(
    channel: TelegramChannel, emulator: Emulator, anna: Person
) -> None:
    words = "Een zin. " * 150
    sent = await channel.send(to(anna), Spoken(words, ROWS, {"kind": "qr", "values": {"text": "x"}}))
    assert [call.method for call in emulator.sent] == ["sendMessage", "sendPhoto"]
    assert sent.message == str(anna.received[0].id)
    assert emulator.violations == []


async def test_file__that_cannot_be_made_or_is_refused_leaves_the_words(
    channel: TelegramChannel, emulator: Emulator, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_values: object) -> Any:
        raise ValueError("geen papier")

    monkeypatch.setitem(FILE_MAKERS, "broken", broken)
    assert (
        await channel.send(to(anna), Spoken("Kijk", (), {"kind": "broken", "values": {}}))
    ).fate is Fate.sent
    emulator.trouble.fail("sendPhoto", status=400, description="Bad Request: IMAGE_PROCESS_FAILED")
    qr = {"kind": "qr", "values": {"text": "x"}}
    assert (await channel.send(to(anna), Spoken("Kijk nu", (), qr))).fate is Fate.sent
    assert [call.method for call in emulator.sent] == ["sendMessage", "sendMessage"]


async def test_trouble__has_a_fate(channel: TelegramChannel, emulator: Emulator, anna: Person) -> None:
    examples: list[tuple[dict[str, Any], Fate]] = [
        ({"status": 403}, Fate.gone),
        ({"status": 400, "description": "Bad Request: chat not found"}, Fate.gone),
        ({"status": 400, "description": "Bad Request: can't parse entities: geheim"}, Fate.failed),
        ({"status": 500}, Fate.unknown),
        ({"status": 401}, Fate.not_sent),
    ]
    for order, wanted in examples:
        emulator.trouble.fail("sendMessage", **order)
        sent = await channel.send(to(anna), Spoken("geheim"))
        assert sent.fate is wanted
        assert "geheim" not in sent.error
    assert anna.received == []


async def test_group__that_moved_tells_its_new_address(channel: TelegramChannel, emulator: Emulator) -> None:
    emulator.trouble.orders.append(
        replace_answer(
            emulator,
            {
                "ok": False,
                "error_code": 400,
                "description": "Bad Request: group chat was upgraded to a supergroup chat",
                "parameters": {"migrate_to_chat_id": -100777},
            },
        )
    )
    sent = await channel.send(to(emulator.person("Anna")), Spoken("hoi"))
    assert (sent.fate, sent.moved_to) == (Fate.moved, "-100777")


def replace_answer(emulator: Emulator, answer: dict[str, Any]) -> Any:
    """Order one answer exactly."""
    order = emulator.trouble.fail("sendMessage", status=400, description="x")
    emulator.trouble.orders.remove(order)
    order.answer = answer
    order.body = json.dumps(answer)
    return order


async def test_flood__pauses_every_send_and_then_all_arrive(
    channel: TelegramChannel, emulator: Emulator, anna: Person, bob: Person
) -> None:
    emulator.trouble.fail("sendMessage", status=429, retry_after=1, chat=anna.id)
    begun = asyncio.get_running_loop().time()
    first = asyncio.create_task(channel.send(to(anna), Spoken("een")))
    await asyncio.sleep(0.1)
    sent = await channel.send(to(bob), Spoken("twee"))
    assert asyncio.get_running_loop().time() - begun >= 1
    assert {sent.fate, (await first).fate} == {Fate.sent}


async def test_flood__that_lasts_longer_than_a_claim_puts_the_message_back(
    channel: TelegramChannel, emulator: Emulator, anna: Person, bob: Person
) -> None:
    emulator.trouble.fail("sendMessage", status=429, retry_after=600)
    for person in (anna, bob):
        sent = await channel.send(to(person), Spoken("hoi"))
        assert sent.fate is Fate.not_sent
        assert sent.wait is not None
        assert timedelta(seconds=595) < sent.wait <= timedelta(seconds=600)
    assert emulator.sent == []


async def test_hang__ends_before_the_claim_does(emulator: Emulator, anna: Person) -> None:
    api = Api(TOKEN, emulator.address)
    await api.open()
    channel = TelegramChannel(api, nothing, most_seconds=1.0)
    emulator.trouble.hang("sendMessage", after=True)
    begun = asyncio.get_running_loop().time()
    assert (await channel.send(to(anna), Spoken("hoi"))).fate is Fate.unknown
    assert asyncio.get_running_loop().time() - begun < 2
    await api.close()


async def test_file__that_takes_too_long_to_make_is_certainly_not_sent(
    emulator: Emulator, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    api = Api(TOKEN, emulator.address)
    await api.open()

    def slow(_values: object) -> MadeFile:
        time.sleep(0.6)
        return MadeFile("a", b"a", "text/plain")

    monkeypatch.setitem(FILE_MAKERS, "slow", slow)
    file = {"kind": "slow", "values": {}}
    sent = await TelegramChannel(api, nothing, most_seconds=0.3).send(to(anna), Spoken("hoi", file=file))
    assert sent.fate is Fate.not_sent
    assert anna.received == []
    await api.close()


async def test_file__that_hangs_after_its_words_does_not_say_them_again(
    emulator: Emulator, anna: Person
) -> None:
    api = Api(TOKEN, emulator.address)
    await api.open()
    emulator.trouble.hang("sendDocument")
    file = {"kind": "document", "values": {"name": "brief.txt", "text": "hoi"}}
    channel = TelegramChannel(api, nothing, most_seconds=1.0)
    sent = await channel.send(to(anna), Spoken("Heel lang. " * 120, file=file))
    (seen,) = anna.received
    assert sent == Sent(Fate.sent, message=str(seen.id))
    await api.close()


async def test_no_connection__is_certainly_not_sent(anna: Person) -> None:
    api = Api(TOKEN, "http://127.0.0.1:9")
    assert (await TelegramChannel(api, nothing).send(to(anna), Spoken("hoi"))).fate is Fate.not_sent
    await api.open()
    assert (await TelegramChannel(api, nothing).send(to(anna), Spoken("hoi"))).fate is Fate.not_sent
    await api.close()


async def test_tap__that_cannot_be_answered_any_more_hurts_nobody(
    channel: TelegramChannel, emulator: Emulator, anna: Person
) -> None:
    await channel.send(to(anna), Spoken("Kies", ROWS))
    query = await anna.taps("Ja")
    channel.answer_tap(query.id, "Lang. " * 60)
    assert units((await query.answered())["text"]) <= 200
    emulator.later(120)
    channel.answer_tap(query.id)
    await asyncio.gather(*channel._answers)
    assert [str(one) for one in emulator.violations] == []


async def test_log__never_holds_words_or_the_token(
    channel: TelegramChannel,
    emulator: Emulator,
    anna: Person,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    emulator.trouble.fail("sendMessage", status=400, description="Bad Request: can't parse geheim")
    await channel.send(to(anna), Spoken("geheim"))
    emulator.trouble.reset("sendMessage")
    await channel.send(to(anna), Spoken("geheim"))
    ours = [one.getMessage() for one in caplog.records if one.name != "aiohttp.access"]  # the emulator's
    said = "".join([*ours, *capsys.readouterr()])
    assert "geheim" not in said
    assert TOKEN not in said
