"""Who did how much just now, in the memory of this process: for what costs nothing but time."""

from __future__ import annotations

import ipaddress
from datetime import datetime

from domain.limits import Limit, spend

MOST_KNOWN = 20_000  # places or people; who is not known has done nothing yet


class Counter:
    """Spends a limit per name, and forgets who has done nothing for a while.

    In memory, because to refuse somebody must be cheaper than to serve them. With several processes each
    counts for itself, so together they let through as many times more.
    """

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self._until: dict[str, datetime] = {}

    def has_room(self, name: str, now: datetime) -> bool:
        """Tell whether one more would be let through, without spending it."""
        return spend(self._until.get(name), now, self._limit) is not None

    def spend(self, name: str, now: datetime) -> bool:
        """Count one more; False when there was no room for it, and then it is not counted."""
        until = spend(self._until.get(name), now, self._limit)
        if until is None:
            return False
        if len(self._until) >= MOST_KNOWN:
            self._forget(now)
        self._until[name] = until
        return True

    def _forget(self, now: datetime) -> None:
        """Forget who is through; of a crowd that is not, those who are through first."""
        left = {name: until for name, until in self._until.items() if until > now}
        soonest = sorted(left, key=left.__getitem__)[: max(0, len(left) - MOST_KNOWN // 2)]
        for name in soonest:
            del left[name]
        self._until = left


def place_of(host: str) -> str:
    """Return by what a visitor from the internet is counted: an address, of IPv6 the network it is in."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, 64), strict=False))
    return host
