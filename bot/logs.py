"""Logs as JSON lines: what happened, with codes and counts, and never anybody's words, name or token."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

# Telegram's token is in every address of its API; libraries that log addresses must not leak it.
TOKEN = re.compile(r"\d{6,20}:[A-Za-z0-9_-]{20,}")
QUIET = ("httpx", "httpcore", "aiohttp", "apscheduler", "uvicorn", "uvicorn.access", "telegram", "alembic")


def hide_tokens(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Take tokens out of every text in a log line."""
    for name, value in event.items():
        if isinstance(value, str):
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
        structlog.get_logger().log(record.levelno, message, source=record.name, **more)


def configure(level: str) -> None:
    """Write structured logs to standard error from `level` on."""
    console = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            hide_tokens,
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
