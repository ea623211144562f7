"""Words that people write: none of them is a slip in another one ("kelder" is no "melder")."""

from __future__ import annotations

from zlib import crc32

import numpy as np


class Spelled:
    """Many words in little room, by the CRC-32 of their letters: one in 9,000 others seems to be one."""

    def __init__(self, words: bytes = b"") -> None:
        self._known = np.unique(np.array([crc32(word) for word in words.split()], dtype=np.uint32))

    def __contains__(self, word: str) -> bool:
        code = crc32(word.encode())
        at = int(np.searchsorted(self._known, np.uint32(code)))
        return at < len(self._known) and int(self._known[at]) == code
