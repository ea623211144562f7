"""Say which version this is."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed

from storage.migrations import newest


def version() -> None:
    """Print the version of the program, of its database and of Python."""
    try:
        own = installed("kopgroep")
    except PackageNotFoundError:
        own = "?"
    print(f"kopgroep {own} (database {newest()}, Python {platform.python_version()})")
