"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Sign-in links."""

    name = "runwright.web.accounts"
    label = "accounts"
