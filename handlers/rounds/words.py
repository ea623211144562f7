"""A round in words: its title, its questions and options, and the outcome that was fixed at closing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from domain.anonymity import RULES, step_of
from domain.rounds import MOST_COMMENTS_SHOWN, Kind, Question
from handlers.kit import File, Say, Text, below, text
from storage.rounds import Plan, Round


def title(plan: Plan) -> Text:
    """Return what a round is about."""
    if plan.topic:
        return text("round-topic", words=plan.topic)
    return text(f"round-set-{plan.ready}")


def sender(plan: Plan) -> Text:
    """Return who asks: a function, never a name."""
    return text("round-sender", words=plan.sender) if plan.sender else text("round-sender-usual")


def question(one: Question) -> Text:
    """Return a question."""
    return text(f"round-ready-{one.ready}") if one.ready else text("round-own", words=one.words)


def option(one: Question, number: int) -> Text:
    """Return the words of an option."""
    if one.ready:
        return text(f"round-ready-{one.ready}-option-{number + 1}")
    if one.kind is Kind.scale:
        return text(f"round-scale-{number + 1}")
    return text("round-option", words=one.options[number])


def numbered(plan: Plan, number: int) -> Text:
    """Return a question with its number."""
    return text(
        "round-numbered",
        number=number + 1,
        count=len(plan.questions),
        question=question(plan.questions[number]),
    )


# --- the outcome --------------------------------------------------------------------------------------


def outcome(one: Round) -> Say:
    """Say what came out, with a picture of it; everything in the picture is in the words as well."""
    assert one.outcome is not None
    few = one.outcome["answered"] < RULES.figures_from
    head = text(
        "round-outcome-few" if few else "round-outcome",
        title=title(one.plan),
        answered=RULES.figures_from if few else one.outcome["answered"],
        invited=one.invited,
    )
    found = [
        part
        for number, shown in enumerate(one.outcome["questions"])
        for part in _shown(one.plan.questions[number], shown)
    ]
    return Say((head, *found), file=_picture(one))


def _shown(asked: Question, shown: Mapping[str, Any]) -> list[Text]:
    head = text("round-outcome-question", question=question(asked))
    if asked.kind is Kind.open:
        return [below(head, *_written(shown))]
    if shown["whole"] is None:
        return [below(head, text("round-hidden", least=RULES.figures_from))]
    lines = [head, *_lines(asked, shown["whole"])]
    if shown.get("before") is not None:
        best = _joined(asked, shown["whole"]["shares"][0][0])
        lines.append(text("round-before", options=best, share=_share(shown["before"], 25)))
    parts = [part for part in shown["parts"] if part["figure"]]
    return [below(*lines), *(_part(asked, part) for part in parts)]


def _part(asked: Question, part: Mapping[str, Any]) -> Text:
    names = text("round-part", teams=_names(part["teams"]), answered=part["figure"]["answers"])
    return below(names, *_lines(asked, part["figure"]))


def _written(shown: Mapping[str, Any]) -> list[Text]:
    """Return how many wrote something: what they wrote is a tap away, so that it can still be hidden."""
    many = len(shown["texts"]) + len(shown["hidden"])
    if not many:
        return [text("round-quotes-few", least=RULES.comments_from)]
    return [text("round-quotes-there", count=many), *hidden(shown["hidden"])]


def shown(one: Round, number: int) -> Mapping[str, Any]:
    """Return what is shown of a question."""
    assert one.outcome is not None
    found: Mapping[str, Any] = one.outcome["questions"][number]
    return found


def sentences(one: Round) -> list[int]:
    """Return the numbers of the questions of which there are sentences to read."""
    questions = one.outcome["questions"] if one.outcome else []
    return [number for number, shown in enumerate(questions) if shown.get("texts")]


def quotes(texts: Sequence[str], skip: int = 0) -> list[Text]:
    """Return what people wrote, a page of it."""
    return [text("round-quote", words=one) for one in texts[skip : skip + MOST_COMMENTS_SHOWN]]


def hidden(reasons: Sequence[str]) -> list[Text]:
    """Return how many sentences a coordinator hid, and why."""
    if not reasons:
        return []
    why = tuple(text(f"round-hidden-{one}") for one in sorted(set(reasons)))
    return [text("round-quotes-hidden", count=len(reasons), why=why)]


def _names(teams: Sequence[str]) -> Text | tuple[Text, ...]:
    return tuple(text("round-team", name=name) for name in teams) or text("round-no-team")


def _lines(asked: Question, figure: Mapping[str, Any]) -> list[Text]:
    shares = figure["shares"]
    if len(shares) == 1:
        return [text("round-not-told")]
    lines = tuple(
        text("round-line", options=_joined(asked, group), share=_share(share, step_of(figure["answers"])))
        for group, share in shares
    )
    pairs = asked.kind is Kind.choice and len(shares[0][0]) > 1
    return [*lines, *([text("round-pairs")] if pairs else [])]


def _joined(asked: Question, group: Sequence[int]) -> Text:
    """Return the options of a group as "good or very good"."""
    words = [option(asked, number) for number in group]
    found = words[0]
    for other in words[1:]:
        found = text("round-or", one=found, other=other)
    return found


def _share(percent: int, step: int) -> Text:
    if percent in (0, 100) or step == 25:
        nearest = int(percent / 25 + 0.5) * 25
        return text(f"round-share-{nearest if percent not in (0, 100) else percent}")
    return text("round-share", percent=percent)


def _picture(one: Round) -> File | None:
    """Describe one picture with the bars of everybody; None when no figure may be shown."""
    assert one.outcome is not None
    shown = []
    for asked, found in zip(one.plan.questions, one.outcome["questions"], strict=True):
        whole = found.get("whole")
        if whole and len(whole["shares"]) > 1:
            step = step_of(whole["answers"])
            bars = [
                {"label": _joined(asked, group), "share": share, "words": _share(share, step)}
                for group, share in whole["shares"]
            ]
            shown.append({"title": question(asked), "bars": bars})
    if not shown:
        return None
    about = text("round-picture", title=title(one.plan), invited=one.invited)
    return File("chart", {"title": title(one.plan), "about": about, "questions": shown})


# --- the feedback -------------------------------------------------------------------------------------


def feedback(one: Round, said: Mapping[str, Any]) -> tuple[Text, ...]:
    """Return what comes of a round, in the words of who asked."""
    found = [
        text("round-feedback", sender=sender(one.plan), title=title(one.plan)),
        text("round-you-said", words=said["said"]),
    ]
    if said.get("will"):
        found.append(text("round-we-will", words=said["will"], date=datetime.fromisoformat(said["will_by"])))
    if said.get("wont"):
        found.append(text("round-we-wont", words=said["wont"], because=said["because"]))
    if said.get("unknown"):
        on = datetime.fromisoformat(said["unknown_on"])
        found.append(text("round-we-wonder", words=said["unknown"], date=on))
    return tuple(found)
