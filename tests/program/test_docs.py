"""The pages keep up: links lead somewhere, and nothing one can set, type or decide is missing from them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import typer

from bot.cli.app import make_app
from bot.rights_page import rights_page
from bot.settings import Settings
from handlers.capabilities import CAPABILITIES, routes
from tests.program.source import ROOT

DOCS = ROOT / "docs"
DECISIONS = DOCS / "decisions"
HEADINGS = ["Context", "Decision", "Why", "What it costs"]
LONGEST_DECISION = 400  # words: about one page
# Where somebody happened to work is of no use to anybody else.
MACHINE = re.compile(r"/work/|/home/[a-z]+/|/Users/|/root/(?!\.cache/uv)|/tmp/[a-z]|[A-Z]:\\\\")


@cache
def pages() -> tuple[Path, ...]:
    """Return every page of the repository, those that are not committed yet included."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return tuple(file for name in listed.stdout.split("\n") if name and (file := ROOT / name).exists())


def read(name: str) -> str:
    """Return a page as text."""
    return (ROOT / name).read_text("utf-8")


def without_code(page: str) -> str:
    """Return a page without its blocks and bits of code."""
    return re.sub(r"```.*?```|`[^`\n]*`", "", page, flags=re.DOTALL)


def links(page: str) -> list[str]:
    """Return where the links on a page lead."""
    return re.findall(r"\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)", without_code(page))


def anchors(page: str) -> set[str]:
    """Return the names by which the headings of a page can be linked to."""
    titles = re.findall(r"^#+ +(.+)$", re.sub(r"```.*?```", "", page, flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def decisions() -> list[Path]:
    """Return the pages of decisions, in their order."""
    return sorted(DECISIONS.glob("[0-9]*.md"))


def commands(typed: typer.Typer) -> Iterator[str]:
    """Yield every command as it is typed behind `kopgroep`."""

    def under(command: object, name: str) -> Iterator[str]:
        inner = getattr(command, "commands", None)
        if inner is None:
            yield name
            return
        for word, one in inner.items():
            yield from under(one, f"{name} {word}".strip())

    yield from under(typer.main.get_command(typed), "")


def test_link__leads_to_something_that_is_there() -> None:
    wrong = []
    for page in pages():
        for link in links(page.read_text("utf-8")):
            if re.match(r"[a-z]+:", link):
                continue
            path, _, anchor = link.partition("#")
            target = (page.parent / path).resolve() if path else page
            if not target.exists():
                wrong.append(f"{page.relative_to(ROOT)}: {link}")
            elif anchor and target.suffix == ".md" and anchor not in anchors(target.read_text("utf-8")):
                wrong.append(f"{page.relative_to(ROOT)}: {link} has no such heading")
    assert not wrong, "\n".join(wrong)


def test_page__names_no_machine() -> None:
    files = [*pages(), *(one for one in (ROOT / "deploy").iterdir() if one.is_file())]
    wrong = [
        f"{file.relative_to(ROOT)}: {found[0]}"
        for file in files
        for found in MACHINE.finditer(file.read_text("utf-8"))
    ]
    assert not wrong, "\n".join(wrong)


def test_setting__is_explained_to_who_runs_it() -> None:
    page = read("docs/running.md")
    missing = [name.upper() for name in Settings.model_fields if f"`{name.upper()}`" not in page]
    assert not missing


def test_command__is_explained_to_who_runs_it() -> None:
    page = read("docs/running.md")
    missing = [name for name in commands(make_app()) if f"kopgroep {name}" not in page]
    assert not missing


def test_command__that_a_page_names_exists() -> None:
    known = set(commands(make_app()))
    groups = {name.split()[0] for name in known}
    wrong = []
    for page in pages():
        for words in re.findall(r"(?:^|`|\$ |&& )kopgroep ((?:[a-z]+ ?)+)", page.read_text("utf-8"), re.M):
            typed = words.split()
            if typed[0] not in groups:
                wrong.append(f"{page.relative_to(ROOT)}: kopgroep {words}")
    assert not wrong, "\n".join(wrong)


def test_capability__is_on_the_map() -> None:
    page = read("docs/map.md")
    missing = [one.name for one in CAPABILITIES if f"`{one.name}`" not in page]
    assert not missing


def test_map__names_files_that_are_there() -> None:
    page = read("docs/map.md")
    named = re.findall(r"`((?:bot|handlers|storage|domain|content|tests|deploy|docs)/[\w./-]*)", page)
    named += [
        f"tests/conversations/{name}" for name in re.findall(r"\| `(test_\w+\.py)` \|$", page, re.MULTILINE)
    ]
    named += [f"content/nl/{name}" for name in re.findall(r"`(\w+\.ftl)`", page)]
    missing = [name for name in named if not (ROOT / name.rstrip("/.")).exists()]
    assert not missing


@pytest.mark.parametrize("page", decisions(), ids=lambda page: page.stem)
def test_decision__says_why_and_what_it_costs_on_one_page(page: Path) -> None:
    words = page.read_text("utf-8")
    assert re.findall(r"^## (.+)$", words, re.MULTILINE) == HEADINGS
    assert words.startswith(f"# {page.stem[:4]} ")
    assert len(words.split()) <= LONGEST_DECISION


def test_decisions__are_numbered_and_in_the_index() -> None:
    numbers = [int(page.name[:4]) for page in decisions()]
    assert numbers == list(range(1, len(numbers) + 1))
    listed = links(read("docs/decisions/README.md"))
    assert [page.name for page in decisions()] == [name for name in listed if name[:1].isdigit()]


def test_changes__are_told_under_a_version() -> None:
    headings = re.findall(r"^## \[(.+?)\](.*)$", read("CHANGELOG.md"), re.MULTILINE)
    assert headings, "a changelog has versions"
    assert headings[0][0] == "Unreleased" or "unreleased" in headings[0][1].lower()


def test_example__is_the_code_as_it_stands() -> None:
    """A block that names a file stands in that file, so that the example goes on working."""
    blocks = [
        block
        for page in pages()
        for block in re.findall(
            r"^```\w+ (\S+/\S+)\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL
        )
    ]
    assert blocks
    wrong = [f"{name}:\n{block}" for name, block in blocks if block.strip("\n") not in read(name)]
    assert not wrong, "\n".join(wrong)


def test_page_of_rights__is_what_the_program_reads() -> None:
    page = (ROOT / "docs/rights.md").read_text("utf-8")
    assert page.endswith(rights_page(routes()) + "\n"), "uv run python -m bot.rights_page renews it"
