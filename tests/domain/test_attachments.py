"""A picture or document that goes with a message: what is taken, what is refused, what a picture hides."""

from __future__ import annotations

import struct
import zlib

import pytest

from domain.attachments import MOST, Unfit, UnfitFile, look, unfit
from tests.emulator.media import JPEG

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
GPS = b"Exif\0\0" + b"gps 52.07 4.30 taken by Jan"


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def jpeg(*parts: bytes, end: bytes = b"") -> bytes:
    """The smallest honest picture, with these parts in it."""
    return JPEG[:2] + b"".join(parts) + JPEG[2:] + end


def exif(turned: int, order: str = "<") -> bytes:
    """The part in which a phone says how it was held, and more."""
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
    tag = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, turned, 0)
    other = struct.pack(f"{order}HHII", 0x010F, 2, 4, 0x4A616E00)
    return segment(0xE1, b"Exif\0\0" + head + struct.pack(f"{order}H", 2) + other + tag + GPS)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int = 1, height: int = 1, *more: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0\x80"))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + pixels + chunk(b"IEND", b"")


def test_picture__loses_where_and_when_and_by_whom() -> None:
    hidden = jpeg(segment(0xE1, GPS), segment(0xED, b"Photoshop by Jan"), segment(0xFE, b"Jan was here"))
    assert look(hidden).data == look(JPEG).data
    assert b"Jan" not in look(hidden).data
    chunks = chunk(b"tEXt", b"Author\0Jan"), chunk(b"eXIf", GPS), chunk(b"tIME", b"1234567")
    assert look(png(1, 1, *chunks)).data == png()
    assert look(png() + b"a film behind it").data == png()
    assert look(jpeg(end=b"\xff\xd9a film behind it")).data == look(JPEG).data


def test_picture__loses_the_small_copy_of_what_was_cut_away() -> None:
    jfif = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
    before = (
        segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\1\1Jan"),
        segment(0xE0, b"JFXX\0\x10Jan"),
        segment(0xE2, b"MPF\0Jan"),
    )
    assert look(jpeg(*before)).data == look(jpeg(jfif)).data
    assert look(look(jpeg(jfif)).data).data == look(jpeg(jfif)).data
    assert b"Jan" not in look(jpeg(*before, segment(0xE0, b"JFIF\0"))).data


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("turned", [3, 6, 8])
def test_picture__stays_turned_as_it_was_taken(turned: int, order: str) -> None:
    made = look(jpeg(exif(turned, order))).data
    assert b"Jan" not in made
    assert b"gps" not in made
    assert look(made).data == made  # what is written is read back, and has nothing more to lose
    assert struct.pack(">HHIHH", 0x0112, 3, 1, turned, 0) in made


def test_picture__keeps_its_colours() -> None:
    assert b"profile" in look(jpeg(segment(0xE2, b"ICC_PROFILE\0profile"))).data
    assert look(png(1, 1, chunk(b"tRNS", b"\0\0"))).data == png(1, 1, chunk(b"tRNS", b"\0\0"))


@pytest.mark.parametrize(
    ("data", "mime"), [(JPEG, "image/jpeg"), (png(), "image/png"), (PDF, "application/pdf")]
)
def test_file__is_what_is_in_it(data: bytes, mime: str) -> None:
    assert look(data).mime == mime


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", Unfit.kind),
        (b"GIF89a", Unfit.kind),
        (b"<svg onload='alert(1)'/>", Unfit.kind),
        (b"PK\x03\x04 a document with a program in it", Unfit.kind),
        (b"%PDF-1.7 cut off", Unfit.kind),
        (JPEG[:40], Unfit.broken),
        (b"\xff\xd8\xff\xe0\0\x10JF", Unfit.broken),
        (png()[:30], Unfit.broken),
        (png().replace(b"IDAT", b"IDAX"), Unfit.broken),
        (png(9000, 2000), Unfit.too_big),
        (png(2100, 100), Unfit.too_big),
        (png(0, 1), Unfit.too_big),
        (PDF + b"0" * MOST * 1_000_000, Unfit.too_big),
    ],
)
def test_file__that_cannot_go_along_says_why(data: bytes, why: Unfit) -> None:
    with pytest.raises(UnfitFile) as refused:
        look(data)
    assert refused.value.why is why


@pytest.mark.parametrize(
    ("suffix", "size", "why"),
    [
        (".jpg", 10, None),
        (".pdf", MOST * 1_000_000, None),
        (".pdf", MOST * 1_000_000 + 1, Unfit.too_big),
        (".docx", 10, Unfit.kind),
        (".svg", 10, Unfit.kind),
        ("", 10, Unfit.kind),
    ],
)
def test_name__tells_before_anything_is_fetched(suffix: str, size: int, why: Unfit | None) -> None:
    assert unfit(suffix, size) is why
