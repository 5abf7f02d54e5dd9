from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PortalConfig(AppConfig):
    name = "portal"

    def ready(self) -> None:
        # The web process publishes tasks, so it needs the app that the workers use.
        import portal.celery  # noqa: PLC0415
        import portal.checks  # noqa: F401, PLC0415


class TizimAdminConfig(AdminConfig):
    default_site = "portal.admin_site.TizimAdminSite"
