from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class PortalConfig(AppConfig):
    name = "portal"
    default = True

    def ready(self) -> None:
        # The web process publishes tasks, so it needs the app that the workers use.
        import portal.celery  # noqa: PLC0415
        import portal.checks  # noqa: F401, PLC0415


class TizimAdminConfig(admin_apps.AdminConfig):
    default_site = "portal.admin_site.TizimAdminSite"
    # The parent says True; "portal" alone would then be ambiguous.
    default = False
