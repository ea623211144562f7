"""Rules of a picture or document that goes with a message: which kinds, how large, and without what it hides.

JPEG: ITU-T T.81, annex B; Exif 2.32. PNG: W3C, third edition. PDF: ISO 32000-2, 7.3.5, 7.3.8, 7.5.7 and 12.6.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

ATTACHED: Final = "attachment"  # the kind of file that somebody sent, as a stored message names it
MOST: Final = 5  # megabytes
MOST_ABOUT: Final = 200  # characters of what a picture shows, in a sentence
MOST_SIDES: Final = 10_000  # pixels, width and height together: chat apps refuse more
MOST_RATIO: Final = 20  # of the longer side to the shorter one, for the same reason
MIMES: Final = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".pdf": "application/pdf",
}
SUFFIXES: Final = {"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf"}


class Unfit(StrEnum):
    """Why a file cannot go along."""

    kind = "kind"
    too_big = "too-big"
    broken = "broken"  # it is not what its name says, or not whole
    acts = "acts"  # a document that can do something, holds another file, or is locked
    gone = "gone"  # the channel does not have it any more


class UnfitFile(ValueError):
    """A file cannot go along."""

    def __init__(self, why: Unfit) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True)
class Looked:
    """A file as it may be kept."""

    mime: str
    data: bytes


def is_picture(mime: str) -> bool:
    """Tell whether a file of this kind is shown, and not only offered."""
    return mime.startswith("image/")


def unfit(suffix: str, size: int) -> Unfit | None:
    """Return why a file of this name's ending and size, in bytes, cannot go along; None when it may."""
    if suffix not in MIMES:
        return Unfit.kind
    return Unfit.too_big if size > MOST * 1_000_000 else None


def look(data: bytes) -> Looked:
    """Return a file by what is in it, whatever its name; raise UnfitFile.

    What a picture hides goes: where and when it was taken, with what, and by whom.
    """
    if len(data) > MOST * 1_000_000:
        raise UnfitFile(Unfit.too_big)
    try:
        if data.startswith(b"\xff\xd8\xff"):
            return Looked("image/jpeg", _bare_jpeg(data))
        if data.startswith(_PNG):
            return Looked("image/png", _bare_png(data))
    except (struct.error, IndexError):
        raise UnfitFile(Unfit.broken) from None
    if data.startswith(b"%PDF-") and b"%%EOF" in data[-2048:]:
        _check_pdf(data)
        return Looked("application/pdf", data)
    raise UnfitFile(Unfit.kind)


def _check_sides(width: int, height: int) -> None:
    short, long = sorted((width, height))
    if short < 1 or short + long > MOST_SIDES or long > MOST_RATIO * short:
        raise UnfitFile(Unfit.too_big)


# --- JPEG -----------------------------------------------------------------------------------------------

_SCAN, _END, _EXIF, _COMMENT = 0xDA, b"\xff\xd9", 0xE1, 0xFE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # where width and height stand
# JFIF, the colour profile and Adobe's colours: without these it looks different. Others use the same numbers,
# for a small copy of the picture as it was before somebody cut it.
_KEPT_APPS = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_JFIF_BARE = 16  # bytes up to its size in pixels, before the small copy


def _bare_jpeg(data: bytes) -> bytes:
    kept: list[bytes] = []
    turned = 1
    for marker, segment in _segments(data):
        if marker == _EXIF:
            turned = _orientation(segment) or turned
        elif marker == _SCAN:
            # Nothing behind the end of the picture either: some put a film there. Some forget the end.
            scan = segment.partition(_END)[0] + _END
            return b"\xff\xd8" + _upright(turned) + b"".join(kept) + scan
        elif 0xE0 <= marker <= 0xEF:
            kept.append(_bare_app(marker, segment))
        elif marker != _COMMENT:
            if marker in _FRAMES:
                height, width = struct.unpack(">HH", segment[5:9])
                _check_sides(width, height)
            kept.append(segment)
    raise UnfitFile(Unfit.broken)


