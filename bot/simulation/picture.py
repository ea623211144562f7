"""The table as a picture: what each policy does to the middle, and to everybody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bot.simulation.table import Row

WIDTH, STEP = 320, 34  # pixels
FONT = "DejaVu Sans, Arial, sans-serif"
BAR, DOUBT, LINE = "#31688e", "#222222", "#8a8a8a"


def picture(rows: Sequence[Row], words: Callable[[str], str]) -> bytes:
    """Return a PNG; the first line says that it is a model and no evidence."""
    import vl_convert

    found: bytes = vl_convert.vegalite_to_png(_chart(rows, words), scale=2)
    return found


def _chart(rows: Sequence[Row], words: Callable[[str], str]) -> dict[str, Any]:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": "white",
        "padding": 16,
        "title": {
            "text": words("simulate-picture-title"),
            "subtitle": words("simulate-picture-about"),
            "anchor": "start",
            "fontSize": 15,
            "subtitleFontSize": 12,
            "offset": 16,
        },
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "axis": {"labelFontSize": 12, "titleFontSize": 12, "labelLimit": 260},
        },
        "hconcat": [_panel(rows, words, "middle", ".0%", first=True), _panel(rows, words, "tries", ".2f")],
    }


def _panel(
    rows: Sequence[Row], words: Callable[[str], str], name: str, form: str, *, first: bool = False
) -> dict[str, Any]:
    """Return bars with their doubt and their value, and a line at what happens without nudges."""
    values: list[dict[str, Any]] = [
        {
            "policy": words(f"simulate-policy-{one.key}"),
            "value": one.mean[name],
            "low": max(0.0, one.mean[name] - 1.96 * one.error[name]),
            "high": one.mean[name] + 1.96 * one.error[name],
        }
        for one in rows
    ]
    axis = {"title": words(f"simulate-axis-{name}"), "format": form, "grid": False}
    labels = {"title": None} if first else None
    policy = {"field": "policy", "type": "nominal", "sort": None, "axis": labels}
    room = 1.15 * max(one["high"] for one in values) or 1.0  # for the number behind the longest bar
    across = {"field": "value", "type": "quantitative", "axis": axis, "scale": {"domain": [0, room]}}
    none = [values[place] for place, one in enumerate(rows) if one.key == "none"]
    return {
        "width": WIDTH,
        "height": {"step": STEP},
        "data": {"values": values},
        "layer": [
            {"mark": {"type": "bar", "color": BAR, "height": 18}, "encoding": {"y": policy, "x": across}},
            {
                "mark": {"type": "rule", "color": DOUBT, "strokeWidth": 2},
                "encoding": {
                    "y": policy,
                    "x": {"field": "low", "type": "quantitative"},
                    "x2": {"field": "high"},
                },
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 8, "fontSize": 12},
                "encoding": {
                    "y": policy,
                    "x": {"field": "high", "type": "quantitative"},
                    "text": {"field": "value", "format": form},
                },
            },
            {
                "data": {"values": none},
                "mark": {"type": "rule", "color": LINE, "strokeDash": [4, 4]},
                "encoding": {"x": {"field": "value", "type": "quantitative"}},
            },
        ],
    }
