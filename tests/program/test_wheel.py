"""The wheel holds everything the program needs: no data file is forgotten."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.program.source import FLOORS, ROOT


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The contents of a freshly built wheel."""
    # `uv run` tells where it is; otherwise it lies on the path or beside the project.
    uv = os.environ.get("UV") or shutil.which("uv") or ROOT / ".tools" / "bin" / "uv"
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([uv, "build", "--quiet", "--wheel", "--out-dir", folder, ROOT], check=True, timeout=100)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_wheel__holds_every_file_of_the_program(unpacked: Path) -> None:
    ours = subprocess.run(
        ["git", "ls-files", *FLOORS], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    missing = [name for name in ours if not (unpacked / name).exists()]
    assert not missing


@pytest.fixture
def running(unpacked: Path, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The bot, run from the wheel in an empty folder: the process, and what it said at its start."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM", "DATA"))
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        cwd=tmp_path,
        env=environment
        | {"PYTHONPATH": str(unpacked), "PORT": "0", "PYTHONUNBUFFERED": "1", "COLUMNS": "200"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if "Ctrl+C" in line:
            break
    yield process, said
    if process.poll() is None:
        process.kill()
    process.wait()
    process.stdout.close()


def test_wheel__runs_and_shows_its_page(running: tuple[subprocess.Popen[str], str]) -> None:
    process, said = running
    link = re.search(r"http://127\.0\.0\.1:\d+/join/\S+", said)
    assert link is not None, said
    with urllib.request.urlopen(link[0], timeout=10) as page:
        assert "Voorbeeld" in page.read().decode()
    process.terminate()
    assert process.wait(timeout=15) == 0
