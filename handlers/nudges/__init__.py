"""What is offered unasked: a practice with a message, a weekly digest, and an end to it when it does harm."""

from __future__ import annotations

from datetime import timedelta

from handlers.kit import Capability, Job
from handlers.nudges.answering import AnswerNudge, answer
from handlers.nudges.digest import plan_digests, send_digests
from handlers.nudges.offering import open_days, plan_offers, send_offers
from handlers.nudges.watching import watch

CAPABILITY = Capability(
    name="nudges",
    buttons={AnswerNudge: answer},
    jobs=(
        Job("nudge-days", timedelta(minutes=1), open_days),
        Job("nudges", timedelta(minutes=1), send_offers, plan=plan_offers),
        Job("digest", timedelta(minutes=1), send_digests, plan=plan_digests),
        Job("nudge-watch", timedelta(hours=6), watch),
    ),
)
