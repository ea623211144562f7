"""Texts that are made to break out, in every field, through everything the program writes.

python -m tests.benchmarks.injection --cases 120000

A case is one text in one place. It fails when what comes out cannot be read, when it holds a mark, a tag,
an attribute, a link or a formula that the same place does not have with an ordinary word, or when the text is
not there as it was put in.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import random
import re
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeAlias

import jinja2
from fluent.syntax import FluentParser, ast, visitor
from markupsafe import Markup

from bot.channels.telegram.speak import _described
from bot.channels.web.api import disposition
from bot.channels.web.bubbles import bubble
from bot.channels.web.pages import MENU, View
from bot.files import FILE_MAKERS
from bot.keeper import Finder
from bot.practice_files.reading import read_table
from bot.practice_files.writing import COLUMNS, Format, write
from bot.render import phrase, render
from bot.trouble import Trouble
from content import speech
from content.speech import LANGUAGES, speak
from domain import guard
from domain.delivery import OWN_DATA
from domain.importing import Row, name_of
from domain.marks import bare
from domain.matching import Document, Scope
from domain.people import Role
from domain.practices import Parts, PracticeState, Visibility
from domain.text import clean, units
from handlers.kit import Kind
from handlers.kit.buttons import MOST_BYTES, Button, OldButton, decode, encode
from storage.database import Database, sqlite_url
from storage.exports import Exported
from storage.lines import Line
from storage.migrate import upgrade
from tests.benchmarks.hostile import hostile, one_of_each, storable
from tests.emulator.html import parse_html
from tests.emulator.refusal import RefusedError
from tests.stage import START, Seen, Stage

ZONE = "Europe/Amsterdam"
HARMLESS = "woord"
Case: TypeAlias = "Callable[[random.Random, str], None]"


class Failed(Exception):
    """A text broke out, or got lost."""


def hold(true: object, why: str) -> None:
    """Raise Failed unless it is true."""
    if not true:
        raise Failed(why)


# --- reading what came out --------------------------------------------------------------------------------


class _Page(HTMLParser):
    """A page as a browser reads it: its tags with the names of their attributes, and all that can be read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.values: list[str] = []
        self.links: list[str] = []
        self.other: list[str] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.values += [value or "" for _, value in attrs]
        self.links += [
            value or "" for name, value in attrs if name in ("href", "src", "action", "srcset", "data")
        ]

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        if decl != "doctype html":
            self.other.append(decl)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)

    def unknown_decl(self, data: str) -> None:
        self.other.append(data)


def page(source: str) -> _Page:
    """Read a page."""
    read = _Page()
    read.feed(source)
    read.close()
    return read


def as_read(text: str) -> str:
    """Return text as a page shows it: a browser makes one line end of two signs, and nothing of a nought."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


# --- words: every message, with a text in every variable ----------------------------------------------------


class _Variables(visitor.Visitor):
    def __init__(self) -> None:
        self.found: dict[str, None] = {}

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.found[node.id.name] = None


@cache
def messages() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return every message with variables: its language, its key, and these."""
    found = []
    for language in LANGUAGES:
        for source in speech.sources(language):
            for entry in FluentParser().parse(source.read_text("utf-8")).body:
                if not isinstance(entry, ast.Message):
                    continue
                for key, pattern in (
                    (entry.id.name, entry.value),
                    *((f"{entry.id.name}.{one.id.name}", one.value) for one in entry.attributes),
                ):
                    seen = _Variables()
                    if pattern is not None:
                        seen.visit(pattern)
                    if seen.found:
                        found.append((language, key, tuple(seen.found)))
    return tuple(found)


def _payload(key: str, names: tuple[str, ...], text: object) -> dict[str, Any]:
    return {"texts": [{"key": key, "values": dict.fromkeys(names, text)}]}


@cache
def _usual(key: str, language: str, names: tuple[str, ...], most: int) -> tuple[str, ...]:
    spoken = render(_payload(key, names, HARMLESS), language, ZONE, most)
    return tuple(one["type"] for one in parse_html(spoken.html)[1])


def telegram(chance: random.Random, text: str) -> None:
    """Say it in a message on Telegram."""
    language, key, names = chance.choice(messages())
    spoken = render(_payload(key, names, text), language, ZONE, 4040)
    plain, entities = parse_html(spoken.html)
    hold(units(plain) <= 4096, "too long")
    if units(text) * len(names) < 1500:  # else it is shortened
        hold(text in plain or not _shown(key, language, names), f"{key}: not as it was typed")
        kinds = tuple(one["type"] for one in entities if one["length"])
        usual = _usual(key, language, names, 4040)
        hold(_kinds(kinds) <= _kinds(usual), f"{key}: {kinds} instead of {usual}")
    hold(all("url" not in one for one in entities), f"{key}: a link")


