"""The coach app."""

from django.apps import AppConfig


class CoachConfig(AppConfig):
    """Decisions on what the coach proposes, and what sessions asked for."""

    name = "runwright.web.coach"
    label = "coach"
