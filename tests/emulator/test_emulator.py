"""The emulator behaves as the Bot API does, seen through python-telegram-bot."""

from __future__ import annotations

import asyncio
import io

import aiohttp
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, Update
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from tests.emulator import Emulator, Flood, Person, spec


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=f"v1:{label}")] for label in labels]
    )


async def updates(bot: Bot, offset: int | None = None) -> tuple[Update, ...]:
    return await bot.get_updates(offset=offset, timeout=0, allowed_updates=Update.ALL_TYPES)


# --- getting updates ---------------------------------------------------------------------------------


async def test_get_updates__confirms_everything_below_the_offset(bot: Bot, anna: Person) -> None:
    for text in ("een", "twee", "drie"):
        await anna.says(text)
    first = await updates(bot)
    assert [update.message.text for update in first if update.message] == ["een", "twee", "drie"]
    assert [update.update_id - first[0].update_id for update in first] == [0, 1, 2]
    assert len(await updates(bot)) == 3
    assert [each.message.text for each in await updates(bot, first[1].update_id) if each.message] == [
        "twee",
        "drie",
    ]
    assert len(await updates(bot, first[2].update_id + 1)) == 0


async def test_get_updates__waits_for_something_to_happen(bot: Bot, anna: Person) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=5))
    await asyncio.sleep(0.05)
    assert not poll.done()
    await anna.says("hallo")
    (update,) = await poll
    assert update.effective_user is not None
    assert (update.effective_user.first_name, update.effective_user.language_code) == ("Anna", "nl")


async def test_get_updates__ends_the_earlier_poller_with_a_conflict(
    bot: Bot, emulator: Emulator, anna: Person
) -> None:
    async with Bot(emulator.token, base_url=emulator.base_url) as other:
        earlier = asyncio.create_task(bot.get_updates(timeout=5))
        await asyncio.sleep(0.05)
        later = asyncio.create_task(other.get_updates(timeout=5))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await earlier
        await anna.says("hallo")
        assert len(await later) == 1


async def test_allowed_updates__leave_out_other_kinds(bot: Bot, anna: Person) -> None:
    await bot.get_updates(timeout=0, allowed_updates=["callback_query"])
    await anna.says("hallo")
    assert await bot.get_updates(timeout=0) == ()


async def test_redeliver__hands_out_a_confirmed_update_again(
    bot: Bot, emulator: Emulator, anna: Person
) -> None:
    await anna.says("hallo")
    (update,) = await updates(bot)
    await updates(bot, update.update_id + 1)
    emulator.redeliver(last=1)
    (again,) = await updates(bot, update.update_id + 1)
    assert again.update_id == update.update_id


async def test_repeats__hand_out_a_share_of_the_updates_again(
    bot: Bot, emulator: Emulator, anna: Person
) -> None:
    emulator.repeats(1.0)
    await anna.says("hallo")
    (update,) = await updates(bot)
    (again,) = await updates(bot, update.update_id + 1)
    assert again.update_id == update.update_id
    assert await updates(bot, update.update_id + 1) == ()


async def test_disorder__keeps_the_order_within_a_chat(
    bot: Bot, emulator: Emulator, anna: Person, bob: Person
) -> None:
    emulator.disorder(seed=3)
    for number in range(10):
        await anna.says(f"a{number}")
        await bob.says(f"b{number}")
    texts = [update.message.text or "" for update in await updates(bot) if update.message]
    assert texts != [f"{who}{number}" for number in range(10) for who in "ab"]
    assert [text for text in texts if text[0] == "a"] == [f"a{number}" for number in range(10)]


async def test_token__must_be_the_bots_own(emulator: Emulator) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("1:wrong", base_url=emulator.base_url):
            pass


# --- saying, tapping and seeing ----------------------------------------------------------------------


async def test_send_message__is_seen_as_plain_text_with_buttons(
    bot: Bot, emulator: Emulator, anna: Person
) -> None:
    sent = await bot.send_message(
        anna.id, "Dag <b>Anna</b> &amp; co", parse_mode="HTML", reply_markup=keyboard("Handig")
    )
    seen = await anna.sees("Anna & co")
    assert seen.id == sent.message_id
    assert sent.parse_entities() == {sent.entities[0]: "Anna"}
    assert anna.buttons() == ["Handig"]
    assert emulator.violations == []
    assert [(call.method, call.chat, call.text) for call in emulator.sent] == [
        ("sendMessage", anna.id, "Dag Anna & co")
    ]


async def test_sees__counts_only_what_came_since_the_last_act(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "Bedankt")
    await anna.sees("Bedankt")
    await anna.says("nog iets")
    with pytest.raises(AssertionError, match="did not see 'Bedankt'"):
        await anna.sees("Bedankt", within=0.05)
    assert await anna.sees("Bedankt", ever=True)


