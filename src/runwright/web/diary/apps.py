"""The diary app."""

from django.apps import AppConfig


class DiaryConfig(AppConfig):
    """Performed sessions and check-ins."""

    name = "runwright.web.diary"
    label = "diary"
