"""Say messages on Telegram: send or edit, with buttons and files, within Telegram's pace."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from html import escape
from typing import Any, TypeAlias

import structlog
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.channels.channel import TELEGRAM, Fate, FileAway, FileGone, Pause, Sent
from bot.channels.telegram.api import Api
from bot.channels.telegram.calls import Calls
from bot.channels.telegram.errors import Kind, Meaning, meaning
from bot.channels.telegram.kept import Kept, SendFile, send_file
from bot.files import Load, make_file
from bot.render import Spoken, plain
from content import speech
from domain.attachments import ATTACHED
from domain.delivery import LEASE, Delivery
from domain.text import shorten, units

log = structlog.get_logger()

MOST_CAPTION = 1024
MOST_TOAST = 200
NOTE_ROOM = 200  # and below a picture, for what is added once its button was tapped
FLAG_ROOM = 56  # UTF-16 units kept free for the line that says a message may come twice
MOST_SECONDS = 0.8 * LEASE.total_seconds()  # a send has ended before its claim does
A_CALL = 1 / 6  # of that time must be left to begin a call after a pause
TOKEN_WAIT = timedelta(minutes=1)
CHAT_REST = timedelta(seconds=1)
GROUP_REST = timedelta(seconds=3)  # twenty a minute
MOST_FETCH = 60.0  # seconds for a file
MOST_BYTES = 20_000_000  # in a file: Telegram gives no bots larger ones, a server of one's own may

_NO_PREVIEW = json.dumps({"is_disabled": True})
Parameters: TypeAlias = "Mapping[str, Any]"

_FATES: Mapping[Kind, Fate] = {
    Kind.retry_certain: Fate.not_sent,
    Kind.retry_unknown: Fate.unknown,
    Kind.gone: Fate.gone,
    Kind.moved: Fate.moved,
    Kind.unchanged: Fate.sent,
    Kind.too_late: Fate.failed,
    Kind.ours: Fate.failed,
    # The token or another process is the trouble, not the message: it waits until that is mended.
    Kind.unauthorised: Fate.not_sent,
    Kind.conflict: Fate.not_sent,
}


class TelegramChannel:
    """Telegram as the rest of the program sees it."""

    name = TELEGRAM
    most_units = 4096 - FLAG_ROOM

    def __init__(self, api: Api, load: Load, most_seconds: float = MOST_SECONDS) -> None:
        self.api = api
        self._kept = Kept(load)
        self.pause = Pause()
        self._most_seconds = most_seconds
        self._answers: set[asyncio.Task[None]] = set()

    def rest(self, address: str) -> timedelta:
        """Return how long a chat is left alone after a message: a group, whose number is negative, longer."""
        return GROUP_REST if address.startswith("-") else CHAT_REST

    async def send(self, delivery: Delivery, spoken: Spoken) -> Sent:
        """Say one message, or edit `delivery.target`; every trouble comes back as a fate, never raised."""
        deadline = asyncio.get_running_loop().time() + self._most_seconds
        calls = Calls(self.api)
        try:
            async with asyncio.timeout_at(deadline):
                # A refusal for the pace is certain, so it is waited for here, in this person's order.
                while self._fits(deadline):
                    await self.pause.over()
                    sent = await self._say(delivery, spoken, calls)
                    if sent.fate is not Fate.not_sent or not self.pause.left:
                        return sent
        except TimeoutError:
            if calls.said:
                return Sent(Fate.sent, message=calls.said)
            return Sent(Fate.unknown if calls.under_way else Fate.not_sent, error="timeout")
        return Sent(Fate.not_sent, wait=timedelta(seconds=self.pause.left), error="pace")

    def _fits(self, deadline: float) -> bool:
        soonest = asyncio.get_running_loop().time() + self.pause.left
        return soonest + A_CALL * self._most_seconds <= deadline

    async def _say(self, delivery: Delivery, spoken: Spoken, calls: Calls) -> Sent:
        try:
            attached = spoken.file is not None and spoken.file["kind"] == ATTACHED
            if delivery.target and (attached or not spoken.file):
                edited = await self._edit(delivery, spoken, calls)
                if edited is not None:
                    return edited
            return Sent(Fate.sent, message=str(await self._send(delivery, spoken, calls)))
        except TelegramError as error:
            return self._fate(meaning(error), delivery)

    def _fate(self, what: Meaning, delivery: Delivery) -> Sent:
        if what.wait is not None:
            self.pause.begin(what.wait)
        if what.kind is Kind.ours:
            # Its description may quote what a person wrote, so only the message's number is told.
            log.error("Telegram refused a message as it was made", delivery=delivery.id)
        wait = timedelta(seconds=what.wait) if what.wait is not None else None
        if what.kind in (Kind.unauthorised, Kind.conflict):
            wait = TOKEN_WAIT
        return Sent(
            _FATES[what.kind],
            wait=wait,
            moved_to="" if what.moved_to is None else str(what.moved_to),
            error=what.kind.value,
        )

    async def _edit(self, delivery: Delivery, spoken: Spoken, calls: Calls) -> Sent | None:
        """Change the message that was tapped; None when it is out of reach and a new one has to be sent."""
        given = _parameters(delivery, _described(spoken, delivery.language), spoken)
        try:
            if spoken.file is None or not await self._edit_caption(delivery, given, calls):
                await calls.call("editMessageText", message_id=delivery.target, **given)
        except TelegramError as error:
            kind = meaning(error).kind
            if kind is Kind.too_late:
                return None
            if kind is not Kind.unchanged:
                raise
        return Sent(Fate.sent, message=delivery.target or "")

    async def _edit_caption(self, delivery: Delivery, given: Parameters, calls: Calls) -> bool:
        """Change the words below a picture; False when they stand in a message of their own."""
        changed = dict(given)
        changed.pop("link_preview_options")
        words = changed.pop("text")
        if units(plain(words)) > MOST_CAPTION:
            return False
        try:
            await calls.call("editMessageCaption", message_id=delivery.target, caption=words, **changed)
        except BadRequest as error:
            if meaning(error).kind is not Kind.too_late:
                raise
            return False
        return True

    async def _send(self, delivery: Delivery, spoken: Spoken, calls: Calls) -> Any:
        words = _described(spoken, delivery.language)
        if delivery.maybe_dup:
            words += "\n\n" + speech.speak("maybe-twice", delivery.language, {})
        parameters = _parameters(delivery, words, spoken)
        send = await self._sending(delivery, spoken, calls) if spoken.file else None
        if send is None:
            return (await calls.call("sendMessage", **parameters))["message_id"]
        assert spoken.file is not None
        room = NOTE_ROOM if spoken.file["kind"] == ATTACHED else 0
        fits = units(plain(_described(spoken, delivery.language))) <= MOST_CAPTION - FLAG_ROOM - room
        return await self._send_file(send, parameters, fits, calls)

    async def _sending(self, delivery: Delivery, spoken: Spoken, calls: Calls) -> SendFile | None:
        """Return how to send the file of a message; None when it cannot be made: its words are said alone."""
        assert spoken.file is not None
        try:
            if spoken.file["kind"] == ATTACHED:
                return await self._kept.sending(spoken.file["values"]["id"], calls)
            return partial(send_file, calls, await make_file(spoken.file, self._kept.load))
        except Exception as error:
            log.error("a file could not be made", delivery=delivery.id, error=type(error).__name__)
            return None

    async def _send_file(
        self, send: SendFile, parameters: dict[str, Any], fits_caption: bool, calls: Calls
    ) -> Any:
        given = dict(parameters)
        words = given.pop("text")
        given.pop("link_preview_options")
        if fits_caption:
            try:
                return (await send(caption=words, **given))["message_id"]
            except TelegramError as error:
                if meaning(error).kind is not Kind.ours:
                    raise
                log.error("Telegram refused a file, so only its words are said")
        said = (await calls.call("sendMessage", **parameters))["message_id"]
        if not fits_caption:
            # The words have arrived; whatever happens to the file must not say them again.
            calls.said = str(said)
            given.pop("reply_markup", None)
            try:
                await send(**given)
            except TelegramError as error:
                log.warning("a file could not be sent after its words", meaning=meaning(error).kind.value)
        return said

    # --- files ---------------------------------------------------------------------------------------

    async def fetch(self, reference: str) -> bytes:
        """Return a file that somebody sent; raises FileGone or FileAway."""
        try:
            async with asyncio.timeout(MOST_FETCH):
                await self.pause.over()
                found = await self.api.call("getFile", file_id=reference)
                if found.get("file_size", 0) > MOST_BYTES or "file_path" not in found:
                    raise FileGone
                return await self.api.download(found["file_path"])
        except (BadRequest, Forbidden):
            raise FileGone from None
        except TelegramError as error:
            if (wait := meaning(error).wait) is not None:
                self.pause.begin(wait)
            raise FileAway from None
        except TimeoutError:
            raise FileAway from None

    # --- taps ----------------------------------------------------------------------------------------

    def answer_tap(self, query: str, words: str = "") -> None:
        """Let the button stop spinning, with words if there are any: soon, or else not at all."""
        task = asyncio.create_task(self._answer_tap(query, words))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _answer_tap(self, query: str, words: str) -> None:
        given: dict[str, Any] = {"text": shorten(words, MOST_TOAST)} if words else {}
        try:
            async with asyncio.timeout(10):
                await self.pause.over()
                await self.api.call("answerCallbackQuery", callback_query_id=query, **given)
        except TelegramError as error:
            what = meaning(error)
            if what.wait is not None:
                self.pause.begin(what.wait)
        except TimeoutError:
            pass

    async def stop(self) -> None:
        """Let go of taps that are still being answered."""
        for task in tuple(self._answers):
            task.cancel()
        await asyncio.gather(*self._answers, return_exceptions=True)


def _described(spoken: Spoken, language: str) -> str:
    """Return the words, with what a picture shows: here a picture cannot carry that itself."""
    about = spoken.file["values"]["about"] if spoken.file and spoken.file["kind"] == ATTACHED else ""
    if not about:
        return spoken.html
    return (
        f"{spoken.html}\n\n{speech.speak('picture-about', language, {'about': escape(about, quote=False)})}"
    )


def _parameters(delivery: Delivery, words: str, spoken: Spoken) -> dict[str, Any]:
    given = {
        "chat_id": delivery.address,
        "text": words,
        "parse_mode": "HTML",
        "link_preview_options": _NO_PREVIEW,
    }
    if spoken.rows:
        rows = [
            [
                {"text": one.label, "callback_data": one.data}
                if one.data
                else {"text": one.label, "url": one.url}
                for one in row
            ]
            for row in spoken.rows
        ]
        given["reply_markup"] = json.dumps({"inline_keyboard": rows})
    return given
