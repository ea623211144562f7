"""Keep what Python compiles, also where it was told not to write it beside the source.

The tests start dozens of programs, and each would compile all it reads: two seconds of work, every time.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

COMPILED = Path(sys.prefix) / "pycache"

if sys.dont_write_bytecode:
    sys.pycache_prefix = str(COMPILED)
    sys.dont_write_bytecode = False
    # For the programs that are started, and the workers of the tests.
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
