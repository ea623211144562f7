"""How long the program may be held up by 4,096 characters that somebody chose to hold it up.

python -m tests.benchmarks.redos            every pattern, and every function that reads what people type
python -m tests.benchmarks.redos --strings 20   fewer strings for each

Patterns are recorded while the program is imported, and every call of `re` in its source has to be among
them, so that a new one is looked at as well. For each, strings are drawn from the pattern itself: every part
that may repeat is repeated, behind what stands before it, and then something that does not fit.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import random
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tests.program.source import FLOORS, ROOT, files, tree

LENGTH = 4096
MOST_MS = 50.0
GIVE_UP = 5.0  # seconds
CALLS = frozenset({"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"})
# Patterns that are made of what somebody typed: with a value of that kind in it.
MADE = {"domain/erasure.py": r"(?<!\w)" + re.escape("a a a a") + r"(?!\w)"}
# What has stopped others: blanks, runs of one sign, nearly an address, nearly a number, nested brackets.
SHAPES = (
    *(one * LENGTH for one in " \n\taA1.,-_*'\"(<&@/:;!?é😀\u0301\u200b[{"),
    *(
        (one * LENGTH)[:LENGTH]
        for one in (
            *(
                "a ",
                "a.",
                "1.",
                "1 ",
                "1-",
                "A.",
                "Aa ",
                "aA1 ",
                "a@",
                "a@a.",
                "a-a",
                "van ",
                "de ",
                "0612 ",
                "NL",
            ),
            *(
                "http://",
                "https://a",
                "&lt;",
                "<b>",
                "*a* ",
                "_a_",
                "a\n",
                ". ",
                "a. A",
                "x=",
                "mw. ",
                "mevr. de ",
            ),
            *(
                "Jan de Vries ",
                "hij (A) ",
                "straat 1 ",
                "1234 AB ",
                "01-01-1980 ",
                "\r\n",
                "('",
                "art. ",
                "=1+1;",
            ),
        )
    ),
)


@dataclass(frozen=True)
class Pattern:
    """A pattern and the line on which it stands."""

    place: str
    made: re.Pattern[Any]


@dataclass
class Slowest:
    """The longest time of one thing, and what it was given."""

    name: str
    ms: float = 0.0
    given: str = ""

    def see(self, ms: float, given: str) -> None:
        """Keep the slowest."""
        if ms > self.ms:
            self.ms, self.given = ms, given


# --- finding the patterns -------------------------------------------------------------------------------


def collect() -> tuple[list[Pattern], list[str]]:
    """Import the whole program; return its patterns, and the calls of `re` to which none of them belongs."""
    recorded: list[tuple[str, int, re.Pattern[Any]]] = []
    compile_ = re.compile

    def recording(pattern: Any, flags: int = 0) -> Any:
        made = compile_(pattern, flags)
        frame = sys._getframe(1)
        recorded.append((frame.f_code.co_filename, frame.f_lineno, made))
        return made

    re.compile = recording
    try:
        for floor in FLOORS:
            for file in files(floor):
                _import(file)
        _wake()
    finally:
        re.compile = compile_
    found, missing = [], []
    for floor in FLOORS:
        for file in files(floor):
            for call, name in _calls(file):
                place = f"{file.relative_to(ROOT)}:{call.lineno}"
                made = _given(file, call, name, recorded)
                found += [Pattern(place, one) for one in dict.fromkeys(made)]
                if not made:
                    missing.append(place)
    return found, missing


def _import(file: Path) -> None:
    name = ".".join(file.relative_to(ROOT).with_suffix("").parts)
    if name.endswith("__main__") or "migrations" in name:
        return
    importlib.import_module(name.removesuffix(".__init__"))


def _wake() -> None:
    """Let what is compiled at its first use be compiled."""
    from domain import parts, themes

    for language in ("nl", "en"):
        parts.propose("Toen kwam er rust.", language)
    themes.propose_themes("schuld", {"debt": ("schuld", "geld")})


def _calls(file: Path) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(tree(file)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in CALLS
        ):
            yield node, node.func.attr


def _given(
    file: Path, call: ast.Call, name: str, recorded: list[tuple[str, int, re.Pattern[Any]]]
) -> list[re.Pattern[Any]]:
    lines = range(call.lineno, (call.end_lineno or call.lineno) + 1)
    if name == "compile":
        return [made for path, line, made in recorded if path == str(file) and line in lines]
    written = call.args[0]
    if isinstance(written, ast.Constant) and isinstance(written.value, str):
        return [re.compile(written.value)]
    made = MADE.get(str(file.relative_to(ROOT)))
    return [re.compile(made)] if made else []


# --- strings that hold a pattern up ---------------------------------------------------------------------


def strings_for(pattern: re.Pattern[Any], most: int, seed: int = 1) -> list[str]:
    """Return strings that this pattern has reason to be slow on."""
    chance = random.Random(seed)
    drawn = [_Drawn(pattern, random.Random(seed + n)) for n in range(4)]
    alphabet = sorted({letter for one in drawn for letter in one.whole + "".join(u for _, u in one.pumps)})
    made: list[str] = []
    for one in drawn:
        for before, unit in one.pumps:
            made += [before + unit * LENGTH + "!", (before + unit) * LENGTH, (unit + " ") * LENGTH]
            made += [before + (unit + apart) * LENGTH for apart in "-.\n"]
        made += [one.whole * LENGTH, one.whole[:-1] * LENGTH, (one.whole[:-1] + "!") * LENGTH]
    made += [letter * LENGTH for letter in alphabet[:24]]
    few = chance.sample(alphabet, min(6, len(alphabet)))
    made += [(a + b) * LENGTH for a in few for b in few if a != b]
    for _ in range(8):
        made.append("".join(chance.choices(alphabet or ["a"], k=LENGTH)))
    # The end is what must not fit; so the beginning is cut off where it is long.
    return [one[:LENGTH] for one in dict.fromkeys(made) if one][:most]


class _Drawn:
    """One text that fits a pattern, more or less, and every repetition in it with what stands before."""

    def __init__(self, pattern: re.Pattern[Any], chance: random.Random) -> None:
        from re import _parser  # type: ignore[attr-defined]

        self.chance = chance
        self.pumps: list[tuple[str, str]] = []
        self.whole = self._walk(_parser.parse(pattern.pattern, pattern.flags), "")
        self.pumps = list(dict.fromkeys(one for one in self.pumps if one[1]))

    def _walk(self, items: Any, before: str) -> str:
        said = ""
        for kind, value in items:
            said += self._one(str(kind), value, before + said)
        return said

    def _one(self, kind: str, value: Any, before: str) -> str:
        match kind:
            case "LITERAL":
                return chr(value)
            case "NOT_LITERAL":
                return "a" if value != ord("a") else "b"
            case "ANY":
                return "a"
            case "IN":
                return self._in(value)
            case "BRANCH":
                return self.chance.choice([self._walk(one, before) for one in value[1]])
            case "SUBPATTERN":
                return self._walk(value[-1], before)
            case "ATOMIC_GROUP":
                return self._walk(value, before)
            case "ASSERT" | "ASSERT_NOT":
                inside = self._walk(value[1], before)
                return inside if kind == "ASSERT" and value[0] < 0 else ""
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                least, most, inner = value
                unit = self._walk(inner, before)
                if int(most) > 1:
                    self.pumps.append((before, unit))
                return unit * max(1, min(int(least), 20))
            case _:
                return ""

    def _in(self, members: Any) -> str:
        fits = [letter for letter in " aA1.-'\né€b" if _holds(members, letter)]
        drawn = [chr(value) for kind, value in members if str(kind) == "LITERAL"]
        drawn += [chr(value[0]) for kind, value in members if str(kind) == "RANGE"]
        if str(members[0][0]) == "NEGATE":
            drawn = []
        return self.chance.choice(fits + drawn or ["\u00b7"])


def _holds(members: Any, letter: str) -> bool:
    found = False
    for kind, value in members:
        match str(kind):
            case "LITERAL":
                found = found or ord(letter) == value
            case "RANGE":
                found = found or value[0] <= ord(letter) <= value[1]
            case "CATEGORY":
                found = found or _is_of(str(value), letter)
    return found != (str(members[0][0]) == "NEGATE")


def _is_of(category: str, letter: str) -> bool:
    bare = category.removeprefix("CATEGORY_").removeprefix("UNI_")
    is_not, bare = bare.startswith("NOT_"), bare.removeprefix("NOT_")
    is_in = {
        "DIGIT": letter.isdecimal(),
        "SPACE": letter.isspace(),
        "WORD": letter.isalnum() or letter == "_",
    }[bare]
    return is_in != is_not


# --- measuring ------------------------------------------------------------------------------------------


@contextmanager
def no_longer_than(seconds: float) -> Iterator[None]:
    """Raise TimeoutError when this is not over; the library looks for signals meanwhile."""

    def stop(_number: int, _frame: object) -> None:
        raise TimeoutError

    old = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


def took(act: Callable[[], object], enough: float = MOST_MS / 2) -> float:
    """Return the milliseconds of processor time; what took long is done again, for a machine has moods."""
    best = GIVE_UP * 1000
    for _ in range(4):
        began = time.thread_time()
        try:
            with no_longer_than(GIVE_UP):
                act()
        except TimeoutError:
            return best
        best = min(best, (time.thread_time() - began) * 1000)
        if best < enough:
            break
    return best


def slowest_patterns(patterns: list[Pattern], most: int) -> list[tuple[Slowest, Pattern]]:
    """Return for each pattern the slowest of its strings."""
    found = []
    for pattern in patterns:
        slowest = Slowest(pattern.place)
        for given in (*strings_for(pattern.made, most), *SHAPES[: max(10, most)]):
            whole = given[:LENGTH]
            slowest.see(took(partial(_use, pattern.made, whole)), whole)
        found.append((slowest, pattern))
    return found


def _use(pattern: re.Pattern[Any], given: str) -> None:
    # Some read files, in bytes.
    data = given.encode("utf-8", "replace") if isinstance(pattern.pattern, bytes) else given
    pattern.fullmatch(data)
    for _ in pattern.finditer(data):
        pass


def functions() -> dict[str, Callable[[str], object]]:
    """Return what reads a text that anybody may have written."""
    from datetime import UTC, date, datetime

    from bot.channels.telegram.marks import with_marks
    from bot.channels.web import bubbles
    from bot.guarding import known_names
    from bot.keeper import Finder
    from bot.practice_files.reading import read_table
    from bot.trouble import Trouble
    from domain import (
        broadcasts,
        dates,
        erasure,
        guard,
        importing,
        looking_for_people,
        marks,
        parts,
        practices,
        safety,
        smalltalk,
        spans,
        synonyms,
        text,
        themes,
    )
    from domain.matching import Document, Scope
    from handlers.profile import USUAL

    names, finder = known_names(), Finder()
    scope = Scope(1)
    for number in range(40):
        told = Document(str(number), f"Samen bellen {number}", "Iemand opent de post niet.", "Bellen.")
        finder.index.put(str(number), scope, [finder.analyse(told)])
    today, now = date(2026, 11, 24), datetime(2026, 11, 24, 9, tzinfo=UTC)

    def table(given: str) -> None:
        with suppress(Trouble):
            read_table(given.encode("utf-8", "replace"), "x.csv", "nl")

    return {
        "guard.check": lambda given: guard.check(given, names=names),
        "parts.propose nl": lambda given: parts.propose(given, "nl"),
        "parts.propose en": lambda given: parts.propose(given, "en"),
        "parts.title_for": lambda given: parts.title_for(
            practices.Parts("", given, given, given, given), "nl"
        ),
        "smalltalk.small_talk": smalltalk.small_talk,
        "safety.danger_in": safety.danger_in,
        "themes.propose_themes": lambda given: themes.propose_themes(given, {"debt": ["schuld", "geld"]}),
        "search (match)": lambda given: finder.match(given, scope),
        "search (analyse)": lambda given: finder.analyse(Document("x", given, given)),
        "text.clean": text.clean,
        "text.clean_line": lambda given: text.clean_line(given, 100),
        "text.shorten": lambda given: text.shorten(given, 600),
        "text.sentences": text.sentences,
        "marks.dressed": marks.bare,
        "telegram marks": lambda given: with_marks(given, [{"type": "bold", "offset": 0, "length": 4096}]),
        "page: links and paragraphs": lambda given: bubbles.paragraphs(bubbles._linked(given)),
        "dates": lambda given: (dates.read_until(given, today), dates.read_past_day(given, today)),
        "hours": lambda given: dates.read_hours(given, USUAL),
        "broadcasts.read_moment": lambda given: broadcasts.read_moment(given, now),
        "practices.is_shrug": practices.is_shrug,
        "looking_for_people.asked_for": looking_for_people.asked_for,
        "spans.span": spans.span,
        "synonyms": lambda given: (synonyms.read_synonyms(given), synonyms.read_list(given)),
        "importing: name and headers": lambda given: (importing.name_of(given), importing.field_of(given)),
        "importing: a table": table,
        "erasure.without_name": lambda given: erasure.without_name(given, given[:60]),
    }


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the worst, and return 1 when one takes too long or was not found."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    asked.add_argument("--strings", type=int, default=150, help="strings for each pattern")
    asked.add_argument("--most", type=float, default=MOST_MS, help="milliseconds that are too many")
    given = asked.parse_args(arguments)

    patterns, missing = collect()
    for place in missing:
        print(f"not looked at: {place}: its pattern is made elsewhere; name it in MADE")
    measured = slowest_patterns(patterns, given.strings)
    measured.sort(key=lambda one: -one[0].ms)
    print(f"{len(patterns)} patterns, up to {given.strings} strings of {LENGTH} characters for each")
    _tell([one for one, _ in measured[:8]])

    hard = list(dict.fromkeys([*(one.given for one, _ in measured), *(one[:LENGTH] for one in SHAPES)]))
    hard = hard[: max(20, given.strings * 3)]
    reading = functions()
    for read in reading.values():
        read("Bel Anna op 06-12345678 of mail naar anna@voorbeeld.nl, 1 1 1 1")  # what is loaded at first use
    whole = [Slowest(name) for name in reading]
    for slowest in whole:
        for words in hard:
            slowest.see(took(partial(reading[slowest.name], words)), words)
    whole.sort(key=lambda one: -one.ms)
    print(f"{len(whole)} functions, {len(hard)} strings for each")
    _tell(whole)
    pattern, function = measured[0][0].ms, whole[0].ms
    print(f"worst of a pattern: {pattern:.1f} ms; of a function: {function:.1f} ms; at most {given.most:.0f}")
    return 1 if missing or max(pattern, function) >= given.most else 0


def _tell(found: list[Slowest]) -> None:
    for one in found:
        print(f"  {one.ms:8.2f} ms  {one.name}  {one.given[:32]!r}")


if __name__ == "__main__":
    sys.exit(main())
