"""Every word in both languages, with the same values, short enough for a button, and none missing."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from content import speech
from handlers.capabilities import routes
from tests.program.source import ROOT, calls, files, tree

SPEAKING = ("say", "text", "tap", "link", "Text", "Refusal", "speak", "pick")
LONGEST_BUTTON = 20  # characters
LONGEST_SENTENCE = 25  # words
JARGON = re.compile(
    r"koploper|middengroep|\bnudge|\bscore\b|segment|front-runner|middle group|tenant", re.IGNORECASE
)


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.found.add(node.id.name)


@cache
def messages(language: str) -> dict[str, ftl.Message]:
    found: dict[str, ftl.Message] = {}
    for source in speech.sources(language):
        for entry in FluentParser().parse(source.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{language}/{source.name}: {str(entry.content)[:60]}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{language}: {entry.id.name} stands twice"
                found[entry.id.name] = entry
    return found


def variables(message: ftl.Message) -> set[str]:
    visitor = _Variables()
    visitor.visit(message)
    return visitor.found


def called(call: ast.Call) -> str:
    """Return the name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def literal_calls() -> list[tuple[str, ast.Call, str]]:
    """Return (place, call, key) of every call that names a message literally."""
    found = []
    for file, call in calls(*SPEAKING):
        at = 3 if called(call) == "pick" else 0
        key = call.args[at] if len(call.args) > at else None
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            found.append((f"{file.relative_to(ROOT)}:{call.lineno}", call, key.value))
    return found


def test_languages__have_the_same_messages() -> None:
    assert set(messages("nl")) == set(messages("en"))


def test_languages__use_the_same_values() -> None:
    differ = {
        key: (variables(message), variables(messages("en")[key]))
        for key, message in messages("nl").items()
        if variables(message) != variables(messages("en")[key])
    }
    assert not differ


def test_key__that_code_names_exists() -> None:
    missing = [
        f"{place} {key}" for place, _, key in literal_calls() if key.split(".")[0] not in messages("nl")
    ]
    assert not missing, "\n".join(missing)


def test_value__that_a_message_needs_is_given() -> None:
    wrong = []
    for place, call, key in literal_calls():
        if key not in messages("nl") or any(one.arg is None for one in call.keywords):
            continue
        if called(call) in ("Text", "speak"):
            continue
        missing = variables(messages("nl")[key]) - {one.arg for one in call.keywords}
        if missing:
            wrong.append(f"{place} {key} needs {sorted(missing)}")
    assert not wrong, "\n".join(wrong)


def test_message__is_used_somewhere() -> None:
    """Keys made with an f-string count by their beginning and end, such as `job-{…}-person`."""
    literal = {f"command-{name}" for name in routes().commands}
    patterns: list[re.Pattern[str]] = []
    for floor in ("handlers", "bot", "domain"):
        for file in files(floor):
            for node in ast.walk(tree(file)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    literal.add(node.value.split(".")[0])
                if isinstance(node, ast.JoinedStr):
                    parts = [
                        re.escape(str(p.value)) if isinstance(p, ast.Constant) else r"[\w-]+"
                        for p in node.values
                    ]
                    if parts and isinstance(node.values[0], ast.Constant):
                        patterns.append(re.compile("".join(parts).split(r"\.")[0]))
    for template in (ROOT / "bot").rglob("*.html"):
        literal.update(re.findall(r"[a-z0-9_]+(?:-[a-z0-9_]+)+", template.read_text("utf-8")))
    unused = [
        key for key in messages("nl") if key not in literal and not any(p.fullmatch(key) for p in patterns)
    ]
    assert not unused, "\n".join(unused)


@pytest.mark.parametrize("language", speech.LANGUAGES)
def test_button__has_at_most_twenty_characters(language: str) -> None:
    labels = {key for _, call, key in literal_calls() if called(call) in ("tap", "link", "pick")}
    long = {
        key: words
        for key in labels
        if key in messages(language)
        and not variables(messages(language)[key])
        and len(words := speech.speak(key, language, {})) > LONGEST_BUTTON
    }
    assert not long


@pytest.mark.parametrize("language", speech.LANGUAGES)
def test_sentence__is_short_and_plain(language: str) -> None:
    wrong = []
    for source in speech.sources(language):
        if source.name in ("cli.ftl", "run.ftl"):
            continue  # for the operator
        for entry in FluentParser().parse(source.read_text("utf-8")).body:
            if not isinstance(entry, ftl.Message) or entry.value is None:
                continue
            words = " ".join(e.value if isinstance(e, ftl.TextElement) else "…" for e in entry.value.elements)
            wrong += [
                f"{entry.id.name}: {sentence.strip()}"
                for sentence in re.split(r"[.!?:•]\s|\n", words)
                if len(sentence.split()) > LONGEST_SENTENCE
            ]
            if JARGON.search(words):
                wrong.append(f"{entry.id.name}: {JARGON.search(words)}")
    assert not wrong, "\n".join(wrong)


def test_command__has_its_own_word_in_each_language() -> None:
    spelled: dict[str, str] = {}
    for name in routes().commands:
        for language in speech.LANGUAGES:
            word, about = speech.command_words(name, language)
            assert re.fullmatch(r"[a-z]{2,20}", word), f"{word} cannot be a command"
            assert 3 <= len(about) <= 60
            assert spelled.setdefault(word, name) == name, f"/{word} means {name} and {spelled[word]}"
