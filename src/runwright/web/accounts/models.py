"""Links that sign in once; only their hash is kept."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models

LINK_BYTES = 32
LINK_LASTS = timedelta(minutes=15)
LAPTOP_USER = "runner"


class SignInLink(models.Model):
    """A link that was printed for the person at this machine."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    token_hash = models.CharField(max_length=64, unique=True)
    ends_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"link until {self.ends_at:%Y-%m-%d %H:%M}"


def new_link(user: User, now: datetime) -> str:
    """Return the token of a new link; older ones that have ended are cleared away."""
    token = secrets.token_urlsafe(LINK_BYTES)
    SignInLink.objects.filter(ends_at__lt=now).delete()
    SignInLink.objects.create(user=user, token_hash=_hash(token), ends_at=now + LINK_LASTS)
    return token


def used_link(token: str, now: datetime) -> User | None:
    """Return whom a link signs in, and use it up; None where it does not work any more."""
    found = SignInLink.objects.select_related("user").filter(token_hash=_hash(token)).first()
    if found is None:
        return None
    deleted, _rows = SignInLink.objects.filter(pk=found.pk).delete()
    return found.user if deleted and found.ends_at >= now else None


def laptop_user() -> User:
    """Return the one runner of a laptop, made when the app first starts."""
    user, made = User.objects.get_or_create(username=LAPTOP_USER)
    if made:
        user.set_unusable_password()
        user.save()
    return user


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
