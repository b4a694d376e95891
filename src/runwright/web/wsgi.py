"""The app for any WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

from runwright.web.places import make_places

make_places()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "runwright.web.settings")

application = get_wsgi_application()
