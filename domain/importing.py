"""Reading practices from a table: which column is what, and which rows may come in.

Everything here is text that somebody else wrote, so a row comes in only after the same checks as a message:
it is cleaned, the guard sees every text, and the limits are obligatory. What is refused is named by its
number and a reason, never by its words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from types import MappingProxyType
from typing import Final

from domain import guard
from domain.parts import title_for
from domain.people import LANGUAGES
from domain.practices import MOST_PART, MOST_TITLE, PARTS, Parts, Visibility, is_shrug
from domain.text import clean, clean_line, fold, is_blank

HEADERS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "key": ("sleutel", "key"),
        "title": ("titel", "title", "kop", "heading"),
        "situation": ("situatie", "situation", "wanneer", "when", "aanleiding"),
        "approach": ("aanpak", "approach", "zo doe je het", "wat ik deed", "what i did"),
        "result": ("resultaat", "result", "wat het gaf", "what it gave", "opbrengst"),
        "limits": ("let op", "limits", "grenzen", "watch out", "wanneer niet", "when not"),
        "themes": ("onderwerpen", "themes", "onderwerp", "theme", "thema", "themas", "topics"),
        "language": ("taal", "language"),
        "visibility": ("zichtbaar", "visible", "zichtbaar voor", "visible to", "visibility"),
        "team": ("team",),
        "employer": ("werkgever", "employer"),
        "illustrative": ("illustratief", "illustrative", "voorbeeld", "example"),
        "state": ("status", "state"),
    }
)
"""What a column may be called in Dutch and English; the first two are the usual names."""

PASSED_OVER: Final = frozenset(
    {"gedeeld", "shared", "handig", "useful", "van", "from", "author", "werk", "job"}
    | {"werkte", "werkte deels", "werkte niet", "worked", "worked partly", "did not work"}
    | {"partly", "did not"}
)
"""Columns of our own export that mean nothing coming in: people's votes, trials and names do not travel."""

_FIELD_OF: Final = {name: field for field, names in HEADERS.items() for name in names}
_LANGUAGES: Final = MappingProxyType(
    {
        **{code: code for code in LANGUAGES},
        **dict.fromkeys(("nederlands", "dutch"), "nl"),
        **dict.fromkeys(("engels", "english"), "en"),
    }
)
_VISIBLE: Final = MappingProxyType(
    {
        **dict.fromkeys(("team",), Visibility.team),
        **dict.fromkeys(("werkgever", "employer"), Visibility.employer),
        **dict.fromkeys(("organisatie", "organisation", "iedereen", "everyone"), Visibility.organisation),
    }
)
_YES: Final = frozenset({"ja", "yes", "true", "waar", "1", "x", "j", "y"})
_SHOWN: Final = frozenset({"published", "gedeeld", "shared"})
_BETWEEN_THEMES: Final = re.compile(r"[;,|\n]")


class Reason(StrEnum):
    """Why a row does not come in."""

    unreadable = "unreadable"  # not even a row
    missing = "missing"  # one of the four parts is empty
    shrug = "shrug"  # the limits say nothing, such as "none" or "don't know"
    too_long = "too-long"
    caught = "caught"  # the guard saw something that points to a person
    untitled = "untitled"  # none is given, and none can be made of the words
    theme = "theme"
    language = "language"
    visibility = "visibility"
    place = "place"  # meant for a team or employer that is not named or not known
    hidden = "hidden"  # was not on show where it came from


class ImportState(StrEnum):
    """How a file that was handed over in the chat stands."""

    unread = "unread"  # what is in it has to be told first
    planned = "planned"  # that was told, and nobody has chosen yet
    agreed = "agreed"  # it has to be put in
    done = "done"
    dropped = "dropped"  # its member chose so, or never chose
    failed = "failed"


DUE: Final = (ImportState.unread, ImportState.agreed)
"""The states in which it is the program's turn."""

MOST_HANDED: Final = 5  # megabytes of a file that is handed over in the chat
HANDED: Final = (".xlsx", ".csv", ".jsonl")
MOST_STEM: Final = 60  # characters of its name, without the suffix


class Unfit(StrEnum):
    """Why a file is refused before anybody looks into it."""

    kind = "kind"
    too_big = "too-big"


def name_of(name: str) -> tuple[str, str]:
    """Return a file's name, cleaned and without folders, and its suffix in small letters."""
    line = clean_line(re.split(r"[/\\]", name)[-1], 1000)
    stem, dot, suffix = line.rpartition(".")
    return (clean_line(stem, MOST_STEM), dot + suffix.lower()) if dot else (clean_line(line, MOST_STEM), "")


def unfit(suffix: str, size: int) -> Unfit | None:
    """Return why a file of this kind and size, in bytes, is refused; None when it is not."""
    if suffix not in HANDED:
        return Unfit.kind
    return Unfit.too_big if size > MOST_HANDED * 1_000_000 else None


class MissingColumns(Exception):
    """The header row lacks columns that are needed."""

    def __init__(self, fields: Sequence[str]) -> None:
        super().__init__(", ".join(fields))
        self.fields = tuple(fields)


class RowRefused(Exception):
    """A row does not come in: `field` is where it goes wrong, `kinds` is what the guard caught."""

    def __init__(self, reason: Reason, field: str = "", kinds: Sequence[guard.Kind] = ()) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.field = field
        self.kinds = tuple(kinds)


