"""The list of erasures: a file outside the database and its backups, read again after a restore.

A line holds a moment, what was chosen, and hashes with the secret key: nobody can tell who was erased
without both the key and the database of then. Lines are only added.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from domain.erasure import Erased

VERSION = "1"


class Ledger:
    """The file, and the key without which its lines mean nothing."""

    def __init__(self, file: Path, key: str) -> None:
        self.file = file
        self._key = key.encode()

    def of_member(self, public_id: str) -> str:
        """Return by what a member is known in the list."""
        return self._hash(f"member {public_id}")

    def of_address(self, channel: str, address: str) -> str:
        """Return by what an address is known in the list."""
        return self._hash(f"address {channel} {address}")

    def _hash(self, words: str) -> str:
        return hmac.new(self._key, f"erased {words}".encode(), hashlib.sha256).hexdigest()

    def add(
        self,
        public_id: str,
        addresses: Iterable[Sequence[str]],
        *,
        keep_practices: bool,
        at: datetime,
    ) -> None:
        """Add an erasure; it is on the disk when this returns."""
        hashes = [self.of_member(public_id), *sorted(self.of_address(*one) for one in addresses)]
        line = " ".join([VERSION, at.isoformat(), "keep" if keep_practices else "take", *hashes])
        self.file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            # In one write, with a line end before it: half a line of a crash must not spoil the next.
            os.write(descriptor, f"\n{line}\n".encode("ascii"))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def entries(self) -> list[Erased]:
        """Return every erasure; a line that a crash cut off is left out: its erasure is added again."""
        try:
            lines = self.file.read_text("ascii").splitlines()
        except FileNotFoundError:
            return []
        return [entry for line in lines if (entry := _read(line)) is not None]


def _read(line: str) -> Erased | None:
    version, *rest = line.split() or [""]
    if version != VERSION or len(rest) < 3:
        return None
    moment, choice, member, *addresses = rest
    if any(len(one) != 64 for one in (member, *addresses)):
        return None
    return Erased(datetime.fromisoformat(moment), choice == "keep", member, frozenset(addresses))
