"""The table of how long things are kept, in Markdown: for the docs, and for who runs it with own numbers."""

from __future__ import annotations

from content.speech import speak
from domain.retention import KINDS, Kept, Kind, Until

COLUMNS = ("what", "how", "from", "why", "where", "set")
_COUNTED = (Until.made, Until.used, Until.over)


def retention_table(kept: Kept, language: str) -> str:
    """Return the table in Markdown, in one language, with what the operator chose."""
    heads = [speak(f"retention-column-{one}", language, {}) for one in COLUMNS]
    rows = [heads, ["---"] * len(heads), *(_row(one, kept, language) for one in KINDS)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _row(kind: Kind, kept: Kept, language: str) -> list[str]:
    return [
        speak(f"retention-{kind.name}", language, {}),
        _how_long(kind, kept, language),
        speak(f"retention-from-{kind.until.value}", language, {}) if kind.until in _COUNTED else "",
        speak(f"retention-{kind.name}-why", language, {}),
        ", ".join(f"`{one}`" for one in kind.tables),
        _setting(kind, language),
    ]


def _how_long(kind: Kind, kept: Kept, language: str) -> str:
    days = kept.days(kind.name)
    if days is None:
        return speak(f"retention-until-{kind.until.value}", language, {})
    if days < 1:
        return speak("retention-minutes", language, {"minutes": round(days * 24 * 60)})
    return speak("retention-days", language, {"days": round(days)})


def _setting(kind: Kind, language: str) -> str:
    if kind.least is None or kind.most is None:
        return ""
    return speak("retention-set", language, {"name": kind.name, "least": kind.least, "most": kind.most})
