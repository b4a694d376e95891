"""The runner app."""

from django.apps import AppConfig


class RunnerConfig(AppConfig):
    """Runners and their runs."""

    name = "runwright.web.runner"
    label = "runner"
