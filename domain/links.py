"""Links to the chat page. What they lead to is decided when somebody comes in by one."""

from __future__ import annotations

PRACTICE_MARK = "p_"  # before the name of a practice where a link into a chat has room for one word only


def join_link(address: str, code: str) -> str:
    """Return the link of an invitation."""
    return f"{address}/join/{code}"


def practice_link(address: str, public_id: str) -> str:
    """Return the link to a practice, for whoever may see it."""
    return f"{address}/p/{public_id}"


def sign_in_link(address: str, token: str) -> str:
    """Return the link that signs a member in on one more browser."""
    return f"{address}/in/{token}"
