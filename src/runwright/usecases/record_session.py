"""Write down a finished session, once, however often the phone sends it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from runwright.domain.performed import PerformedSession


class Diary(Protocol):
    """What recording needs of whatever keeps the diary."""

    def has(self, session_id: str) -> bool:
        """Whether a session was written down before."""

    def add(self, session: PerformedSession, *, received_at: datetime) -> None:
        """Write a session down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the phone is told: it may forget the session now."""

    session: str
    already_known: bool


def record_session(diary: Diary, session: PerformedSession, *, received_at: datetime) -> Receipt:
    """Return the receipt for a session that is safely in the diary."""
    already_known = diary.has(session.id)
    if not already_known:
        diary.add(session, received_at=received_at)
    return Receipt(session=session.id, already_known=already_known)
