"""What the program is made of: known vulnerabilities, a bill of materials, and licences.

python -m tests.supply audit              ask a service for known vulnerabilities of what is locked
python -m tests.supply sbom FILE          write the bill of materials (CycloneDX 1.5)
python -m tests.supply licences           print docs/licences.md as it should be

"not run" is what the audit says when the service could not be asked about every package; never "clean".
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from tests.program.source import ROOT

LOCKED = ("export", "--frozen", "--no-dev", "--no-emit-project", "--quiet", "--format")
SERVICES = ("pypi", "osv")
PATIENCE = 300  # seconds
# What may be distributed with a program under the EUPL-1.2, as somebody may use and change it.
FREE = (
    *("MIT", "BSD", "0BSD", "Apache", "ISC", "PSF", "Python Software Foundation", "Zlib", "CC0", "Unlicense"),
    *("LGPL", "GNU Lesser", "MPL", "Mozilla Public"),
)
ONLY_ELSEWHERE = {"colorama": "BSD-3-Clause"}  # on Windows alone
HEAD = """# Licences

What the program needs while it runs, with the licence that each package states.
Made by `python -m tests.supply licences`; a test keeps it up to date.

Kopgroep itself is under the [EUPL-1.2](../LICENSE). Packages under the LGPL and the MPL are used as they are,
each in files of its own that you may replace.

| Package | Licence |
|---|---|
"""


@dataclass(frozen=True)
class Audited:
    """What a service said: how many packages it knew, those it did not, and what it found."""

    known: int
    unknown: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it says something about all that is locked."""
        return self.known > 0 and not self.unknown


def uv() -> str:
    """Return where uv is."""
    ours = ROOT / ".tools/bin/uv"
    return str(ours) if ours.exists() else shutil.which("uv") or "uv"


def bill() -> dict[str, Any]:
    """Return the bill of materials of what is locked."""
    done = subprocess.run([uv(), *LOCKED, "cyclonedx1.5"], cwd=ROOT, capture_output=True, check=True)
    made: dict[str, Any] = json.loads(done.stdout)
    for one in made["components"]:
        one["licenses"] = [{"license": {"name": licence_of(one["name"])}}]
    return made


def licence_of(name: str) -> str:
    """Return the licence that an installed package states."""
    try:
        told = distribution(name).metadata
    except PackageNotFoundError:
        return ONLY_ELSEWHERE.get(name, "")
    classified = [
        one.rpartition(" :: ")[2] for one in told.get_all("Classifier") or () if one.startswith("License")
    ]
    stated = next((told[name] for name in ("License-Expression", "License") if name in told), "")
    if "License-Expression" not in told and classified:
        return "; ".join(classified)
    return stated.split("\n")[0]


def is_free(licence: str) -> bool:
    """Tell whether every part of a stated licence is one of those we can use."""
    parts = licence.replace(" AND ", ";").replace(" OR ", ";").split(";")
    return all(any(free in part for free in FREE) for part in parts)


def licences() -> str:
    """Return the page of licences."""
    known = {one["name"]: one["licenses"][0]["license"]["name"] for one in bill()["components"]}
    return HEAD + "".join(f"| {name} | {licence} |\n" for name, licence in sorted(known.items()))


def read_audit(told: str) -> Audited:
    """Return what a service said; a package that it left out is not one without trouble."""
    try:
        each: Sequence[Mapping[str, Any]] = json.loads(told)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Audited(0, (), ())
    return Audited(
        known=sum("vulns" in one for one in each),
        unknown=tuple(one["name"] for one in each if "vulns" not in one),
        found=tuple(
            f"{one['name']} {one['version']}: {bad['id']}" for one in each for bad in one.get("vulns", ())
        ),
    )


def audit(service: str) -> Audited:
    """Ask a service about what is locked, as it is locked."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "requirements.txt"
        subprocess.run([uv(), *LOCKED, "requirements.txt", "-o", wanted], cwd=ROOT, check=True)
        asked = [uv(), "tool", "run", "--from", "pip-audit", "pip-audit", "--disable-pip", "--require-hashes"]
        asked += ["-r", str(wanted), "-s", service, "-f", "json", "--progress-spinner", "off"]
        try:
            done = subprocess.run(asked, capture_output=True, text=True, timeout=PATIENCE, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return Audited(0, (), ())
    return read_audit(done.stdout)


def told(service: str, audited: Audited) -> str:
    """Return the outcome in a sentence."""
    if not audited.is_whole:
        why = (
            f"it knew {audited.known} packages and not {len(audited.unknown)}"
            if audited.unknown
            else "no answer"
        )
        return f"{service}: not run ({why})"
    return f"{service}: {audited.known} packages, {len(audited.found)} known vulnerabilities"


def main() -> int:
    """Do what was asked; 1 when something is vulnerable, 3 when nobody could be asked."""
    match sys.argv[1:]:
        case ["audit"]:
            for service in SERVICES:
                audited = audit(service)
                print(told(service, audited))
                for one in audited.found:
                    print(f"  {one}")
                if audited.is_whole or audited.found:
                    return int(bool(audited.found))
            return 3
        case ["sbom", file]:
            made = bill()
            Path(file).write_text(json.dumps(made, indent=2) + "\n", "utf-8")
            print(f"{file}: {len(made['components'])} components")
            return 0
        case ["licences"]:
            print(licences(), end="")
            return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main())
