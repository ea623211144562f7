"""What a coordinator may do with somebody else's practice: hide it, show it again, or merge a double."""

from __future__ import annotations

from domain.people import MODERATORS, Member
from domain.practices import Practice, PracticeState, Visibility

_REACH = (Visibility.team, Visibility.employer, Visibility.organisation)  # the smallest group first


def may_moderate(practice: Practice, member: Member) -> bool:
    """Tell whether `member` looks after this practice: a moderator, and it is not its maker's alone."""
    on_record = (PracticeState.published, PracticeState.hidden)
    same = practice.organisation_id == member.organisation_id
    return member.role in MODERATORS and same and practice.state in on_record


def may_hide(practice: Practice, member: Member) -> bool:
    """Tell whether `member` may hide this practice."""
    return may_moderate(practice, member) and practice.state is PracticeState.published


def may_restore(practice: Practice, member: Member, *, others: int) -> bool:
    """Tell whether `member` may show a hidden practice again; `others` counts the other moderators.

    A complaint about one's own practice is looked at by somebody else, as long as there is somebody else.
    """
    hidden = may_moderate(practice, member) and practice.state is PracticeState.hidden
    return hidden and (practice.author_id != member.id or not others)


def may_merge(double: Practice, kept: Practice) -> bool:
    """Tell whether `double` may give way to `kept`, which is on show and takes its votes.

    Nobody loses sight of it: what is kept reaches at least as far. Votes for something that happened never
    go to an example that was made up.
    """
    return (
        double.id != kept.id
        and double.organisation_id == kept.organisation_id
        and double.state in (PracticeState.published, PracticeState.hidden)
        and kept.state is PracticeState.published
        and _REACH.index(kept.visibility) >= _REACH.index(double.visibility)
        and (double.illustrative or not kept.illustrative)
    )
