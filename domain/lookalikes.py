"""Letters that look like others: taken out of words they do not belong in, and seen through in names.

Which letters look alike is Unicode's own list (UTS 39), by way of the library confusable-homoglyphs.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

# Letters of other scripts than Latin, and Latin ones in another dress (full width, mathematical, in circles).
_OTHER: Final = "\u0370-\u1cff\u2c00-\u2c5f\u2c80-\u2dff\ua640-\ua6ff\uab70-\uabbf\U00010000-\U0001cfff"
_DRESSED: Final = "\u2160-\u217f\u249c-\u24e9\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff"
_DRESS: Final = re.compile(f"[{_DRESSED}]")
_STRANGE: Final = re.compile(f"[{_OTHER}{_DRESSED}]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]")
_WORD: Final = re.compile(r"[\w'’-]+")


def latin_again(text: str) -> str:
    """Return text in which words that mix Latin letters with look-alikes have Latin letters only.

    A word that is of another script as a whole stays: somebody may be called Мария.
    """
    if not _STRANGE.search(text):
        return text
    text = "".join(_undressed(char) for char in text)
    return _WORD.sub(lambda found: _one_script(found[0]), text) if _STRANGE.search(text) else text


def _undressed(char: str) -> str:
    """Return the plain letter or digit of one in another dress; of a few, in brackets, the letter alone."""
    if not _DRESS.match(char):
        return char
    plain = unicodedata.normalize("NFKC", char).strip("()")
    return plain if plain.isascii() and plain.isalnum() else char


def _one_script(word: str) -> str:
    if not (_STRANGE.search(word) and _LATIN.search(word)):
        return word
    return "".join(_twins().get(char, char) if _STRANGE.match(char) else char for char in word)


@cache
def _twins() -> dict[str, str]:
    """Return the Latin letter, or two, that a letter of another script looks like.

    Read when the first such letter comes: the list takes a fifth of a second, and most never need it.
    """
    from confusable_homoglyphs.confusables import confusables_data

    return {
        char: _of_its_height(char, twin)
        for char, alike in confusables_data.items()
        if len(char) == 1 and not char.isascii() and char.isalpha()
        for twin in (next((one["c"] for one in alike if one["c"].isascii() and one["c"].isalnum()), ""),)
        if twin
    }


def _of_its_height(char: str, twin: str) -> str:
    """Unicode lets a capital I of any script look like a small l: in a word it stands for a capital."""
    return "I" if twin == "l" and char.isupper() else twin


# --- names ----------------------------------------------------------------------------------------------

_SEEN_AS: Final = str.maketrans("0134578i|@$", "oleastbllas")
_INSIDE: Final = re.compile(r"(?<=\w)!(?=\w)")
_PAIRS: Final = (("rn", "m"), ("vv", "w"))

# What only the program, or who looks after people here, is called.
PROGRAM: Final = frozenset({"kopgroep"})
OF_A_ROLE: Final = ("coordinator", "coordinatrice", "beheerder", "administrator", "moderator", "kopgroep")
OF_A_ROLE_ALONE: Final = frozenset({"admin", "beheer", "bot", "system", "systeem", "support", "helpdesk"})


def seen_as(name: str) -> str:
    """Return a name as an eye that is in a hurry sees it: two that look alike are the same."""
    apart = unicodedata.normalize("NFKD", name)
    twins = _twins() if any(not char.isascii() and char.isalpha() for char in apart) else {}
    letters = "".join(twins.get(char, char) for char in apart if not unicodedata.combining(char))
    plain = _INSIDE.sub("l", letters.casefold()).translate(_SEEN_AS)
    for pair, one in _PAIRS:
        plain = plain.replace(pair, one)
    return "".join(char for char in plain if char.isalnum())


def pretends(name: str, of_others: list[str], *, has_a_role: bool) -> bool:
    """Tell whether a name passes for the program, for a role one has not, or for one of these others."""
    seen = seen_as(name)
    if seen in _all_seen(PROGRAM) or seen in {seen_as(other) for other in of_others if other}:
        return bool(seen)
    if has_a_role:
        return False
    return seen in _all_seen(OF_A_ROLE_ALONE) or any(seen_as(word) in seen for word in OF_A_ROLE)


@cache
def _all_seen(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(seen_as, words))
