"""E-mail addresses, also spelt out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from domain.guard.model import Kind, Span

_AT: Final = re.compile(
    r" {0,2}@ {0,2}"
    r"| ?[\[({<] ?(?P<bracket>at|a|@|apen?staart(?:je)?) ?[\])}>] ?"
    r"| (?P<word>apen?staart(?:je)?) "
    r"| (?P<at>at) ",
    re.IGNORECASE,
)
_TLD: Final = r"(?:nl|com|eu|org|net|be|de|info|nu|frl|amsterdam|uk|fr|pl|tr|io|email|overheid)(?!\w)"
_DOT: Final = r"(?: ?\. ?|,(?=nl\b|com\b)| (?:punt|dot) | ?[\[({] ?(?:punt|dot|\.) ?[\])}] ?)"
_DOMAIN: Final = re.compile(
    rf"[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,6}}(?:{_DOT}(?:co )?{_TLD})?", re.IGNORECASE
)
_SPELT_TLD: Final = re.compile(
    rf"(?: (?:punt|dot) | ?[\[({{] ?(?:punt|dot|\.) ?[\])}}] ?){_TLD}$", re.IGNORECASE
)
_DOTTED: Final = re.compile(r"[., ][^\W\d_]{2,24}$|[\])}][ ]?[^\W\d_]{2,24}$")
_PROVIDER: Final = re.compile(
    r"(?:gmail|hotmail|outlook|ziggo|kpnmail|kpnplanet|xs4all|hetnet|icloud|yahoo|proton(?:mail)?|msn"
    r"|upcmail|gmx)\b",
    re.IGNORECASE,
)
# Of an office and not of a person.
_OFFICE: Final = re.compile(
    r"(?:info|contact|post|mail|administratie|secretariaat|balie|loket|receptie|\w{0,20}teams?|team[\w.-]{0,20}"
    r"|support|help\w{0,12}"
    r"|klantenservice|servicedesk|service|gemeente|postbus|aanmeld\w{0,8}|meld\w{0,8}|no-?reply|office|reception"
    r"|enquiries"
    r"|privacy|fg|planning|intake|cliëntenraad|redactie|pers|hr)\Z",
    re.IGNORECASE,
)
_LOCAL_SIGNS: Final = frozenset("._%+-'")
_SPELT_SIGN: Final = re.compile(
    r" (?:punt|dot|streepje|underscore|liggend streepje) $| ?[(\[](?:punt|dot|\.)[)\]] ?$", re.IGNORECASE
)


def has_at(text: str) -> bool:
    """Tell whether there can be an address in text at all."""
    return bool(_AT.search(text))


def emails(text: str) -> Iterator[Span]:
    """Yield what is found in plain text."""
    for at in _AT.finditer(text):
        domain = _DOMAIN.match(text, at.end())
        if domain is None or not _is_domain(domain[0], at):
            continue
        start = _start_of_local(text, at.start())
        if start < at.start() and not _OFFICE.match(text[start : at.start()]):
            yield Span(start, domain.end(), Kind.email)


def _is_domain(domain: str, at: re.Match[str]) -> bool:
    if at["at"]:  # in English a plain word: "look at example.org"
        return bool(_SPELT_TLD.search(domain) or _PROVIDER.match(domain))
    return bool(_DOTTED.search(domain) or _PROVIDER.match(domain))


def _start_of_local(text: str, end: int) -> int:
    """Return where the part before the at sign begins, over at most three spelt-out dots."""
    start = _word_back(text, end)
    for _ in range(3):
        sign = _SPELT_SIGN.search(text[max(0, start - 20) : start])
        if sign is None:
            break
        before = start - len(sign[0])
        further = _word_back(text, before)
        if further == before:
            break
        start = further
    return start


def _word_back(text: str, end: int) -> int:
    start = end
    while start and end - start < 64 and (text[start - 1].isalnum() or text[start - 1] in _LOCAL_SIGNS):
        start -= 1
    while start < end and text[start] in ".'-":  # a bullet or a quotation mark is not part of it
        start += 1
    return start
