"""A small HTTP interface to people, for when the emulator is a process of its own."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from typing import Any

from aiohttp import web

from tests.emulator.chats import Json, Message
from tests.emulator.crowd import Act, Crowd, talking
from tests.emulator.emulator import Emulator
from tests.emulator.people import Person


class Control:
    """POST /control/<command> with a JSON object; people are called by name and come to be when named."""

    def __init__(self, emulator: Emulator, acts: Mapping[str, Callable[[], Act]] | None = None) -> None:
        self.emulator = emulator
        self.acts = {"talk": talking, **(acts or {})}
        self.people: dict[str, Person] = {}
        self.commands: dict[str, Callable[[Json], Awaitable[Any]]] = {
            "person": self.person,
            "says": self.says,
            "taps": self.taps,
            "sees": self.sees,
            "chat": self.chat,
            "sent": self.sent,
            "unanswered": self.unanswered,
            "violations": self.violations,
            "trouble": self.trouble,
            "crowd": self.crowd,
        }

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Carry out one command."""
        command = self.commands.get(request.path.rpartition("/")[2])
        if command is None:
            return web.json_response({"commands": sorted(self.commands)}, status=404)
        try:
            body = await request.read()
            return web.json_response(await command(json.loads(body) if body else {}))
        except (AssertionError, KeyError, TypeError, ValueError, TimeoutError) as error:
            return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)

    async def person(self, given: Json) -> Json:
        """Let somebody exist: {name, language?, started?}; return the number."""
        return {"id": self._who(given).id}

    async def says(self, given: Json) -> Json:
        """Say something: {name, text}."""
        return _seen(await self._who(given).says(given["text"]))

    async def taps(self, given: Json) -> Json:
        """Tap a button: {name, label, within?}."""
        query = await self._who(given).taps(given["label"], within=given.get("within", 5))
        return {"id": query.id, "data": query.data}

    async def sees(self, given: Json) -> Json:
        """Wait for words of the bot: {name, text, within?, ever?}."""
        who = self._who(given)
        return _seen(
            await who.sees(given["text"], within=given.get("within", 5), ever=given.get("ever", False))
        )

    async def chat(self, given: Json) -> list[Json]:
        """Return a person's chat as it is now: {name}."""
        return [_seen(message) for message in self._who(given).chat]

    async def sent(self, given: Json) -> list[Json]:
        """Return accepted calls, from number `since` on."""
        return [asdict(call) for call in self.emulator.sent[given.get("since", 0) :]]

    async def unanswered(self, given: Json) -> list[int]:
        """Return the ids of updates that nothing followed."""
        return [update.id for update in self.emulator.unanswered()]

    async def violations(self, given: Json) -> list[str]:
        """Return the rules the bot broke."""
        return [str(violation) for violation in self.emulator.violations]

    async def trouble(self, given: Json) -> bool:
        """Order trouble: {kind: fail | hang | reset | clear, …}, further as the methods of Trouble."""
        order = dict(given)
        kind = order.pop("kind")
        if kind not in {"fail", "hang", "reset", "clear"}:
            raise ValueError(f"no such trouble: {kind}")
        getattr(self.emulator.trouble, kind)(**order)
        return True

    async def crowd(self, given: Json) -> Json:
        """Let a crowd act: {people, seconds, act?, warm_up?, pace?}, once the bot has answered somebody.

        Without `pace` each acts as soon as they are answered.
        """
        people = [self._who({"name": f"Persoon {number}"}) for number in range(given["people"])]
        crowd = Crowd(self.emulator.world, people, self.acts[given.get("act", "talk")]())
        await crowd.until_answered()
        speed = float(given.get("pace", 0))
        if speed:
            await crowd.at_pace(speed, given["seconds"], given.get("warm_up", 1))
        else:
            speed = await crowd.without_pause(given["seconds"], given.get("warm_up", 1))
        waits = sorted(crowd.waits) or [0.0]
        at = {f"p{share}": waits[min(len(waits) - 1, len(waits) * share // 100)] for share in (50, 95, 99)}
        return {"per_second": speed, "answers": len(waits), "all": crowd.done, **at}

    def _who(self, given: Json) -> Person:
        name = given["name"]
        if name not in self.people:
            self.people[name] = self.emulator.person(
                name, given.get("language", "nl"), started=given.get("started", False)
            )
        return self.people[name]


def _seen(message: Message) -> Json:
    return {
        "id": message.id,
        "from_bot": message.from_bot,
        "text": message.plain,
        "buttons": message.buttons,
        "edited": message.edit_date is not None,
    }
