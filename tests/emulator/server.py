"""The Bot API over HTTP on 127.0.0.1: read the call, apply ordered trouble, check, do, answer."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from tests.emulator import answers, methods, params, setup, spec
from tests.emulator.intake import Intake
from tests.emulator.params import Params
from tests.emulator.refusal import RefusedError
from tests.emulator.trouble import Order, Trouble
from tests.emulator.world import World

Method = Callable[[World, Params], Any]
METHODS: dict[str, Method] = {
    "getMe": setup.get_me,
    "sendMessage": methods.send_message,
    "editMessageText": methods.edit_message_text,
    "editMessageCaption": methods.edit_message_caption,
    "editMessageReplyMarkup": methods.edit_message_reply_markup,
    "deleteMessage": methods.delete_message,
    "sendPhoto": methods.send_photo,
    "sendDocument": methods.send_document,
    "sendChatAction": methods.send_chat_action,
    "leaveChat": methods.leave_chat,
    "answerCallbackQuery": answers.answer_callback_query,
    "answerInlineQuery": answers.answer_inline_query,
    "getFile": answers.get_file,
    "setMyCommands": setup.set_my_commands,
    "deleteMyCommands": setup.delete_my_commands,
    "setMyName": setup.set_my_name,
    "setMyDescription": setup.set_my_description,
    "setMyShortDescription": setup.set_my_short_description,
    "setChatMenuButton": setup.set_chat_menu_button,
}
WAITING = {"getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo"}
Control = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


class Server:
    """One bot's corner of the Bot API."""

    def __init__(self, world: World, trouble: Trouble, intake: Intake, token: str, latency: float) -> None:
        self.world = world
        self.trouble = trouble
        self.token = token
        self.latency = latency
        self.address = ""
        self.control: Control | None = None
        self._intake: dict[str, Callable[[Params], Awaitable[Any]]] = {
            "getUpdates": intake.get_updates,
            "setWebhook": intake.set_webhook,
            "deleteWebhook": intake.delete_webhook,
            "getWebhookInfo": intake.get_webhook_info,
        }
        self._names = {name.lower(): name for name in [*METHODS, *self._intake]}
        self._spec = spec.load() if world.strict else None
        self._closing = asyncio.Event()
        self._runner: web.ServerRunner | None = None

    async def start(self, port: int) -> None:
        """Listen on 127.0.0.1; port 0 takes a free one."""
        self._runner = web.ServerRunner(web.Server(self.handle), shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.address = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Close all connections, those that hang included."""
        self._closing.set()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer one request."""
        place, _, rest = request.path.lstrip("/").partition("/")
        if place == f"bot{self.token}":
            return await self._call(request, rest)
        if place == "file" and rest.startswith(f"bot{self.token}/"):
            return self._download(rest.partition("/")[2])
        if place == "control" and self.control is not None:
            return await self.control(request)
        return _json(401, {"ok": False, "error_code": 401, "description": "Unauthorized"})

    async def _call(self, request: web.BaseRequest, called: str) -> web.StreamResponse:
        name = self._names.get(called.lower())
        try:
            given = await params.read(request)
        except RefusedError as refused:
            self.world.refuse(called, refused, {})
            return _json(refused.code, refused.body())
        if name is None:
            unknown = RefusedError(404, "Not Found: method not found")
            self.world.refuse(called, unknown, given.values)
            return _json(404, unknown.body())
        order = self.trouble.due(name, str(given.values.get("chat_id", ""))) if self.trouble.orders else None
        if order is not None and not order.after:
            return await self._suffer(request, order)
        response = await self._answer(name, given)
        if order is not None:
            return await self._suffer(request, order)
        if self.latency:
            await asyncio.sleep(self.latency)
        return response

    async def _answer(self, name: str, given: Params) -> web.Response:
        try:
            if self._spec is not None:
                self._check(name, given)
            if name in self._intake:
                result = await self._intake[name](given)
            else:
                result = METHODS[name](self.world, given)
        except RefusedError as refused:
            self.world.refuse(name, refused, given.values)
            return _json(refused.code, refused.body())
        encoded = result if name == "getUpdates" else json.dumps(result)
        body = f'{{"ok":true,"result":{encoded}}}'
        return web.Response(text=body, content_type="application/json")

    def _check(self, name: str, given: Params) -> None:
        # Telegram overlooks much of this; a test should not.
        assert self._spec is not None
        for problem in self._spec.problems(name, given.values, given.files):
            self.world.violate(name, f"Bot API: {problem}", given.values)

    async def _suffer(self, request: web.BaseRequest, order: Order) -> web.StreamResponse:
        if order.kind == "fail":
            body = order.body if order.body is not None else json.dumps(order.answer)
            return web.Response(status=order.status, text=body, content_type=order.content_type)
        if order.kind == "hang":
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), order.seconds)
        if request.transport is not None:
            request.transport.abort()
        return web.Response(status=500)

    def _download(self, path: str) -> web.Response:
        for stored in self.world.files.values():
            if stored.path == path:
                return web.Response(body=stored.data, content_type=stored.mime)
        return _json(404, {"ok": False, "error_code": 404, "description": "Not Found"})


def _json(status: int, body: dict[str, Any]) -> web.Response:
    return web.Response(status=status, text=json.dumps(body), content_type="application/json")
