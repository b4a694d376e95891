"""`python -m runwright.web`: the app, or one of Django's own commands."""

import os
import sys

from runwright.web.places import make_places
from runwright.web.serve import serve

if __name__ == "__main__":
    if len(sys.argv) > 1:
        from django.core.management import execute_from_command_line

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "runwright.web.settings")
        make_places()
        execute_from_command_line(sys.argv)
    else:
        serve()