async def test_sees__waits_for_an_edit(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "Kies", reply_markup=keyboard("Handig"))
    await anna.taps("Handig")
    waiting = asyncio.create_task(anna.sees("Genoteerd"))
    await bot.edit_message_text("Genoteerd", anna.id, sent.message_id)
    message = await waiting
    assert (message.text, message.versions, anna.buttons()) == ("Genoteerd", ["Kies"], [])
    assert len(anna.chat) == 1


async def test_tap__sends_a_callback_query_that_can_be_answered(
    bot: Bot, emulator: Emulator, anna: Person
) -> None:
    await bot.send_message(anna.id, "Kies", reply_markup=keyboard("👍 Handig", "Niet"))
    tap = await anna.taps("Handig")
    (update,) = await updates(bot)
    query = update.callback_query
    assert query is not None
    assert (query.data, query.from_user.id) == ("v1:👍 Handig", anna.id)
    assert query.message is not None
    await query.answer("Dank je")
    assert (await tap.answered())["text"] == "Dank je"
    assert emulator.violations == []


async def test_tap__on_somebody_elses_message_comes_from_the_tapper(
    bot: Bot, anna: Person, bob: Person
) -> None:
    await bot.send_message(anna.id, "Kies", reply_markup=keyboard("Handig"))
    await bob.taps("Handig", message=anna.chat[-1])
    (update,) = await updates(bot)
    assert update.callback_query is not None
    assert update.callback_query.from_user.id == bob.id


async def test_tap__on_a_reply_button_says_its_text(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "Kies", reply_markup=ReplyKeyboardMarkup([["Ja", "Nee"]]))
    await anna.taps("Ja")
    (update,) = await updates(bot)
    assert update.message is not None
    assert update.message.text == "Ja"


async def test_tap__fails_with_the_buttons_that_are_there(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "Kies", reply_markup=keyboard("Handig"))
    with pytest.raises(AssertionError, match="found no button 'Stop'"):
        await anna.taps("Stop", within=0.05)


async def test_tap__may_carry_forged_data_or_an_inaccessible_message(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "Kies", reply_markup=keyboard("Handig"))
    await anna.forges("v9:alles", inaccessible=True)
    (update,) = await updates(bot)
    assert update.callback_query is not None
    assert update.callback_query.data == "v9:alles"
    assert update.callback_query.message is not None
    assert not update.callback_query.message.is_accessible


async def test_callback_query__gets_too_old(bot: Bot, emulator: Emulator, anna: Person) -> None:
    await bot.send_message(anna.id, "Kies", reply_markup=keyboard("Handig"))
    tap = await anna.taps("Handig")
    emulator.later(61)
    with pytest.raises(
        BadRequest, match="Query is too old and response timeout expired or query id is invalid"
    ):
        await bot.answer_callback_query(tap.id)
    assert emulator.violations == []
    assert len(emulator.refusals) == 1


async def test_people__send_more_than_words(bot: Bot, anna: Person) -> None:
    await anna.sends_photo("kijk")
    await anna.sends_voice()
    await anna.sends_sticker()
    await anna.sends_document("lijst.csv", b"a;b")
    album = await anna.sends_album(2)
    await anna.sends_contact("+31612345678")
    await anna.forwards("tekst", "Carla")
    await anna.edits("tekst", "betere tekst")
    messages = [update.effective_message for update in await updates(bot)]
    photo, voice, sticker, document, one, two, contact, forward, edit = messages
    assert photo is not None
    assert photo.caption == "kijk"
    assert voice is not None
    assert voice.voice is not None
    assert sticker is not None
    assert sticker.sticker is not None
    assert document is not None
    assert document.document is not None
    assert document.document.file_name == "lijst.csv"
    assert one is not None
    assert two is not None
    assert one.media_group_id == two.media_group_id is not None
    assert len(album) == 2
    assert contact is not None
    assert contact.contact is not None
    assert contact.contact.user_id == anna.id
    assert forward is not None
    assert forward.forward_origin is not None
    assert edit is not None
    assert (edit.text, edit.edit_date is not None) == ("betere tekst", True)


async def test_files__come_and_go(bot: Bot, anna: Person) -> None:
    await anna.sends_document("lijst.csv", b"a;b")
    (update,) = await updates(bot)
    assert update.message is not None
    assert update.message.document is not None
    file = await update.message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"a;b"
    sent = await bot.send_document(anna.id, io.BytesIO(b"x,y"), filename="uit.csv", caption="Uw lijst")
    assert sent.document is not None
    assert sent.document.file_name == "uit.csv"
    await anna.sees("Uw lijst")
    await bot.send_photo(anna.id, b"\x89PNG\r\n", caption="Grafiek")
    await anna.sees("Grafiek")
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(anna.id, b"geen plaatje")


