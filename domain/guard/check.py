"""Look at one text with every kind, and say how it reads without what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from domain.guard.bsn import bsns
from domain.guard.email import emails, has_at
from domain.guard.iban import ibans
from domain.guard.known import NOBODY, Names
from domain.guard.model import NEUTRAL, Finding, Hit, Kind, Span
from domain.guard.names import persons
from domain.guard.papers import birthdates, client_numbers, documents, plates
from domain.guard.phone import phones
from domain.guard.places import addresses, postcodes
from domain.guard.plain import plain
from domain.guard.unique import unique_persons

_FILLER: Final = "▒"
_PASSES: Final = 8
_SOME_DIGITS: Final = re.compile(r"\d")
_DIGITS: Final = re.compile(r"\d\D{0,3}\d\D{0,3}\d\D{0,3}\d|0[1-9][ -]{0,3}[.x*_?…]{2}")


def check(
    text: str,
    labels: Mapping[Kind, str] = NEUTRAL,
    names: Names = NOBODY,
    own: str = "",
) -> Finding:
    """Return what identifies a person in text, and text with each hit replaced by the label of its kind.

    `names` are the names that are known; without them only what a title or "heet" points at is a name. `own`
    is how the writer is called here: that is theirs to say.
    """
    reading = plain(text)
    spans: list[Span] = []
    seen = reading.text
    for _ in range(_PASSES):
        # Filling a hit can uncover its neighbour, which was unreadable as long as the two stood together.
        found = _merged([*_found(seen, names, own), *_repeated(seen, spans, reading.text)])
        if not found:
            break
        spans += found
        for span in found:
            seen = seen[: span.start] + _FILLER * (span.end - span.start) + seen[span.end :]
    hits = tuple(
        Hit(reading.origin[span.start], reading.origin[span.end - 1] + 1, span.kind) for span in sorted(spans)
    )
    return Finding(text, _redacted(text, hits, labels), hits)


def _redacted(text: str, hits: tuple[Hit, ...], labels: Mapping[Kind, str]) -> str:
    pieces, at = [], 0
    for hit in hits:
        pieces += [text[at : hit.start], labels.get(hit.kind, NEUTRAL[hit.kind])]
        at = hit.end
    return "".join([*pieces, text[at:]])


def _found(text: str, names: Names, own: str) -> list[Span]:
    spans: list[Span] = [*persons(text, names, own), *unique_persons(text, names)]
    if has_at(text):
        spans += emails(text)
    if _SOME_DIGITS.search(text):
        spans += [
            *addresses(text, names.listed),
            *plates(text),
            *documents(text),
            *client_numbers(text),
            *birthdates(text),
        ]
    if _DIGITS.search(text):
        spans += [*bsns(text), *ibans(text), *phones(text), *postcodes(text)]
    return spans


def _repeated(text: str, spans: list[Span], before: str) -> Iterator[Span]:
    """Yield where what was found once stands again without the words that gave it away."""
    for found, kind in {before[span.start : span.end]: span.kind for span in spans}.items():
        at = text.find(found)
        while at >= 0:
            end = at + len(found)
            if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                yield Span(at, end, kind)
            at = text.find(found, end)


def _merged(spans: list[Span]) -> list[Span]:
    """Return spans without overlap: the longest gives the kind, and what stuck out of it is covered too.

    A stated BSN keeps its kind whatever it overlaps; else joining it to a longer number made it overridable.
    """
    merged: list[Span] = []
    longest = 0
    for span in sorted(spans):
        length = span.end - span.start
        if not merged or span.start >= merged[-1].end:
            merged.append(span)
            longest = length
            continue
        last = merged[-1]
        kind = last.kind
        if not last.stated and (span.stated or length > longest):
            kind = span.kind
        longest = max(longest, length)
        merged[-1] = Span(last.start, max(last.end, span.end), kind, last.stated or span.stated)
    return merged
