"""What a start reads before it sends: not the whole program, because after a crash people wait for it."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.program.source import ROOT

# Each takes a tenth of a second or more, alone or with what it brings along.
LATER = (
    *("numpy", "alembic", "apscheduler", "starlette", "uvicorn", "jinja2", "holidays", "typst", "vl_convert"),
    *("handlers", "domain.matching", "domain.guard", "bot.engine", "bot.listening", "bot.channels.web"),
)
FIRST = "bot.app", "bot.channels.telegram.speak", "bot.cli.run"


def test_start__reads_what_sends_and_not_yet_the_rest() -> None:
    code = f"import json, sys; import {', '.join(FIRST)}; print(json.dumps(sorted(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    read = set(json.loads(ran.stdout))
    assert set(FIRST) <= read
    assert not read & set(LATER)


STOPPED_WHILE_IT_READS = """
import os, signal, sys

class Stop:
    def find_spec(self, name, *_):
        if name == "bot.app":
            os.kill(os.getpid(), signal.SIGTERM)

sys.meta_path.insert(0, Stop())
from bot.cli.app import main
sys.exit(main(["run"]))
"""


def test_start__can_be_stopped_before_the_program_is_read() -> None:
    ran = subprocess.run([sys.executable, "-c", STOPPED_WHILE_IT_READS], cwd=ROOT, capture_output=True)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")
