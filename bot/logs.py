"""Logs as JSON lines: what happened, with codes and counts, and never anybody's words, name or token."""

from __future__ import annotations

import logging
import re
import sys
import threading
from collections.abc import Collection, MutableMapping
from typing import Any

import structlog

from bot.trouble import where

# Telegram's token is in every address of its API; libraries that log addresses must not leak it.
TOKEN = re.compile(r"\d{6,20}:[A-Za-z0-9_-]{20,}")
QUIET = ("httpx", "httpcore", "aiohttp", "apscheduler", "uvicorn", "uvicorn.access", "telegram", "alembic")


SHORTEST = 8  # characters of a secret; a shorter one is in ordinary words as well


class Hide:
    """Takes tokens, and the secrets of this installation, out of every text in a log line."""

    def __init__(self, secrets: Collection[str] = ()) -> None:
        # The longest first: one may be part of another.
        self._secrets = sorted((one for one in secrets if len(one) >= SHORTEST), key=len, reverse=True)

    def __call__(
        self, _logger: Any, _method: str, event: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        """Return the line without them."""
        for name, value in event.items():
            if isinstance(value, str):
                for secret in self._secrets:
                    value = value.replace(secret, "[secret]")
                event[name] = TOKEN.sub("[token]", value)
        return event


class _Bridge(logging.Handler):
    """Brings the lines of libraries into our log: their message, and of an exception only its kind."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        more = {"error": kind} if kind else {}
        try:
            message = record.getMessage()
        except (TypeError, ValueError):
            message = str(record.msg)
        if record.name == "asyncio":
            # Below its first line stands what a task raised, in full.
            message = message.partition("\n")[0]
        structlog.get_logger().log(record.levelno, message, source=record.name, **more)


def _ended(thrown: threading.ExceptHookArgs) -> None:
    """Say that a thread broke off; Python would print what it raised, in full."""
    if thrown.exc_value is not None and not isinstance(thrown.exc_value, SystemExit):
        structlog.get_logger().error("a thread broke off", reason=where(thrown.exc_value))


def _unraisable(thrown: sys.UnraisableHookArgs) -> None:
    if thrown.exc_value is not None:
        structlog.get_logger().error("something could not be cleared away", reason=where(thrown.exc_value))


def configure(level: str, secrets: Collection[str] = ()) -> None:
    """Write structured logs to standard error from `level` on, without these secrets."""
    threading.excepthook = _ended
    sys.unraisablehook = _unraisable
    console = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            Hide(secrets),
            structlog.dev.ConsoleRenderer()
            if console
            else structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers[:] = [_Bridge()]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
