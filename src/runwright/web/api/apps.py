"""The API app."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Tokens of other programs."""

    name = "runwright.web.api"
    label = "api"
