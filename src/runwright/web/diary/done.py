"""What the diary has of the plan's sessions: how each was done, in a line."""

from collections.abc import Collection
from dataclasses import dataclass

from runwright.formats.plan_words.performed import ended_words
from runwright.web.diary.week_view import session_detail
from runwright.web.runner.models import RunnerRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A session that was done, the last time where it was done twice.

    Attributes
    ----------
    session
        Its id in the diary.
    """

    session: str
    ended: str
    detail: str


def done_of(runner: RunnerRecord, scripts: Collection[str]) -> dict[str, Done]:
    """Return how sessions were done, by the id of their script; those not done are missing."""
    rows = runner.performed.filter(is_latest=True, script__in=scripts).order_by("started_at")
    return {
        row.script: Done(
            session=row.session_id,
            ended=ended_words(row.session.ended),
            detail=session_detail(row.session),
        )
        for row in rows
    }
