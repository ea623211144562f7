"""One program per SQLite file: real processes, of which the second says why it does not start."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.instance import InstanceLock
from bot.trouble import Trouble
from content.speech import LANGUAGES, speak
from tests.program.source import ROOT

HOLD = """
import sys
from pathlib import Path
from bot.instance import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
lock.take()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that another process keeps."""
    (tmp_path / "data").mkdir()
    return tmp_path / "data" / "kopgroep.db"


@pytest.fixture
def holder(file: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that runs on the file."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_second_program__refuses_to_start_and_says_why(file: Path, holder: subprocess.Popen[str]) -> None:
    for language in LANGUAGES:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "run"],
            cwd=file.parents[1],
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "PORT": "0", "DEFAULT_LANGUAGE": language},
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        said = speak("run-already", language, {"file": str(file)})
        assert " ".join(said.split()) in " ".join(done.stderr.split())
    assert holder.poll() is None
    assert not file.exists(), "it looked before it touched anything"


def test_lock__of_a_program_that_was_killed_is_free_at_once(
    file: Path, holder: subprocess.Popen[str]
) -> None:
    lock = InstanceLock(file)
    with pytest.raises(Trouble):
        lock.take()
    holder.kill()
    holder.wait(10)
    lock.take()
    lock.release()
