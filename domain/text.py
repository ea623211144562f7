"""Text as people type it: cleaning, measuring, shortening and splitting."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from domain.lookalikes import latin_again

# Emoji and the signs that become emoji with a variation selector; broad ranges, because new emoji keep
# arriving inside them and a sign kept too many is harmless.
_EMOJI = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_ONE = f"{_EMOJI}[\U0001f3fb-\U0001f3ff]?[\ufe0e\ufe0f]?"
_SEQUENCE = f"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f\u20e3|{_ONE}(?:\u200d{_ONE})*"
_JOINED: Final = re.compile(f"({_SEQUENCE})|[\u200d\ufe0e\ufe0f]")
_CLUSTER: Final = re.compile(f"{_SEQUENCE}|.", re.DOTALL)

_NEWLINES: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_LINE_EDGES: Final = re.compile(r"[ ]*\n[ ]*")
_MANY_NEWLINES: Final = re.compile(r"\n{3,}")

# Letters without ink: they pass for a name or for a message and show nothing.
_INKLESS: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_KEEP_FOR_EMOJI: Final = frozenset("\u200d\ufe0e\ufe0f")
_PLAIN: Final = re.compile(r"[\n -~\u00a1-\u00ac\u00ae-\u017f\u20ac\u2018-\u201d\u2013\u2014\u2026]*")


def clean(text: str) -> str:
    """Return text in NFC without controls, direction overrides, invisible signs and look-alike letters."""
    if not _PLAIN.fullmatch(text):
        text = _NEWLINES.sub("\n", text)
        text = "".join(_visible(text))
        text = unicodedata.normalize("NFC", text)
        text = _JOINED.sub(lambda found: found[1] or "", text)
        text = latin_again(text)
    if "\n" in text:
        # Blank lines made of spaces would otherwise escape the rule on newlines.
        text = _MANY_NEWLINES.sub("\n\n", _LINE_EDGES.sub("\n", text))
    return text.strip(" \n")


def _visible(text: str) -> Iterator[str]:
    for char in text:
        category = unicodedata.category(char)
        if char == "\n" or char in _KEEP_FOR_EMOJI:
            yield char
        elif category == "Zs" or char in "\t\u2800":
            yield " "
        elif category[0] == "C" and category != "Cn":
            continue  # Controls, format signs (bidi, zero width, tags), private use, half surrogates.
        elif char in _INKLESS or _is_variation_selector(char) or _is_noncharacter(char):
            continue
        else:
            yield char


def _is_variation_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _is_noncharacter(char: str) -> bool:
    return ord(char) & 0xFFFE == 0xFFFE or "\ufdd0" <= char <= "\ufdef"


def clean_line(text: str, most: int) -> str:
    """Return text cleaned to one line of at most `most` code points, cut on a word border."""
    line = " ".join(clean(text).split())
    if len(line) <= most:
        return line
    return _cut(line, most, len).rstrip(" ")


def fold(words: str) -> str:
    """Return a name as it is compared: small letters, no accents or signs, one space."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    letters = "".join(
        char if char.isalnum() else "" if unicodedata.combining(char) or char in "'’" else " "
        for char in apart
    )
    return " ".join(letters.split())


def is_blank(text: str) -> bool:
    """Say whether nothing in text would be seen."""
    return not clean(text)


