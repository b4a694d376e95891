"""A clinic's own sign-in by OpenID Connect, from what the environment names."""

import os

from django.core.exceptions import ImproperlyConfigured


def openid_connect(issuer: str) -> dict[str, object]:
    """Return allauth's settings for a provider.

    Parameters
    ----------
    issuer
        Its address, under which ``/.well-known/openid-configuration`` is found.

    Raises
    ------
    ImproperlyConfigured
        If its client or secret is not named.
    """
    return {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "clinic",
                "name": os.environ.get("RUNWRIGHT_OIDC_NAME") or "OpenID Connect",
                "client_id": _named("RUNWRIGHT_OIDC_CLIENT"),
                "secret": _named("RUNWRIGHT_OIDC_SECRET"),
                "settings": {"server_url": issuer},
            }
        ],
    }


def _named(variable: str) -> str:
    value = os.environ.get(variable, "")
    if not value:
        raise ImproperlyConfigured(
            f"RUNWRIGHT_OIDC_ISSUER names a sign-in, but {variable} is empty. Set it to what the "
            "provider gave you for Runwright, or take RUNWRIGHT_OIDC_ISSUER away."
        )
    return value
