"""Look into a workbook before anything reads it: one that lies, hides something or grows is refused.

A workbook is a zip of XML. What reads it later finds its own way through a zip, so a zip that can be read in
two ways is refused as well. ZIP: APPNOTE 6.3.10; XLSX: ECMA-376, part 1.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from array import array
from collections.abc import Iterator, Sequence
from typing import Final

from bot.trouble import Trouble

MOST_UNPACKED: Final = 100_000_000  # bytes
MOST_RATIO: Final = 200
MOST_PARTS: Final = 500
MOST_DIRECTORY: Final = MOST_PARTS * 200  # bytes
MOST_AREA: Final = 50_000_000  # cells between the first and the last one that is filled
MOST_SHARED: Final = 2_000_000  # texts that cells refer to
MOST_TEXT: Final = 100_000_000  # bytes of text in all cells: one text may be packed once and be in every cell
MOST_PIECE: Final = 1_000_000  # bytes in one cell

_PIECE: Final = 64 * 1024
_END: Final = b"PK\x05\x06"
_LOCAL: Final = 30  # bytes before the name of a part
# Beside the workbook these may stand for another kind of file, that grows in its own ways.
_OTHER_KINDS: Final = frozenset({"content.xml", "xl/workbook.bin", "workbook.xml"})
_NEEDED: Final = frozenset({"[content_types].xml", "xl/workbook.xml"})
# Whatever declares something: entities that grow, and those that fetch a file of ours.
_DECLARES: Final = re.compile(rb"<!(?!--|\[CDATA\[)")
_CELL: Final = re.compile(rb'<(?:\w{1,20}:)?c\s[^<>]{0,200}?\br="([A-Z]{1,3})(\d{1,7})"')
_SHARED: Final = re.compile(
    rb'<(?:\w{1,20}:)?c\s[^<>]{0,200}?\bt="s"[^<>]{0,200}>\s{0,9}<(?:\w{1,20}:)?v>\s{0,9}(\d{1,9})\s{0,9}<'
)
_ENDS_TEXT: Final = re.compile(rb"</(?:\w{1,20}:)?si>")


class _Bomb(Exception):
    """It grows."""


class _Broken(Exception):
    """It is no workbook that anybody saves."""


def refuse_bomb(data: bytes) -> None:
    """Raise Trouble for a workbook that unpacks to more than anybody types, or is not what it says."""
    try:
        _look(data)
    except _Bomb:
        raise Trouble("import-bomb", most=MOST_UNPACKED // 1_000_000) from None
    except (_Broken, zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError):
        raise Trouble("import-workbook") from None


def _look(data: bytes) -> None:
    _check_end(data)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = packed.infolist()
    if len(parts) > MOST_PARTS:
        raise _Bomb
    if sum(one.file_size for one in parts) > min(MOST_UNPACKED, MOST_RATIO * len(data)):
        raise _Bomb
    _check_names(parts)
    _check_places(data, parts)
    texts = array("I")
    # Cells refer to texts by their number, so the texts are counted first.
    for one in sorted(parts, key=lambda part: not part.filename.lower().endswith("sharedstrings.xml")):
        _look_at(data, one, texts)


def _check_end(data: bytes) -> None:
    """Refuse a zip whose list of parts does not stand right before its end, or is long."""
    end = data[-22:]
    if len(end) < 22 or not end.startswith(_END) or end[20:] != b"\0\0":
        raise _Broken
    size, start = int.from_bytes(end[12:16], "little"), int.from_bytes(end[16:20], "little")
    if size > MOST_DIRECTORY:
        raise _Bomb
    if start + size != len(data) - 22:
        raise _Broken


def _check_names(parts: Sequence[zipfile.ZipInfo]) -> None:
    names = [one.orig_filename for one in parts]
    known = {name.lower() for name in names}
    if len(known) != len(names) or not known >= _NEEDED or known & _OTHER_KINDS:
        raise _Broken
    for one in parts:
        name = one.orig_filename
        is_away = name.startswith("/") or ".." in name.split("/") or any(sign in name for sign in "\\:\0")
        is_link = stat.S_ISLNK(one.external_attr >> 16)
        if is_away or is_link or one.flag_bits & 0x1 or one.compress_type not in (0, 8):
            raise _Broken


def _check_places(data: bytes, parts: Sequence[zipfile.ZipInfo]) -> None:
    """Refuse parts that overlap: one piece of data would be unpacked many times."""
    at = 0
    for one in sorted(parts, key=lambda part: part.header_offset):
        if one.header_offset < at:
            raise _Bomb
        at = _start_of(data, one) + one.compress_size
    if at > len(data) - 22:
        raise _Broken


def _start_of(data: bytes, part: zipfile.ZipInfo) -> int:
    """Return where the data of a part begins, behind its own header."""
    header = data[part.header_offset : part.header_offset + _LOCAL]
    if len(header) < _LOCAL or header[:4] != b"PK\x03\x04":
        raise _Broken
    name, extra = int.from_bytes(header[26:28], "little"), int.from_bytes(header[28:30], "little")
    begins = part.header_offset + _LOCAL
    if data[begins : begins + name].decode("utf-8", "replace") != part.orig_filename:
        raise _Broken
    return begins + name + extra


def _unpacked(data: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a part in pieces; raise when it is longer than it says."""
    start, left = _start_of(data, part), part.file_size
    unpack = zlib.decompressobj(-15) if part.compress_type else None
    view = memoryview(data)[start : start + part.compress_size]
    for at in range(0, len(view), _PIECE):
        piece = bytes(view[at : at + _PIECE])
        while piece:
            made = unpack.decompress(piece, _PIECE) if unpack else piece
            left -= len(made)
            if left < 0:
                raise _Bomb
            yield made
            piece = unpack.unconsumed_tail if unpack else b""
    if left or (unpack and not unpack.eof):
        raise _Broken


