"""Trouble to order: failures, silence and broken connections, per method."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

HTML_500 = "<html><head><title>500 Internal Server Error</title></head><body>nginx</body></html>"


@dataclass(slots=True)
class Order:
    """One kind of trouble for the next `times` calls (None: for all), each with chance `rate`."""

    kind: str
    method: str
    times: int | None = 1
    rate: float = 1.0
    chat: int | None = None
    after: bool = False
    seconds: float = 600.0
    status: int = 500
    body: str | None = None
    content_type: str = "application/json"
    answer: dict[str, Any] = field(default_factory=dict)
    met: int = 0


class Trouble:
    """Orders that wait for their call; "*" stands for every method but getUpdates."""

    def __init__(self, seed: int = 1) -> None:
        self.orders: list[Order] = []
        self._random = random.Random(seed)

    def fail(
        self,
        method: str,
        *,
        times: int | None = 1,
        status: int = 500,
        description: str | None = None,
        retry_after: int | None = None,
        body: str | None = None,
        chat: int | None = None,
        rate: float = 1.0,
    ) -> Order:
        """Refuse the next calls; without a description a 5xx has an HTML body, as from a proxy."""
        order = Order("fail", method, times, rate, chat, status=status, body=body)
        if body is None and description is None and status >= 500:
            order.body = HTML_500
        if order.body is not None:
            order.content_type = "text/html"
        if retry_after is not None:
            order.answer["parameters"] = {"retry_after": retry_after}
            description = description or f"Too Many Requests: retry after {retry_after}"
        words = description or _WORDS.get(status, "Bad Request: refused on order")
        order.answer |= {"ok": False, "error_code": status, "description": words}
        self.orders.append(order)
        return order

    def hang(
        self,
        method: str,
        *,
        times: int | None = 1,
        after: bool = False,
        seconds: float = 600.0,
        chat: int | None = None,
        rate: float = 1.0,
    ) -> Order:
        """Never answer the next calls; `after` accepts them first, so that people see the message."""
        order = Order("hang", method, times, rate, chat, after, seconds)
        self.orders.append(order)
        return order

    def reset(
        self,
        method: str,
        *,
        times: int | None = 1,
        after: bool = False,
        chat: int | None = None,
        rate: float = 1.0,
    ) -> Order:
        """Cut the connection of the next calls, before or after acceptance."""
        order = Order("reset", method, times, rate, chat, after)
        self.orders.append(order)
        return order

    def clear(self) -> None:
        """Withdraw all orders."""
        self.orders.clear()

    def due(self, method: str, chat: str) -> Order | None:
        """Return the order that this call meets, and count it."""
        for order in self.orders:
            if order.method not in {method, "*"} or (order.method == "*" and method == "getUpdates"):
                continue
            if order.chat is not None and str(order.chat) != chat:
                continue
            if order.rate < 1 and self._random.random() >= order.rate:
                continue
            order.met += 1
            if order.times is not None:
                order.times -= 1
                if order.times <= 0:
                    self.orders.remove(order)
            return order
        return None


_WORDS = {
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    429: "Too Many Requests: retry after 1",
    500: "Internal Server Error",
    502: "Bad Gateway",
}
