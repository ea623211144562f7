"""What the program is made of is listed, free to use, and never called clean without a look at it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.program.source import ROOT
from tests.supply import bill, is_free, licences, read_audit, told


def test_licences__are_listed_as_they_are() -> None:
    assert (ROOT / "docs/licences.md").read_text("utf-8") == licences()


def test_bill__names_every_package_with_its_version_hashes_and_licence() -> None:
    made = bill()
    assert made["bomFormat"] == "CycloneDX"
    assert len(made["components"]) > 40
    for one in made["components"]:
        assert one["purl"].startswith("pkg:pypi/")
        assert one["version"]
        assert all(file["hashes"] for file in one["externalReferences"]), one["name"]
        assert is_free(one["licenses"][0]["license"]["name"]), one["name"]


@pytest.mark.parametrize("licence", ["", "GPL-3.0-only", "MIT AND GPL-2.0", "Proprietary", "AGPL-3.0; MIT"])
def test_licence__that_we_cannot_use_is_found(licence: str) -> None:
    assert not is_free(licence)


BAD = {"id": "PYSEC-1", "fix_versions": ["2"]}


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (
            {"dependencies": [{"name": "a", "version": "1", "vulns": []}]},
            "pypi: 1 packages, 0 known vulnerabilities",
        ),
        (
            {"dependencies": [{"name": "a", "version": "1", "vulns": [BAD]}]},
            "pypi: 1 packages, 1 known vulnerabilities",
        ),
        (
            {"dependencies": [{"name": "a", "skip_reason": "not found"}]},
            "pypi: not run (it knew 0 packages and not 1)",
        ),
        ({"dependencies": []}, "pypi: not run (no answer)"),
        ({}, "pypi: not run (no answer)"),
    ],
)
def test_audit__that_did_not_look_at_everything_was_not_run(answer: Any, words: str) -> None:
    """The tool itself says "no known vulnerabilities" when its service knew nothing at all."""
    assert told("pypi", read_audit(json.dumps(answer))) == words


def test_audit__without_an_answer_was_not_run() -> None:
    assert told("pypi", read_audit("")) == "pypi: not run (no answer)"
