"""The web server's door. A failed check raises, which ends gunicorn with status 3."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

application = get_wsgi_application()

from portal.checks import refuse_to_start  # noqa: E402 (needs the settings)

refuse_to_start()
