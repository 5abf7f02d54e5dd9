from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    name = "portal.base.audit"
    label = "audit"
    verbose_name = _("Audit record")

    def ready(self) -> None:
        from portal.base.audit import migrating, switch  # noqa: PLC0415 (needs the apps)

        switch.weld_at_the_source()
        migrating.add_triggers_without_rendering()
        post_migrate.connect(switch.weld_after_migrate, sender=self)
