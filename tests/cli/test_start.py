"""Commands read no more than they need, so that they answer at once."""

from __future__ import annotations

import subprocess
import sys

LARGE = {"sqlalchemy", "alembic", "pydantic_settings", "telegram", "aiohttp", "starlette", "fluent"}
READ = f"""
import sys
from bot.cli.app import main
main(sys.argv[1:])
print(*sorted({LARGE!r} & set(sys.modules)))
"""


def test_version__reads_nothing_large() -> None:
    done = subprocess.run([sys.executable, "-c", READ, "version"], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1:] == [""]
