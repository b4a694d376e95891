"""Programs that show a token: who they act for, and whether they may write."""

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from runwright.domain.errors import RunwrightError
from runwright.domain.words import _
from runwright.web.api.models import ApiToken, found_token

READING = frozenset({"GET", "HEAD", "OPTIONS"})


class ScopeError(RunwrightError):
    """A token that may only read was used to write."""

    code = "scope"

    def __init__(self) -> None:
        super().__init__(_("This token may only read. Make one in the app that may write."))


class Bearer(HttpBearer):
    """Signs a program in by ``Authorization: Bearer <token>``."""

    def authenticate(self, request: HttpRequest, token: str) -> ApiToken | None:
        """Return the token; None where it is none.

        Raises
        ------
        ScopeError
            If it may only read, and this writes.
        """
        found = found_token(token, timezone.now())
        if found is None:
            return None
        if request.method not in READING and not found.writes:
            raise ScopeError
        request.user = found.runner.user
        return found