def units(text: str) -> int:
    """Return the length in UTF-16 code units, the measure chat services count in."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shorten(text: str, most_units: int) -> str:
    """Return text in at most `most_units` UTF-16 units, ended on a sentence, else on a word with "…".

    A sentence border counts when it keeps at least a third of the room: "Ja." says less than a cut sentence.
    """
    if units(text) <= most_units:
        return text
    if most_units < 1:
        return ""
    used, at, best = 0, 0, 0
    for _, end in _spans(text):
        used += units(text[at:end])
        at = end
        if used > most_units:
            break
        best = end
    whole = text[:best]
    if whole and units(whole) * 3 >= most_units:
        return whole
    return _cut(text, most_units - 1, units).rstrip(" \n\t,;:-–—(") + "…"


def _cut(text: str, room: int, measure: Callable[[str], int]) -> str:
    """Return the longest start of text that fits, back to the last word border if there is one."""
    used = at = 0
    for cluster in _clusters(text):
        used += measure(cluster)
        if used > room:
            break
        at += len(cluster)
    head = text[:at]
    if text[at : at + 1].isspace() or not head:
        return head
    words = head.rsplit(maxsplit=1)
    if len(words) < 2 and not head[:1].isspace():
        return head
    return head[: len(head) - len(words[-1])] if not head[-1:].isspace() else head


def _clusters(text: str) -> Iterator[str]:
    """Yield what a reader sees as one sign: an emoji sequence, a flag, a letter with its accents."""
    held = ""
    for found in _CLUSTER.finditer(text):
        piece = found[0]
        if held and (unicodedata.category(piece[0])[0] == "M" or piece[0] == "\u200d"):
            held += piece
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


# Sentences ------------------------------------------------------------


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Never the end: something always follows.
_ABBREVIATIONS: Final = _words(
    "bijv bv o.a oa d.w.z dwz m.b.t mbt m.b.v mbv i.p.v ipv i.v.m ivm n.a.v nav t.a.v tav t.b.v tbv t.o.v "
    "tov t.g.v tgv i.s.m ism o.b.v obv o.l.v i.o i.c i.h.b m.n mn m.i t.w t/m t.z.t resp ca zgn zg "
    "evt incl excl vgl dhr mevr mw mej dr drs mr mrs ms ir ing prof st ds art nr nrs blz hfst tel afd gem "
    "e.g eg i.e ie vs approx dept fig cf viz jr"
)
# Never the end before a figure; otherwise ordinary words.
_BEFORE_FIGURE: Final = _words("lid min max p pag par no sub")
# The end when a capital follows.
_MAYBE_END: Final = _words(
    "etc enz e.d ed e.a ea a.u.b aub s.v.p svp z.s.m zsm n.v.t nvt p.w p.p p.m a.m p.j p.u "
    "v.chr n.chr a.s jl b.v n.v v.o.f u.s u.k inc ltd"
)
_STOP: Final = re.compile(
    r"\n+"
    r"|(?P<marks>[.!?…]+)(?P<close>[\"'”’»)\]]*)(?=\s|$)"
    # Thumbs forget the space: "open.Toen kwam er rust".
    r"|(?<=[a-zà-ÿ]{2})(?P<glued>[.!?])(?=[A-ZÀ-Þ][a-zà-ÿ]{1,20}[ ,])"
)
_TOKEN: Final = re.compile(r"[\w./]{1,12}$")
_NEXT: Final = re.compile(r"\s*[\"'“‘«(\[]*(\w)?")


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of text in order, trimmed; a new line ends one, an abbreviation does not."""
    return tuple(text[start:end] for start, end in _spans(text))


def first_sentence(text: str) -> str:
    """Return the first sentence of text, or "" when there is none."""
    return next((text[start:end] for start, end in _spans(text)), "")


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _STOP.finditer(text):
        if found["marks"] and not _ends(text, start, found):
            continue
        yield from _trimmed(text, start, found.end())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(bare)


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    marks, close = found["marks"], found["close"]
    if "\n" in text[found.end() : found.end() + 1] or found.end() == len(text):
        return True
    following = _NEXT.match(text, found.end())
    after = following[1] if following else None
    if (close or marks in ("...", "…", "..")) and after and after.islower():
        return False
    if marks != "." or close:
        return True
    token_match = _TOKEN.search(text, max(start, found.start() - 12), found.start())
    if token_match is None:
        return True
    token = token_match[0]
    word = token.lower()
    if word in _ABBREVIATIONS or (len(token) == 1 and token.isupper()):
        return False
    if word in _BEFORE_FIGURE:
        return not (after and after.isdigit())
    if word in _MAYBE_END:
        return bool(after and after.isupper())
    # "1. Eerst bellen": the number opens the item.
    return not (token.isdigit() and not text[start : token_match.start()].strip())
