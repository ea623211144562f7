"""A picture of how often a system is right against how long it takes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import vl_convert

from tests.benchmarks.matching.against import OURS

SCALE = 2


def draw(
    file: Path, right: Mapping[str, tuple[float, float]], times: Mapping[str, float], practices: int
) -> None:
    """Write a PNG: milliseconds against top-1 on clean and on mistyped questions, one mark per system."""
    values = [
        {"system": name, "ms": times[name], "questions": kind, "top1": value}
        for name, pair in right.items()
        if name in times
        for kind, value in zip(("clean", "mistyped"), pair, strict=True)
    ]
    file.write_bytes(vl_convert.vegalite_to_png(_chart(values, practices), scale=SCALE))


def _chart(values: list[dict[str, Any]], practices: int) -> dict[str, Any]:
    ours = {"test": f"datum.system === '{OURS}'", "value": "#b3261e"}
    at: dict[str, Any] = {
        "x": {
            "field": "ms",
            "type": "quantitative",
            "scale": {"type": "log"},
            "title": f"milliseconds for one question among {practices:,} practices (log)",
        },
        "y": {
            "field": "top1",
            "type": "quantitative",
            "scale": {"zero": False, "padding": 20},
            "title": "right practice first, %",
        },
    }
    mistyped = {"filter": "datum.questions === 'mistyped'"}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": "Finding the right practice: clean and mistyped questions",
        "width": 640,
        "height": 400,
        "background": "white",
        "data": {"values": values},
        "encoding": at,
        "layer": [
            {"mark": {"type": "line", "color": "#bbbbbb"}, "encoding": {"detail": {"field": "system"}}},
            {
                "mark": {"type": "point", "filled": True, "size": 90},
                "encoding": {
                    "shape": {"field": "questions", "title": None},
                    "color": {"condition": ours, "value": "#1f4e79"},
                },
            },
            {
                "transform": [mistyped],
                "mark": {"type": "text", "align": "left", "dx": 8, "dy": 4, "fontSize": 11},
                "encoding": {"text": {"field": "system"}},
            },
        ],
    }
