"""All that is kept about somebody as one page that opens anywhere, without anything from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import Environment

from content import speech

_PAGE = Environment(autoescape=True).from_string(
    """<!doctype html>
<html lang="{{ language }}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{{ title }}</title>
<style>body{font:16px/1.5 sans-serif;max-width:45em;margin:1em auto;padding:0 1em}
dl{margin:0 0 1em;padding:.5em;border:1px solid #999}dt{font-weight:bold}dd{margin:0 0 .3em;
white-space:pre-wrap;overflow-wrap:anywhere}</style>
<h1>{{ title }}</h1><p>{{ about }}</p>
{% for heading, rows in parts %}<h2>{{ heading }} ({{ rows|length }})</h2>
{% for row in rows %}<dl>{% for name, value in row %}<dt>{{ name }}</dt><dd>{{ value }}</dd>{% endfor %}</dl>
{% endfor %}{% endfor %}</html>
"""
)


def own_data_page(values: Mapping[str, Any]) -> str:
    """Return the page, in the language in which it was asked for."""
    language = str(values["language"])
    return _PAGE.render(
        language=language,
        title=speech.speak("mydata-title", language, {}),
        about=speech.speak("mydata-about", language, {"made": str(values["made"])}),
        parts=[(_heading(table, language), _rows(rows)) for table, rows in values["data"].items()],
    )


def _heading(table: str, language: str) -> str:
    key = f"mydata-table-{table.replace('_', '-')}"
    return speech.speak(key, language, {}) if speech.has(key, language) else table


def _rows(rows: Sequence[Mapping[str, Any]]) -> list[list[tuple[str, Any]]]:
    return [
        [(name.replace("_", " "), value) for name, value in row.items() if value not in (None, "", [], {})]
        for row in rows
    ]
