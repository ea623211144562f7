"""Who may come to which address of the site. An address without a line here keeps the site from starting."""

from __future__ import annotations

from collections.abc import Mapping

from domain.people import COORDINATORS, EVERYONE
from domain.rights import Right

# Nothing of an organisation is shown there; or the address itself is a secret, and that is the right.
ANYBODY = None
# Whoever is signed in, for what is theirs alone; they say yes on these very pages.
SIGNED_IN = Right(EVERYONE, before_consent=True)
COORDINATING = Right(COORDINATORS, before_consent=True)

RIGHTS: Mapping[str, Right | None] = {
    "GET /": ANYBODY,
    "GET /join": ANYBODY,
    "GET /join/{code}": ANYBODY,
    "POST /join/{code}": ANYBODY,
    "GET /in/{token}": ANYBODY,
    "POST /in/{token}": ANYBODY,
    "GET /p/{practice}": SIGNED_IN,
    "POST /device": SIGNED_IN,
    "GET /import": COORDINATING,
    "POST /import": COORDINATING,
    "GET /attach": COORDINATING,
    "POST /attach": COORDINATING,
    "GET /signout": SIGNED_IN,
    "POST /signout": ANYBODY,
    "POST /say": SIGNED_IN,
    "POST /tap": SIGNED_IN,
    "GET /lines": SIGNED_IN,
    "GET /stream": SIGNED_IN,
    "GET /older": SIGNED_IN,
    "GET /file/{line:int}": SIGNED_IN,
    "GET /static/{name}": ANYBODY,
    "GET /healthz": ANYBODY,
    "GET /readyz": ANYBODY,
}