async def test_inline__asks_and_picks(bot: Bot, emulator: Emulator, anna: Person) -> None:
    from telegram import InlineQueryResultArticle, InputTextMessageContent

    asking = asyncio.create_task(anna.asks_inline("rooster"))
    (update,) = await bot.get_updates(timeout=5)
    assert update.inline_query is not None
    content = InputTextMessageContent("Maak <b>ruimte</b>", parse_mode="HTML")
    result = InlineQueryResultArticle("1", "Rooster", content, reply_markup=keyboard("Handig"))
    await update.inline_query.answer([result], cache_time=0, is_personal=True)
    answer = await asking
    assert answer["is_personal"] is True
    message = await anna.picks(answer["results"][0])
    assert message.text == "Maak ruimte"
    chosen = [each for each in await updates(bot, update.update_id + 1) if each.chosen_inline_result]
    assert chosen[0].chosen_inline_result is not None
    await anna.taps("Handig", message=message)
    (tap,) = [each.callback_query for each in await updates(bot) if each.callback_query]
    assert tap.inline_message_id == chosen[0].chosen_inline_result.inline_message_id
    assert await bot.edit_message_text(
        "Anders", inline_message_id=chosen[0].chosen_inline_result.inline_message_id
    )
    assert emulator.violations == []


# --- groups and channels -----------------------------------------------------------------------------


async def test_group__shows_the_bot_commands_and_mentions_only(
    bot: Bot, emulator: Emulator, anna: Person, bob: Person
) -> None:
    team = emulator.group("Team Noord", members=[anna, bob])
    await anna.says("zomaar", to=team)
    await anna.says("/help", to=team)
    await anna.says("/help@other_bot", to=team)
    await bob.says("dag @kopgroep_test_bot", to=team)
    texts = [update.message.text for update in await updates(bot) if update.message]
    assert texts == ["/help", "dag @kopgroep_test_bot"]
    await bot.send_message(team.id, "Dag allemaal")
    await anna.sees("Dag", where=team)
    assert anna.chat == []


async def test_group__that_grew_refuses_with_its_new_number(
    bot: Bot, emulator: Emulator, anna: Person
) -> None:
    from telegram.error import ChatMigrated

    team = emulator.group("Team Noord", members=[anna])
    old = team.id
    new = await team.becomes_supergroup(anna)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(old, "Dag")
    assert caught.value.new_chat_id == new
    await bot.send_message(new, "Dag")
    moved = [update.message for update in await updates(bot) if update.message]
    assert (moved[0].migrate_to_chat_id, moved[1].migrate_from_chat_id) == (new, old)


async def test_group__can_put_the_bot_out(bot: Bot, emulator: Emulator, anna: Person) -> None:
    team = emulator.group("Team Noord", members=[anna])
    await team.welcomes_bot(anna)
    await team.removes_bot(anna)
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(team.id, "Dag")
    assert [update.my_chat_member is not None for update in await updates(bot)] == [True, False, True]


async def test_channel_post__reaches_the_bot(bot: Bot, emulator: Emulator) -> None:
    await emulator.channel_post("Nieuws van de dag")
    (update,) = await updates(bot)
    assert update.channel_post is not None
    assert update.channel_post.text == "Nieuws van de dag"


# --- refusals ----------------------------------------------------------------------------------------


async def test_person__who_blocks_the_bot_is_not_reached(bot: Bot, emulator: Emulator, anna: Person) -> None:
    await anna.blocks_bot()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(anna.id, "Dag")
    await anna.unblocks_bot()
    await bot.send_message(anna.id, "Dag")
    assert [update.my_chat_member is not None for update in await updates(bot)] == [True, True]
    await anna.deletes_account()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(anna.id, "Dag")
    assert emulator.violations == []


async def test_person__who_never_started_is_not_reached(bot: Bot, emulator: Emulator) -> None:
    carla = emulator.person("Carla")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(carla.id, "Dag")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(12345, "Dag")
    assert len(emulator.violations) == 1
    await carla.says("/start abc")
    await bot.send_message(carla.id, "Dag")


async def test_edit__that_changes_nothing_is_refused(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "Kies", reply_markup=keyboard("Handig"))
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await bot.edit_message_text("Kies", anna.id, sent.message_id, reply_markup=keyboard("Handig"))
    with pytest.raises(BadRequest, match="Message is not modified"):
        await sent.edit_reply_markup(keyboard("Handig"))
    await sent.edit_reply_markup(None)
    assert anna.buttons() == []


