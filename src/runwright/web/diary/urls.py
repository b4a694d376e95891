"""Addresses of the diary: mornings and sessions as they were."""

from django.urls import path

from runwright.web.diary import check_in_views as morning

urlpatterns = [
    path("check-in/", morning.check_in, name="check-in"),
    path("check-in/<str:day>/", morning.check_in, name="check-in-day"),
    path("check-in/<str:day>/heard/", morning.heard, name="check-in-heard"),
]
