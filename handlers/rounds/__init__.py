"""Feedback rounds: a few questions to a group, answers nothing links to a person, a loop that closes."""

from __future__ import annotations

from domain.people import COORDINATORS
from handlers.kit import Capability, Command
from handlers.kit.doors import ListRounds, OpenRound, StartRound, WriteBack
from handlers.rounds import answer, compose, feedback, hiding, outcome, sweep

CAPABILITY = Capability(
    name="rounds",
    commands=(
        Command("round", compose.command, COORDINATORS),
        Command("rounds", outcome.list_command, COORDINATORS),
    ),
    buttons={
        StartRound: compose.start,
        ListRounds: outcome.show_list,
        WriteBack: feedback.start,
        outcome.ShowRound: outcome.show,
        outcome.EndRound: outcome.end,
        outcome.HideQuote: hiding.start,
    },
    flows=(compose.FLOW, feedback.FLOW, hiding.FLOW),
    jobs=(sweep.JOB,),
)

# What everybody does who is asked.
ANSWERING = Capability(
    name="answering",
    buttons={
        answer.AnswerRound: answer.answer,
        answer.SkipRound: answer.skip,
        answer.WriteRound: answer.start_writing,
        answer.DeclineRound: answer.decline,
        answer.ExplainRound: answer.explain,
        OpenRound: answer.go_on,
        outcome.ShowOutcome: outcome.show_outcome,
        outcome.ShowQuotes: outcome.show_quotes,
        outcome.JudgeFeedback: outcome.judge,
    },
    flows=(answer.FLOW,),
)
