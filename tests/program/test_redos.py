"""No pattern of the program can be held up by a text that was made for it.

Speed in milliseconds is measured by `python -m tests.benchmarks.redos`; here a pattern only has to end, in
twenty times what is allowed there, so that a slow machine does not fail and a pattern that explodes does.
"""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.benchmarks import redos
from tests.program.source import ROOT


@pytest.mark.timeout(600)  # on a machine that does a lot beside
def test_every_pattern__ends_soon_whatever_is_typed() -> None:
    """In a process of its own: patterns are recorded while the program is imported."""
    asked = [sys.executable, "-m", "tests.benchmarks.redos", "--strings", "2", "--most", "1000"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, timeout=580, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.split(" patterns")[0]) > 100


@pytest.mark.parametrize("killer", [r"(a+)+b", r"(\w+\s?)*$!", r"(?:x|xx)+y", r"a[^\W\d_]*[-’'](\w?\w+)*!"])
def test_pattern__that_explodes_is_found(killer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redos, "GIVE_UP", 0.2)
    ((slowest, _),) = redos.slowest_patterns([redos.Pattern("here", re.compile(killer))], 20)
    assert slowest.ms >= 200
