"""Descriptions that fit one person: "de enige imam in het dorp", "een 87-jarige weduwe uit Borne"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from domain.guard.model import Kind, Span

_ROLE: Final = (
    r"[\w-]*(?:vrouw|man|jongen|meisje|moeder|vader|kind|gezin|familie|bewoner|bewoonster|huurder"
    r"|cli[eë]nt|wethouder"
    r"|burgemeester|tandarts|huisarts|arts|dominee|pastoor|imam|bakker|slager|kapper|boer|notaris"
    r"|leraar|juf|meester"
    r"|agent|weduwe|weduwnaar|vluchteling|statushouder|gebruiker|tweeling|zwangere|transgender|inwoner"
    r"|stemmer"
    r"|chauffeur|ist|eur|nik|loog|mother|father|woman|boy|girl|child|family|resident|tenant|mayor"
    r"|doctor|vicar"
    r"|priest|butcher|baker|farmer|teacher|widow|widower|refugee|user|nurse|driver|player|singer)"
)
_WHERE: Final = (
    r"(?:in|van|op|uit|bij|at|of|on|from) (?:(?:de|het|ons|onze|deze|dit|die|zijn|haar|the|our|this"
    r"|that) )?(?:hele )?"
    r"(?:dorp|straat|wijk|buurt|flat|portiek|school|klas|complex|galerij|village|street|block|building"
    r"|estate|class"
    r"|neighbourhood|lijn \d+|line \d+|(?-i:[A-Z])[a-z-]{2,}(?: (?-i:[A-Z])[a-z-]+)?)"
)
_REST: Final = r"(?: (?:die|dat|met|who|with)\b[^.,;:!?\n]{0,60})?"
_ONLY: Final = re.compile(
    rf"\b(?:(?:de|het|onze|mijn|the|our|my) )?(?:enige|only) (?:[\w-]+ ){{0,2}}?{_ROLE}(?: (?:hier|here))?"
    rf"(?: (?:met|with) (?:een |a |an )?[\w-]+)?(?: {_WHERE}{_REST}| (?:hier|here)\b)",
    re.IGNORECASE,
)
# One of few anyhow: what somebody was, or cannot do, or how many children came at once.
_RARE: Final = re.compile(
    r"\b(?:de|het|the|onze|our) (?:(?:blinde|dove|doofstomme|eenarmige|voormalige?|blind|deaf|former"
    r"|one-armed) [\w-]+"
    r"|(?:oud|ex)-[\w-]+|(?:moeder|vader|ouders|mother|father|parents) (?:van|of) (?:de|the) (?:drie"
    r"|vier|vijf)ling"
    r"|(?:mother|father) of the (?:triplets|quadruplets|quintuplets))"
    rf"(?: {_WHERE}{_REST}| (?:die|who|met|with)\b[^.,;:!?\n]{{0,60}}| of [\w-]+ who\b[^.,;:!?\n]{{0,60}})",
    re.IGNORECASE,
)
_ROLE_WHO: Final = re.compile(
    r"\b(?:de|the) (?:imam|burgemeester|wethouder|dominee|pastoor|trompettist|dirigent|mayor|vicar|priest)"
    rf"(?: {_WHERE}| van de [\w-]+ in [\w-]+)? (?:met|die|with|who)\b[^.,;:!?\n]{{0,60}}",
    re.IGNORECASE,
)
_AGED: Final = re.compile(
    r"(?<!\d)(?:een |de |a |the )?\d{1,3}[- ]?(?:jarige|year[- ]old|jaar oude) (?:[\w-]+ ){0,2}?"
    rf"{_ROLE} (?:uit|in|from|aan de|op de) (?:(?:de|het|the) )?(?-i:[A-Z])[\w-]{{2,}}(?: \d+)?",
    re.IGNORECASE,
)


def unique_persons(text: str) -> Iterator[Span]:
    """Yield a description that may fit only one person."""
    for pattern in (_ONLY, _RARE, _ROLE_WHO, _AGED):
        for found in pattern.finditer(text):
            yield Span(*found.span(), Kind.unique_person)
