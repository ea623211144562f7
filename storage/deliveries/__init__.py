"""What the program says: every message a row, stored before it is said, claimed before it is sent."""

from storage.deliveries.broadcast import (
    count_broadcast,
    repeat_uncertain,
    stop_broadcast,
    was_sent,
)
from storage.deliveries.claims import claim, next_lanes, pull_waiting, recover, renew, rest
from storage.deliveries.outcomes import (
    PAYLOAD_KEPT,
    forget_copies,
    forget_old,
    forget_payloads,
    give_up,
    last_payloads,
    mark_failed,
    mark_sent,
    readdress,
    retry,
)
from storage.deliveries.queueing import (
    amend,
    is_being_said,
    move,
    queue,
    queue_many,
    queued_at,
    say,
    silence,
    withdraw,
)
from storage.deliveries.release import let_go, ready, release
from storage.deliveries.uncertain import count_uncertain, say_again

__all__ = [
    "PAYLOAD_KEPT",
    "amend",
    "claim",
    "count_broadcast",
    "count_uncertain",
    "forget_copies",
    "forget_old",
    "forget_payloads",
    "give_up",
    "is_being_said",
    "last_payloads",
    "let_go",
    "mark_failed",
    "mark_sent",
    "move",
    "next_lanes",
    "pull_waiting",
    "queue",
    "queue_many",
    "queued_at",
    "readdress",
    "ready",
    "recover",
    "release",
    "renew",
    "repeat_uncertain",
    "rest",
    "retry",
    "say",
    "say_again",
    "silence",
    "stop_broadcast",
    "was_sent",
    "withdraw",
]
