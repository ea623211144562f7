"""Files that are made to break in, to fill the memory or to hang: how many are refused, and what that takes.

python -m tests.benchmarks.bombs

Each is given to what reads files of people: a table to import, or a picture or document with a message. A
file counts as refused when the reader says no, or when not one row of it comes in; a workbook only when no
process was started to read it.
"""

from __future__ import annotations

import gc
import io
import json
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.practice_files import reading
from bot.practice_files.reading import read_table
from bot.trouble import Trouble
from domain.attachments import UnfitFile, look, unfit
from domain.importing import MOST_HANDED, Refused, name_of
from domain.importing import unfit as unfit_table

HANDED = MOST_HANDED * 1_000_000
MOST_MB = 20.0

TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
RELATIONS = b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORKBOOK = (
    b'<?xml version="1.0"?><workbook xmlns="' + MAIN + b'" xmlns:r="' + OFFICE + b'"><sheets>'
    b'<sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
RELS = (
    RELATIONS + b'<Relationship Id="rId1" Type="' + OFFICE + b'/worksheet" Target="worksheets/sheet1.xml"/>'
    b'<Relationship Id="rId2" Type="'
    + OFFICE
    + b'/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
ROOT_RELS = (
    RELATIONS
    + b'<Relationship Id="rId1" Type="'
    + OFFICE
    + b'/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
HEADERS = ("titel", "situatie", "aanpak", "resultaat", "let op")


def cells(row: int, *words: str) -> bytes:
    """Return a row of a sheet with its words in it."""
    inside = "".join(
        f'<c r="{chr(65 + at)}{row}" t="inlineStr"><is><t>{word}</t></is></c>'
        for at, word in enumerate(words)
    )
    return f'<row r="{row}">{inside}</row>'.encode()


def sheet(*rows: bytes, head: bytes = b"") -> bytes:
    """Return a sheet with the usual headers and these rows."""
    inside = cells(1, *HEADERS) + b"".join(rows)
    begin = b'<?xml version="1.0"?>' + head + b'<worksheet xmlns="' + MAIN + b'"><sheetData>'
    return begin + inside + b"</sheetData></worksheet>"


GOOD = cells(2, "Samen bellen", "Iemand belt niet.", "Samen bellen.", "Er kwam rust.", "Niet bij haast.")


def shared(*items: bytes, head: bytes = b"") -> bytes:
    """Return the texts to which cells refer."""
    inside = b"".join(b"<si><t>" + one + b"</t></si>" for one in items)
    return b'<?xml version="1.0"?>' + head + b'<sst xmlns="' + MAIN + b'">' + inside + b"</sst>"


def book(more: dict[str, bytes] | None = None, method: int = zipfile.ZIP_DEFLATED, **changed: bytes) -> bytes:
    """Return a workbook that can be read, with parts changed or added."""
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT_RELS,
        "xl/workbook.xml": changed.get("workbook", WORKBOOK),
        "xl/_rels/workbook.xml.rels": RELS,
        "xl/sharedStrings.xml": changed.get("strings", shared(b"a")),
        "xl/worksheets/sheet1.xml": changed.get("sheet", sheet(GOOD)),
        **(more or {}),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return made.getvalue()


def laughs(name: str = "worksheet") -> bytes:
    """Return a billion laughs."""
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE {name} [<!ENTITY l0 "lol">{lines}]>'.encode()


def patched(data: bytes, at: int, new: bytes) -> bytes:
    """Return data with other bytes at a place."""
    return data[:at] + new + data[at + len(new) :]


def central(data: bytes, name: str) -> int:
    """Return where the line of a part in the list of parts begins."""
    at = data.index(b"PK\x01\x02")
    while data[at + 46 : at + 46 + len(name)] != name.encode():
        at = data.index(b"PK\x01\x02", at + 4)
    return at


def lying(less: bool) -> bytes:
    """Return a workbook of which the list says that its sheet is small."""
    data = book(sheet=sheet(GOOD) + b" " * 60_000_000)
    return patched(
        data, central(data, "xl/worksheets/sheet1.xml") + 24, struct.pack("<I", 500 if less else 2**31)
    )


def overlapping(quoted: bool) -> bytes:
    """Return many parts of which all lines point at one piece of data, or each holds the next ones quoted."""
    good = book()
    directory = good.index(b"PK\x01\x02")
    kernel = zlib.compressobj(9, wbits=-15)
    packed = kernel.compress(b" " * 20_000_000) + kernel.flush()
    crc, size = zlib.crc32(b" " * 20_000_000), 20_000_000
    names = [f"xl/worksheets/s{n:03}.xml".encode() for n in range(200)]
    out, lines = bytearray(good[:directory]), bytearray(good[directory:-22])
    if quoted:
        heads = [_local(one, crc, len(packed), size) for one in names]
        places = [directory + sum(map(len, heads[:n])) for n in range(len(heads))]
        out += b"".join(heads) + packed
    else:
        out += _local(names[0], crc, len(packed), size) + packed
        places = [directory] * len(names)
    for one, place in zip(names, places, strict=True):
        lines += (
            struct.pack(
                "<IHHHHHHIIIHHHHHII",
                0x02014B50,
                20,
                20,
                0,
                8,
                0,
                0x21,
                crc,
                len(packed),
                size,
                len(one),
                0,
                0,
                0,
                0,
                0,
                place,
            )
            + one
        )
    count = len(names) + 6
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(lines), len(out), 0)
    return bytes(out + lines + end)


def _local(name: bytes, crc: int, packed: int, size: int) -> bytes:
    return struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 0x21, crc, packed, size, len(name), 0) + name


def in_each_other(depth: int) -> bytes:
    """Return a zip in a zip in a zip."""
    data = b"0" * 1_000_000
    for _ in range(depth):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
            for n in range(8):
                packed.writestr(f"{n}.zip", data)
        data = made.getvalue()
    return data


def many(count: int) -> bytes:
    """Return a workbook with many empty parts."""
    return book({f"xl/{n}": b"" for n in range(count)})


def linked() -> bytes:
    """Return a workbook of which a sheet is a link to a file of ours."""
    made = io.BytesIO(book())
    with zipfile.ZipFile(made, "a") as packed:
        link = zipfile.ZipInfo("xl/worksheets/sheet2.xml")
        link.external_attr = 0o120777 << 16
        packed.writestr(link, "/etc/passwd")
    return made.getvalue()


def twice() -> bytes:
    """Return a workbook with one part under two spellings of its name."""
    return book({"XL/Workbook.xml": WORKBOOK})


def encrypted() -> bytes:
    """Return a workbook of which a part says that it is encrypted."""
    data = book()
    at = central(data, "xl/worksheets/sheet1.xml")
    return patched(data, at + 8, b"\x01\x00")


def two_ends() -> bytes:
    """Return a zip with two ends: one for who looks from behind, one in the comment."""
    first, other = book(), book(sheet=sheet(GOOD) + b" " * 1_000_000)
    return first[:-2] + struct.pack("<H", min(len(other), 65535)) + other


def with_64_bits() -> bytes:
    """Return a workbook with a part of 2^60 bytes."""
    data = book()
    at = central(data, "xl/worksheets/sheet1.xml")
    return patched(data, at + 20, b"\xff" * 8)


def flat(*, nested: bool = False, more: bytes = b"") -> bytes:
    """Return a PDF of which a page grows to a gigabyte."""
    inside = zlib.compress(b" " * 1_000_000_000 if not nested else b" " * 100_000_000, 9)
    if nested:
        inside = zlib.compress(inside, 9)
    names = b"[/FlateDecode /FlateDecode]" if nested else b"/FlateDecode"
    return (
        b"%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R"
        + more
        + b">> endobj\n3 0 obj <</Length "
        + str(len(inside)).encode()
        + b"/Filter"
        + names
        + b">>\nstream\n"
        + inside
        + b"\nendstream endobj\n%%EOF"
    )


def pdf(more: bytes) -> bytes:
    """Return a small PDF with something in it."""
    return b"%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n4 0 obj <<" + more + b">> endobj\n%%EOF"


def png(width: int, height: int, data: bytes = b"") -> bytes:
    """Return a PNG of a size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def chunk(name: bytes, data: bytes) -> bytes:
    """Return a part of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def jpeg(width: int, height: int) -> bytes:
    """Return a JPEG of a size."""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, height, width, 3) + bytes(9)
    return b"\xff\xd8" + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x00\xff\xd9"


