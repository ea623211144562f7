"""The gate before every turn: who sends too much, or the same thing over and over, is not served for a while.

In the memory of this process, because to refuse must be cheaper than to serve. A person's turns nearly always
come to one process; what costs others something is counted in the database (`storage/allowances.py`).
"""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from bot.counter import Counter
from domain.limits import ORGANISATION, QUIET, TOLD_AGAIN, goes_round, turns_of, what_is_said
from handlers.kit.turn import Incoming, Kind

MOST_KNOWN = 20_000  # people


class Answer(Enum):
    """What is done with what came in."""

    serve = "serve"
    tell = "tell"  # not served, and told why
    silence = "silence"  # not served, and told so a while ago


@dataclass(slots=True)
class _Somebody:
    organisation: int | None = None
    said: deque[int] = field(default_factory=lambda: deque(maxlen=8))
    spoke_at: datetime | None = None
    refused_at: datetime | None = None
    told_at: datetime | None = None


class Gate:
    """Lets turns through, or not: by who sends them and by their organisation."""

    def __init__(self, per_minute: int) -> None:
        self._turns = Counter(turns_of(per_minute))
        self._organisations = Counter(ORGANISATION)
        self._known: OrderedDict[tuple[str, str], _Somebody] = OrderedDict()

    def ask(self, incoming: Incoming, now: datetime) -> Answer:
        """Return what to do with what came in, and count it."""
        if incoming.kind is Kind.gone:
            return Answer.serve
        one = self._somebody(incoming)
        if not self._may_pass(one, incoming, now):
            one.refused_at = now
            if one.told_at is not None and now - one.told_at < TOLD_AGAIN:
                return Answer.silence
            one.told_at = now
            return Answer.tell
        one.refused_at = None
        return Answer.serve

    def served(self, incoming: Incoming, organisation_id: int | None, now: datetime) -> None:
        """Note that it was answered, and of which organisation they are; what fails comes again unchanged."""
        one = self._somebody(incoming)
        one.organisation = organisation_id
        said = _said(incoming)
        if said is None:
            return
        if one.spoke_at is not None and now - one.spoke_at > TOLD_AGAIN:
            one.said.clear()
        one.spoke_at = now
        one.said.append(said)

    def _may_pass(self, one: _Somebody, incoming: Incoming, now: datetime) -> bool:
        # Who was refused is let in again once it is quiet: a program that answers our answers then stops by
        # itself, and whoever goes on sending is never answered.
        if one.refused_at is not None and now - one.refused_at < QUIET:
            return False
        said = _said(incoming)
        if said is not None and goes_round([*one.said, said]):
            return False
        if not self._turns.spend(f"{incoming.channel}:{incoming.address}", now):
            return False
        return one.organisation is None or self._organisations.spend(str(one.organisation), now)

    def _somebody(self, incoming: Incoming) -> _Somebody:
        key = (incoming.channel, incoming.address)
        one = self._known.pop(key, None) or _Somebody()
        self._known[key] = one
        if len(self._known) > MOST_KNOWN:
            self._known.popitem(last=False)
        return one


def _said(incoming: Incoming) -> int | None:
    return what_is_said(incoming.text) if incoming.kind is Kind.text else None
