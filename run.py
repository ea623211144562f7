#!/usr/bin/env python3
"""Set everything up and start Kopgroep, with nothing but Python 3.

`python3 run.py` starts the bot, `python3 run.py test` runs the tests, and
`python3 run.py COMMAND …` runs any `kopgroep` command.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
TOOLS = ROOT / ".tools"
OLDEST = (3, 11)
UV = "uv>=0.13,<0.14"
# Half of the time of a test is waiting, for a database or a process: three run at once, also on two cores.
SIDE_BY_SIDE = ("-n", "3", "--dist", "worksteal")


def find_uv() -> str | None:
    """Return the path of uv, on PATH or beside the project, or None."""
    for name in ("uv", "uv.exe"):
        local = TOOLS / "bin" / name
        if local.exists():
            return str(local)
    return shutil.which("uv")


def install_uv() -> str:
    """Install uv beside the project: `--target` also works on a Python that is externally managed."""
    print(f"Kopgroep: installing uv into {TOOLS.name}/ (once, 18 MB) …", flush=True)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--root-user-action", "ignore"]
    try:
        done = subprocess.call([*pip, "--disable-pip-version-check", "--target", str(TOOLS), UV])
    except OSError:
        done = 1
    found = find_uv()
    if done != 0 or found is None:
        sys.exit(
            "Kopgroep: uv could not be installed. Is there an internet connection, and does "
            "`python3 -m pip --version` work? (On Debian: apt install python3-pip.) "
            "Or install uv yourself, from https://docs.astral.sh/uv/, and run this again."
        )
    return found


def python_choice() -> list[str]:
    """Prefer the Python that runs this script, so that uv has nothing to download."""
    if sys.version_info >= OLDEST:
        return ["--python", sys.executable]
    return []


def main(arguments: list[str]) -> int:
    """Run the tests or a command inside the project's own environment."""
    uv = find_uv() or install_uv()
    if arguments[:1] == ["test"]:
        command = ["pytest", *SIDE_BY_SIDE, *arguments[1:]]
        extra: list[str] = []
    else:
        command = ["kopgroep", *(arguments or ["run"])]
        # Measuring stands in the tests; matching is also put next to search of others.
        extra = (["--group", "bench"] if arguments[:2] == ["bench", "matching"] else []) or (
            [] if arguments[:1] == ["bench"] else ["--no-dev"]
        )
    call = [uv, "run", "--quiet", "--project", str(ROOT), *python_choice(), *extra, *command]
    try:
        return subprocess.call(call, cwd=ROOT if command[0] == "pytest" else None)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
