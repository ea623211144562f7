"""Files that people hand over: every kind, and every way in which they are broken."""

from __future__ import annotations

import io
import json
import time
import zipfile
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from bot.practice_files import reading
from bot.practice_files.reading import Table, read_file, read_table
from bot.trouble import Trouble
from domain.importing import Reason, Refused, Row

HEADER = ("Titel", "Situatie", "Aanpak", "Resultaat", "Let op")
ROW = ("Bel samen", "Durft niet, één keer", "Bel samen;\nrustig", 'Hij zei: "fijn"', "Niet bij boosheid")
CELLS = dict(zip(("title", "situation", "approach", "result", "limits"), ROW, strict=True))


def csv_text(mark: str = ";", *rows: tuple[str, ...]) -> str:
    quoted = [[cell.replace('"', '""') for cell in row] for row in (HEADER, *(rows or (ROW,)))]
    return "\r\n".join(mark.join(f'"{cell}"' for cell in row) for row in quoted)


def workbook(*rows: tuple[object, ...]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return made.getvalue()


def trouble(data: bytes, name: str = "rijen.csv") -> Trouble:
    with pytest.raises(Trouble) as caught:
        read_table(data, name, "nl")
    return caught.value


def only_row(table: Table) -> Row:
    (row,) = table.rows
    assert isinstance(row, Row)
    return row


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv__is_read_whatever_excel_made_of_it(mark: str, encoding: str) -> None:
    row = only_row(read_table(csv_text(mark).encode(encoding), "rijen.csv", "nl"))
    assert row == Row(2, CELLS)


def test_csv__counts_rows_as_a_spreadsheet_does() -> None:
    text = "\n\n" + csv_text(";", ROW, ("",) * 5, ROW)
    assert [row.number for row in read_table(text.encode(), "x.csv", "nl").rows] == [4, 6]


def test_csv__without_the_columns_names_those_it_knows() -> None:
    no = trouble(b"Naam bewoner;BSN\nAnna;111222333\n")
    assert no.key == "import-columns"
    assert no.values["missing"] == "situatie, aanpak, resultaat, let op"
    assert "onderwerpen" in str(no.values["known"])
    assert "Anna" not in str(no.values)
    assert "BSN" not in str(no.values)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "import-empty"),
        (b"\n\n ; ;\n", "import-empty"),
        (b"Titel;Situatie;Aanpak;Resultaat;Let op\n", "import-empty"),
        (csv_text().encode("utf-16-le"), "import-encoding"),
        (csv_text().encode() + b"\xff", "import-encoding"),
        (b"\x81\x8d\x8f", "import-encoding"),
        (b"\0" * 100, "import-encoding"),
    ],
)
def test_csv__that_is_no_table_is_refused_with_the_reason(data: bytes, key: str) -> None:
    assert trouble(data).key == key


def test_csv__with_a_cell_beyond_all_measure_refuses_that_row() -> None:
    text = csv_text() + '\r\n"' + "a" * 200_000
    rows = read_table(text.encode(), "x.csv", "nl").rows
    assert rows[-1] == Refused(3, Reason.unreadable)


@pytest.mark.parametrize("name", ["x.pdf", "x", "x.xls", "x.docx"])
def test_kind__that_is_not_read_is_said(name: str) -> None:
    assert trouble(b"abc", name).key == "import-kind"


def test_too_many_rows__are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 3)
    assert len(read_table(csv_text(";", *[ROW] * 3).encode(), "x.csv", "nl").rows) == 3
    assert trouble(csv_text(";", *[ROW] * 4).encode()).key == "import-too-many"


def test_too_big_a_file__is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "groot.csv"
    with file.open("wb") as handle:
        handle.truncate(reading.MOST_BYTES + 1)
    with pytest.raises(Trouble) as caught:
        read_file(file, "nl")
    assert caught.value.key == "import-too-big"


# JSON lines ------------------------------------------------------------


def test_jsonl__is_read_by_dutch_and_english_names() -> None:
    dutch = json.dumps(dict(zip(HEADER, ROW, strict=True)), ensure_ascii=False)
    english = json.dumps({**CELLS, "themes": ["debt", "youth"], "colour": "red", "key": 7})
    rows = read_table(f"{dutch}\n\n{english}\n".encode(), "x.jsonl", "nl").rows
    assert rows == (Row(1, CELLS), Row(3, {**CELLS, "themes": "debt;youth", "key": "7"}))


@pytest.mark.parametrize(
    "line", ["{", "[]", "7", "null", '{"a":', "[" * 100_000, '{"title": ' + "9" * 5000 + "}"]
)
def test_jsonl__names_the_line_that_is_broken(line: str) -> None:
    rows = read_table(f'{{"titel": "a"}}\n{line}\n'.encode(), "x.jsonl", "nl").rows
    assert rows == (Row(1, {"title": "a"}), Refused(2, Reason.unreadable))


# Workbooks -------------------------------------------------------------


def test_workbook__is_read_with_numbers_and_dates_as_text() -> None:
    data = workbook((*HEADER, "sleutel"), (*ROW, 12), (), (*ROW, 1.5))
    table = read_table(data, "x.xlsx", "nl")
    assert table.rows == (Row(2, {**CELLS, "key": "12"}), Row(4, {**CELLS, "key": "1.5"}))


def test_workbook__is_recognised_whatever_its_name() -> None:
    assert only_row(read_table(workbook(HEADER, ROW), "rijen.csv", "nl")).cells == CELLS


def packed(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in members.items():
            book.writestr(name, data)
    return made.getvalue()


def test_zip_bomb__is_refused_at_once() -> None:
    bomb = packed(sheet=b"0" * 150_000_000)
    began = time.monotonic()
    assert trouble(bomb, "x.xlsx").key == "import-bomb"
    assert time.monotonic() - began < 1


def test_zip_bomb__that_is_small_but_dense_is_refused() -> None:
    assert trouble(packed(sheet=b"0" * 10_000_000), "x.xlsx").key == "import-bomb"


def test_workbook__that_asks_for_a_sheet_of_terabytes_is_refused_and_else_only_ends_its_own_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        sheet.write(1_048_575, 16_383, "far")
    assert trouble(made.getvalue(), "x.xlsx").key == "import-bomb"
    # Whatever gets past the look at it.
    monkeypatch.setattr(reading, "refuse_bomb", lambda data: None)
    began = time.monotonic()
    assert trouble(made.getvalue(), "x.xlsx").key == "import-workbook"
    assert time.monotonic() - began < 20


def test_workbook__with_one_long_text_in_every_cell_is_refused() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        for row in range(1, 101):
            sheet.write_row(row, 0, ("".join(map(str, range(2600)))[:9_000],) * 90)
    assert len(made.getvalue()) < 100_000
    assert trouble(made.getvalue(), "x.xlsx").key == "import-workbook"


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 500, packed(a=b"b"), b"no zip"])
def test_workbook__that_is_broken_is_refused(data: bytes) -> None:
    assert trouble(data, "x.xlsx").key == "import-workbook"
