"""A line as the page shows it, for the first view and for the stream alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from bot.channels.web.site import MOST_UNITS
from bot.render import SpokenButton, legible
from domain.attachments import ATTACHED
from storage.lines import Line

_OPENS, _CLOSES = re.compile(r"<[a-z]"), re.compile(r"</")
# In HTML of ours; what ends a sentence, or was an escaped sign, is not of the address.
_ADDRESS = re.compile(r'https?://(?:(?!&(?:gt|lt|quot);)[^\s<>"])*[^\s<>".,;:!?)\]’”&]')
PICTURES = frozenset({"qr", "chart"})
LINKS = frozenset({"https", "http", "tg", "mailto", "tel"})


@dataclass(frozen=True)
class Bubble:
    """One message in words. Its paragraphs are safe: escaped, with <b>, <i>, <u>, <s> and <code> only.

    And with links to addresses that stand there in full: so nobody is led to where they did not read.
    """

    number: int
    target: int | None  # the message this one is an edit of
    mine: bool
    paragraphs: tuple[str, ...]
    rows: tuple[tuple[SpokenButton, ...], ...]
    file: str  # where the file that hangs on it is found, or nothing
    picture: str  # when that file can be shown: its kind, else nothing
    alt: str  # what it shows, in words; nothing when it is a QR code
    file_name: str  # of a file that somebody attached
    language: str
    day: str  # 2026-11-24
    day_words: str
    time: str

    def as_json(self) -> dict[str, Any]:
        """Return what the stream sends."""
        return asdict(self)


def bubble(line: Line, language: str, zone: str) -> Bubble:
    """Put a line into words."""
    local = line.at.astimezone(ZoneInfo(zone))
    spoken = None if line.payload is None else legible(line.payload, language, zone, MOST_UNITS)
    return Bubble(
        number=line.id,
        target=line.target,
        mine=line.mine is not None,
        paragraphs=paragraphs(_linked(spoken.html if spoken else escape(line.mine or "", quote=False))),
        rows=_safe(spoken.rows) if spoken else (),
        file=f"/file/{line.target or line.id}?v={line.id}" if spoken and spoken.file else "",
        picture=_picture(spoken.file) if spoken and spoken.file else "",
        alt=str(spoken.file["values"].get("about", "")) if spoken and spoken.file else "",
        file_name=_name(spoken.file) if spoken and spoken.file else "",
        language=language,
        day=local.date().isoformat(),
        day_words=_day(local, language),
        time=str(format_time(local, "HH:mm", locale=language)),
    )


def _picture(file: Mapping[str, Any]) -> str:
    """Return the kind of a file that is shown as a picture; nothing for any other."""
    shown = file["kind"] in PICTURES or (file["kind"] == ATTACHED and file["values"]["picture"])
    return str(file["kind"]) if shown else ""


def _name(file: Mapping[str, Any]) -> str:
    return str(file["values"]["name"]) if file["kind"] == ATTACHED else ""


def paragraphs(html: str) -> tuple[str, ...]:
    """Split safe HTML at empty lines, unless that would cut through a mark."""
    parts = tuple(one for one in re.split(r"\n{2,}", html.strip("\n")) if one)
    whole = all(len(_OPENS.findall(one)) == len(_CLOSES.findall(one)) for one in parts)
    return parts if whole else (html,)


def _linked(html: str) -> str:
    """Make links of the addresses in safe HTML, as the other channels do by themselves."""
    return _ADDRESS.sub(
        lambda found: f'<a href="{found[0]}" target="_blank" rel="noopener noreferrer">{found[0]}</a>', html
    )


def _day(local: datetime, language: str) -> str:
    return str(format_date(local, "EEEE d MMMM", locale=language))


def _safe(rows: tuple[tuple[SpokenButton, ...], ...]) -> tuple[tuple[SpokenButton, ...], ...]:
    """Leave out a link that would run something."""
    kept = (tuple(one for one in row if not one.url or urlsplit(one.url).scheme in LINKS) for row in rows)
    return tuple(row for row in kept if row)


def words_of(payload: Mapping[str, Any], language: str, zone: str) -> tuple[str, ...]:
    """Return a message as safe paragraphs, for somebody who has no lines (any more)."""
    return paragraphs(legible(payload, language, zone, MOST_UNITS).html)