def _look_at(data: bytes, part: zipfile.ZipInfo, texts: array[int]) -> None:
    """Read a part through: what it declares, how far its cells reach, and how long their texts are."""
    name = part.filename.lower()
    held, seen = b"", _Sheet(texts)
    for piece in _unpacked(data, part):
        if not name.endswith((".xml", ".rels", ".vml")):
            continue
        held += piece
        if b"\0" in piece or len(held) > MOST_PIECE:
            raise _Broken
        # What begins with "<!" may go on in the next piece.
        if any(len(held) - found.end() > 7 for found in _DECLARES.finditer(held)):
            raise _Broken
        is_texts = name.endswith("sharedstrings.xml")
        held = held[seen.add_texts(held) if is_texts else seen.add_cells(held) :]
    if _DECLARES.search(held):
        raise _Broken


class _Sheet:
    """What is known of the cells so far."""

    def __init__(self, texts: array[int]) -> None:
        self.texts = texts
        self.width = self.height = 1
        self.said = 0

    def add_texts(self, held: bytes) -> int:
        """Note how long each text is; return how far that was read."""
        at = 0
        for found in _ENDS_TEXT.finditer(held):
            self.texts.append(found.end() - at)
            at = found.end()
        if len(self.texts) > MOST_SHARED:
            raise _Bomb
        return at

    def add_cells(self, held: bytes) -> int:
        """Note the cells that are whole; return how far that was read."""
        end = max(held.rfind(b"c>"), held.rfind(b"/>")) + 2
        if end < 2:
            return 0
        for found in _CELL.finditer(held, 0, end):
            self.width = max(self.width, _column(found[1]))
            self.height = max(self.height, int(found[2]))
        for found in _SHARED.finditer(held, 0, end):
            number = int(found[1])
            self.said += self.texts[number] if number < len(self.texts) else 0
        if self.width * self.height > MOST_AREA or self.said > MOST_TEXT:
            raise _Bomb
        return end


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
