"""The words of the command line: none missing, none left over."""

from __future__ import annotations

import ast
import re

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from content import speech
from domain.importing import HEADERS, Reason
from domain.practices import PracticeState, Visibility
from tests.program.source import files, tree

FILES = ("cli.ftl", "import.ftl", "check.ftl")
KEY = re.compile(r"(?:cli|import|export|check|guard|match|setting)-[a-z][a-z-]*[a-z]")
MADE_FROM = {  # keys that are put together, by what follows the prefix
    "import-no-": [reason.value for reason in Reason],
    "import-field-": [field for field in HEADERS if field not in ("key", "illustrative", "state")],
    "export-": ["shared", "useful", "author", "job", "worked", "partly", "did_not"],
    "export-visibility-": [one.value for one in Visibility],
    "export-state-": [PracticeState.published.value, PracticeState.hidden.value],
    "match-outcome-": ["answer", "unsure", "none"],
    "check-": ["fine", "note", "wrong"],
    "cli-bench-": ["silent", "no-aiogram", "no-postgres"],
    "cli-bench-own-": ["refused", "libraries", "shared", "styles"],
    "cli-bench-own-goal-": ["across", "answered", "found", "refused"],
    "cli-role-": ["member", "coordinator", "liaison", "policy", "admin"],
}


def used() -> set[str]:
    found = {prefix + end for prefix, ends in MADE_FROM.items() for end in ends}
    for file in files("bot"):
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
                found.add(node.value)
    return found


def written() -> set[str]:
    found = set()
    for source in speech.sources("nl"):
        if source.name in FILES:
            body = FluentParser().parse(source.read_text("utf-8")).body
            found |= {entry.id.name for entry in body if isinstance(entry, ftl.Message)}
    return found


def test_words__are_all_used() -> None:
    assert written() - used() == set()


@pytest.mark.parametrize("language", speech.LANGUAGES)
def test_words__are_all_there(language: str) -> None:
    assert {key for key in used() if not speech.has(key, language)} == set()
