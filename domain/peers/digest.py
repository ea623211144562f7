"""The weekly digest: what is in it, and that nothing is sent when there is nothing to say."""

from __future__ import annotations

from dataclasses import dataclass

from domain.peers.constants import DEFAULTS, Constants


@dataclass(frozen=True)
class Digest:
    """One person's week: numbers of practices, a question and a closed loop; None is nothing of that kind."""

    fits: int | None = None
    new: int | None = None
    question: int | None = None
    loop: int | None = None
    impact: int = 0  # colleagues who tried what this person shared; a line of its own, no item

    @property
    def items(self) -> int:
        """How many items of value it has."""
        return sum(one is not None for one in (self.fits, self.new, self.question, self.loop))


def digest(
    *,
    fits: int | None,
    new: int | None,
    question: int | None,
    loop: int | None,
    impact: int = 0,
    constants: Constants = DEFAULTS,
) -> Digest | None:
    """Return the digest, or None when it would hold fewer than two items. The same practice comes once."""
    found = Digest(fits, None if new == fits else new, question, loop, impact)
    return found if found.items >= constants.digest.least else None
