"""Names of persons: by a title, by a word that says so, or because it is a first name that we know.

A find is soft: the writer says whether it is somebody. Towns, streets and organisations are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from domain.guard.guess import Slips, is_guess, is_unknown
from domain.guard.known import Names, fold
from domain.guard.model import Kind, Span
from domain.guard.name_words import (
    BEFORE_INSTITUTION,
    DOTTED,
    INSTITUTIONS,
    KIN,
    NO_NAME,
    NOUNS,
    PEOPLE,
    PREFIXES,
    SHORT,
    SHORT_TITLES,
    SURNAME_PREFIXES,
    TITLES,
)
from domain.guard.shared import words
from domain.guard.tokens import Token, begins, tokens_of

_CALLED: Final = re.compile(
    r"(?:\b(?:heet|heette|heten|genaamd|geheten|alias|roepnaam|voornaam|achternaam|bijnaam|ook wel"
    r"|alias)(?: is)?"
    r"|\b(?:naam|name) (?:is|was)|\bnoem(?:en|de)? (?:ik|we|wij|ze|hem|haar)(?: (?:hem|haar|m|dr))?(?: maar)?"
    r"|\b(?:called|named|nicknamed|surname|first name|last name)(?: is)?|\bis called)[ :]{1,2}['\"“‘(]?$",
    re.IGNORECASE,
)
_STREET_END: Final = re.compile(
    r"(?:straat|laan|weg|plein|gracht|kade|singel|dijk|pad|dreef|steeg|plantsoen|hof|park|markt|brug"
    r"|huis|school"
    r"|ziekenhuis|kerk|college|fonds|polder|haven|hal|tuin|wijk|buurt|flat|kliniek|instituut|stichting)$"
)
_CAPITAL: Final = "[A-ZÀ-ÖØ-ÞĞİŁŞŚŻŽÇ]"
_SURNAME: Final = rf"{_CAPITAL}[^\W\d_A-Z]{{2,}}(?:[-’'][A-Z]?[^\W\d_A-Z]+)*"
_INITIALS: Final = re.compile(
    rf"(?<![\w.])(?:{_CAPITAL}\. ?){{2,4}}(?:(?:van|de|der|den|het|ten|ter|te|el|al|la"
    rf"|'t) ){{0,3}}{_SURNAME}"
    rf"|(?<![\w.]){_CAPITAL}{{2,3}} (?:(?:van|de|der|den|ten|ter|te|el|al) ){{1,3}}{_SURNAME}"
    rf"|(?<![\w.]){_CAPITAL}\. ?(?:(?:van|de|der|den|ten|ter|te|el|al) ){{1,3}}{_CAPITAL}[^\W\d_]*"
    rf"|(?<![\w.]){_CAPITAL}\. ?{_SURNAME}"
)
# A word with a capital that we do not know is a name by what stands behind it.
_UNKNOWN: Final = re.compile(
    rf"(?<![\w-])({_CAPITAL}[^\W\d_A-Z]{{2,}})"
    r"(?:(?=,? \(?\d{2}\)?,)|(?=, (?:\d{1,2}|\w+tien|twintig|dertig|veertig|vijftig|zestig) jaar\b)"
    r"|(?=, aged? \d)|(?= \(\d{1,2}\)))"
)
# A first name with an initial; "Plan B." has that shape too.
_WITH_INITIAL: Final = re.compile(rf"(?<![\w-])({_CAPITAL}[^\W\d_A-Z]{{2,}}) {_CAPITAL}\.(?! ?{_CAPITAL})")
_NO_PERSON: Final = NO_NAME | PEOPLE
_LETTERED: Final = NO_NAME | words(
    "plan groep blok vitamine hepatitis type bijlage lokaal klas team fase categorie deel punt optie "
    "lijn gebouw zaal kamer group block vitamin annex room class phase category part option line "
    "building wing hall stap step"
)
_ONE_INITIAL: Final = re.compile(rf"{_CAPITAL}\.")
_NICKNAME: Final = re.compile(
    rf" ?\(['‘“\"]?({_CAPITAL}[^\W\d_A-Z]+)['’”\"]?(?: voor vrienden| to friends)?\)?"
)
_SMALL: Final = ("je", "tje", "etje", "pje", "ke", "ie")  # endings of a pet name


def persons(text: str, names: Names, own: str) -> Iterator[Span]:
    """Yield names of persons in plain text, except what the writer is called (`own`)."""
    tokens = tokens_of(text)
    mine = frozenset(token.plain for token in tokens_of(own))
    slips = Slips(names)
    at = 0
    while at < len(tokens):
        if past := _past_other(text, tokens, at, names):
            at = past
            continue
        last = _name_at(text, tokens, at, names, slips)
        if last is None or all(token.plain in mine for token in tokens[at : last + 1]):
            at += 1
            continue
        end = _with_dot(text, tokens[last])
        yield Span(tokens[at].start, end, Kind.name)
        nickname = _NICKNAME.match(text, end)
        if nickname and fold(nickname[1]) not in names.others:
            yield Span(*nickname.span(1), Kind.name)
        at = last + 1
    for found in _INITIALS.finditer(text):
        if not _ends_in_ordinary(found[0], names):
            yield Span(*found.span(), Kind.name)
    for found in _UNKNOWN.finditer(text):
        if (
            fold(found[1]) not in mine
            and fold(found[1]) not in _NO_PERSON
            and not begins(text, found.start())
        ):
            yield Span(*found.span(1), Kind.name)
    for found in _WITH_INITIAL.finditer(text):
        if fold(found[1]) not in mine and fold(found[1]) not in _LETTERED:
            yield Span(*found.span(), Kind.name)


def _past_other(text: str, tokens: list[Token], at: int, names: Names) -> int:
    """Return what comes after an organisation or place of several words that begins here, or 0."""
    if not tokens[at].capital:
        return 0
    for last in range(min(at + 3, len(tokens) - 1), at, -1):
        between = text[tokens[at].start : tokens[last].end]
        if between.count(" ") == last - at:
            together = " ".join(token.plain for token in tokens[at : last + 1])
            if together in names.others or together in names.places:
                return last + 1
    return 0


def _with_dot(text: str, token: Token) -> int:
    """Return where a name ends: the full stop of an initial belongs to it."""
    dotted = len(token.text) == 1 and text[token.end : token.end + 1] == "."
    return token.end + dotted


def _ends_in_ordinary(found: str, names: Names) -> bool:
    """Tell whether initials are followed by a word that is no surname: "plan B. Morgen gaan we"."""
    last = fold(found.split()[-1].split(".")[-1])
    alone = len(_ONE_INITIAL.findall(found)) == 1 and found.count(" ") < 2
    return last in NO_NAME or (alone and last not in names.last and names.ordinary(last))


def _with_prefix(text: str, tokens: list[Token], at: int, names: Names) -> int | None:
    """Return the last token of a surname that begins here with its prefix: "van der Meulen", "el Amrani"."""
    last = at
    while _is_prefix(tokens[last]) and _joined(text, tokens, last) and last - at < 3:
        last += 1
    if last == at:
        return None
    name = tokens[last]
    said = tokens[at].plain if last - at == 1 else tokens[last - 1].plain
    begin = at - 1 if at and tokens[at - 1].plain in PREFIXES else at
    together = " ".join(token.plain for token in tokens[begin : last + 1])
    elsewhere = any(one in names.places or one in names.others for one in (name.plain, together))
    if elsewhere or name.plain in NO_NAME or len(name.text) < 3 or _is_place(text, tokens, last):
        return None
    sure = said in SURNAME_PREFIXES and (name.plain in names.last or not names.ordinary(name.plain))
    rare = name.capital and name.plain in names.last and not names.ordinary(name.plain)
    return _whole(text, tokens, last, names) if sure or rare else None


def _name_at(text: str, tokens: list[Token], at: int, names: Names, slips: Slips) -> int | None:
    """Return the last token of the name that begins at token `at`, or None when none begins there."""
    token = tokens[at]
    cue = _cue(text, tokens, at)
    if cue is not None:
        last = _named(text, tokens, at, names, cue)
        if last is not None:
            return last
    if _is_first(token, names) and not _is_place(text, tokens, at):
        return _whole(text, tokens, at, names)
    prefixed = _with_prefix(text, tokens, at, names)
    if prefixed is not None:
        return prefixed
    if is_guess(text, tokens, at, names, slips) and not _is_place(text, tokens, at):
        return _whole(text, tokens, at, names)
    return None


# What points at a name -----------------------------------------------------


def _cue(text: str, tokens: list[Token], at: int) -> str | None:
    """Return what tells that a name comes: "title", "called", "person", "perhaps", or None."""
    token = tokens[at]
    if _CALLED.search(text[max(0, token.start - 40) : token.start]):
        return "called"
    if not at:
        return None
    before = tokens[at - 1]
    gap = text[before.end : token.start]
    if before.plain in TITLES and gap in (
        (" ", " '", ". ", ".", ". '") if before.plain in SHORT_TITLES else (" ", " '")
    ):
        return "title"
    if before.plain in PEOPLE and gap in (" (", "("):
        return "person"
    if before.plain in NOUNS and gap == " ":
        return "person" if before.plain in KIN else "perhaps"
    return None


def _named(text: str, tokens: list[Token], at: int, names: Names, cue: str) -> int | None:
    """Return the last token of what is called a name here, or None when these are ordinary words."""
    first = at
    while _is_prefix(tokens[first]) and _joined(text, tokens, first):
        first += 1
    if first > at and cue in ("person", "perhaps"):
        return None  # "de zoon van Bakkerij Jansen": what belongs to it decides, not the word before
    token = tokens[first]
    known = (
        token.plain in names.first
        or token.plain in names.also_words
        or token.plain in names.last
        or (token.capital and is_unknown(token, names))
    )
    if len(token.text) == 1 and cue != "called":
        initial = text[token.end : token.end + 1] == "." or (token.capital and cue == "title")
        return _whole(text, tokens, first, names) if initial else None
    if (
        token.plain in NO_NAME
        or (cue != "title" and _is_place(text, tokens, first))
        or (cue == "perhaps" and not known)
        or (cue == "called" and not known and names.ordinary(token.plain))
    ):
        return None
    if token.capital and (token.text[1:].islower() or known or "'" in token.plain or "-" in token.text):
        return _whole(text, tokens, first, names)
    lower = token.plain in names.first or (
        cue in ("title", "called", "person") and (known or not names.ordinary(token.plain))
    )
    return _whole(text, tokens, first, names) if lower and not token.capital and len(token.text) > 2 else None


def _is_prefix(token: Token) -> bool:
    return token.plain in PREFIXES or (token.plain in DOTTED and not token.capital)


def _joined(text: str, tokens: list[Token], at: int) -> bool:
    return at + 1 < len(tokens) and text[tokens[at].end : tokens[at + 1].start] in (
        " ",
        ". ",
        ".",
        "-",
        " '",
        " ’",
    )


# First names ----------------------------------------------------------------


def _is_first(token: Token, names: Names) -> bool:
    """Tell whether a word is a first name by itself."""
    plain = token.plain.removesuffix("'s").rstrip("'")
    if plain in NO_NAME:
        return False
    if "-" in plain:
        parts = plain.split("-")
        return token.capital and all(part in names.first or part in names.also_words for part in parts)
    if plain in names.first:
        return token.capital or len(plain) > 3 or plain in SHORT
    if plain in names.also_words:
        return False  # what stands around it decides
    if token.capital and any(plain.endswith(end) and plain[: -len(end)] in names.first for end in _SMALL):
        return True
    if not plain.endswith("s") or plain[:-1] not in names.first:
        return False
    return len(plain) > 4 if token.capital else len(plain) > 5 and not names.listed(plain)


def _is_place(text: str, tokens: list[Token], at: int) -> bool:
    """Tell whether a name is part of a street, a school, a foundation: "Jan van Galenstraat"."""
    back = at
    while back and text[tokens[back - 1].end : tokens[back].start] in (" ", ". "):
        back -= 1
        if tokens[back].plain in BEFORE_INSTITUTION:
            return True
        if not tokens[back].capital or at - back == 3:
            break
    if _STREET_END.search(tokens[at].plain) and len(tokens[at].plain) > 6:
        return True
    for after in tokens[at + 1 : at + 5]:
        if text[tokens[at].end : after.start].strip(" .-'") and not all(
            word in PREFIXES or word[:1].isupper()
            for word in re.findall(r"[\w']+", text[tokens[at].end : after.start])
        ):
            return False
        if after.plain in INSTITUTIONS or (_STREET_END.search(after.plain) and len(after.plain) > 5):
            return after.capital or not tokens[at].capital or text[tokens[at].end : after.start] == " "
        if after.plain not in PREFIXES and not after.capital:
            return False
    return False


def _whole(text: str, tokens: list[Token], at: int, names: Names) -> int:
    """Return the last token of a name that began: with "van de", a surname, or an initial after it."""
    last = at
    look = at
    while _joined(text, tokens, look) and (
        text[tokens[look].end : tokens[look + 1].start] != ". " or len(tokens[look].text) == 1
    ):
        look += 1
        token = tokens[look]
        if _is_prefix(token):
            if look - last > 3:
                break
            continue
        prefixed = look - last > 1
        initial = len(token.text) == 1 and token.capital
        surname = (token.capital and token.plain not in NO_NAME) or (
            token.plain in names.last
            and (prefixed or token.plain not in names.also_words)
            and len(token.plain) > 3
        )
        if not (initial or surname):
            break
        last = look
        if last - at > 5:
            break
    return last
