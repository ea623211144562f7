"""The HTTP under the Telegram channel, against real sockets on 127.0.0.1."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import socket
import struct
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import BodyPartReader, web
from telegram import Bot, InputFile
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.request import RequestData

from bot.channels.telegram.errors import Kind, meaning
from bot.channels.telegram.request import (
    AiohttpRequest,
    CertainlyNotSent,
    NotAnsweredInTime,
    NotSentInTime,
    OutcomeUnknown,
)

TOKEN = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcQ"
ANNA = 1001

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Connection = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def answering(handler: Handler) -> AsyncIterator[str]:
    """Yield the address of an HTTP server that answers everything with `handler`."""
    application = web.Application(client_max_size=64 * 2**20)
    application.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(application, shutdown_timeout=0.1, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def connecting(connection: Connection) -> AsyncIterator[str]:
    """Yield the address of a server that treats each bare connection with `connection`."""
    open_writers: set[asyncio.StreamWriter] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        open_writers.add(writer)
        await connection(reader, writer)

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    try:
        yield f"http://{host}:{port}"
    finally:
        server.close()
        for writer in open_writers:
            writer.transport.abort()
        await server.wait_closed()
        await asyncio.sleep(0)


@asynccontextmanager
async def speaking_to(address: str, **options: Any) -> AsyncIterator[Bot]:
    """Yield a bot that sends to `address` by `AiohttpRequest(**options)`."""
    async with AiohttpRequest(**options) as request:
        yield Bot(TOKEN, base_url=f"{address}/bot", request=request, get_updates_request=request)


def answer(result: Any, status: int = 200) -> web.Response:
    return web.json_response({"ok": True, "result": result}, status=status)


def refusal(status: int, description: str, **parameters: Any) -> web.Response:
    body = {"ok": False, "error_code": status, "description": description}
    if parameters:
        body["parameters"] = parameters
    return web.json_response(body, status=status)


def message(text: str) -> dict[str, Any]:
    chat = {"id": ANNA, "type": "private", "first_name": "Anna"}
    return {"message_id": 7, "date": 1_780_000_000, "chat": chat, "text": text}


async def echo(request: web.Request) -> web.Response:
    form = await request.post()
    return answer(message(str(form["text"])))


def reset(writer: asyncio.StreamWriter) -> None:
    """Close so that the other side sees a reset and not an orderly end."""
    raw = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def failure_of(call: Awaitable[object]) -> NetworkError:
    with pytest.raises(NetworkError) as caught:
        await call
    return caught.value


# What arrives


async def test_request__text_arrives_as_it_was_written() -> None:
    text = "Één café & 100% = 'goed' + \"beter\" 👩‍👩‍👧 \n\t العربية ?;#"
    async with answering(echo) as address, speaking_to(address) as bot:
        sent = await bot.send_message(ANNA, text)
    assert sent.text == text
    assert sent.date == datetime.fromtimestamp(1_780_000_000, UTC)


async def test_request__a_call_without_parameters_is_a_post_without_body() -> None:
    async def whoami(request: web.Request) -> web.Response:
        assert (request.method, await request.read()) == ("POST", b"")
        return answer({"id": 1, "is_bot": True, "first_name": "Kopgroep", "username": "kopgroep_bot"})

    async with answering(whoami) as address, speaking_to(address) as bot:
        assert (await bot.get_me()).username == "kopgroep_bot"


@pytest.mark.parametrize("by_handle", [False, True])
async def test_request__an_upload_arrives_byte_for_byte(by_handle: bool, tmp_path: Path) -> None:
    content = bytes(range(256)) * 20_000 + b"\r\n--boundary--\r\n"
    path = tmp_path / "upload"
    path.write_bytes(content)
    parts: dict[str, Any] = {}

    async def receive(request: web.Request) -> web.Response:
        assert request.content_length is not None
        async for part in await request.multipart():
            assert isinstance(part, BodyPartReader)
            parts[part.name or ""] = (
                part.filename,
                part.headers.get("Content-Type"),
                bytes(await part.read()),
            )
        return answer(message("ok"))

    async with answering(receive) as address, speaking_to(address) as bot:
        if by_handle:
            handle = path.open("rb")
            await bot.send_document(
                ANNA, InputFile(handle, 'Één "blad".pdf', read_file_handle=False), caption="Één & 100%"
            )
            assert handle.closed
        else:
            await bot.send_document(ANNA, content, filename='Één "blad".pdf', caption="Één & 100%")
    assert parts["document"] == ('Één "blad".pdf', "application/pdf", content)
    assert parts["caption"][2].decode() == "Één & 100%"
    assert parts["chat_id"][2] == str(ANNA).encode()


async def test_request__a_big_body_is_read_whole() -> None:
    text = "é" * 3_000_000

    async def much(_request: web.Request) -> web.Response:
        return answer(message(text))

    async with answering(much) as address, speaking_to(address) as bot:
        assert (await bot.send_message(ANNA, "hallo")).text == text


async def test_request__a_file_is_fetched_whole() -> None:
    content = bytes(range(256)) * 40_000

    async def file(request: web.Request) -> web.Response:
        assert request.method == "GET"
        return web.Response(body=content)

    async with answering(file) as address, AiohttpRequest() as request:
        assert await request.retrieve(f"{address}/file") == content


async def test_request__a_slow_body_is_waited_for_as_long_as_it_comes() -> None:
    async def drip(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(8):
            await response.write(b".")
            await asyncio.sleep(0.05)
        return response

    async with answering(drip) as address, AiohttpRequest(read_timeout=0.15, write_timeout=0.01) as request:
        assert await request.do_request(address, "POST") == (200, b"." * 8)


async def test_request__one_connection_serves_many_calls() -> None:
    ports = set()

    async def note(request: web.Request) -> web.Response:
        assert request.transport is not None
        ports.add(request.transport.get_extra_info("peername")[1])
        return await echo(request)

    async with answering(note) as address, speaking_to(address) as bot:
        for number in range(5):
            await bot.send_message(ANNA, str(number))
    assert len(ports) == 1


async def test_request__no_more_calls_are_under_way_than_the_pool_holds() -> None:
    under_way = most = 0

    async def count(request: web.Request) -> web.Response:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.01)
        under_way -= 1
        return await echo(request)

    async with answering(count) as address, speaking_to(address, connection_pool_size=3) as bot:
        await asyncio.gather(*(bot.send_message(ANNA, str(number)) for number in range(12)))
    assert most == 3


# What is certainly not sent


async def test_request__a_refused_connection_is_certainly_not_sent() -> None:
    async with speaking_to(f"http://127.0.0.1:{free_port()}") as bot:
        assert isinstance(await failure_of(bot.send_message(ANNA, "hallo")), CertainlyNotSent)


async def test_request__an_unknown_host_is_certainly_not_sent() -> None:
    async with speaking_to("http://telegram.invalid") as bot:
        assert isinstance(await failure_of(bot.send_message(ANNA, "hallo")), CertainlyNotSent)


async def test_request__a_failed_tls_handshake_is_certainly_not_sent() -> None:
    async def garbage(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(10)
        writer.write(b"this is not TLS\r\n")
        writer.close()

    async with connecting(garbage) as address, speaking_to(address.replace("http:", "https:")) as bot:
        assert isinstance(await failure_of(bot.send_message(ANNA, "hallo")), CertainlyNotSent)


async def test_request__a_handshake_that_takes_too_long_is_certainly_not_sent() -> None:
    async def silence(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await reader.read()

    async with (
        connecting(silence) as address,
        speaking_to(address.replace("http:", "https:"), connect_timeout=0.1) as bot,
    ):
        failure = await failure_of(bot.send_message(ANNA, "hallo"))
    assert isinstance(failure, NotSentInTime)
    assert isinstance(failure, CertainlyNotSent)
    assert isinstance(failure, TimedOut)


async def test_request__a_proxy_that_refuses_is_certainly_not_sent() -> None:
    async def refuse(_request: web.Request) -> web.Response:
        return web.Response(status=403)

    async with answering(refuse) as address, speaking_to("https://telegram.invalid", proxy=address) as bot:
        assert isinstance(await failure_of(bot.send_message(ANNA, "hallo")), CertainlyNotSent)


async def test_request__a_full_pool_is_certainly_not_sent_and_frees_itself() -> None:
    arrived, go_on = asyncio.Event(), asyncio.Event()
    texts = []

    async def wait(request: web.Request) -> web.Response:
        texts.append((await request.post())["text"])
        arrived.set()
        await go_on.wait()
        return await echo(request)

    async with (
        answering(wait) as address,
        speaking_to(address, connection_pool_size=1, pool_timeout=0.05) as bot,
    ):
        first = asyncio.create_task(bot.send_message(ANNA, "first"))
        await arrived.wait()
        assert isinstance(await failure_of(bot.send_message(ANNA, "second")), NotSentInTime)
        go_on.set()
        assert (await first).text == "first"
        assert (await bot.send_message(ANNA, "third")).text == "third"
    assert texts == ["first", "third"]


async def test_request__before_the_start_and_after_the_end_nothing_is_sent() -> None:
    request = AiohttpRequest()
    assert isinstance(await failure_of(request.retrieve("http://127.0.0.1:1/")), CertainlyNotSent)
    await request.initialize()
    await request.initialize()
    await request.shutdown()
    await request.shutdown()
    assert isinstance(await failure_of(request.retrieve("http://127.0.0.1:1/")), CertainlyNotSent)


async def test_request__can_be_started_again_after_its_end() -> None:
    request = AiohttpRequest()
    async with answering(echo) as address:
        for _ in range(2):
            async with request:
                status, _body = await request.do_request(address, "POST", RequestData())
                assert status == 500  # the echo misses its text


async def test_request__a_text_that_cannot_be_written_is_our_mistake_and_is_not_quoted() -> None:
    text = "geheim \ud83d"
    async with answering(echo) as address, speaking_to(address) as bot:
        for call in (bot.send_message(ANNA, text), bot.send_document(ANNA, b"x", caption=text)):
            failure = await failure_of(call)
            assert isinstance(failure, BadRequest)
            assert meaning(failure).kind is Kind.ours
            assert "geheim" not in "".join(traceback.format_exception(failure))
            assert failure.__context__ is None


# What may have been done


async def test_request__a_reset_before_the_body_is_read_leaves_the_outcome_unknown() -> None:
    async def hang_up(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        reset(writer)

    async with connecting(hang_up) as address, speaking_to(address) as bot:
        assert isinstance(await failure_of(bot.send_document(ANNA, b"x" * 5_000_000)), OutcomeUnknown)


@pytest.mark.parametrize("orderly", [False, True])
async def test_request__a_lost_connection_after_the_body_leaves_the_outcome_unknown(orderly: bool) -> None:
    bodies = []

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        bodies.append(await reader.readuntil(b"hallo"))
        writer.close() if orderly else reset(writer)

    async with connecting(take) as address, speaking_to(address) as bot:
        failure = await failure_of(bot.send_message(ANNA, "hallo"))
    assert isinstance(failure, OutcomeUnknown)
    assert not isinstance(failure, TimedOut)
    assert bodies == [b"chat_id=1001&text=hallo"]  # once: nothing is repeated behind the sender's back


async def test_request__a_lost_connection_within_the_answer_leaves_the_outcome_unknown() -> None:
    async def half(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"hallo")
        writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"ok": tr')
        writer.close()

    async with connecting(half) as address, speaking_to(address) as bot:
        assert isinstance(await failure_of(bot.send_message(ANNA, "hallo")), OutcomeUnknown)


async def test_request__an_answer_that_is_not_http_leaves_the_outcome_unknown() -> None:
    async def garbage(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"hallo")
        writer.write(b"\x00\xff nonsense\r\n\r\n")
        writer.close()

    async with connecting(garbage) as address, speaking_to(address) as bot:
        assert isinstance(await failure_of(bot.send_message(ANNA, "hallo")), OutcomeUnknown)


async def test_request__no_answer_in_time_leaves_the_outcome_unknown() -> None:
    async def hang(request: web.Request) -> web.Response:
        await asyncio.sleep(30)
        return await echo(request)

    async with answering(hang) as address, speaking_to(address, read_timeout=0.1) as bot:
        failure = await failure_of(bot.send_message(ANNA, "hallo"))
        assert isinstance(failure, NotAnsweredInTime)
        assert isinstance(failure, TimedOut)
        assert isinstance(await failure_of(bot.send_message(ANNA, "hallo", read_timeout=0.05)), TimedOut)


async def test_request__a_body_that_stops_coming_leaves_the_outcome_unknown() -> None:
    async def stop(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"hallo")
        writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"ok": tr')
        await reader.read()

    async with connecting(stop) as address, speaking_to(address, read_timeout=0.1) as bot:
        assert isinstance(await failure_of(bot.send_message(ANNA, "hallo")), NotAnsweredInTime)


async def test_request__an_upload_nobody_takes_is_given_up() -> None:
    async def ignore(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await asyncio.sleep(30)

    handle = io.BytesIO(b"x" * 30_000_000)
    async with (
        connecting(ignore) as address,
        speaking_to(address, media_write_timeout=0.1, read_timeout=0.1) as bot,
        asyncio.timeout(5),
    ):
        call = bot.send_document(ANNA, InputFile(handle, "big", read_file_handle=False))
        assert isinstance(await failure_of(call), NotAnsweredInTime)
    assert handle.closed


async def test_request__an_upload_may_take_longer_than_its_timeout_while_it_moves() -> None:
    async def slowly(request: web.Request) -> web.Response:
        size = 0
        while chunk := await request.content.read(2**16):
            size += len(chunk)
            await asyncio.sleep(0.003)
        return answer(message(str(size)))

    async with (
        answering(slowly) as address,
        speaking_to(address, media_write_timeout=0.1, read_timeout=0.6) as bot,
    ):
        started = asyncio.get_running_loop().time()
        sent = await bot.send_document(ANNA, b"x" * 30_000_000)
        assert asyncio.get_running_loop().time() - started > 0.7
    assert int(sent.text or "0") > 30_000_000


async def test_request__an_early_refusal_of_an_upload_does_not_hang() -> None:
    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 413 Request Entity Too Large\r\nContent-Length: 0\r\n\r\n")
        await asyncio.sleep(30)

    async with (
        connecting(refuse) as address,
        speaking_to(address, media_write_timeout=0.2, read_timeout=0.2) as bot,
        asyncio.timeout(5),
    ):
        failure = await failure_of(bot.send_document(ANNA, b"x" * 30_000_000))
    assert meaning(failure).kind in (Kind.ours, Kind.retry_unknown)


async def test_request__a_cancelled_call_gives_its_place_back() -> None:
    async def hang(request: web.Request) -> web.Response:
        text = str((await request.post())["text"])
        await asyncio.sleep(30 if text == "hang" else 0)
        return answer(message(text))

    async with answering(hang) as address, speaking_to(address, connection_pool_size=1) as bot:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await bot.send_message(ANNA, "hang")
        assert (await bot.send_message(ANNA, "hallo")).text == "hallo"


# What Telegram says


@pytest.mark.parametrize(
    ("response", "kind"),
    [
        (refusal(500, "Internal Server Error"), Kind.retry_unknown),
        (
            web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html"),
            Kind.retry_unknown,
        ),
        (web.Response(status=504), Kind.retry_unknown),
        (web.json_response("oops", status=500), Kind.retry_unknown),
        (web.Response(text="{garbage"), Kind.retry_unknown),
        (web.Response(text="[]"), Kind.retry_unknown),
        (web.Response(body=b"\xff\xfe"), Kind.retry_unknown),
        (web.Response(status=302, headers={"Location": "/elsewhere"}), Kind.retry_unknown),
        (web.Response(status=413), Kind.ours),
        (web.Response(status=429), Kind.retry_certain),
        (refusal(403, "Forbidden: bot was blocked by the user"), Kind.gone),
        (refusal(400, "Bad Request: chat not found"), Kind.gone),
        (refusal(400, "Bad Request: message text is empty"), Kind.ours),
        (refusal(409, "Conflict: terminated by other getUpdates request"), Kind.conflict),
    ],
    ids=lambda value: f"{value.status} {value.body!r}" if isinstance(value, web.Response) else str(value),
)
async def test_request__each_answer_has_its_meaning(response: web.Response, kind: Kind) -> None:
    async def refuse(_request: web.Request) -> web.Response:
        return web.Response(status=response.status, body=response.body, headers=response.headers)

    async with answering(refuse) as address, speaking_to(address) as bot:
        with pytest.raises(Exception) as caught:  # noqa: PT011 - the meaning is what is asserted
            await bot.send_message(ANNA, "hallo")
    assert meaning(caught.value).kind is kind


async def test_request__a_flood_tells_how_long_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else PTB warns within its own constructor

    async def flood(_request: web.Request) -> web.Response:
        return refusal(429, "Too Many Requests: retry after 35", retry_after=35)

    async with answering(flood) as address, speaking_to(address) as bot:
        with pytest.raises(RetryAfter) as caught:
            await bot.send_message(ANNA, "hallo")
    assert caught.value.retry_after == timedelta(seconds=35)
    assert meaning(caught.value).wait == 35


async def test_request__a_wrong_token_is_told_apart() -> None:
    async def refuse(_request: web.Request) -> web.Response:
        return refusal(401, "Unauthorized")

    async with answering(refuse) as address, speaking_to(address) as bot:
        with pytest.raises(InvalidToken):
            await bot.get_me()


async def test_request__the_token_is_in_no_error_and_no_log(caplog: pytest.LogCaptureFixture) -> None:
    async def slam(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        reset(writer)

    async def silence(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await reader.read()

    async def hang(request: web.Request) -> web.Response:
        await asyncio.sleep(30)
        return await echo(request)

    async def garbage(_request: web.Request) -> web.Response:
        return web.Response(text="geheim {")

    caplog.set_level(logging.INFO)
    failures = []
    async with (
        connecting(slam) as one,
        connecting(silence) as two,
        answering(hang) as three,
        answering(garbage) as four,
    ):
        nobody = f"http://127.0.0.1:{free_port()}"
        for address in (one, two.replace("http:", "https:"), three, four, nobody, "nonsense:"):
            async with speaking_to(address, connect_timeout=0.1, read_timeout=0.1) as bot:
                failures.append(await failure_of(bot.send_message(ANNA, "hallo")))
    told = "".join(line for failure in failures for line in traceback.format_exception(failure))
    logged = json.dumps([record.getMessage() for record in caplog.records])
    secret = TOKEN.split(":")[1]
    assert secret not in told
    assert secret not in "".join(repr(failure.__context__) for failure in failures)
    assert secret not in caplog.text
    assert "geheim" not in logged
