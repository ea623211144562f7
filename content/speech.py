"""The words of the program, per language, from the Fluent files beside this module."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from fluent.runtime import FluentBundle, FluentResource, resolver

_NAME = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)
LANGUAGES = ("nl", "en")  # the same as in `domain.people`; a test holds them together

# The library refuses values over 2,500 characters, against messages that blow themselves up. Ours are not
# anybody else's, and people may write up to 8,192 units; escaping makes them longer.
resolver.MAX_PART_LENGTH = 50_000


class MissingWords(KeyError):
    """A message or one of its values does not exist."""


def sources(language: str) -> Iterator[Traversable]:
    """Yield the Fluent files of a language, by name."""
    folder = files("content") / language
    yield from sorted(
        (one for one in folder.iterdir() if one.name.endswith(".ftl")), key=lambda one: one.name
    )


@cache
def _files(language: str) -> Mapping[str, str]:
    """Return in which file each message of a language stands."""
    found: dict[str, str] = {}
    for source in sources(language):
        for name in _NAME.findall(source.read_text("utf-8")):
            found.setdefault(name, source.name)
    return found


# A file is read in full at its first message: all of them take a tenth of a second, and who starts again
# after a crash needs few. So a message refers to none in another file.
@cache
def _bundle(language: str, file: str) -> FluentBundle:
    # Isolation marks are invisible characters around values; they break copying and searching.
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((files("content") / language / file).read_text("utf-8")))
    return bundle


def has(key: str, language: str) -> bool:
    """Tell whether a language has a message of this name."""
    return key in _files(language)


def speak(key: str, language: str, values: Mapping[str, str | int | float]) -> str:
    """Return a message in words; raise MissingWords when it or one of its values is not there."""
    return _formatted(key, language, values) if values else _fixed(key, language)


@cache
def _fixed(key: str, language: str) -> str:
    """Return a message that is always the same, as most buttons are."""
    return _formatted(key, language, {})


def _formatted(key: str, language: str, values: Mapping[str, str | int | float]) -> str:
    name, _, attribute = key.partition(".")
    file = _files(language).get(name)
    if file is None:
        raise MissingWords(f"{language}: {key}")
    bundle = _bundle(language, file)
    message = bundle.get_message(name)
    pattern = message.attributes.get(attribute) if attribute else message.value
    if pattern is None:
        raise MissingWords(f"{language}: {key}")
    words, errors = bundle.format_pattern(pattern, dict(values))
    if errors:
        raise MissingWords(f"{language}: {key}: {errors[0]}")
    return str(words)


@cache
def commands() -> Mapping[str, str]:
    """Return the name of each command by every word it can be typed as, in both languages."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for key in _files(language):
            if key.startswith("command-"):
                name = key.removeprefix("command-")
                for word in (name, *speak(key, language, {}).split()):
                    found[word] = name
    return found


def command_words(name: str, language: str) -> tuple[str, str]:
    """Return how a command is spelled in a language, and what the menu says of it."""
    return speak(f"command-{name}", language, {}).split()[0], speak(f"command-{name}.about", language, {})