async def test_edit__of_an_unknown_or_foreign_message_is_refused(
    bot: Bot, emulator: Emulator, anna: Person
) -> None:
    hers = await anna.says("van mij")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("van jou", anna.id, hers.id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("van jou", anna.id, 99)
    assert len(emulator.violations) == 1


async def test_delete__takes_a_message_away(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "weg")
    await sent.delete()
    assert anna.chat == []
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await sent.delete()


async def test_unknown_method__is_a_violation(bot: Bot, emulator: Emulator, anna: Person) -> None:
    with pytest.raises(InvalidToken):
        await bot.send_dice(anna.id)
    assert [violation.method for violation in emulator.violations] == ["sendDice"]


async def test_flood__is_refused_with_the_time_to_wait(anna: Person) -> None:
    async with Emulator(flood=Flood(chat_burst=2)) as emulator:
        dirk = emulator.person("Dirk", started=True)
        async with Bot(emulator.token, base_url=emulator.base_url) as bot:
            await bot.send_message(dirk.id, "een")
            await bot.send_message(dirk.id, "twee")
            with pytest.raises(RetryAfter, match="Retry in"):
                await bot.send_message(dirk.id, "drie")
            emulator.later(1)
            await bot.send_message(dirk.id, "drie")
        assert len(emulator.violations) == 1


# --- trouble to order --------------------------------------------------------------------------------


async def test_trouble__fails_as_ordered_and_then_no_more(bot: Bot, emulator: Emulator, anna: Person) -> None:
    emulator.trouble.fail("sendMessage", status=502)
    emulator.trouble.fail("sendMessage", status=429, retry_after=3)
    emulator.trouble.fail("sendMessage", status=403)
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(anna.id, "een")
    with pytest.raises(RetryAfter):
        await bot.send_message(anna.id, "een")
    with pytest.raises(Forbidden):
        await bot.send_message(anna.id, "een")
    assert anna.chat == []
    await bot.send_message(anna.id, "een")
    assert emulator.violations == []


async def test_hang__before_and_after_acceptance(bot: Bot, emulator: Emulator, anna: Person) -> None:
    emulator.trouble.hang("sendMessage")
    with pytest.raises(TimedOut):
        await bot.send_message(anna.id, "nooit gezien", read_timeout=0.1)
    emulator.trouble.hang("sendMessage", after=True)
    with pytest.raises(TimedOut):
        await bot.send_message(anna.id, "wel gezien", read_timeout=0.1)
    assert [message.text for message in anna.chat] == ["wel gezien"]


async def test_reset__cuts_the_connection(bot: Bot, emulator: Emulator, anna: Person) -> None:
    emulator.trouble.reset("sendMessage", after=True)
    with pytest.raises(NetworkError):
        await bot.send_message(anna.id, "gezien")
    assert len(anna.chat) == 1


async def test_unanswered__lists_updates_that_nothing_followed(
    bot: Bot, emulator: Emulator, anna: Person, bob: Person
) -> None:
    await anna.says("een")
    await anna.says("twee")
    await bob.says("drie")
    await bot.send_message(anna.id, "een")
    assert [update.chat for update in emulator.unanswered()] == [bob.id]
    echoed = emulator.unanswered(lambda update, call: update.body["text"] == call.text)
    assert [update.body["text"] for update in echoed] == ["twee", "drie"]
    await bot.send_message(anna.id, "een")
    assert emulator.doubled() == {(anna.id, "een"): 2}


# --- settings and other ways in ----------------------------------------------------------------------


async def test_settings__keep_what_the_bot_says_of_itself(bot: Bot, emulator: Emulator) -> None:
    from telegram import MenuButtonCommands

    await bot.set_my_commands([("start", "Begin")], language_code="nl")
    await bot.set_my_name("Kopgroep")
    await bot.set_my_description("Wat werkt", language_code="nl")
    await bot.set_my_short_description("Kort")
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert list(emulator.settings.commands.values()) == [[{"command": "start", "description": "Begin"}]]
    assert emulator.settings.descriptions == {"nl": "Wat werkt"}
    await bot.delete_my_commands(language_code="nl")
    assert emulator.settings.commands == {}
    assert emulator.violations == []


async def test_json_body__is_read_as_well(emulator: Emulator, anna: Person) -> None:
    url = f"{emulator.base_url}{emulator.token}/sendMessage"
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, json={"chat_id": anna.id, "text": "dag", "colour": "red"}) as response,
    ):
        body = await response.json()
    assert body["result"]["text"] == "dag"
    unknown = ["Bot API: colour is not a parameter of sendMessage"] if spec.load() else []
    assert [violation.description for violation in emulator.violations] == unknown
