"""Descriptions that fit one person: "de enige imam in het dorp", "een 87-jarige weduwe uit Borne"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from domain.guard.model import Kind, Span

_PERSON: Final = (
    r"(?:(?:\w+e |\w+ )?(?:\w*(?:vrouw|man|jongen|meisje|moeder|vader|kind|gezin|familie|bewoner"
    r"|bewoonster|huurder|client|cliënt"
    r"|burgemeester|wethouder|huisarts|tandarts|dominee|pastoor|imam|bakker|slager|kapper|boer|notaris"
    r"|leraar|juf|meester|agent"
    r"|weduwe|weduwnaar|vluchteling|statushouder|rolstoelgebruiker|tweeling|zwangere|transgender"
    r"|inwoner|mother|father|woman"
    r"|boy|girl|child|family|resident|tenant|mayor|doctor|vicar|priest|butcher|baker|farmer|teacher"
    r"|widow|widower|refugee"
    r"|wheelchair user)|[A-Z][a-zë]+(?:ër|ees|aan|iër|se|isch|er)))"
)
_WHERE: Final = (
    r"(?:(?:in|van|op|uit|bij|at|of|on) (?:(?:de|het|ons|onze|deze|dit|die|zijn|haar|the|our|this"
    r"|that) )?(?:hele )?(?:dorp|straat|wijk|buurt"
    r"|flat|portiek|school|klas|complex|galerij|village|street|block|building|estate|class"
    r"|neighbourhood|[A-Z][a-z-]{2,}))"
)
_ONLY: Final = re.compile(
    rf"\b(?:enige|only)(?P<what> {_PERSON}(?: (?:met|with) (?:een |a |an )?[\w-]+)?(?: (?:hier"
    rf"|here))? {_WHERE})",
    re.IGNORECASE,
)
_AGED: Final = re.compile(
    r"(?<!\d)\d{1,3}[- ]?(?:jarige|year[- ]old|jaar oude) (?:[\w-]+ ){0,2}?(?:vrouw|man|jongen|meisje"
    r"|moeder|vader|weduwe|weduwnaar|bewoner|bewoonster"
    r"|huurder|woman|boy|girl|mother|father|widow|widower|tenant|resident) (?:uit|in|from|aan de|op de) "
    r"(?:(?:de|het|the) )?(?-i:[A-Z])[\w-]{2,}(?: \d+)?",
    re.IGNORECASE,
)


def unique_persons(text: str) -> Iterator[Span]:
    """Yield a description that may fit only one person."""
    for found in _ONLY.finditer(text):
        yield Span(*found.span(), Kind.unique_person)
    for found in _AGED.finditer(text):
        yield Span(*found.span(), Kind.unique_person)
