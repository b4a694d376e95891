"""Tokens that let another program read or write for a runner; only their hash is kept."""

import hashlib
import secrets
from datetime import datetime
from enum import StrEnum

from django.db import models

from runwright.web.runner.models import RunnerRecord

TOKEN_BYTES = 32
MARK = "rw_"  # so that people and scanners see what it is
LONGEST_NAME = 60


class Scope(StrEnum):
    """What a token is good for; writing includes reading."""

    READ = "read"
    WRITE = "write"


class ApiToken(models.Model):
    """A token a runner made for one program."""

    runner = models.ForeignKey(RunnerRecord, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=LONGEST_NAME)
    token_hash = models.CharField(max_length=64, unique=True)
    scope = models.CharField(max_length=8, default=Scope.READ.value)
    made_at = models.DateTimeField()
    used_on = models.DateField(null=True)

    class Meta:
        ordering = ("made_at", "id")

    def __str__(self) -> str:
        return f"token {self.name}"

    @property
    def writes(self) -> bool:
        """Whether it may write."""
        return self.scope == Scope.WRITE.value


def new_token(runner: RunnerRecord, name: str, scope: Scope, now: datetime) -> str:
    """Return a new token, which nobody can read again afterwards."""
    token = MARK + secrets.token_urlsafe(TOKEN_BYTES)
    ApiToken.objects.create(
        runner=runner,
        name=name[:LONGEST_NAME],
        token_hash=_hash(token),
        scope=scope.value,
        made_at=now,
    )
    return token


def found_token(token: str, now: datetime) -> ApiToken | None:
    """Return the token somebody shows, and note the day it was used; None where it is none."""
    found = ApiToken.objects.select_related("runner__user").filter(token_hash=_hash(token)).first()
    if found is not None and found.used_on != now.date():
        ApiToken.objects.filter(pk=found.pk).update(used_on=now.date())
    return found


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
