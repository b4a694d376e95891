"""Addresses of the diary and of progress."""

from django.urls import path

from runwright.web.diary import check_in_views as morning
from runwright.web.diary import diary_views, log_views
from runwright.web.progress import views as progress

urlpatterns = [
    path("check-in/", morning.check_in, name="check-in"),
    path("check-in/<str:day>/", morning.check_in, name="check-in-day"),
    path("check-in/<str:day>/heard/", morning.heard, name="check-in-heard"),
    path("check-in/<str:day>/delete/", morning.remove, name="check-in-delete"),
    path("check-in/<str:day>/back/", morning.bring_back, name="check-in-back"),
    path("diary/", diary_views.diary, name="diary"),
    path("diary/log/<str:script>/", log_views.log, name="log"),
    path("diary/<str:session>/", diary_views.entry, name="entry"),
    path("diary/<str:session>/change/", log_views.change, name="entry-change"),
    path("diary/<str:session>/delete/", diary_views.remove, name="entry-delete"),
    path("diary/<str:session>/back/", diary_views.bring_back, name="entry-back"),
    path("progress/", progress.progress, name="progress"),
    path("progress/lift/<str:exercise>/", progress.lift, name="progress-lift"),
]