# --- all of them ----------------------------------------------------------------------------------------

UTF16 = (
    '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
)
FILE = b'<!DOCTYPE worksheet [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
NET = b'<!DOCTYPE workbook SYSTEM "http://127.0.0.1:9/b.dtd">'
QUADRATIC = b'<!DOCTYPE sst [<!ENTITY b "' + b"b" * 50_000 + b'">]>'
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
EMPTY_ROW = ";".join(HEADERS)
ODS = (
    b'<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><o:body><o:spreadsheet><t:table>'
    b'<t:table-row t:number-rows-repeated="1048576"><t:table-cell t:number-columns-repeated="16384" '
    b'o:value="1"/></t:table-row></t:table></o:spreadsheet>'
    b"</o:body></o:document-content>"
)


def everywhere() -> bytes:
    """Return a workbook with one long text in every cell."""
    row = "".join(f'<c r="{chr(65 + at)}%d" t="s"><v>0</v></c>' for at in range(26))
    rows = b"".join(f'<row r="{n}">{row.replace("%d", str(n))}</row>'.encode() for n in range(2, 4000))
    return book(sheet=sheet(rows), strings=shared(b"long " * 6000))


TABLES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a sheet that unpacks to 150 MB": ("x.xlsx", lambda: book(sheet=sheet(GOOD) + b" " * 150_000_000)),
    "a dense sheet of 30 MB": ("x.xlsx", lambda: book(sheet=sheet(GOOD) + b" " * 30_000_000)),
    "a zip in a zip in a zip": ("x.xlsx", lambda: in_each_other(5)),
    "a zip in a zip, as a table of commas": ("x.csv", lambda: in_each_other(3)),
    "a workbook with a zip bomb inside": ("x.xlsx", lambda: book({"xl/media/a.zip": b"0" * 120_000_000})),
    "40,000 empty parts": ("x.xlsx", lambda: many(40_000)),
    "600 parts": ("x.xlsx", lambda: many(600)),
    "a sheet larger than the list says": ("x.xlsx", lambda: lying(True)),
    "a sheet smaller than the list says": ("x.xlsx", lambda: lying(False)),
    "200 parts in one place": ("x.xlsx", lambda: overlapping(False)),
    "200 parts that quote each other": ("x.xlsx", lambda: overlapping(True)),
    "one name in two spellings": ("x.xlsx", twice),
    "billion laughs in the sheet": ("x.xlsx", lambda: book(sheet=sheet(cells(2, "&l9;"), head=laughs()))),
    "billion laughs in the texts": ("x.xlsx", lambda: book(strings=shared(b"&l9;", head=laughs("sst")))),
    "billion laughs in the workbook": (
        "x.xlsx",
        lambda: book(workbook=WORKBOOK.replace(b"<workbook", laughs("workbook") + b"<workbook")),
    ),
    "one long entity, often": ("x.xlsx", lambda: book(strings=shared(*[b"&b;" * 999] * 99, head=QUADRATIC))),
    "a file of ours as an entity": ("x.xlsx", lambda: book(sheet=sheet(cells(2, "&b;"), head=FILE))),
    "an address as a definition": ("x.xlsx", lambda: book(workbook=NET + WORKBOOK[21:])),
    "an entity in UTF-16": ("x.xlsx", lambda: book(strings=UTF16.encode("utf-16"))),
    "an entity in UTF-16 without a mark": ("x.xlsx", lambda: book(strings=UTF16.encode("utf-16-le"))),
    "texts of 120 MB": ("x.xlsx", lambda: book(strings=shared(*[b"t" * 1000] * 120_000))),
    "one long text in every cell": ("x.xlsx", everywhere),
    "a cell in the last row and column": ("x.xlsx", lambda: book(sheet=sheet(GOOD, FAR))),
    "a cell of 5 MB": ("x.xlsx", lambda: book(method=0, sheet=sheet(cells(2, "word " * 900_000)))),
    "an encrypted part": ("x.xlsx", encrypted),
    "a workbook behind a password": ("x.xlsx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100_000)),
    "an old workbook by a new name": ("x.csv", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100_000)),
    "a link to a file of ours": ("x.xlsx", linked),
    "a part two folders up": ("x.xlsx", lambda: book({"../../etc/passwd": b"x"})),
    "a part at the root": ("x.xlsx", lambda: book({"/etc/cron.d/x": b"x"})),
    "a part on a drive": ("x.xlsx", lambda: book({"C:\\x.bat": b"x"})),
    "half a workbook": ("x.xlsx", lambda: book()[: len(book()) // 2]),
    "a workbook without its list": ("x.xlsx", lambda: book()[: book().index(b"PK\x01\x02")]),
    "a workbook with two ends": ("x.xlsx", two_ends),
    "a part of 2^32 bytes": ("x.xlsx", with_64_bits),
    "a workbook packed with LZMA": ("x.xlsx", lambda: book(method=zipfile.ZIP_LZMA)),
    "another kind of sheet with a million rows in one": ("x.xlsx", lambda: book({"content.xml": ODS})),
    "a binary sheet": ("x.xlsx", lambda: book({"xl/workbook.bin": b"\x83\x01\x00" * 9})),
    "a cell of 5 MB, in commas": ("x.csv", lambda: f'{EMPTY_ROW}\n"'.encode() + b"a" * 4_900_000),
    "a quotation mark that never closes": ("x.csv", lambda: b'"' + b"a;b;c\n" * 800_000),
    "two million rows": ("x.csv", lambda: EMPTY_ROW.encode() + b"\n" + b";\n" * 10 + b"a\n" * 2_000_000),
    "two million columns": ("x.csv", lambda: EMPTY_ROW.encode() + b";" * 2_000_000),
    "five million empty lines": ("x.csv", lambda: b"\n" * 4_900_000),
    "nothing but noughts": ("x.csv", lambda: bytes(4_900_000)),
    "one emoji in 5 MB of letters": ("x.csv", lambda: b"a" * 4_900_000 + "😀".encode()),
    "a program": ("x.csv", lambda: b"\x7fELF" + bytes(range(256)) * 4000),
    "more than may be handed over": ("x.csv", lambda: EMPTY_ROW.encode() + b"\n" + b"a;b;c;d;e\n" * 600_000),
    "lists in lists in lists": ("x.jsonl", lambda: b"[" * 4_900_000),
    "objects in objects": ("x.jsonl", lambda: b'{"a":' * 900_000),
    "an object with 500,000 names": (
        "x.jsonl",
        lambda: json.dumps({f"a{n}": 1 for n in range(400_000)}, separators=(",", ":")).encode()[:4_900_000],
    ),
    "a list of two million numbers": ("x.jsonl", lambda: b'{"titel":[' + b"1," * 2_400_000 + b"1]}"),
    "a number of 5 MB": ("x.jsonl", lambda: b'{"titel":' + b"9" * 4_900_000 + b"}"),
    "five million empty lines of JSON": ("x.jsonl", lambda: b"\n" * 4_900_000),
}
FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a PNG of 50,000 by 50,000": (".png", lambda: png(50_000, 50_000)),
    "a PNG of 1 by 2^31": (".png", lambda: png(1, 2**31 - 1)),
    "a PNG without width": (".png", lambda: png(0, 10)),
    "half a PNG": (".png", lambda: png(10, 10, bytes(900))[:60]),
    "a PNG with a part of 4 GB": (".png", lambda: patched(png(10, 10, bytes(900)), 33, b"\xff\xff\xff\xff")),
    "a JPEG of 65,500 by 65,500": (".jpg", lambda: jpeg(65_500, 65_500)),
    "a JPEG of filling": (".jpg", lambda: b"\xff\xd8\xff" + b"\xff" * 4_900_000),
    "a JPEG of segments without a length": (".jpg", lambda: b"\xff\xd8" + b"\xff\xe1\x00\x00" * 1_000_000),
    "a program called a picture": (".png", lambda: b"MZ" + bytes(10_000)),
    "a drawing with a script": (".svg", lambda: b"<svg onload='alert(1)'/>"),
    "a drawing called a picture": (
        ".png",
        lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
    ),
    "a page called a picture": (".jpg", lambda: b"<html><script>alert(1)</script>"),
    "a PDF that grows to a gigabyte": (".pdf", flat),
    "a PDF packed twice": (".pdf", lambda: flat(nested=True)),
    "a PDF that runs a script": (".pdf", lambda: pdf(b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>")),
    "a PDF that runs a script by another spelling": (".pdf", lambda: pdf(b"/S/J#61vaScript/JS(x)")),
    "a PDF that starts a program": (".pdf", lambda: pdf(b"/OpenAction<</S/Launch/F(cmd.exe)>>")),
    "a PDF with a file inside": (".pdf", lambda: pdf(b"/Names<</EmbeddedFiles 5 0 R>>")),
    "a PDF behind a password": (".pdf", lambda: pdf(b"/Encrypt 9 0 R")),
    "half a PDF": (".pdf", lambda: pdf(b"")[:40]),
    "a PDF of 6 MB": (".pdf", lambda: pdf(b"") + bytes(6_000_000) + b"%%EOF"),
}
# It takes a second or more to make these.
SLOW = frozenset(
    {
        "a sheet that unpacks to 150 MB",
        "a workbook with a zip bomb inside",
        "40,000 empty parts",
        "a zip in a zip in a zip",
        "a sheet larger than the list says",
        "texts of 120 MB",
        "a PDF that grows to a gigabyte",
        "a PDF packed twice",
        "five million empty lines",
        "five million empty lines of JSON",
    }
)


@dataclass(frozen=True)
class Refusal:
    """What became of one file: why it was refused, nothing when it was not, and what that took."""

    name: str
    why: str
    milliseconds: float
    megabytes: float


def tried(name: str, kind: str, data: bytes) -> Refusal:
    """Give one file to what reads it."""
    read = 0
    sheet_ = reading._sheet

    def counted(data: bytes) -> Iterator[tuple[int, list[str] | None]]:
        nonlocal read
        read += 1
        return sheet_(data)

    reading._sheet = counted
    before, began = _begin(), time.perf_counter()
    try:
        why = _refused_table(kind, data) if name in TABLES else _refused_file(kind, data)
    finally:
        reading._sheet = sheet_
    took = (time.perf_counter() - began) * 1000
    return Refusal(name, "" if read else why, took, (_memory("VmHWM") - before) / 1024)


def _begin() -> int:
    """Forget the most memory that this process ever had, and return what it has now, in kilobytes."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")
    return _memory("VmRSS")


def _memory(what: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(what)).split()[1])


def _refused_table(name: str, data: bytes) -> str:
    if (why := unfit_table(name_of(name)[1], len(data))) is not None:
        return why.value
    try:
        table = read_table(data, name, "nl")
    except Trouble as trouble:
        return trouble.key
    return "" if any(not isinstance(row, Refused) for row in table.rows) else "no row"


def _refused_file(suffix: str, data: bytes) -> str:
    if (why := unfit(suffix, len(data))) is not None:
        return why.value
    try:
        look(data)
    except UnfitFile as error:
        return error.why.value
    return ""


def all_tried() -> Iterator[Refusal]:
    """Try them all, each in a process of its own that made the file before its memory is looked at."""
    for name, (kind, _) in {**TABLES, **FILES}.items():
        asked = [sys.executable, "-m", "tests.benchmarks.bombs", "--one", name]
        done = subprocess.run(asked, capture_output=True, text=True, timeout=120, check=False)
        try:
            yield Refusal(**json.loads(done.stdout))
        except (ValueError, TypeError):
            yield Refusal(name, "", 0, 0)
            print(done.stderr[-400:], kind)


def one(name: str) -> None:
    """Try one, the file made by a process before this one, so that only the reading is measured."""
    kind = {**TABLES, **FILES}[name][0]
    made = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bombs", "--make", name], capture_output=True, check=True
    ).stdout
    harmless = book()
    read_table(harmless, "x.xlsx", "nl")  # what is loaded at first use
    print(json.dumps(vars(tried(name, kind, made))))


def main() -> int:
    """Print what became of each, and return 1 when one came in or took too much memory."""
    match sys.argv[1:]:
        case ["--make", name]:
            sys.stdout.buffer.write({**TABLES, **FILES}[name][1]())
            return 0
        case ["--one", name]:
            one(name)
            return 0
    found = list(all_tried())
    for each in found:
        print(
            f"{each.why or 'CAME IN':16} {each.milliseconds:8.1f} ms {each.megabytes:+7.1f} MB  {each.name}"
        )
    refused = sum(bool(each.why) for each in found)
    most = max(each.megabytes for each in found)
    print(f"{refused} of {len(found)} refused before anything read them")
    print(f"most memory {most:+.1f} MB, at most +{MOST_MB:.0f}")
    return 0 if refused == len(found) and most < MOST_MB else 1


if __name__ == "__main__":
    sys.exit(main())
