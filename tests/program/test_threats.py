"""The threat model keeps up: every threat is there, with tests that exist, or says that none covers it."""

from __future__ import annotations

import re
from functools import cache

from tests.program.source import ROOT

PAGE = ROOT / "docs/threat-model.md"
THREATS = tuple(f"F{number}" for number in range(1, 46))
NOT = "not covered"


@cache
def rows() -> dict[str, str]:
    """Return the last column of each threat: its tests."""
    found = re.findall(r"^\| (F\d+) \|.*\| ([^|]*) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert len(found) == len(dict(found)), "a threat stands there twice"
    return dict(found)


@cache
def known() -> frozenset[str]:
    """Return the names of all tests there are."""
    files = (ROOT / "tests").rglob("test_*.py")
    return frozenset(
        name for file in files for name in re.findall(r"def (test_\w+)", file.read_text("utf-8"))
    )


def test_threat__is_on_the_page_once() -> None:
    assert tuple(rows()) == THREATS


def test_test__that_the_page_names_exists() -> None:
    named = re.findall(r"`(test_\w+)`", PAGE.read_text("utf-8"))
    assert len(named) > 60
    assert not set(named) - known()


def test_command__that_the_page_names_exists() -> None:
    for module in re.findall(r"python -m (tests[\w.]+)", PAGE.read_text("utf-8")):
        assert (ROOT / f"{module.replace('.', '/')}.py").exists(), module


def test_threat__has_a_test_or_says_that_it_is_not_covered() -> None:
    told = PAGE.read_text("utf-8").partition("## Not covered")[2]
    assert told
    for threat, column in rows().items():
        assert "`test_" in column or NOT in column.lower(), threat
        if NOT in column.lower():
            assert re.search(rf"\b{threat}\b", told), f"{threat} is not told below"


def test_page__is_found_from_the_others() -> None:
    for name in ("README.md", "SECURITY.md", "docs/map.md"):
        assert "threat-model.md" in (ROOT / name).read_text("utf-8"), name
