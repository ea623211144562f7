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
