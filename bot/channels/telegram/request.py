"""The way to the Bot API: HTTP on aiohttp, with errors that tell whether a request may have arrived."""

from __future__ import annotations

import asyncio
import io
import json
from dataclasses import dataclass
from types import SimpleNamespace
from typing import IO, Any, TypeAlias

import aiohttp
from telegram.error import BadRequest, NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

# PTB hands over this marker (its DEFAULT_NONE) where the caller named no time-out.
MaybeSeconds: TypeAlias = "float | Any | None"
Uploads: TypeAlias = "dict[str, tuple[str, bytes | IO[bytes], str]]"


class CertainlyNotSent(NetworkError):
    """Nothing of the request left this machine, so it may be sent again without a flag."""


class NotSentInTime(CertainlyNotSent, TimedOut):
    """No connection was had in time; still certain, and still the `TimedOut` that PTB would raise."""


class OutcomeUnknown(NetworkError):
    """The request went out, wholly or in part, and no answer came: it may have been done."""


class NotAnsweredInTime(OutcomeUnknown, TimedOut):
    """The request went out and the answer took too long."""


@dataclass(frozen=True, slots=True)
class _Patience:
    """The seconds to wait for one request; None is for ever."""

    connect: float | None
    read: float | None
    write: float | None
    pool: float | None

    @property
    def stalled(self) -> float | None:
        """Seconds without any progress after which the request is given up.

        aiohttp bounds reading only once the body is written, and writing not at all. It does not say when
        the last byte has left, so a stalled upload is noticed after both times together.
        """
        return None if self.write is None or self.read is None else self.write + self.read


class _Attempt:
    """One request under way: whether any of it may have left, and when it counts as stalled."""

    __slots__ = ("_patience", "deadline", "sent")

    def __init__(self, patience: _Patience) -> None:
        self._patience = patience
        self.deadline = asyncio.timeout(None)
        self.sent = False

    def progress(self, seconds: float | None) -> None:
        """Start waiting anew. The body is written by a task of aiohttp's that may outlive the deadline."""
        if not self.deadline.expired():
            now = asyncio.get_running_loop().time()
            self.deadline.reschedule(None if seconds is None else now + seconds)

    def writing(self) -> None:
        """Note that a part of the request is about to leave."""
        self.sent = True
        self.progress(self._patience.stalled)


