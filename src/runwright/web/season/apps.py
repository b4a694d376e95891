"""The season app."""

from django.apps import AppConfig


class SeasonConfig(AppConfig):
    """Plans."""

    name = "runwright.web.season"
    label = "season"