@dataclass(frozen=True)
class Row:
    """One row of a table by field, with its number as the file counts."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Refused:
    """A row that does not come in, by its number in the file; never with its words."""

    number: int
    reason: Reason
    field: str = ""
    kinds: tuple[guard.Kind, ...] = ()


@dataclass(frozen=True)
class Terms:
    """What a file is read against: the language when none is said, names of themes, what the guard puts."""

    language: str
    themes: Mapping[str, str]  # from a name, small letters, to its theme
    labels: Mapping[str, Mapping[guard.Kind, str]]  # by language
    redact: bool = False
    names: guard.Names = guard.NOBODY


@dataclass(frozen=True)
class Proposed:
    """A practice as a row proposes it; `keys` tell whether it is here already, the first one is kept."""

    parts: Parts
    language: str
    themes: tuple[str, ...]
    visibility: Visibility
    place: str  # the name of the team or employer it is for
    illustrative: bool
    keys: tuple[str, ...]


def columns(headers: Sequence[str]) -> dict[int, str]:
    """Return the field of each column that is known; raise MissingColumns when one of the parts has none."""
    found: dict[int, str] = {}
    for place, header in enumerate(headers):
        field = _FIELD_OF.get(fold(header))
        if field is not None and field not in found.values():
            found[place] = field
    missing = [field for field in PARTS if field not in found.values()]
    if missing:
        raise MissingColumns(missing)
    return found


def unknown(headers: Sequence[str]) -> int:
    """Count the columns that will be left out because nothing is known of them."""
    names = [fold(header) for header in headers]
    return sum(1 for name in names if name and name not in _FIELD_OF and name not in PASSED_OVER)


def field_of(header: str) -> str | None:
    """Return the field that a column or a name in JSON stands for."""
    return _FIELD_OF.get(fold(header))


def read(row: Row, terms: Terms) -> Proposed:
    """Return what a row proposes, cleaned and guarded; raise RowRefused when it may not come in."""
    cells = row.cells
    if (state := fold(cells.get("state", ""))) and state not in _SHOWN:
        raise RowRefused(Reason.hidden)
    language = _language(cells.get("language", ""), terms)
    texts = {part: _part(cells.get(part, ""), part, language, terms) for part in PARTS}
    if is_shrug(texts["limits"]):
        raise RowRefused(Reason.shrug, "limits")
    title = _guarded(clean_line(cells.get("title", ""), 1000), "title", language, terms)
    parts = Parts(title, **texts)
    title = clean_line(title, MOST_TITLE) or title_for(parts, language)
    if not title:
        raise RowRefused(Reason.untitled, "title")
    visibility = _visibility(cells.get("visibility", ""))
    return Proposed(
        parts=Parts(title, **texts),
        language=language,
        themes=_themes(cells.get("themes", ""), terms),
        visibility=visibility,
        place=_place(cells, visibility),
        illustrative=fold(cells.get("illustrative", "")) in _YES,
        keys=_keys(cells.get("key", ""), texts),
    )


def key_of_name(name: str) -> str:
    """Return the import key of a practice that its file gives a name; the name itself is not kept."""
    return sha256(b"key\0" + clean_line(name, 10_000).encode()).hexdigest()


def key_of_texts(situation: str, approach: str, result: str, limits: str) -> str:
    """Return the import key of a practice by its words."""
    return sha256("\0".join(("parts", situation, approach, result, limits)).encode()).hexdigest()


def _keys(name: str, texts: Mapping[str, str]) -> tuple[str, ...]:
    by_words = key_of_texts(**texts)
    return (by_words,) if is_blank(name) else (key_of_name(name), by_words)


def _part(words: str, part: str, language: str, terms: Terms) -> str:
    words = clean(words)
    if is_blank(words):
        raise RowRefused(Reason.missing, part)
    if len(words) > MOST_PART:
        # Before the guard, which need not read a book.
        raise RowRefused(Reason.too_long, part)
    words = _guarded(words, part, language, terms)
    if len(words) > MOST_PART:
        raise RowRefused(Reason.too_long, part)
    return words


def _guarded(words: str, field: str, language: str, terms: Terms) -> str:
    finding = guard.check(words, terms.labels.get(language, guard.NEUTRAL), terms.names)
    if finding.clean:
        return words
    if not terms.redact:
        raise RowRefused(Reason.caught, field, sorted({hit.kind for hit in finding.hits}))
    return clean(finding.redacted)


def _language(words: str, terms: Terms) -> str:
    if is_blank(words):
        return terms.language
    language = _LANGUAGES.get(fold(words))
    if language is None:
        raise RowRefused(Reason.language, "language")
    return language


def _visibility(words: str) -> Visibility:
    if is_blank(words):
        return Visibility.organisation
    visibility = _VISIBLE.get(fold(words))
    if visibility is None:
        # Guessing could show to everyone what was meant for a few.
        raise RowRefused(Reason.visibility, "visibility")
    return visibility


def _place(cells: Mapping[str, str], visibility: Visibility) -> str:
    if visibility is Visibility.organisation:
        return ""
    name = clean_line(cells.get(visibility.value, ""), 200)
    if not name:
        raise RowRefused(Reason.place, visibility.value)
    return name


def _themes(words: str, terms: Terms) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in _BETWEEN_THEMES.split(words):
        if is_blank(name):
            continue
        theme = terms.themes.get(fold(name))
        if theme is None:
            raise RowRefused(Reason.theme, "themes")
        found[theme] = None
    return tuple(found)
