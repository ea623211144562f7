"""Pictures of figures, drawn in a process of their own: the drawing would hold up everybody in this one."""

from __future__ import annotations

import asyncio
import contextlib
import json
import multiprocessing
import os
import signal
import textwrap
from collections import OrderedDict
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

MOST_SECONDS = 20.0  # to draw one; the first also starts the process
REST = (
    60.0  # seconds without drawing after one that took too long: the next ones would wait as long, in a row
)
KEPT = 16  # pictures that are not drawn again: everybody who was asked gets the same one
WIDTH = 210  # of the bars, in pixels before they are doubled
LINE = 38  # characters of a question on one line
INK, PAPER, BAR = "#1b2733", "#ffffff", "#2f6f9f"


class Painter:
    """Draws one picture at a time in a process that is started when it is first needed."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._drawn: OrderedDict[str, bytes] = OrderedDict()
        self._turn: asyncio.Lock | None = None
        self._resting_until = 0.0

    async def draw(self, values: Mapping[str, Any]) -> bytes:
        """Return a PNG of bars; raises when it fails or takes too long, and then the words stand alone."""
        wanted = json.dumps(specification(values), sort_keys=True)
        self._turn = self._turn or asyncio.Lock()
        async with self._turn:
            if wanted not in self._drawn:
                if asyncio.get_running_loop().time() < self._resting_until:
                    raise TimeoutError
                self._drawn[wanted] = await self._painted(wanted)
                while len(self._drawn) > KEPT:
                    self._drawn.popitem(last=False)
            return self._drawn[wanted]

    async def _painted(self, wanted: str) -> bytes:
        self._pool = self._pool or ProcessPoolExecutor(
            1, multiprocessing.get_context("spawn"), initializer=_step_back
        )
        try:
            async with asyncio.timeout(MOST_SECONDS):
                return await asyncio.get_running_loop().run_in_executor(self._pool, _paint, wanted)
        except TimeoutError:
            self.close()
            self._resting_until = asyncio.get_running_loop().time() + REST
            raise
        except BrokenProcessPool:
            self.close()  # the next picture begins with a new process
            raise

    @property
    def processes(self) -> list[int]:
        """The numbers of the processes that draw: one at most."""
        # The library offers no other way to know them.
        return list(self._pool._processes or {}) if self._pool else []

    def close(self) -> None:
        """Stop the process, also one that hangs."""
        processes = self.processes
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)


PAINTER = Painter()


def specification(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a picture in Vega-Lite: bars of questions or curves, with what they say in words behind them."""
    if "curves" in values:
        most = max((count or 0 for one in values["curves"] for count in one["counts"]), default=0)
        parts = [_curve(one, most, values) for one in values["curves"]]
    else:
        parts = [_question(one) for one in values["questions"]]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": PAPER,
        "padding": 16,
        "spacing": 28,
        "title": {"text": _lines(values["title"]), "anchor": "start", "fontSize": 18, "offset": 12},
        "config": {
            "font": "Noto Sans, DejaVu Sans, Liberation Sans, Arial, sans-serif",
            "view": {"stroke": None},
            "axis": {"labelColor": INK, "domain": False, "ticks": False},
            "title": {"color": INK},
        },
        "vconcat": parts,
    }


def _question(one: Mapping[str, Any]) -> dict[str, Any]:
    bars = one["bars"]
    order = [bar["label"] for bar in bars]
    y = {
        "field": "label",
        "type": "nominal",
        "sort": order,
        "axis": {"title": None, "labelLimit": 220, "labelFontSize": 14, "labelPadding": 8},
    }
    x = {"field": "share", "type": "quantitative", "scale": {"domain": [0, 100]}, "axis": None}
    return {
        "title": {"text": _lines(one["title"]), "anchor": "start", "fontSize": 15, "offset": 8},
        "width": WIDTH,
        "height": {"step": 30},
        "data": {"values": list(bars)},
        "encoding": {"y": y, "x": x},
        "layer": [
            {"mark": {"type": "bar", "color": BAR, "height": 20}},
            {
                "mark": {"type": "text", "align": "left", "dx": 6, "fontSize": 14, "color": INK},
                "encoding": {"text": {"field": "words"}},
            },
        ],
    }


def _curve(one: Mapping[str, Any], most: int, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return how one count rose, week by week; it begins where it may first be told."""
    points = [{"week": week, "count": count} for week, count in enumerate(one["counts"]) if count]
    last = len(one["counts"]) - 1
    x = {
        "field": "week",
        "type": "quantitative",
        "scale": {"domain": [0, last], "nice": False},
        "axis": {
            "title": None,
            "grid": False,
            "values": [0, last],
            "labelExpr": f"datum.value ? {json.dumps(values['end'])} : {json.dumps(values['begin'])}",
            "labelFlush": True,
            "labelFontSize": 12,
            "domain": True,
            "domainColor": "#8a8a8a",
        },
    }
    y = {"field": "count", "type": "quantitative", "scale": {"domain": [0, most]}, "axis": None}
    shape = {"interpolate": "step-after", "color": BAR}
    return {
        "title": {"text": _lines(one["title"]), "anchor": "start", "fontSize": 15, "offset": 8},
        "width": WIDTH + 40,
        "height": 60,
        "data": {"values": points},
        "encoding": {"x": x, "y": y},
        "layer": [
            {"mark": {"type": "area", "opacity": 0.25, **shape}},
            {"mark": {"type": "line", "strokeWidth": 3, **shape}},
            {
                "data": {"values": points[-1:]},
                "mark": {"type": "point", "filled": True, "size": 60, "color": BAR, "opacity": 1},
            },
            {
                "data": {"values": points[-1:]},
                "mark": {"type": "text", "align": "left", "dx": 8, "fontSize": 14, "color": INK},
                "encoding": {"text": {"value": one["words"]}},
            },
        ],
    }


def _lines(words: str) -> list[str]:
    return textwrap.wrap(words, LINE) or [""]


def _step_back() -> None:
    """Let whoever answers people go first."""
    os.nice(5)


def _paint(wanted: str) -> bytes:
    """Draw; this runs in the other process, which alone reads the library."""
    import vl_convert

    drawn: bytes = vl_convert.vegalite_to_png(wanted, scale=2)
    return drawn
