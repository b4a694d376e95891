"""A disk without room: a sentence and a way on instead of an error; what was kept stays kept."""

import errno
from collections.abc import Callable
from typing import Any

from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from runwright.domain.words import _
from runwright.web.sorry import sorry

INSUFFICIENT_STORAGE = 507
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
FULL = "full"  # SQLite: "database or disk is full"; PostgreSQL: "could not extend … disk full"

Respond = Callable[[HttpRequest], HttpResponse]


class NoRoom:
    """Answers for a page that could not write because nothing more fits on the disk."""

    def __init__(self, respond: Respond) -> None:
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the answer of the page."""
        return self._respond(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Return words for a full disk; None for any other fault."""
        if not is_no_room(fault):
            return None
        return sorry(
            request,
            INSUFFICIENT_STORAGE,
            code="no-room",
            title=_("No room left on the disk"),
            says=no_room_words(),
        )


class UploadToDisk(TemporaryFileUploadHandler):
    """Large files of a form, on the disk; one that does not fit is told to the page."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django calls it
        """Begin a file."""
        try:
            super().new_file(*args, **kwargs)
        except OSError as fault:
            self._refuse(fault)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Write the next part of a file."""
        try:
            return super().receive_data_chunk(raw_data, start)
        except OSError as fault:
            self._refuse(fault)
            return None

    def _refuse(self, fault: OSError) -> None:
        if self.request is not None:
            self.request.META[UPLOAD_FAULT] = fault
        raise StopUpload(connection_reset=False) from fault


UPLOAD_FAULT = "runwright.upload_fault"


def upload_fault(request: HttpRequest) -> OSError | None:
    """Return why the files of a form could not be taken; None where they were."""
    found = request.META.get(UPLOAD_FAULT)
    return found if isinstance(found, OSError) else None


def is_no_room(fault: Exception) -> bool:
    """Whether a fault says that the disk is full."""
    if isinstance(fault, OSError):
        return fault.errno in NO_ROOM
    return isinstance(fault, DatabaseError) and FULL in str(fault).lower()


def no_room_words() -> str:
    """Return what to do about a full disk."""
    return _(
        "There is no room left on the disk, so this was not kept. What was kept before is safe. "
        "Make some room, then do it again."
    )