@cache
def _shown(key: str, language: str, names: tuple[str, ...]) -> bool:
    """Tell whether a message shows what it is given; some only choose by it."""
    return HARMLESS in render(_payload(key, names, HARMLESS), language, ZONE).plain


def _kinds(kinds: tuple[str, ...]) -> Counter[str]:
    return Counter(kinds)


def marked(chance: random.Random, text: str) -> None:
    """Say it where *bold* and _italic_ are marks."""
    language, key, names = chance.choice([one for one in messages() if "words" in one[2] or "text" in one[2]])
    spoken = render(_payload(key, names, {"marked": text}), language, ZONE, 40_000)
    plain, entities = parse_html(spoken.html)
    hold(bare(text) in plain or not _shown(key, language, names), f"{key}: not as it was typed")
    hold({one["type"] for one in entities} <= {"bold", "italic"}, f"{key}: other marks")


def described(chance: random.Random, text: str) -> None:
    """Say it as what a picture shows, below a picture on Telegram."""
    language = chance.choice(LANGUAGES)
    file = {"kind": "attachment", "values": {"id": "a", "name": text, "picture": True, "about": text}}
    spoken = replace(render({"texts": []}, language, ZONE), file=file)
    words = _described(spoken, language)
    plain, _ = parse_html(words)
    hold(text in plain, "not as it was typed")


def button(chance: random.Random, text: str) -> None:
    """Say it on a button, which has no marks."""
    language, key, names = chance.choice(messages())
    if _shown(key, language, names):
        said = phrase(_payload(key, names, text)["texts"][0], language, ZONE)
        hold(text in said, f"{key}: not as it was typed")


def _line(**what: Any) -> Line:
    return Line(**{"id": 1, "target": None, "mine": None, "payload": None, "at": START, **what})


def chat_line(chance: random.Random, text: str) -> None:
    """Say it in a message on the page."""
    language, key, names = chance.choice(messages())
    said = bubble(_line(payload=_payload(key, names, text)), language, ZONE)
    is_whole = _shown(key, language, names) and units(text) * len(names) < 3000
    _check_paragraphs(said.paragraphs, text if is_whole else "", key)


def own_line(chance: random.Random, text: str) -> None:
    """Show it on the page as what somebody typed."""
    said = bubble(_line(mine=text), "nl", ZONE)
    _check_paragraphs(said.paragraphs, text, "own words")


def _check_paragraphs(paragraphs: tuple[str, ...], text: str, key: str) -> None:
    read = page("\n\n".join(paragraphs))
    for tag, names in read.tags:
        hold((tag in ("b", "i", "u", "s", "code") and not names) or tag == "a", f"{key}: <{tag} {names}>")
        hold(tag != "a" or names == ("href", "target", "rel"), f"{key}: a link with {names}")
    hold(all(re.match(r"https?://", one) for one in read.links), f"{key}: {read.links}")
    hold(not read.other, f"{key}: {read.other}")
    plain = "".join(read.said)
    plain = as_read(plain)
    hold(all(as_read(one) in plain for one in read.links), f"{key}: a link that is not read")
    # Empty lines make paragraphs.
    squeezed = re.sub(r"\n{2,}", "\n\n", as_read(text)).strip("\n")
    hold(squeezed in re.sub(r"\n{2,}", "\n\n", plain), f"{key}: not as it was typed")


# --- pages ------------------------------------------------------------------------------------------------