def _bare_app(marker: int, segment: bytes) -> bytes:
    """Return what a program wrote into a picture, if it looks different without."""
    if marker not in _KEPT_APPS or not segment[4:].startswith(_KEPT_APPS[marker]):
        return b""
    if marker != 0xE0:
        return segment
    said = segment[4:_JFIF_BARE].ljust(_JFIF_BARE - 4, b"\0")
    return segment[:2] + struct.pack(">H", _JFIF_BARE) + said + b"\0\0"


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each part with its two bytes of name; the last is the picture itself with all behind it."""
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise UnfitFile(Unfit.broken)
        marker = data[at + 1]
        if marker == 0xFF:  # padding
            at = len(data) - len(data[at:].lstrip(b"\xff")) - 1
            continue
        if marker == _SCAN:
            yield marker, data[at:]
            return
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        yield marker, data[at : at + 2 + length]
        at += 2 + length


def _orientation(segment: bytes) -> int:
    """Return how a picture is turned, from 1 to 8; 0 when it is not said."""
    exif = segment[4:]
    if not exif.startswith(b"Exif\0\0"):
        return 0
    exif = exif[6:]
    order = {b"II": "<", b"MM": ">"}.get(exif[:2], "")
    if not order:
        return 0
    (first,) = struct.unpack(f"{order}I", exif[4:8])
    (count,) = struct.unpack(f"{order}H", exif[first : first + 2])
    for number in range(min(count, 100)):
        at = first + 2 + 12 * number
        tag, _kind, _many, value = struct.unpack(f"{order}HHIH", exif[at : at + 10])
        if tag == 0x0112 and 1 <= value <= 8:
            return int(value)
    return 0


def _upright(turned: int) -> bytes:
    """Return the part that says only how the picture is turned; nothing when it stands upright."""
    if turned == 1:
        return b""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, turned, 0)
    body = b"Exif\0\0" + b"MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


# --- PNG ------------------------------------------------------------------------------------------------

_PNG = b"\x89PNG\r\n\x1a\n"
# Beside what a picture cannot do without, whose names begin with a capital: colours and transparency.
_KEPT_CHUNKS = frozenset({b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"bKGD"})


def _bare_png(data: bytes) -> bytes:
    kept, at = [_PNG], len(_PNG)
    while True:
        length, name = struct.unpack(">I4s", data[at : at + 8])
        chunk = data[at : at + 12 + length]
        (check,) = struct.unpack(">I", chunk[8 + length :])
        if zlib.crc32(chunk[4 : 8 + length]) != check:
            raise UnfitFile(Unfit.broken)
        if at == len(_PNG):
            _check_sides(*struct.unpack(">II", chunk[8:16]))
        if name[:1].isupper() or name in _KEPT_CHUNKS:
            kept.append(chunk)
        if name == b"IEND":
            return b"".join(kept)
        at += 12 + length


# --- PDF ------------------------------------------------------------------------------------------------

_MOST_GROWN: Final = 300_000_000  # bytes of all that is packed in a document; a scanned page has 26 million
_PIECE: Final = 65_536
_STREAM: Final = re.compile(rb"(?<!end)stream\r?\n")
_SPELLED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_ACTS: Final = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|Encrypt)(?![A-Za-z])")
_PACKED: Final = b"\x78"  # how packed data begins


def _check_pdf(data: bytes) -> None:
    """Refuse a document that grows, or whose names say that it does more than be read."""
    at, left = 0, _MOST_GROWN
    for found in _STREAM.finditer(data):
        if found.start() < at:
            continue
        names = data[at : found.start()]
        _check_names(names)
        at = data.find(b"endstream", found.end())
        if at < 0:
            raise UnfitFile(Unfit.broken)
        if data[found.end() : found.end() + 1] == _PACKED:
            left -= _grown(data[found.end() : at], left, objects=b"ObjStm" in names[-500:])
    _check_names(data[at:])


def _check_names(names: bytes) -> None:
    if _ACTS.search(_SPELLED.sub(lambda found: bytes([int(found[1], 16)]), names)):
        raise UnfitFile(Unfit.acts)


def _grown(packed: bytes, most: int, *, objects: bool) -> int:
    """Return how many bytes packed data becomes; among objects there are names to look at."""
    unpack, count, last = zlib.decompressobj(), 0, b""
    try:
        for at in range(0, len(packed), _PIECE):
            piece = packed[at : at + _PIECE]
            while piece:
                made = unpack.decompress(piece, _PIECE)
                piece = unpack.unconsumed_tail
                if (
                    not count
                    and made.startswith(_PACKED)
                    and len(made) > 1
                    and int.from_bytes(made[:2]) % 31 == 0
                ):
                    raise UnfitFile(Unfit.acts)  # packed twice: nobody does that to be read
                count += len(made)
                if count > most:
                    raise UnfitFile(Unfit.too_big)
                if objects:
                    _check_names(last + made)
                    last = made[-40:]
    except zlib.error:
        pass  # what is broken shows nothing
    return count