class AiohttpRequest(BaseRequest):
    """PTB's requests on aiohttp, which costs a fraction of what httpx does.

    The time-outs are seconds and mean what they mean in `telegram.request.HTTPXRequest`. An open file that
    is uploaded (`InputFile(..., read_file_handle=False)`) is closed, however the request ends.
    """

    __slots__ = ("_defaults", "_media_write_timeout", "_pool_size", "_proxy", "_session", "_slots")

    def __init__(
        self,
        connection_pool_size: int = 16,
        read_timeout: float | None = 5.0,
        write_timeout: float | None = 5.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 1.0,
        media_write_timeout: float | None = 20.0,
        proxy: str | None = None,
    ) -> None:
        self._pool_size = connection_pool_size
        self._defaults = _Patience(connect_timeout, read_timeout, write_timeout, pool_timeout)
        self._media_write_timeout = media_write_timeout
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(connection_pool_size)

    @property
    def read_timeout(self) -> float | None:
        """Return the seconds to wait for an answer where the caller names none."""
        return self._defaults.read

    async def initialize(self) -> None:
        """Open the connections; again is harmless, and after `shutdown` it opens new ones."""
        if self._session is not None:
            return
        self._slots = asyncio.Semaphore(self._pool_size)
        self._session = aiohttp.ClientSession(
            # aiohttp's own limit has no time-out of its own, so the semaphore keeps count instead.
            connector=aiohttp.TCPConnector(limit=0),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
            proxy=self._proxy,
            trace_configs=[_tracing()],
        )

    async def shutdown(self) -> None:
        """Close the connections; again is harmless."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: MaybeSeconds = BaseRequest.DEFAULT_NONE,
        write_timeout: MaybeSeconds = BaseRequest.DEFAULT_NONE,
        connect_timeout: MaybeSeconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: MaybeSeconds = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Send one request; return the status and the whole body.

        Raises `CertainlyNotSent`, `OutcomeUnknown`, or `BadRequest` for what cannot be written as a request.
        """
        uploads: Uploads = request_data.multipart_data if request_data else {}
        default_write = self._media_write_timeout if uploads else self._defaults.write
        patience = _Patience(
            connect=_or_default(connect_timeout, self._defaults.connect),
            read=_or_default(read_timeout, self._defaults.read),
            write=_or_default(write_timeout, default_write),
            pool=_or_default(pool_timeout, self._defaults.pool),
        )
        try:
            await self._take_slot(patience)
            try:
                return await self._exchange(url, method, _body(request_data, uploads), patience)
            finally:
                self._slots.release()
        finally:
            for _name, content, _type in uploads.values():
                if not isinstance(content, bytes):
                    content.close()

    async def _take_slot(self, patience: _Patience) -> None:
        try:
            # Not wait_for: until Python 3.12 it can swallow a cancellation that comes with the slot.
            async with asyncio.timeout(patience.pool):
                await self._slots.acquire()
        except TimeoutError:
            raise NotSentInTime("Pool time-out: all connections are in use.") from None

    async def _exchange(
        self, url: str, method: str, body: bytes | aiohttp.MultipartWriter | None, patience: _Patience
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise CertainlyNotSent("This request is not initialised.")
        attempt = _Attempt(patience)
        try:
            async with (
                attempt.deadline,
                self._session.request(
                    method,
                    url,
                    data=body,
                    headers=_FORM if isinstance(body, bytes) else None,
                    timeout=aiohttp.ClientTimeout(connect=patience.connect, sock_read=patience.read),
                    allow_redirects=False,
                    trace_request_ctx=attempt,
                ) as response,
            ):
                chunks = []
                async for chunk in response.content.iter_any():
                    attempt.progress(patience.read)
                    chunks.append(chunk)
                return response.status, b"".join(chunks)
        except (aiohttp.ClientError, OSError) as error:
            failure = _failure(error, attempt.sent)
        # Outside the handler, so that the error is not chained to aiohttp's, whose text names the URL and
        # with it the token: a traceback in the log would show it.
        raise failure

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the answer as a dictionary. Unlike PTB's own, it never logs what it could not read."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise OutcomeUnknown("Invalid server response")
        return answer


_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def _or_default(given: MaybeSeconds, default: float | None) -> float | None:
    return default if given is BaseRequest.DEFAULT_NONE else given


def _body(request_data: RequestData | None, uploads: Uploads) -> bytes | aiohttp.MultipartWriter | None:
    if request_data is None:
        return None
    try:
        if not uploads:
            return request_data.url_encoded_parameters().encode()
        return _multipart(request_data.json_parameters, uploads)
    except (ValueError, TypeError) as error:
        reason = type(error).__name__
    # Outside the handler: the text of such an error quotes what a person wrote.
    raise BadRequest(f"The request cannot be written: {reason}")


def _multipart(parameters: dict[str, str], uploads: Uploads) -> aiohttp.MultipartWriter:
    # Names stay as they are: Telegram shows the percent signs of a quoted file name to people.
    form = aiohttp.FormData(quote_fields=False, default_to_multipart=True)
    for name, value in parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mimetype) in uploads.items():
        file = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, file, filename=filename, content_type=mimetype)
    written = form()
    assert isinstance(written, aiohttp.MultipartWriter)
    return written


def _failure(error: Exception, sent: bool) -> NetworkError:
    """Return PTB's error for one of aiohttp's. Only a connector's error has a text without the URL."""
    words = f"aiohttp.{type(error).__name__}"
    if isinstance(error, aiohttp.ClientConnectorError):
        words += f": {error}"
    if isinstance(error, TimeoutError):
        return NotAnsweredInTime(words) if sent else NotSentInTime(words)
    return OutcomeUnknown(words) if sent else CertainlyNotSent(words)


def _tracing() -> aiohttp.TraceConfig:
    """Return hooks that tell an attempt when aiohttp is about to write a part of it.

    The headers' hook runs before the first byte, on a connection that stands. So what fails before it was
    certainly not sent, whatever aiohttp calls the failure.
    """

    async def writing(_session: aiohttp.ClientSession, context: SimpleNamespace, _part: object) -> None:
        attempt: _Attempt = context.trace_request_ctx
        attempt.writing()

    tracing = aiohttp.TraceConfig()
    tracing.on_request_headers_sent.append(writing)
    tracing.on_request_chunk_sent.append(writing)
    return tracing