@cache
def _jinja() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("bot.channels.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


def _values(template: str, text: str) -> dict[str, Any]:
    person = SimpleNamespace(
        member=SimpleNamespace(name=text, public_id="abc", role="member"),
        organisation=SimpleNamespace(name=text),
    )
    lines = (
        _line(mine=text),
        _line(payload={"texts": [{"key": "below", "values": {"first": text, "then": text}}]}),
    )
    usual: dict[str, Any] = {
        "visitor": person,
        "form_id": "f",
        "most": 5,
        "kinds": ".csv",
        "trouble": "",
        "code": text,
        "name": text,
        "organisation": text,
        "role": "role-member",
        "languages": LANGUAGES,
        "link": text,
        "chat": text,
        "qr": "QQ==",
        "minutes": 5,
        "token": text,
        "title": "web-entry.title",
        "words": "web-entry",
        "paste": True,
        "said": bubble(lines[0], "nl", ZONE).paragraphs,
        "view": View(tuple(bubble(one, "nl", ZONE) for one in lines), True, 2),
        "older": False,
        "menu": [(label, encode(one)) for label, one in MENU],
        "imports": True,
        "page_id": "p",
        "text": text,
        "opens": text,
        "safe": Markup,
        "static": "v",
        "language": "nl",
        "t": lambda key, **more: speak(key, "nl", more),
    }
    if template == "join" and len(text) % 2:
        usual["visitor"] = None
    return usual


TEMPLATES = ("attach", "chat", "device", "import", "in", "join", "notice", "parting", "signout")


@cache
def _skeleton(template: str, is_odd: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
    text = HARMLESS if len(HARMLESS) % 2 == is_odd else HARMLESS + "x"
    return tuple(
        one for one in page(_jinja().get_template(f"{template}.html").render(_values(template, text))).tags
    )


def whole_page(chance: random.Random, text: str) -> None:
    """Put it in every place of a page: names, codes, the box, what was said."""
    template = chance.choice(TEMPLATES)
    made = _jinja().get_template(f"{template}.html").render(_values(template, text))
    read = page(made)
    # In what is said, an address that stands there in full is a link, and an empty line a paragraph.
    spoken = {("a", ("href", "target", "rel")), ("p", ())}
    usual = [one for one in _skeleton(template, len(text) % 2 == 1) if one not in spoken]
    hold([one for one in read.tags if one not in spoken] == usual, f"{template}: other tags")
    hold(not read.other, f"{template}: {read.other}")
    where = [as_read(one) for one in ("".join(read.said), *read.values)]
    needs = template not in ("attach", "import", "notice", "signout")
    # Each paragraph is on its own, so what parts them is not looked at.
    wanted, where = as_read(text).replace("\n", "").strip(), [one.replace("\n", "") for one in where]
    hold(not needs or any(wanted in one for one in where), f"{template}: not as it was typed")
    for one in read.links:
        hold(not re.match(r"\s*(?:javascript|vbscript|data:text)", one, re.IGNORECASE), f"{template}: {one}")


# --- files ------------------------------------------------------------------------------------------------


def _exported(chance: random.Random, text: str) -> Exported:
    parts = [text if chance.random() < 0.7 else hostile(chance) for _ in range(5)]
    return Exported(
        public_id="abc",
        parts=Parts(*(clean(storable(one)) or "x" for one in parts)),
        language="nl",
        themes=(),
        visibility=Visibility.organisation,
        team=text.replace("\0", ""),
        employer=text.replace("\0", ""),
        illustrative=False,
        state=PracticeState.published,
        useful=1,
        shared_at=START,
        author_name=text.replace("\0", ""),
        author_job="",
    )


FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")


def _made(kind: Format, one: Exported, language: str) -> bytes:
    out = io.BytesIO()
    write([one], kind, language, ZONE, out)
    return out.getvalue()


def _comes_back(data: bytes, kind: Format, language: str, one: Exported) -> None:
    (row,) = read_table(data, f"x.{kind.value}", language).rows
    hold(isinstance(row, Row), "the row cannot be read")
    assert isinstance(row, Row)
    for name in ("title", "situation", "approach", "result", "limits"):
        hold(row.cells[name] == getattr(one.parts, name), f"{kind.value}: {name} is not as it was")


def commas(chance: random.Random, text: str) -> None:
    """Export it as CSV: no cell may begin like a formula, and it comes back as it went."""
    one, language = _exported(chance, text), chance.choice(LANGUAGES)
    data = _made(Format.csv, one, language)
    mark = ";" if language == "nl" else ","
    header, cells = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=mark)
    hold(len(cells) == len(header) == len(COLUMNS), "other columns")
    hold(not any(FORMULA.match(cell) for cell in cells), "a formula")
    _comes_back(data, Format.csv, language, one)


def json_lines(chance: random.Random, text: str) -> None:
    """Export it as JSON lines: one line for each, and it comes back as it went."""
    one = _exported(chance, text)
    data = _made(Format.jsonl, one, "nl")
    hold(data.count(b"\n") == 1 and json.loads(data)["title"] == one.parts.title, "not one line")
    _comes_back(data, Format.jsonl, "nl", one)


def workbook(chance: random.Random, text: str) -> None:
    """Export it as a workbook: no formula, no link, and every cell is text."""
    one = _exported(chance, text)
    data = _made(Format.xlsx, one, chance.choice(LANGUAGES))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
        hold(not any("ternalLink" in name for name in packed.namelist()), "a link to elsewhere")
    hold("<f>" not in sheet and "<f " not in sheet and "hyperlink" not in sheet, "a formula or a link")
    hold(set(re.findall(r'<c [^>]*t="(\w+)"', sheet)) <= {"inlineStr", "s"}, "a cell that is no text")


def workbook_back(chance: random.Random, text: str) -> None:
    """Bring a workbook in again: it is as it was."""
    one = _exported(chance, text)
    _comes_back(_made(Format.xlsx, one, "nl"), Format.xlsx, "nl", one)


def own_data(chance: random.Random, text: str) -> None:
    """Give somebody what is kept about them, as a page and as JSON."""
    said = storable(text)
    row = {"text": said, "name": said, "payload": {"a": [said]}}
    values = {
        "made": "2026-11-24",
        "language": chance.choice(LANGUAGES),
        "data": {"lines": [row], said: [row]},
    }
    made = FILE_MAKERS[OWN_DATA]({**values, "form": "html"})
    read = page(made.data.decode())
    allowed = {"html", "meta", "title", "style", "h1", "p", "h2", "dl", "dt", "dd"}
    hold({tag for tag, _ in read.tags} <= allowed, f"{ {tag for tag, _ in read.tags} - allowed }")
    hold(
        {names for _, names in read.tags} <= {(), ("lang",), ("charset",), ("name", "content")}, "attributes"
    )
    hold(not read.other and not read.links, "something else")
    hold(as_read(said) in as_read("".join(read.said)), "not as it was")
    held = json.loads(FILE_MAKERS[OWN_DATA]({**values, "form": "json"}).data)
    hold(held["lines"] == [row], "JSON is not as it was")


def document(chance: random.Random, text: str) -> None:
    """Set it in a PDF, where nothing may be read as markup."""
    said = storable(text)
    section = {"heading": said, "lines": [said, said]}
    values = {"title": said, "about": said, "language": "nl", "sections": [section], "name": "x.pdf"}
    made = FILE_MAKERS["page"](values)
    hold(made.data.startswith(b"%PDF-") and b"/URI" not in made.data and b"/JS" not in made.data, "no PDF")


def file_name(chance: random.Random, text: str) -> None:
    """Call a file so."""
    stem, suffix = name_of(text)
    name = stem + suffix
    bad = set(name) & set("/\\\r\n\0\u202e\u2066")
    hold(not bad and Path(name or "x").name == (name or "x"), f"{bad}")
    header = disposition(name, picture=chance.random() < 0.5)
    hold(header.isascii() and header.count('"') == 2 and header.isprintable(), "another header")


# --- reading ----------------------------------------------------------------------------------------------


@cache
def _finder() -> tuple[Finder, Scope]:
    finder, scope = Finder(), Scope(1)
    for number, text in enumerate(one_of_each()[:60]):
        finder.index.put(str(number), scope, [finder.analyse(Document(str(number), text, text))])
    return finder, scope


def search(chance: random.Random, text: str) -> None:
    """Look for it among examples that are no better."""
    finder, scope = _finder()
    finder.match(text, scope)


def forged_button(chance: random.Random, text: str) -> None:
    """Press a button that carries it."""
    data = chance.choice([text, f"1{text}", f"1pr:{text}", f"1us:{text}:{text}", f"2pr:{text}"])[:MOST_BYTES]
    try:
        found = decode(data)
    except OldButton:
        return
    hold(isinstance(found, Button) and encode(found) == data, "a button of another shape")


def guarded(chance: random.Random, text: str) -> None:
    """Let the guard look at it: what it gives back is what went in but for what it took out."""
    found = guard.check(text)
    hold(found.hits or found.redacted == text, "changed without a reason")


def imported(chance: random.Random, text: str) -> None:
    """Bring it in as a file."""
    data = text.encode("utf-8", "replace") * chance.randint(1, 3)
    try:
        read_table(data, chance.choice(["x.csv", "x.jsonl", "x.xlsx", text]), "nl")
    except Trouble as trouble:
        hold(speech.has(trouble.key, "nl"), trouble.key)


class Talk:
    """A coordinator and a colleague who say anything anywhere in the whole program."""

    def __init__(self, folder: Path) -> None:
        database = Database(sqlite_url(folder / "talk.db"))
        upgrade(database)
        self.stage = Stage(database)
        self.people = [self.stage.person("Carla", Role.coordinator), self.stage.person("Bob", language="en")]
        self.words = sorted(speech.commands())
        self.last: Seen | None = None

    def turn(self, chance: random.Random, text: str) -> None:
        """Say it: plainly, behind a command, or behind a button that is on the screen."""
        someone = chance.choice(self.people)
        way = chance.random()
        if way < 0.25:
            seen = someone.says(f"/{chance.choice(self.words)} {text}")
        elif way < 0.35:
            seen = someone.presses(text[:MOST_BYTES])
        elif way < 0.40:
            seen = someone.says(text, Kind.forward)
        else:
            if way < 0.7 and self.last is not None and (there := _buttons(self.last)):
                someone.presses(chance.choice(there), self.last)
            seen = someone.says(text)
        self.stage.later(minutes=1)
        if seen is None:
            return
        self.last = seen
        _, entities = parse_html(seen.spoken.html)
        hold({one["type"] for one in entities} <= {"bold", "italic", "code"}, "other marks")
        read = page(seen.spoken.html)
        hold({tag for tag, _ in read.tags} <= {"b", "i", "code"} and not read.other, "other tags")


def _buttons(seen: Seen) -> list[str]:
    return [one.data for row in seen.spoken.rows for one in row if one.data]


PLACES: tuple[tuple[str, Case, int], ...] = (
    ("a message on Telegram", telegram, 40),
    ("a message on the page", chat_line, 16),
    ("own words on the page", own_line, 6),
    ("words with marks", marked, 4),
    ("a picture's description", described, 2),
    ("a button's words", button, 5),
    ("a whole page", whole_page, 4),
    ("a table of commas", commas, 4),
    ("JSON lines", json_lines, 3),
    ("a workbook", workbook, 1),
    ("one's own data", own_data, 3),
    ("a file's name", file_name, 4),
    ("a search", search, 3),
    ("a forged button", forged_button, 4),
    ("the guard", guarded, 2),
    ("a file to import", imported, 2),
)
# These take a tenth of a second each.
FEW: tuple[tuple[str, Case, int], ...] = (
    ("a workbook, back again", workbook_back, 60),
    ("a PDF", document, 120),
)
TURNS = 1500


@dataclass
class Tally:
    """How many cases there were in each place, and what failed."""

    cases: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def try_(self, name: str, case: Case, chance: random.Random, text: str) -> None:
        """Do one case and count it."""
        self.cases[name] += 1
        try:
            case(chance, text)
        except (Failed, RefusedError) as error:
            self.failures.append(f"{name}: {error}: {text[:80]!r}")
        except Exception as error:
            self.failures.append(f"{name}: {type(error).__name__}: {error}: {text[:80]!r}")


def fuzz(cases: int, seed: int = 11) -> Tally:
    """Try so many cases: every text alone in every place, and then mixed."""
    chance, tally = random.Random(seed), Tally()
    for text in one_of_each():
        for name, case, share in PLACES:
            if cases >= 5000 or share > 3:
                tally.try_(name, case, chance, storable(text))
    for name, case, count in FEW:
        for _ in range(min(count, max(2, cases // 1000))):
            tally.try_(name, case, chance, storable(hostile(chance)))
    with tempfile.TemporaryDirectory() as folder:
        talk = Talk(Path(folder))
        for _ in range(min(TURNS, max(20, cases // 80))):
            tally.try_("a turn of the whole program", talk.turn, chance, storable(hostile(chance, 1500)))
        talk.stage.database.close()
    names = [one for one in PLACES for _ in range(one[2])]
    while sum(tally.cases.values()) < cases:
        name, case, _ = chance.choice(names)
        text = storable(hostile(chance))
        tally.try_(name, case, chance, clean(text) or "x" if chance.random() < 0.3 else text)
    return tally


def main() -> int:
    """Print how many cases failed, and return 1 when one did."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--cases", type=int, default=120_000)
    asked.add_argument("--seed", type=int, default=11)
    given = asked.parse_args()
    tally = fuzz(given.cases, given.seed)
    for name, count in tally.cases.most_common():
        print(f"  {count:7}  {name}")
    shown: Counter[str] = Counter()
    for one in tally.failures:
        place = one.partition(":")[0]
        shown[place] += 1
        if shown[place] <= 6:
            print(f"  FAILED {one}")
    cases, failures = sum(tally.cases.values()), len(tally.failures)
    print(f"{cases} cases, {len(messages())} messages with values: {failures} failures")
    return int(bool(tally.failures))


if __name__ == "__main__":
    sys.exit(main())
